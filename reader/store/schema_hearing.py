"""The fifth step of the schema, who is heard in each story, and who is only named there: ``store.search.hearings``.

A row of ``hearing`` is a story's, or an article's that is in none, by its id. All of it can be made again.
"""

from __future__ import annotations

from typing import Any

# Who speaks in a statement that is sure, likely or doubtful, each in the surest; the parties there are. Texts as in
# ``statement``: ``store.search.names``.
_HEARING = """
CREATE TABLE hearing (
    id       INTEGER PRIMARY KEY,
    sure     TEXT NOT NULL,
    likely   TEXT NOT NULL,
    doubtful TEXT NOT NULL,
    named    TEXT NOT NULL
)"""
# A member's row is long.
_INDEX = "CREATE INDEX story_member_narrow ON story_member (article_id, story_id)"
# Articles, or stories, of which that may be another.
_REGATHER = "CREATE TABLE regather (id INTEGER PRIMARY KEY)"
_HEARD = (
    "CREATE VIRTUAL TABLE heard USING fts5(sure, likely, doubtful, named, content = 'hearing', content_rowid = 'id', "
    "columnsize = 0, tokenize = \"unicode61 remove_diacritics 2 separators 'ʼ'\")"
)

_COLUMNS = ("sure", "likely", "doubtful", "named")
_INTO = f"INSERT INTO heard (rowid, {', '.join(_COLUMNS)}) VALUES (NEW.id, {', '.join(f'NEW.{c}' for c in _COLUMNS)})"
_OUT = (
    f"INSERT INTO heard (heard, rowid, {', '.join(_COLUMNS)}) "
    f"VALUES ('delete', OLD.id, {', '.join(f'OLD.{c}' for c in _COLUMNS)})"
)
# Not OR IGNORE: in a trigger, what the statement that fires it says of conflicts counts instead.
_QUEUE = "INSERT INTO regather VALUES {0} ON CONFLICT (id) DO NOTHING"
# With the article every other one of its story is found otherwise, or no more: see ``schema_stretches``.
_STRETCH = (
    "INSERT INTO stretch SELECT article_id >> 12, 1 FROM story_member WHERE story_id = {0} "
    "UNION SELECT {0} >> 12, 1 ON CONFLICT (id) DO UPDATE SET changes = changes + 1"
)
_TRIGGERS = {
    "hearing_added": ("AFTER INSERT ON hearing", (_INTO, _STRETCH.format("NEW.id"))),
    "hearing_changed": ("AFTER UPDATE ON hearing", (_OUT, _INTO, _STRETCH.format("NEW.id"))),
    "hearing_removed": ("AFTER DELETE ON hearing", (_OUT, _STRETCH.format("OLD.id"))),
    "regather_told": ("AFTER INSERT ON told", (_QUEUE.format("(NEW.article_id)"),)),
    "regather_untold": ("AFTER DELETE ON told", (_QUEUE.format("(OLD.article_id)"),)),
    "regather_member_added": ("AFTER INSERT ON story_member", (_QUEUE.format("(NEW.article_id), (NEW.story_id)"),)),
    "regather_member_moved": (
        "AFTER UPDATE OF story_id ON story_member WHEN NEW.story_id <> OLD.story_id",
        (_QUEUE.format("(NEW.article_id), (NEW.story_id), (OLD.story_id)"),),
    ),
    "regather_member_removed": ("AFTER DELETE ON story_member", (_QUEUE.format("(OLD.article_id), (OLD.story_id)"),)),
}

REFILL_REGATHER = "INSERT OR IGNORE INTO regather SELECT article_id FROM told UNION SELECT id FROM hearing"
"""Queues every article that was told."""


def upgrade(db: Any) -> None:
    """Everything that was told waits to be gathered; tables of stories are there."""
    for statement in (_HEARING, _REGATHER, _HEARD, _INDEX):
        db.execute(statement)
    for name, (when, statements) in _TRIGGERS.items():
        db.execute(f"CREATE TRIGGER {name} {when} BEGIN {'; '.join(statements)}; END")
    db.execute(REFILL_REGATHER)
