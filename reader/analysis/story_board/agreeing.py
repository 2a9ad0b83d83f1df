"""Whether two numbers tell of the same: what is counted and what happens to it. What is not known says nothing."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from reader.analysis.story_board.counts import Count
from reader.analysis.story_board.moments import of_one_day, together
from reader.domain.quantity import Quantity

_BESIDE = 60  # code points from a number to the one it is given instead of


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
    """Whether two speakers give numbers of one time: in one article, or one rejects the other's. Of what goes on more
    is known each hour: articles an hour apart tell of one time only if both name it. Other counts of what happened stay
    the same for some hours, and what no event tells on any day."""
    return any(
        one.telling is other.telling or _at_one_time(one, other) or rejects(one, other) or rejects(other, one)
        for one, other in product(some, others)
    )


def _at_one_time(one: Count, other: Count) -> bool:
    dates = one.carrier.dated, other.carrier.dated
    if one.runs or other.runs:
        return of_one_day(*dates) and not one.setting.hours.isdisjoint(other.setting.hours)
    return not one.key.event or together(*dates)


def rejects(one: Count, other: Count) -> bool:
    """Whether who gives a number says with it that another one is untrue: "14 defects, not 9 as the firm says"."""
    denied = [one.telling.quantities[id] for id in one.telling.denied]
    told = other.quantity.value
    return any(q.value == told is not None and q.kind is other.quantity.kind and _said_with(one, q) for q in denied)


def _said_with(one: Count, quantity: Quantity) -> bool:
    """Whether a number is in the statement that gives one, or close by."""
    if one.here is not None and quantity.id in one.here.own.quantities:
        return True
    return abs(quantity.span[0] - one.quantity.span[0]) <= _BESIDE


def clash(one: Count, other: Count) -> bool:
    """Whether something else happens to what two numbers of one language count."""
    if one.key.event or one.doing is None or other.doing is None:
        return False
    return _one_language(one, other) and not one.doing.agrees(other.doing)


def _lined_up(one: Count, other: Count) -> bool:
    return one.telling is other.telling and one.lined_up == other.lined_up


def _one_language(one: Count, other: Count) -> bool:
    return one.telling.piece.language == other.telling.piece.language
