"""The articles of the stories that some articles are in, gathered once: few speak by any one name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reader.store.search.leaves import Match
from reader.store.search.nodes import Ask, listed
from reader.store.search.of_stories import MORE, members_of

_LAST = 2**47
_STORIES = (
    "SELECT DISTINCT m.story_id FROM json_each(?) j "
    "CROSS JOIN story_member m INDEXED BY story_member_narrow ON m.article_id = j.value"
)


@dataclass(frozen=True)
class Beside:
    """Articles by their ids, which may be many."""

    ids: frozenset[int]
    cost: int = 1

    def few(self, ask: Ask, most: int) -> set[int] | None:
        return set(self.ids) if len(self.ids) <= most * MORE else None

    def within(self, ask: Ask, low: int, high: int) -> set[int]:
        return {id for id in self.ids if low <= id <= high}

    def among(self, ask: Ask, ids: set[int]) -> set[int]:
        return ids & self.ids

    def of_row(self, prefix: str) -> tuple[str, dict[str, Any]]:
        """What is true of the article ``j``, and the value of its mark, whose name begins with ``prefix``."""
        return f"j.id IN (SELECT value FROM json_each(:{prefix}beside))", {f"{prefix}beside": listed(self.ids)}


def beside(ask: Ask, articles: Match) -> Beside:
    """What ``articles`` finds, and every article that is in a story with one of it."""
    found = articles.within(ask, 0, _LAST)
    stories = {id for (id,) in ask(_STORIES, (listed(found),))}
    return Beside(frozenset(found | members_of(ask, stories)))
