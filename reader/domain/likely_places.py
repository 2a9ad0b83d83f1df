"""Where in a text the words of an anchor may stand: quick, and in the same order every time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reader.domain.anchor import Anchor
from reader.domain.edit_distance import distance, distances_before, distances_behind
from reader.domain.span import Span

REACH = 160
"""Code points looked at on either side of the place where words begin or end: with more it is found no better."""

_SEED, _STEP = 8, 4  # pieces looked for as they are: any 11 code points left alone hold one
_COMMON = 64  # a piece that stands in more places than this says nothing of the place
_DRIFT = 32  # code points put in or taken out between two pieces that still belong together
_REGIONS = 4  # looked at closely, those with the most pieces
_MEASURED = 2_000  # code points whose edit distance is counted; beyond, words are, whatever their order


@dataclass(frozen=True, slots=True)
class Place:
    """A place, and how far what stands before and behind it is from what stood there (edit distances)."""

    span: Span
    before: int
    behind: int


@dataclass(frozen=True, slots=True)
class _Edge:
    at: int
    outside: int


def likely_places(anchor: Anchor, text: str) -> Iterator[Place]:
    """Places where words like those of the anchor may stand among words like those around them; not all are like."""
    words = anchor.exact
    starts = list(_edges(anchor.prefix, (words + anchor.suffix)[:REACH], text, anchor.start, begins=True))
    if not starts:
        return
    ends = list(_edges((anchor.prefix + words)[-REACH:], anchor.suffix, text, anchor.span[1], begins=False))
    for start in starts:
        for end in ends:
            span = _trimmed(start.at, end.at, words, text)
            if len(words) <= 2 * (span[1] - span[0]) <= 4 * len(words):
                yield Place(span, start.outside, end.outside)


def difference(one: str, other: str) -> int:
    """The edit distance of two strings; for long ones an estimate by their words."""
    if one == other:
        return 0
    longer = max(len(one), len(other))
    if longer <= _MEASURED:
        return distance(one, other)
    counted = Counter(one.split()), Counter(other.split())
    most = max(counted[0].total(), counted[1].total(), 1)
    return max(1, round(longer * (1 - (counted[0] & counted[1]).total() / most)))


def places(words: str, text: str, first: int = 0) -> Iterator[int]:
    """Where exactly these words stand, from ``first`` on, overlapping ones too."""
    at = text.find(words, first)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def nearest_places(words: str, text: str, wanted: int, most: int) -> list[int]:
    """The places where exactly these words stand that are nearest to ``wanted``, the nearest first."""
    behind = list(islice(places(words, text, wanted), most))
    before: list[int] = []
    at = text.rfind(words, 0, wanted + len(words) - 1)
    while at >= 0 and len(before) < most:
        before.append(at)
        at = text.rfind(words, 0, at + len(words) - 1)
    return sorted((*before, *behind), key=lambda place: abs(place - wanted))[:most]


def _edges(left: str, right: str, text: str, wanted: int, *, begins: bool) -> Iterator[_Edge]:
    """Places between words like ``left`` and words like ``right``: where an anchor's words begin, or end."""
    for first, last in _regions(left + right, len(left), text, wanted):
        begin = max(0, first - len(left) - _DRIFT)
        part = text[begin : last + len(right) + _DRIFT]
        before, behind = distances_before(left, part), distances_behind(right, part)
        costs = [one + other for one, other in zip(before, behind, strict=True)]
        # What was put in just outside the words stays outside.
        at = len(costs) - 1 - costs[::-1].index(min(costs)) if begins else costs.index(min(costs))
        yield _Edge(begin + at, before[at] if begins else behind[at])


def _regions(pattern: str, edge: int, text: str, wanted: int) -> list[Span]:
    """First and last guess of where in ``text`` the place ``edge`` of ``pattern`` is, for each region that has pieces
    of it: those with the most first, then those nearest to ``wanted``."""
    guesses: list[int] = []
    for at in range(0, max(1, len(pattern) - _SEED + 1), _STEP):
        piece = pattern[at : at + _SEED]
        if text.count(piece) <= _COMMON:
            guesses.extend(place - at + edge for place in places(piece, text))
    regions: list[list[int]] = []
    for guess in sorted(guesses):
        if regions and guess - regions[-1][-1] <= _DRIFT:
            regions[-1].append(guess)
        else:
            regions.append([guess])
    regions.sort(key=lambda region: (-len(region), abs(region[0] - wanted)))
    return [(region[0], region[-1]) for region in regions[:_REGIONS]]


def _trimmed(start: int, end: int, words: str, text: str) -> Span:
    """A span without white space at ends where ``words`` have none."""
    while start < end and text[start].isspace() and not words[0].isspace():
        start += 1
    while start < end and text[end - 1].isspace() and not words[-1].isspace():
        end -= 1
    return (start, end)
