"""The nodes of articles that are in stories of some kind."""

from __future__ import annotations

from typing import Any

from reader.store.search.leaves import Rows


def members(stories: str, values: dict[str, Any]) -> Rows:
    """The articles of some stories, given by SQL for their ids."""
    here = f"m.story_id IN ({stories})"
    return Rows(
        f"SELECT m.article_id FROM story_member m WHERE {here}",
        f"SELECT m.article_id FROM story_member m WHERE m.article_id BETWEEN :low AND :high AND +{here}",
        f"EXISTS (SELECT 1 FROM story_member m WHERE m.article_id = j.value AND +{here})",
        values,
        cost=1,
    )


FOLLOWED = members(
    "SELECT o.story_id FROM story_mark k JOIN story_member o ON o.article_id = k.article_id WHERE k.followed", {}
)
"""Articles of stories that are followed."""

IN_STORY = Rows(
    "SELECT m.article_id FROM story_member m",
    "SELECT m.article_id FROM story_member m WHERE m.article_id BETWEEN :low AND :high",
    "EXISTS (SELECT 1 FROM story_member m WHERE m.article_id = j.value)",
    cost=3,
)
"""Articles that are in a story."""
