"""Articles and their surroundings fall into stories anew."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from reader.analysis.stories.grouping import bound_groups
from reader.analysis.stories.likeness import LIMITS
from reader.domain.story import StoryWish
from reader.ingest.stories.said import pairs
from reader.ingest.stories.surroundings import Surroundings


class Group(NamedTuple):
    """A story: the ids of its articles, two at least, and its bond."""

    ids: set[int]
    bond: float


def grouped(around: Surroundings, wishes: Sequence[StoryWish]) -> list[Group]:
    """The stories that may be others than before. ``around`` grows until it holds all that is touched."""
    while True:
        found = _grouped(around, wishes)
        mine = {id for id, member in around.was.items() if member.story_id in around.concerned}
        mine |= around.open | around.moved
        touched = [group for group in found if group.ids & mine]
        if not around.grow({id for group in touched for id in group.ids if id in around.days}):
            return [group for group in touched if len(group.ids) > 1]


def _grouped(around: Surroundings, wishes: Sequence[StoryWish]) -> list[Group]:
    order = sorted(around.days, key=lambda id: (*around.days[id], id))
    number = {id: at for at, id in enumerate(order)}
    likenesses = {
        tuple(sorted((number[id], number[link.other_id]))): link.value
        for id in around.links
        for link in around.links[id]
        if link.other_id in number
    }
    together, apart = pairs(wishes, number.keys())
    blocks = around.blocks()
    for block in blocks:
        together.update(pairwise(id for id in block if id in number))
    found = [
        Group({order[at] for at in group}, bond)
        for group, bond in bound_groups(
            [around.days[id][0] for id in order],
            {(one, other): value for (one, other), value in likenesses.items()},
            LIMITS,
            [(number[one], number[other]) for one, other in together],
            [(number[one], number[other]) for one, other in apart],
        )
    ]
    return _with_blocks(around, found, blocks)


def _with_blocks(around: Surroundings, found: list[Group], blocks: list[list[int]]) -> list[Group]:
    """Add what is too far to count to what it belongs to; a block that came together before keeps its bond."""
    home = {id: at for at, group in enumerate(found) for id in group.ids}
    for block in blocks:
        at = next((home[id] for id in block if id in home), None)
        bond = around.bonds.get(around.was[block[0]].story_id, inf) if len(block) > 1 else inf
        if at is None:
            found.append(Group(set(block), bond))
        else:
            found[at] = Group(found[at].ids | set(block), min(found[at].bond, bond))
    return found
