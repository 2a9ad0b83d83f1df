"""What two statements of different articles have in common: enough to say that they are about the same thing."""

from __future__ import annotations

from reader.analysis.story_board.said import Said
from reader.analysis.story_board.same import Shared

_LARGE = 20  # a number two statements do not share by chance
_WORDS = 2


def about_the_same(one: Shared, other: Shared) -> bool:
    """Whether any two wordings of two statements share words that carry meaning, in one language; else a large number,
    or somebody or some place named in both that is neither speaker nor target."""
    return any(_alike(a, b) for a in one.all for b in other.all)


def much_the_same(one: Shared, other: Shared) -> bool:
    """Whether half of what the shorter of two statements says is in the other one too: in words, or else both a large
    number and a name."""
    return any(_much_alike(a, b) for a in one.all for b in other.all)


def shared_numbers(one: Shared, other: Shared) -> bool:
    """Whether two statements have a large number in common."""
    return any(_numbers(a, b) for a in one.all for b in other.all)


def _alike(one: Said, other: Said) -> bool:
    if one.piece.language == other.piece.language and len(one.stems & other.stems) >= _WORDS:
        return True
    return _numbers(one, other) or bool(_names(one, other))


def _much_alike(one: Said, other: Said) -> bool:
    if one.piece.language == other.piece.language:
        shared = len(one.stems & other.stems)
        return shared >= _WORDS and shared * 2 >= min(len(one.stems), len(other.stems))
    return _numbers(one, other) and bool(_names(one, other))


def _numbers(one: Said, other: Said) -> bool:
    return any(value >= _LARGE for _, value in one.numbers & other.numbers)


def _names(one: Said, other: Said) -> frozenset[str]:
    """Who is named in both and is on neither's side; names nobody knows by how they sound."""
    cast = one.telling.cast
    sides = {*one.parties, *one.targets, *other.parties, *other.targets}
    known = frozenset(id for id in one.names & other.names if cast.side(id) not in sides)
    return known or one.proper & other.proper
