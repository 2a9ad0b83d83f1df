"""What has to be grouped anew where something changed, and what stands fast around it.

Articles hang together by likenesses that could make a story, by stories they are in, and by the user's wishes. All that
hang together with what changed are grouped anew, as far as ``SPAN`` days from it. What lies beyond keeps together what
it has in one story, so that the cost of an article does not grow with how long its story goes on.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from reader.analysis.stories.likeness import LIMITS
from reader.store.stories.placed import Link, Member
from reader.store.stories.placings import Placings

SPAN = 21.0
"""Days from a change within which everything is grouped anew."""


@dataclass(slots=True)
class Surroundings:
    """``days`` and keys of the articles that count, of which ``fast`` are beyond the span; ``was`` are the members
    there were of all stories concerned, by article; ``links`` all likenesses of the articles that count."""

    days: dict[int, tuple[float, str]] = field(default_factory=dict)
    fast: set[int] = field(default_factory=set)
    was: dict[int, Member] = field(default_factory=dict)
    links: dict[int, list[Link]] = field(default_factory=dict)

    @property
    def blocks(self) -> dict[int, list[int]]:
        """The articles of each story that keep together: those beyond the span."""
        found: dict[int, list[int]] = {}
        for id, member in sorted(self.was.items()):
            if id in self.fast or id not in self.days:
                found.setdefault(member.story_id, []).append(id)
        return found


def surroundings(
    placings: Placings,
    changed: Collection[int],
    days: Sequence[float],
    partners: Mapping[int, Collection[int]],
    named: Collection[int],
) -> Surroundings:
    """All that hangs together with what changed; ``days`` are those of the changes, ``partners`` articles that a person
    put together, ``named`` those a person said anything of."""
    found, inner, outer = Surroundings(), _Near(days, SPAN), _Near(days, SPAN + LIMITS.days)
    seen, frontier = set[int](), set(changed)
    while frontier:
        seen |= frontier
        dated = {id: when for id, when in placings.days(frontier).items() if outer(when[0]) or id in named}
        inside = {id for id, when in dated.items() if inner(when[0])}
        found.days |= dated
        found.fast |= dated.keys() - inside
        found.links |= {id: [] for id in dated}
        for link in placings.links(dated):
            found.links[link.article_id].append(link)
        # What was deleted has no day any more, and is in its story still.
        mates = {one.article_id: one for one in placings.members(inside | (frontier & set(changed)))}
        found.was |= mates
        linked = {link.other_id for id in inside for link in found.links[id] if link.value >= LIMITS.least}
        wished = {other for id in inside for other in partners.get(id, ())}
        frontier = (linked | mates.keys() | wished) - seen
    found.was |= {one.article_id: one for one in placings.members(found.fast)}
    return found


class _Near:
    """Whether a day is within so many of one of some."""

    def __init__(self, days: Sequence[float], span: float) -> None:
        self._days = sorted(days)
        self._span = span

    def __call__(self, day: float) -> bool:
        at = bisect_left(self._days, day - self._span)
        return at < len(self._days) and self._days[at] <= day + self._span
