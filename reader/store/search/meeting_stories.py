"""What is asked of who is heard in stories, put together as one question to its index."""

from __future__ import annotations

from collections.abc import Sequence

from reader.store.search.leaves import Match
from reader.store.search.matching import together
from reader.store.search.members import IN_STORY
from reader.store.search.narrow import EVERY
from reader.store.search.nodes import Node, Without
from reader.store.search.of_stories import Gathered
from reader.store.search.stories_without import StoriesWithout


def heard_together(parts: Sequence[Node]) -> list[Node]:
    """Parts that all hold, of which what is asked of hearings is one."""
    heard, unheard, rest = list[Match](), list[Match](), list[Node]()
    for part in parts:
        match part:
            case Gathered(stories):
                heard.append(stories)
            case Without(every, Gathered(stories)) if every == EVERY:
                unheard.append(stories)
            case _:
                rest.append(part)
    if not heard and not unheard:
        return rest
    first = (heard or unheard)[0]
    unwanted = together(" OR ", [one.expression for one in unheard]) if unheard else ""
    if heard:
        wanted = together(" AND ", [one.expression for one in heard])
        return [*rest, Gathered(first.saying(f"({wanted}) NOT ({unwanted})" if unwanted else wanted))]
    if IN_STORY in rest:
        return [*(part for part in rest if part != IN_STORY), StoriesWithout(first.saying(unwanted))]
    return [*rest, Without(EVERY, Gathered(first.saying(unwanted)))]
