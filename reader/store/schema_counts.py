"""The fourth step of the schema, what lists and counts ask over and over, kept instead of recounted."""

from __future__ import annotations

from typing import Any

# The unread articles in the order of the list: in a large library that is read they are few, and far between.
_UNREAD = """
CREATE TABLE unread (
    dated      TEXT NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (dated, article_id)
) WITHOUT ROWID"""
# The articles the present engine of their language has not analysed; ``analysed_by`` says which engine that was when
# this was filled, as only those who call it know which is the present one.
_UNANALYSED = """
CREATE TABLE unanalysed (
    dated      TEXT NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (dated, article_id)
) WITHOUT ROWID"""
_ANALYSED_BY = "CREATE TABLE analysed_by (language TEXT PRIMARY KEY, engine_key TEXT NOT NULL)"
# Articles a feed has, without those that were deleted, and how many of them are unread.
_FEED_COUNT = """
CREATE TABLE feed_count (
    feed_id  INTEGER PRIMARY KEY REFERENCES feed (id),
    articles INTEGER NOT NULL,
    unread   INTEGER NOT NULL
)"""
_FEEDS_OF = "feed_id IN (SELECT feed_id FROM entry WHERE article_id = {row}.article_id)"
_DATED = "(SELECT dated FROM article WHERE id = {row}.article_id)"


_ANALYSED = (
    "EXISTS (SELECT 1 FROM analysis n JOIN analysed_by b ON b.engine_key = n.engine_key "
    "WHERE n.text_hash = NEW.text_hash AND b.language = NEW.language)"
)


def _listed(row: str) -> str:
    """Make an article unread in lists and counts, or not any more, as a row of ``status`` says."""
    return f"NOT ({row}.read OR {row}.deleted)"


# Deleted articles stay as rows; ``hidden`` is kept of ``status`` so that the list's order is read from an index alone.
_HIDDEN = "ALTER TABLE article ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0"
_INDEXES = (
    "DROP INDEX article_newest",
    # ``hidden`` is in it because SQLite asks again.
    "CREATE INDEX article_newest ON article (dated DESC, id DESC, hidden) WHERE hidden = 0",
    # An article's row is as long as its text: what is asked of every one that is found is read from here.
    "CREATE INDEX article_narrow ON article (id, dated, language, hidden)",
)
_TRIGGERS = {
    "hidden_status_added": "AFTER INSERT ON status WHEN NEW.deleted BEGIN "
    "UPDATE article SET hidden = 1 WHERE id = NEW.article_id; END",
    "hidden_status_changed": "AFTER UPDATE OF deleted ON status WHEN NEW.deleted <> OLD.deleted BEGIN "
    "UPDATE article SET hidden = NEW.deleted WHERE id = NEW.article_id; END",
    "hidden_status_removed": "AFTER DELETE ON status WHEN OLD.deleted BEGIN "
    "UPDATE article SET hidden = 0 WHERE id = OLD.article_id; END",
    # A feed that comes back by undo has its entries already.
    "counted_feed_added": "AFTER INSERT ON feed BEGIN INSERT INTO feed_count SELECT NEW.id, "
    "total(NOT coalesce(s.deleted, 0)), total(NOT (coalesce(s.read, 0) OR coalesce(s.deleted, 0))) "
    "FROM (SELECT DISTINCT article_id FROM entry WHERE feed_id = NEW.id) e "
    "LEFT JOIN status s ON s.article_id = e.article_id; END",
    "counted_feed_removed": "BEFORE DELETE ON feed BEGIN DELETE FROM feed_count WHERE feed_id = OLD.id; END",
    "unread_article_added": "AFTER INSERT ON article WHEN NEW.feed_id IS NULL BEGIN "
    f"INSERT INTO unread VALUES (NEW.dated, NEW.id); INSERT INTO unanalysed SELECT NEW.dated, NEW.id "
    f"WHERE NOT {_ANALYSED}; END",
    "unanalysed_article_changed": "AFTER UPDATE OF language, text_hash ON article BEGIN "
    "DELETE FROM unanalysed WHERE dated = OLD.dated AND article_id = OLD.id; "
    f"INSERT OR IGNORE INTO unanalysed SELECT NEW.dated, NEW.id WHERE NOT {_ANALYSED}; END",
    "unanalysed_analysis_removed": "AFTER DELETE ON analysis BEGIN INSERT OR IGNORE INTO unanalysed "
    "SELECT a.dated, a.id FROM article a JOIN analysed_by b ON b.language = a.language "
    "WHERE a.text_hash = OLD.text_hash AND b.engine_key = OLD.engine_key; END",
    "unanalysed_analysis_added": "AFTER INSERT ON analysis BEGIN DELETE FROM unanalysed WHERE (dated, article_id) IN "
    "(SELECT a.dated, a.id FROM article a JOIN analysed_by b ON b.language = a.language "
    "WHERE a.text_hash = NEW.text_hash AND b.engine_key = NEW.engine_key); END",
    "unread_article_removed": "AFTER DELETE ON article BEGIN "
    "DELETE FROM unread WHERE dated = OLD.dated AND article_id = OLD.id; "
    "DELETE FROM unanalysed WHERE dated = OLD.dated AND article_id = OLD.id; END",
    "unread_article_dated": "AFTER UPDATE OF dated ON article WHEN NEW.dated <> OLD.dated BEGIN "
    "UPDATE unread SET dated = NEW.dated WHERE dated = OLD.dated AND article_id = NEW.id; "
    "UPDATE unanalysed SET dated = NEW.dated WHERE dated = OLD.dated AND article_id = NEW.id; END",
    "unread_status_added": f"AFTER INSERT ON status WHEN NOT {_listed('NEW')} BEGIN "
    f"DELETE FROM unread WHERE dated = {_DATED.format(row='NEW')} AND article_id = NEW.article_id; "
    f"UPDATE feed_count SET unread = unread - 1, articles = articles - NEW.deleted "
    f"WHERE {_FEEDS_OF.format(row='NEW')}; END",
    "unread_status_changed": "AFTER UPDATE OF read, deleted ON status "
    "WHEN NEW.read <> OLD.read OR NEW.deleted <> OLD.deleted BEGIN "
    f"DELETE FROM unread WHERE dated = {_DATED.format(row='NEW')} AND article_id = NEW.article_id; "
    f"INSERT INTO unread SELECT dated, id FROM article WHERE id = NEW.article_id AND {_listed('NEW')}; "
    f"UPDATE feed_count SET unread = unread + ({_listed('NEW')}) - ({_listed('OLD')}), "
    f"articles = articles - NEW.deleted + OLD.deleted WHERE {_FEEDS_OF.format(row='NEW')}; END",
    "unread_status_removed": f"AFTER DELETE ON status WHEN NOT {_listed('OLD')} BEGIN "
    "INSERT OR IGNORE INTO unread SELECT dated, id FROM article WHERE id = OLD.article_id; "
    "UPDATE feed_count SET unread = unread + 1, articles = articles + OLD.deleted "
    f"WHERE {_FEEDS_OF.format(row='OLD')}; END",
    "counted_entry_removed": "AFTER DELETE ON entry WHEN OLD.feed_id IS NOT NULL AND NOT EXISTS "
    "(SELECT 1 FROM entry WHERE feed_id = OLD.feed_id AND article_id = OLD.article_id) BEGIN "
    "UPDATE feed_count SET articles = articles - coalesce((SELECT NOT deleted FROM status "
    "WHERE article_id = OLD.article_id), 1), unread = unread - coalesce((SELECT NOT (read OR deleted) FROM status "
    "WHERE article_id = OLD.article_id), 1) WHERE feed_id = OLD.feed_id; END",
}


def upgrade(db: Any) -> None:
    """Count once what was there before."""
    db.execute(_HIDDEN)
    db.execute("UPDATE article SET hidden = 1 WHERE id IN (SELECT article_id FROM status WHERE deleted)")
    for statement in _INDEXES:
        db.execute(statement)
    db.execute(_UNREAD)
    db.execute(_UNANALYSED)
    db.execute(_ANALYSED_BY)
    db.execute(_FEED_COUNT)
    db.execute(REFILL_UNREAD)
    db.execute(REFILL_COUNTS)
    for name, body in _TRIGGERS.items():
        db.execute(f"CREATE TRIGGER {name} {body}")


REFILL_UNREAD = (
    "INSERT INTO unread SELECT a.dated, a.id FROM article a LEFT JOIN status s ON s.article_id = a.id "
    "WHERE coalesce(s.read, 0) = 0 AND coalesce(s.deleted, 0) = 0"
)
"""Fills an empty ``unread`` from what it is kept of."""

REFILL_COUNTS = (
    "INSERT INTO feed_count SELECT f.id, total(e.article_id IS NOT NULL AND NOT coalesce(s.deleted, 0)), "
    "total(e.article_id IS NOT NULL AND NOT (coalesce(s.read, 0) OR coalesce(s.deleted, 0))) FROM feed f "
    "LEFT JOIN (SELECT DISTINCT feed_id, article_id FROM entry) e ON e.feed_id = f.id "
    "LEFT JOIN status s ON s.article_id = e.article_id GROUP BY f.id"
)
"""Fills an empty ``feed_count`` from what it is kept of."""
