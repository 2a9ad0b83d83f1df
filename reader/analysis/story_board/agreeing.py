"""Whether two numbers tell of the same: what is counted and what happens to it. What is not known says nothing."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from reader.analysis.story_board.counts import Count
from reader.analysis.story_board.moments import together


def same_doing(one: Count, other: Count) -> bool:
    """Whether the same happens to what two numbers count, as far as no event tells it; where only one text says what,
    only if their article lines them up."""
    if one.key.event:
        return True
    mine, others = one.doing, other.doing
    if mine is None or others is None:
        return mine is others or _lined_up(one, other)
    return mine.agrees(others, one_language=_one_language(one, other))


def at_one_time(some: Iterable[Count], others: Iterable[Count]) -> bool:
    """Whether two speakers give their numbers in one article or at one time. A count of what happened is another one
    the day after; what no event tells is the same on any day."""
    return any(
        not one.key.event or one.telling is other.telling or together(one.carrier.dated, other.carrier.dated)
        for one, other in product(some, others)
    )


def clash(one: Count, other: Count) -> bool:
    """Whether something else happens to what two numbers of one language count."""
    if one.key.event or one.doing is None or other.doing is None:
        return False
    return _one_language(one, other) and not one.doing.agrees(other.doing)


def _lined_up(one: Count, other: Count) -> bool:
    return one.telling is other.telling and one.lined_up == other.lined_up


def _one_language(one: Count, other: Count) -> bool:
    return one.telling.piece.language == other.telling.piece.language
