"""The fifth step of the schema, where stories change what a search finds: see ``schema_stretches``.

Whether an article is found may hang on how its story is marked and called, and on what the others of it say (see
``schema_hearing``); so with each of these every article of the story is noted.
"""

from __future__ import annotations

from typing import Any

_ARTICLE = "INSERT INTO stretch VALUES ({0} >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1"
_STORY = (
    "INSERT INTO stretch SELECT DISTINCT article_id >> 12, 1 FROM story_member WHERE story_id = {0} "
    "ON CONFLICT (id) DO UPDATE SET changes = changes + 1"
)
_STORY_OF = _STORY.format("(SELECT story_id FROM story_member WHERE article_id = {0})")

_TRIGGERS = {
    "stretch_member_added": ("AFTER INSERT ON story_member", (_STORY.format("NEW.story_id"),)),
    "stretch_member_moved": (
        "AFTER UPDATE OF story_id ON story_member WHEN NEW.story_id <> OLD.story_id",
        (_STORY.format("OLD.story_id"), _STORY.format("NEW.story_id")),
    ),
    "stretch_member_removed": (
        "AFTER DELETE ON story_member",
        (_ARTICLE.format("OLD.article_id"), _STORY.format("OLD.story_id")),
    ),
    "stretch_story_added": ("AFTER INSERT ON story", (_STORY.format("NEW.id"),)),
    "stretch_story_titled": (
        "AFTER UPDATE OF title_of ON story WHEN NEW.title_of <> OLD.title_of",
        (_STORY.format("NEW.id"),),
    ),
    "stretch_mark_added": (
        "AFTER INSERT ON story_mark WHEN NEW.followed OR NEW.name <> ''",
        (_STORY_OF.format("NEW.article_id"),),
    ),
    "stretch_mark_changed": (
        "AFTER UPDATE OF followed, name ON story_mark WHEN NEW.followed <> OLD.followed OR NEW.name <> OLD.name",
        (_STORY_OF.format("NEW.article_id"),),
    ),
    "stretch_mark_removed": (
        "AFTER DELETE ON story_mark WHEN OLD.followed OR OLD.name <> ''",
        (_STORY_OF.format("OLD.article_id"),),
    ),
    "stretch_titled_otherwise": (
        "AFTER UPDATE OF title ON article WHEN NEW.title <> OLD.title",
        (_STORY_OF.format("NEW.id"),),
    ),
}


def upgrade(db: Any) -> None:
    """Tables of stories are there, and empty."""
    for name, (when, statements) in _TRIGGERS.items():
        db.execute(f"CREATE TRIGGER {name} {when} BEGIN {'; '.join(statements)}; END")
