"""Articles and their surroundings fall into stories anew."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reader.analysis.stories.grouping import groups
from reader.analysis.stories.likeness import LIMITS
from reader.domain.story import StoryWish
from reader.ingest.stories.said import pairs
from reader.ingest.stories.surroundings import Surroundings


def grouped(around: Surroundings, wishes: Sequence[StoryWish]) -> list[set[int]]:
    """The stories, each the ids of its articles, two at least; those that are too far to count stay where they were."""
    # In an order that does not depend on which came in first.
    order = sorted(around.days, key=lambda id: (*around.days[id], id))
    number = {id: at for at, id in enumerate(order)}
    likenesses = {
        (number[id], number[link.other_id]): link.value
        for id in order
        for link in around.links[id]
        if link.other_id in number and number[id] < number[link.other_id]
    }
    together, apart = pairs(wishes, number.keys())
    blocks = around.blocks
    for block in blocks.values():
        together.update(pairwise(id for id in block if id in number))
    found = [
        {order[at] for at in group}
        for group in groups(
            [around.days[id][0] for id in order],
            likenesses,
            LIMITS,
            [(number[one], number[other]) for one, other in together],
            [(number[one], number[other]) for one, other in apart],
        )
    ]
    home = {id: group for group in found for id in group}
    for block in blocks.values():
        far = {id for id in block if id not in number}
        near = next((home[id] for id in block if id in number), None)
        if near is not None:
            near |= far
        elif far:
            found.append(far)
    return [group for group in found if len(group) > 1]
