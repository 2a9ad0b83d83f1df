"""Two sequences laid beside one another: what stayed, and which of the rest became which."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from reader.domain.span import Span

T = TypeVar("T", bound=Hashable)

MOST = 20_000
"""The longest sequences that are aligned; of longer ones only beginning and end are compared."""

BAND = 40
"""How far apart in a long run two paragraphs may stand that are taken for one another."""

COMPARISONS = 100_000
"""Paragraphs compared with one another in one run at most, about: in a very long one they must stand close."""

ALIKE = 0.5
"""How much of the words of two paragraphs must be the same for one to have become the other."""


def runs(old: Sequence[T], new: Sequence[T]) -> Iterator[tuple[bool, Span, Span]]:
    """Runs of indices in order: whether they are equal, and where in each of the two sequences."""
    first = _shared(old, new)
    rest_old, rest_new = old[first:], new[first:]
    last = _shared(rest_old[::-1], rest_new[::-1])
    end_old, end_new = len(old) - last, len(new) - last
    if first:
        yield True, (0, first), (0, first)
    if max(end_old, end_new) - first > MOST:
        yield False, (first, end_old), (first, end_new)
    else:
        # Of many items those found again and again are no hold (autojunk): they would cost the square of them.
        middle = SequenceMatcher(None, old[first:end_old], new[first:end_new], autojunk=True)
        for tag, i1, i2, j1, j2 in middle.get_opcodes():
            yield tag == "equal", (i1 + first, i2 + first), (j1 + first, j2 + first)
    if last:
        yield True, (end_old, len(old)), (end_new, len(new))


def pairs(old: Sequence[frozenset[str]], new: Sequence[frozenset[str]]) -> list[tuple[int, int]]:
    """Which items of one run became which of the other, by their words; both in rising order, none twice."""
    if len(old) == len(new) == 1:
        return [(0, 0)] if likeness(old[0], new[0]) >= ALIKE / 2 else []
    wide = len(old) * len(new) <= BAND * BAND
    band = max(min(BAND, COMPARISONS // (2 * len(old) + 1)), 1)
    found = []
    for i, words in enumerate(old):
        middle = i * len(new) // len(old)
        for j in range(0 if wide else max(middle - band, 0), len(new) if wide else min(middle + band, len(new))):
            if (score := likeness(words, new[j])) >= ALIKE:
                found.append((-score, abs(j - middle), i, j))
    chosen: list[tuple[int, int]] = []
    for _, _, i, j in sorted(found):
        at = bisect(chosen, (i, j))
        after_last = not at or (chosen[at - 1][0] < i and chosen[at - 1][1] < j)
        if after_last and (at == len(chosen) or (chosen[at][0] > i and chosen[at][1] > j)):
            chosen.insert(at, (i, j))
    return chosen


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the words of two texts is the same, 0 to 1."""
    return 2 * len(one & other) / max(len(one) + len(other), 1)


def _shared(old: Sequence[T], new: Sequence[T]) -> int:
    n = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        n += 1
    return n
