"""The articles of stories that have an article of some kind in them."""

from __future__ import annotations

from dataclasses import dataclass

from reader.store.search.nodes import Ask, Node, listed

_NEAR = 16  # so many articles for each that is asked for lie near
_STORIES_WITHIN = "SELECT article_id, story_id FROM story_member WHERE article_id BETWEEN ? AND ?"
_STORIES_OF = "SELECT m.article_id, m.story_id FROM json_each(?) j CROSS JOIN story_member m ON m.article_id = j.value"
_MEMBERS = "SELECT m.article_id, m.story_id FROM json_each(?) j CROSS JOIN story_member m ON m.story_id = j.value"
_TITLED = "SELECT s.title_of, s.id FROM json_each(?) j CROSS JOIN story s ON s.id = j.value"
_WITH_MEMBERS = (
    "SELECT m.article_id FROM (SELECT DISTINCT o.story_id AS id FROM json_each(?) j "
    "CROSS JOIN story_member o ON o.article_id = j.value) s CROSS JOIN story_member m ON m.story_id = s.id"
)
_WITH_TITLES = (
    "SELECT m.article_id FROM json_each(?) j CROSS JOIN story s ON s.title_of = j.value "
    "CROSS JOIN story_member m ON m.story_id = s.id"
)


@dataclass(frozen=True)
class OfStories:
    """Articles of stories in which one is in ``articles``; those that are in no story are there for themselves. Where
    ``by_title``, only the article counts whose headline is the story's title, and none stands for itself."""

    articles: Node
    by_title: bool = False
    many: int = 1  # times as many as are few are gathered all the same
    cost: int = 4

    def few(self, ask: Ask, most: int) -> set[int] | None:
        found = self.articles.few(ask, most * self.many)
        if found is None:
            return None
        members = {id for (id,) in ask(_WITH_TITLES if self.by_title else _WITH_MEMBERS, (listed(found),))}
        return members if self.by_title else members | found

    def within(self, ask: Ask, low: int, high: int) -> set[int]:
        found = self.articles.within(ask, low, high)
        return self._spread(ask, dict(ask(_STORIES_WITHIN, (low, high))), found)

    def among(self, ask: Ask, ids: set[int]) -> set[int]:
        if ids and max(ids) - min(ids) < len(ids) * _NEAR:
            # Others of their stories, which lie between them, tell of most.
            return ids & self.within(ask, min(ids), max(ids))
        found = self.articles.among(ask, ids) if ids else set[int]()
        return self._spread(ask, dict(ask(_STORIES_OF, (listed(ids),))), found)

    def _spread(self, ask: Ask, stories: dict[int, int], found: set[int]) -> set[int]:
        """Those of ``stories``, articles with theirs, that are wanted, and what else was ``found`` where these are."""
        if self.by_title:
            telling, wanted = dict(ask(_TITLED, (listed(set(stories.values())),))), set[int]()
        else:
            wanted = {stories[id] for id in found if id in stories}
            # Of most stories nothing far away has to be looked at.
            telling = dict(ask(_MEMBERS, (listed(set(stories.values()) - wanted),)))
        far = telling.keys() - (found if self.by_title else stories.keys())
        known = self.articles.among(ask, set(far)) if far else set[int]()
        wanted |= {telling[id] for id in (known | found if self.by_title else known) if id in telling}
        members = {id for id, story in stories.items() if story in wanted}
        return members if self.by_title else members | (found - stories.keys())
