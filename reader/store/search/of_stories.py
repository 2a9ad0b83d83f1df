"""The articles of stories that one index finds: by their titles, or by who is heard in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from reader.store.search.leaves import Match
from reader.store.search.nodes import Ask, listed

_NEAR = 16  # so many articles for each that is asked for lie near
_MORE = 2  # so many times as many stories as articles are few
MORE = 4  # so many times as many articles are few where they are found by their stories
_NEWEST = 1_000  # so many stories tell whether there are many
_FEW = 8  # as many articles are looked through as soon as a story's are fetched
_EARLIER = 16_384  # so many articles come in while a story goes on
_STORIES_OF = "SELECT m.article_id, m.story_id FROM json_each(?) j CROSS JOIN story_member m ON m.article_id = j.value"
_IN_RANGE = "FROM story_member m INDEXED BY story_member_narrow WHERE m.article_id BETWEEN ? AND ?"
_EARLIER_WITHIN = f"SELECT DISTINCT m.story_id {_IN_RANGE} AND m.story_id < ?"
_MEMBERS_WITHIN = f"SELECT m.article_id {_IN_RANGE} AND m.story_id IN (SELECT value FROM json_each(?))"
_MEMBERS_OF = (
    "SELECT m.article_id FROM json_each(?3) j CROSS JOIN story_member m INDEXED BY story_member_story "
    "ON m.story_id = j.value WHERE m.article_id BETWEEN ?1 AND ?2"
)
_MEMBERS = "SELECT m.article_id FROM json_each(?) j CROSS JOIN story_member m ON m.story_id = j.value"
_STORY = "(SELECT m.story_id FROM story_member m INDEXED BY story_member_narrow WHERE m.article_id = j.id)"
_TITLED = "SELECT s.title_of, s.id FROM json_each(?) j CROSS JOIN story s ON s.id = j.value"
_TITLES = (
    "SELECT s.id, s.articles FROM {0} CROSS JOIN story s INDEXED BY story_title ON s.title_of = {0}.rowid "
    "WHERE {0} MATCH ? ORDER BY {0}.rowid DESC LIMIT ?"
)
_WITH_TITLES = "SELECT s.id FROM story s WHERE s.title_of IN (SELECT rowid FROM {0} WHERE {0} MATCH {1})"


def members_of(ask: Ask, stories: Iterable[int], most: int = -1) -> set[int]:
    """The articles of some stories, no more than ``most`` of them."""
    return {id for (id,) in ask(f"{_MEMBERS} LIMIT ?", (listed(set(stories)), most))}


@dataclass(frozen=True)
class Titled:
    """Articles of stories whose title is the headline of one of ``articles``."""

    articles: Match
    cost: int = 4

    def few(self, ask: Ask, most: int) -> set[int] | None:
        # The newest stories tell first whether there are many: a common word's index is long.
        sql = _TITLES.format(self.articles.table)
        for stories in (_NEWEST, most * MORE):
            found = dict(ask(sql, (self.articles.expression, stories)))
            if sum(found.values()) >= most * MORE:
                return None
            if len(found) < stories:
                break
        return members_of(ask, found)

    def within(self, ask: Ask, low: int, high: int) -> set[int]:
        return self._titled(ask, dict(ask(f"SELECT m.article_id, m.story_id {_IN_RANGE}", (low, high))))

    def among(self, ask: Ask, ids: set[int]) -> set[int]:
        return self._titled(ask, dict(ask(_STORIES_OF, (listed(ids),))))

    def of_row(self, prefix: str) -> tuple[str, dict[str, Any]]:
        """What is true of the article ``j``, and the values of its marks, whose names begin with ``prefix``."""
        titled = _WITH_TITLES.format(self.articles.table, f":{prefix}titled")
        return f"coalesce({_STORY} IN ({titled}), FALSE)", {f"{prefix}titled": self.articles.expression}

    def _titled(self, ask: Ask, stories: dict[int, int]) -> set[int]:
        """Those of ``stories``, articles with theirs, that are wanted."""
        telling = dict(ask(_TITLED, (listed(set(stories.values())),)))
        wanted = {telling[id] for id in self.articles.among(ask, set(telling))}
        return {id for id, story in stories.items() if story in wanted}


@dataclass(frozen=True)
class Gathered:
    """Articles of ``stories``, which are found by their ids; one that is in no story stands there by its own."""

    stories: Match
    cost: int = 3

    def few(self, ask: Ask, most: int) -> set[int] | None:
        found = self.stories.few(ask, most * _MORE)
        if found is None:
            return None
        ids = found | members_of(ask, found, most * MORE + 1)
        return None if len(ids) > most * MORE else ids

    def within(self, ask: Ask, low: int, high: int) -> set[int]:
        # A story has the id of its first article, which mostly lies a little lower.
        begun = max(low - _EARLIER, 0)
        found = self.stories.within(ask, begun, high)
        found |= self.stories.among(ask, {id for (id,) in ask(_EARLIER_WITHIN, (low, high, begun))})
        # Through the stories where they are few, through all articles otherwise.
        few = len(found) * _FEW < high - low
        members = {id for (id,) in ask(_MEMBERS_OF if few else _MEMBERS_WITHIN, (low, high, listed(found)))}
        return members | {id for id in found if id >= low}

    def among(self, ask: Ask, ids: set[int]) -> set[int]:
        if ids and max(ids) - min(ids) < len(ids) * _NEAR:
            return ids & self.within(ask, min(ids), max(ids))
        stories = dict(ask(_STORIES_OF, (listed(ids),)))
        found = self.stories.among(ask, {stories.get(id, id) for id in ids})
        return {id for id in ids if stories.get(id, id) in found}

    def of_row(self, prefix: str) -> tuple[str, dict[str, Any]]:
        """What is true of the article ``j``, and the values of its marks, whose names begin with ``prefix``."""
        table = self.stories.table
        found = f"SELECT rowid FROM {table} WHERE {table} MATCH :{prefix}stories"
        return f"coalesce({_STORY}, j.id) IN ({found})", {f"{prefix}stories": self.stories.expression}
