"""The articles of stories that an index does not find: of those in which somebody is not heard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reader.store.search.leaves import Match
from reader.store.search.members import IN_STORY
from reader.store.search.nodes import Ask
from reader.store.search.of_stories import MORE, Gathered, members_of

_NEWEST = "SELECT id, articles FROM story ORDER BY id DESC LIMIT ?"
_OTHERS = "SELECT s.id, s.articles FROM story s WHERE s.id NOT IN (SELECT rowid FROM {0} WHERE {0} MATCH ?) LIMIT ?"


@dataclass(frozen=True)
class StoriesWithout:
    """Articles that are in a story, one that is none of ``stories``."""

    stories: Match
    cost: int = 3

    def few(self, ask: Ask, most: int) -> set[int] | None:
        # The newest stories tell first whether there are many: the index is long.
        newest = dict(ask(_NEWEST, (most + 1,)))
        if not newest:
            return set()
        unwanted = self.stories.within(ask, min(newest), max(newest))
        if sum(count for id, count in newest.items() if id not in unwanted) > most * MORE:
            return None
        others = dict(ask(_OTHERS.format(self.stories.table), (self.stories.expression, most * MORE + 1)))
        return None if sum(others.values()) > most * MORE else members_of(ask, others)

    def within(self, ask: Ask, low: int, high: int) -> set[int]:
        return IN_STORY.within(ask, low, high) - Gathered(self.stories).within(ask, low, high)

    def among(self, ask: Ask, ids: set[int]) -> set[int]:
        told = IN_STORY.among(ask, ids)
        return told - Gathered(self.stories).among(ask, told)

    def of_row(self, prefix: str) -> tuple[str, dict[str, Any]]:
        """What is true of the article ``j``, and the values of its marks, whose names begin with ``prefix``."""
        within, _ = IN_STORY.of_row(prefix)
        found, values = Gathered(self.stories).of_row(prefix)
        return f"({within} AND NOT {found})", values
