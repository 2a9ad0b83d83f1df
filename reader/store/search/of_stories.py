"""The articles of stories that have an article of some kind in them."""

from __future__ import annotations

from dataclasses import dataclass

from reader.store.search.nodes import Ask, Node, listed

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
    cost: int = 4

    def few(self, ask: Ask, most: int) -> set[int] | None:
        found = self.articles.few(ask, most)
        if found is None:
            return None
        members = {id for (id,) in ask(_WITH_TITLES if self.by_title else _WITH_MEMBERS, (listed(found),))}
        return members if self.by_title else members | found

    def within(self, ask: Ask, low: int, high: int) -> set[int]:
        stories = dict(ask(_STORIES_WITHIN, (low, high)))
        found = self.articles.within(ask, low, high)
        telling = self._telling(ask, stories)
        far = {id for id in telling if not low <= id <= high}
        return self._of(stories, telling, found | (self.articles.among(ask, far) if far else set()), found)

    def among(self, ask: Ask, ids: set[int]) -> set[int]:
        stories = dict(ask(_STORIES_OF, (listed(ids),)))
        telling = self._telling(ask, stories)
        asked = set(telling) if self.by_title else ids | telling.keys()
        found = self.articles.among(ask, asked) if asked else set()
        return self._of(stories, telling, found, found & ids)

    def _telling(self, ask: Ask, stories: dict[int, int]) -> dict[int, int]:
        """The articles that tell whether those of ``stories`` are wanted, with their stories."""
        return dict(ask(_TITLED if self.by_title else _MEMBERS, (listed(set(stories.values())),)))

    def _of(self, stories: dict[int, int], telling: dict[int, int], found: set[int], here: set[int]) -> set[int]:
        wanted = {story for id, story in telling.items() if id in found}
        members = {id for id, story in stories.items() if story in wanted}
        return members if self.by_title else members | (here - stories.keys())
