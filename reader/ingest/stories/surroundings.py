"""What has to be grouped anew where something changed, and what stands fast around it.

Groups of average linkage come together in an order that likeness alone decides: what is more alike comes first. So a
story that came together before anything that changed could have reached into it comes together again just as it was,
and counts as one; only stories that could be reached are opened and grouped from their articles. The outcome is that of
grouping everything anew, and its cost does not grow with the library.

Stories are opened as far as ``SPAN`` days from a change. What lies beyond keeps together what it has in one story, so
that the cost of an article does not grow with how long its story goes on.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from math import inf

from reader.analysis.stories.likeness import LIMITS
from reader.store.stories.placed import Link, Member
from reader.store.stories.placings import Placings

SPAN = 21.0
"""Days from a change within which a story is grouped from its articles."""

_SLACK = 1e-5  # more than rounding can do


class Surroundings:
    """Grows until nothing outside can be touched by what changed.

    ``days`` and keys of the articles that count; ``open`` are those grouped one by one, with all their ``links``;
    ``moved`` those of stories that change as a whole; ``was`` the members there were of all stories concerned, by
    article, and ``bonds`` of these stories.
    """

    def __init__(
        self, placings: Placings, days: Sequence[float], partners: Mapping[int, Collection[int]], named: Collection[int]
    ) -> None:
        self._placings = placings
        self._partners = partners
        self._named = named
        self._inner, self._outer = _Near(days, SPAN), _Near(days, SPAN + LIMITS.days)
        self._changed: set[int] = set()
        self._pull: dict[int, float] = {}
        self.days: dict[int, tuple[float, str]] = {}
        self.open: set[int] = set()
        self.moved: set[int] = set()
        self.links: dict[int, list[Link]] = {}
        self.was: dict[int, Member] = {}
        self.bonds: dict[int, float] = {}

    def begin(self, changed: Collection[int]) -> None:
        """Open what changed, and the stories it is in."""
        self._changed = set(changed)
        self._meet(changed)
        self._open({*changed, *self.was})

    def grow(self, touched: Collection[int]) -> bool:
        """Take in what these articles, which come together with others than before, can reach. False where that is
        nothing new."""
        fresh = {id for id in touched if id not in self.links}
        self.moved |= fresh
        self._open(self._reach(fresh))
        return bool(fresh)

    @property
    def concerned(self) -> set[int]:
        """The stories that may be others now."""
        return {self.was[id].story_id for id in (self.open | self.moved | self._changed) & self.was.keys()}

    def blocks(self) -> list[list[int]]:
        """The articles of each story that count as one: of an opened story those beyond the span."""
        found: dict[int, list[int]] = {}
        for id, member in sorted(self.was.items()):
            if id not in self.open:
                found.setdefault(member.story_id, []).append(id)
        return list(found.values())

    def _meet(self, ids: Collection[int]) -> None:
        """Know the stories of these articles, and the days of all that may count."""
        members = {one.article_id: one for one in self._placings.members(ids)}
        self.was |= members
        self.bonds |= self._placings.bonds({one.story_id for one in members.values()} - self.bonds.keys())
        unknown = (members.keys() | set(ids)) - self.days.keys()
        dated = self._placings.days(unknown)
        self.days |= {id: when for id, when in dated.items() if self._outer(when[0]) or id in self._named}

    def _open(self, ids: Collection[int]) -> None:
        while inside := {id for id in ids if id in self.days and self._inner(self.days[id][0])} - self.open:
            self.open |= inside
            ids = self._reach(inside)

    def _reach(self, ids: Collection[int]) -> set[int]:
        """Meet what is linked with these articles. Gives the articles of each story that could be reached into before
        it is one."""
        news = {id for id in ids if id in self.days and id not in self.links}
        self.links |= {id: [] for id in news}
        for link in self._placings.links(news):
            self.links[link.article_id].append(link)
            if link.value >= LIMITS.least:
                self._pull[link.other_id] = max(self._pull.get(link.other_id, 0.0), link.value)
        for id in news:
            for other in self._partners.get(id, ()):
                self._pull[other] = inf
        self._meet([id for id in self._pull if id not in self.days])
        reached = {
            member.story_id
            for id, member in self.was.items()
            if self._pull.get(id, 0.0) >= self.bonds.get(member.story_id, 0.0) - _SLACK
        }
        return {id for id, member in self.was.items() if member.story_id in reached}


class _Near:
    """Whether a day is within so many of one of some."""

    def __init__(self, days: Sequence[float], span: float) -> None:
        self._days = sorted(days)
        self._span = span

    def __call__(self, day: float) -> bool:
        at = bisect_left(self._days, day - self._span)
        return at < len(self._days) and self._days[at] <= day + self._span
