"""How articles fall into stories: groups in which, on average, each is like every other.

Agglomerative clustering by average linkage, over the likenesses that are worth keeping: two groups come together where
the likenesses between them, shared out among all pairs that could be alike, reach a threshold; those most alike first.
What comes out depends on the articles alone, not on the order in which they came (UPGMA: Sokal and Michener 1958).

A lone article joins more easily, where it is clearly like one of the group's: a side piece tells of the quarrel or of
the victims, and has little in common with the first reports. Groups of several only come together as a whole, so that
no single article makes one of two.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import inf

_TOO_FAR = 0.1
"""How much a pair that is too far apart to be compared counts, beside one that could be."""

_LONE = 0.8
"""How much of a lone article's greatest likeness to one of a group counts, where that is more than the average."""


@dataclass(frozen=True, slots=True)
class Limits:
    """``least`` is how alike groups must be on average to be one, in 0..1; articles further apart than ``days`` are not
    compared."""

    least: float
    days: float


def groups(
    days: Sequence[float],
    likenesses: Mapping[tuple[int, int], float],
    limits: Limits,
    together: Iterable[tuple[int, int]] = (),
    apart: Iterable[tuple[int, int]] = (),
) -> list[tuple[int, ...]]:
    """The groups of articles 0, 1, 2 …, given in an order that is always the same (it decides between equals), each
    with the day it is from; alone in a group where it is like no other.

    ``likenesses`` are of pairs, the lesser number first, and 0 for a pair that has none. ``together`` and ``apart`` are
    what a person said of pairs; what is said to be apart wins.
    """
    return [group for group, _ in bound_groups(days, likenesses, limits, together, apart)]


def bound_groups(
    days: Sequence[float],
    likenesses: Mapping[tuple[int, int], float],
    limits: Limits,
    together: Iterable[tuple[int, int]] = (),
    apart: Iterable[tuple[int, int]] = (),
) -> list[tuple[tuple[int, ...], float]]:
    """As ``groups``, each with its bond: how alike the two parts were that were the least alike of all that came
    together in it by likeness; infinite where none did."""
    return _Grouping(days, likenesses, limits, set(_ordered(apart))).run(_ordered(together))


def _ordered(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    return sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})


class _Grouping:
    def __init__(
        self,
        days: Sequence[float],
        likenesses: Mapping[tuple[int, int], float],
        limits: Limits,
        apart: set[tuple[int, int]],
    ) -> None:
        self._limits = limits
        self._members: dict[int, list[int]] = {number: [number] for number in range(len(days))}
        self._days: dict[int, list[float]] = {number: [day] for number, day in enumerate(days)}
        self._sums: dict[int, dict[int, float]] = {number: {} for number in range(len(days))}
        self._most: dict[int, dict[int, float]] = {number: {} for number in range(len(days))}
        self._apart: dict[int, set[int]] = {number: set() for number in range(len(days))}
        self._version = dict.fromkeys(range(len(days)), 0)
        self._bonds = dict.fromkeys(range(len(days)), inf)
        for (left, right), value in likenesses.items():
            self._sums[left][right] = self._sums[right][left] = value
            self._most[left][right] = self._most[right][left] = value
        for left, right in apart:
            self._apart[left].add(right)
            self._apart[right].add(left)

    def run(self, together: Iterable[tuple[int, int]]) -> list[tuple[tuple[int, ...], float]]:
        now = {number: number for number in self._members}

        def home(number: int) -> int:
            while now[number] != number:
                number = now[number]
            return number

        for left, right in together:
            one, other = sorted((home(left), home(right)))
            if one != other and other not in self._apart[one]:
                self._merge(one, other)
                now[other] = one
        waiting = [self._offer(one, other) for one, sums in self._sums.items() for other in sums if one < other]
        heapify(waiting)
        while waiting:
            value, one, other, of_one, of_other = heappop(waiting)
            if -value < self._limits.least:
                break
            if self._version.get(one) != of_one or self._version.get(other) != of_other or other in self._apart[one]:
                continue
            self._merge(one, other)
            self._bonds[one] = min(self._bonds[one], -value)
            for third in self._sums[one]:
                heappush(waiting, self._offer(*sorted((one, third))))
        return sorted((tuple(sorted(members)), self._bonds[number]) for number, members in self._members.items())

    def _offer(self, one: int, other: int) -> tuple[float, int, int, int, int]:
        alike = self._sums[one][other] / self._comparable(one, other)
        if min(len(self._members[one]), len(self._members[other])) == 1:
            alike = max(alike, _LONE * self._most[one][other])
        return (-alike, one, other, self._version[one], self._version[other])

    def _comparable(self, one: int, other: int) -> float:
        """Pairs near enough in time, of which there is one where there is a likeness; those too far apart count for a
        part, or one article between two groups would make them one."""
        few, many = sorted((self._days[one], self._days[other]), key=len)
        gap = self._limits.days
        near = max(1, sum(bisect_right(many, day + gap) - bisect_left(many, day - gap) for day in few))
        return near + _TOO_FAR * (len(few) * len(many) - near)

    def _merge(self, one: int, other: int) -> None:
        """Take ``other`` into ``one``."""
        self._members[one] += self._members.pop(other)
        self._days[one] = sorted([*self._days[one], *self._days.pop(other)])
        self._version[one] += 1
        self._bonds[one] = min(self._bonds[one], self._bonds.pop(other))
        del self._version[other]
        for third, value in self._sums.pop(other).items():
            del self._sums[third][other]
            if third != one:
                self._sums[one][third] = self._sums[third][one] = self._sums[one].get(third, 0.0) + value
        self._sums[one].pop(other, None)
        for third, value in self._most.pop(other).items():
            del self._most[third][other]
            if third != one:
                self._most[one][third] = self._most[third][one] = max(self._most[one].get(third, 0.0), value)
        self._most[one].pop(other, None)
        for third in self._apart.pop(other):
            self._apart[third].discard(other)
            self._apart[third].add(one)
            self._apart[one].add(third)


def linked(pairs: Iterable[tuple[int, int]], of: Iterable[int]) -> list[set[int]]:
    """Numbers that hang together by pairs, each of ``of`` in one set."""
    homes: dict[int, set[int]] = {number: {number} for number in of}
    for left, right in pairs:
        small, large = sorted((homes[left], homes[right]), key=len)
        if small is not large:
            large |= small
            for number in small:
                homes[number] = large
    return list({id(home): home for home in homes.values()}.values())
