"""The fourth step of the schema, where the library has changed: so that what was counted is counted again only there.

A stretch are the articles whose ids differ in their last 12 bits alone; ``changes`` rises with whatever could make a
search find others of them, or find them read, except what feeds, folders and tags are called: ``Search.changes``.
"""

from __future__ import annotations

from typing import Any

_STRETCH = "CREATE TABLE stretch (id INTEGER PRIMARY KEY, changes INTEGER NOT NULL)"
# What was counted of a saved search, as those who count wrote it down.
_SEARCH_COUNT = "CREATE TABLE search_count (search_id INTEGER PRIMARY KEY, counted TEXT NOT NULL)"

_HERE = "INSERT INTO stretch VALUES ({id} >> 12, 1) ON CONFLICT (id) DO UPDATE SET changes = changes + 1"
_FIRED = {"added": "INSERT", "changed": "UPDATE", "removed": "DELETE"}

# By the column that names the article. Of an article that is added it is told by its row in ``unread``, of one that is
# read by the row that goes there.
_OF_ARTICLES = {
    "article": ("id", ("changed", "removed")),
    "unread": ("article_id", ("added", "removed")),
    "unindexed": ("article_id", ("added", "removed")),
    "told": ("article_id", ("added", "removed")),
    "tagging": ("article_id", ("added", "changed", "removed")),
    "annotation": ("article_id", ("added", "changed", "removed")),
    "entry": ("article_id", ("added", "removed")),
}
_LOOKED_AT = "{row}.bookmarked OR ({row}.looked <> '' AND NOT {row}.read)"
_OTHERS = {
    "stretch_status_added": f"AFTER INSERT ON status WHEN {_LOOKED_AT.format(row='NEW')} "
    f"BEGIN {_HERE.format(id='NEW.article_id')}; END",
    "stretch_status_changed": "AFTER UPDATE OF bookmarked, looked ON status WHEN NEW.bookmarked <> OLD.bookmarked "
    f"OR (NEW.looked <> OLD.looked AND NEW.read = OLD.read) BEGIN {_HERE.format(id='NEW.article_id')}; END",
    "stretch_status_removed": f"AFTER DELETE ON status WHEN {_LOOKED_AT.format(row='OLD')} "
    f"BEGIN {_HERE.format(id='OLD.article_id')}; END",
    "stretch_entry_changed": "AFTER UPDATE OF feed_id, article_id ON entry "
    f"BEGIN {_HERE.format(id='OLD.article_id')}; {_HERE.format(id='NEW.article_id')}; END",
}


def upgrade(db: Any) -> None:
    """Nothing has been counted yet."""
    db.execute(_STRETCH)
    db.execute(_SEARCH_COUNT)
    db.execute("INSERT INTO stretch SELECT DISTINCT id >> 12, 0 FROM article")
    for table, (column, when) in _OF_ARTICLES.items():
        for name in when:
            row = "OLD" if name == "removed" else "NEW"
            body = f"AFTER {_FIRED[name]} ON {table} BEGIN {_HERE.format(id=f'{row}.{column}')}; END"
            db.execute(f"CREATE TRIGGER stretch_{table}_{name} {body}")
    for name, body in _OTHERS.items():
        db.execute(f"CREATE TRIGGER {name} {body}")
