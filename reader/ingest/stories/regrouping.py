"""Stories made anew around what changed, and written down where they differ."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from reader.analysis.stories.likeness import likeness
from reader.analysis.stories.reasons import reason
from reader.domain.signature import Signature
from reader.ingest.stories.grouping import Group, grouped
from reader.ingest.stories.memory import Memory
from reader.ingest.stories.said import named, partners
from reader.ingest.stories.surroundings import Surroundings
from reader.ingest.stories.telling import BOND_DIGITS, STRONGEST, members, placed
from reader.store.library import Library
from reader.store.stories.outlets import OUTLET
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
    stories, standing = _moved(grouped(around, wishes), around, changed)
    facts = {fact.id: fact for fact in placings.facts({id for story in stories for id in story.ids})}
    signatures = memory.signatures(library, facts)
    why = _Reasons(around, facts, signatures, frozenset(signed))
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
        heads.append(placed(told, facts, signatures, found.bond))
    concerned, ids = around.concerned, {row.article_id for row in rows}
    was = [one for id, one in around.was.items() if id not in standing and (one.story_id in concerned or id in ids)]
    return placings.arrange(was, rows, heads)


def _moved(stories: Sequence[Group], around: Surroundings, changed: Collection[int]) -> tuple[list[Group], set[int]]:
    """The stories whose rows may be others than they are, and the articles of those that are as they were."""
    were: dict[int, set[int]] = {}
    for id, member in around.was.items():
        were.setdefault(member.story_id, set()).add(id)
    moved: list[Group] = []
    standing: set[int] = set()
    for story in stories:
        number = min(story.ids)
        as_it_was = were.get(number) == story.ids and story.ids.isdisjoint(changed)
        if as_it_was and around.bonds.get(number) == round(min(story.bond, STRONGEST), BOND_DIGITS):
            standing |= story.ids
        else:
            moved.append(story)
    return moved, standing


class _Reasons:
    """Says why articles are like each other; what was said stands where neither of the two changed."""

    def __init__(
        self,
        around: Surroundings,
        facts: Mapping[int, Fact],
        signatures: Mapping[int, Signature],
        signed: frozenset[int],
    ) -> None:
        self._signatures = signatures
        self._was = around.was
        self._facts = facts
        self._signed = signed

    def __call__(self, id: int, likest: int) -> str:
        was = self._was.get(id)
        if was is not None and was.likest == likest and not {id, likest} & self._signed:
            return was.reason
        one, other = self._signatures.get(id), self._signatures.get(likest)
        if one is None or other is None:
            return ""
        apart = abs(self._facts[id].day - self._facts[likest].day)
        theirs = self._facts[likest]
        return reason(likeness(one, other, apart), theirs.title, OUTLET if theirs.outlet else "", apart * _HOURS)
