"""Stories made anew around what changed, and written down where they differ."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reader.analysis.stories.likeness import likeness
from reader.analysis.stories.reasons import reason
from reader.ingest.stories.grouping import grouped
from reader.ingest.stories.memory import Memory
from reader.ingest.stories.said import named, partners
from reader.ingest.stories.surroundings import Surroundings
from reader.ingest.stories.telling import members, placed
from reader.store.library import Library
from reader.store.stories.placed import Fact, Member, Placed

_HOURS = 24


def regroup(
    library: Library, memory: Memory, changed: Collection[int], days: Sequence[float], signed: Collection[int]
) -> bool:
    """Make the stories around ``changed`` articles anew; ``days`` are those of the changes, ``signed`` the articles
    whose signature is another one. True where that changed any."""
    if not changed:
        return False
    placings = library.placings
    wishes = placings.wishes()
    put = partners(wishes)
    around = Surroundings(placings, days, put, named(wishes))
    around.begin(changed)
    stories = grouped(around, wishes)
    facts = {fact.id: fact for fact in placings.facts({id for story in stories for id in story.ids})}
    why = _Reasons(library, memory, around, facts, frozenset(signed))
    rows: list[Member] = []
    heads: list[Placed] = []
    for found in stories:
        # What was damaged has no signature, and waits to be made again.
        story = found.ids & facts.keys()
        if len(story) < 2:
            continue
        by_hand = {id for id in story if len(put.get(id, set()) & story) > 1}
        told = members(story, facts, around.links, around.was, by_hand, why)
        rows += told
        heads.append(placed(told, facts, found.bond))
    concerned, ids = around.concerned, {row.article_id for row in rows}
    was = [one for id, one in around.was.items() if one.story_id in concerned or id in ids]
    return placings.arrange(was, rows, heads)


class _Reasons:
    """Says why articles are like each other; what was said stands where neither of the two changed."""

    def __init__(
        self,
        library: Library,
        memory: Memory,
        around: Surroundings,
        facts: dict[int, Fact],
        signed: frozenset[int],
    ) -> None:
        self._placings = library.placings
        self._memory = memory
        self._was = around.was
        self._facts = facts
        self._signed = signed

    def __call__(self, id: int, likest: int) -> str:
        was = self._was.get(id)
        if was is not None and was.likest == likest and not {id, likest} & self._signed:
            return was.reason
        signatures = {one: self._memory.signature(one) for one in (id, likest)}
        if missing := [one for one, signature in signatures.items() if signature is None]:
            signatures |= {one: signature for one, _, signature in self._placings.signatures(missing)}
        one, other = signatures[id], signatures[likest]
        if one is None or other is None:
            return ""
        apart = abs(self._facts[id].day - self._facts[likest].day)
        theirs = self._facts[likest]
        return reason(likeness(one, other, apart), theirs.title, theirs.outlet, apart * _HOURS)
