"""The fourth step of the schema, what analyses found, as rows that can be searched. All of it can be made again.

``store.search.told`` fills these tables; corrections are in them already. A statement's id tells its article, its place
in it and how sure it is: ``store.search.numbering``. Full-text tables here are about articles by the articles' ids, or
about statements by theirs, so that a greater id is one that came in later and two answers meet by their ids alone.
"""

from __future__ import annotations

from typing import Any

# ``parties`` and ``targets`` hold ids and names, ``speakers`` names: ``store.search.names``.
_STATEMENT = """
CREATE TABLE statement (
    id         INTEGER PRIMARY KEY,
    sid        TEXT NOT NULL,
    start      INTEGER NOT NULL,
    parties    TEXT NOT NULL,
    speakers   TEXT NOT NULL,
    targets    TEXT NOT NULL,
    act        TEXT NOT NULL,
    negated    INTEGER NOT NULL,
    confidence REAL NOT NULL,
    words      TEXT NOT NULL
)"""
# A number in an article; ``statement_id`` is NULL where nobody says it. ``counted`` are folded words between spaces.
_QUANTITY = """
CREATE TABLE quantity (
    id           INTEGER PRIMARY KEY,
    statement_id INTEGER,
    low          REAL,
    high         REAL,
    counted      TEXT NOT NULL
)"""
# One row an article: who is named, which parties there are, what is counted, and what numbers: ``store.search.sizes``.
_TOLD = """
CREATE TABLE told (
    article_id INTEGER PRIMARY KEY,
    actors     TEXT NOT NULL,
    parties    TEXT NOT NULL,
    counted    TEXT NOT NULL,
    numbers    TEXT NOT NULL
)"""
# Articles whose analysis, as it is now, is not in these tables; corrections whose articles are not among these yet.
_UNTOLD = "CREATE TABLE untold (article_id INTEGER PRIMARY KEY)"
_RECORRECTED = "CREATE TABLE recorrected (correction_id INTEGER PRIMARY KEY)"
# Nothing is ranked by these, so that they need not know how long each row is.
_OPTIONS = "columnsize = 0, tokenize = \"unicode61 remove_diacritics 2 separators 'ʼ'\""
_SEARCHES = (
    "CREATE VIRTUAL TABLE said USING fts5(parties, speakers, targets, act, words, "
    f"content = 'statement', content_rowid = 'id', {_OPTIONS})",
    "CREATE VIRTUAL TABLE named USING fts5(actors, parties, counted, numbers, "
    f"content = 'told', content_rowid = 'article_id', {_OPTIONS})",
)
# The index over words and titles, with one of how words begin, or the first letters typed take a second. What was in it
# waits to be taken in again.
_SEARCH = (
    "DROP TABLE search",
    "CREATE VIRTUAL TABLE search USING fts5(title, text, author, source, content = 'article', content_rowid = 'id', "
    "prefix = '2 3', tokenize = \"unicode61 remove_diacritics 2 separators 'ʼ'\")",
    "INSERT INTO search (search, rank) VALUES ('hashsize', 8000000)",
    "INSERT OR IGNORE INTO unindexed SELECT id FROM article",
)
_INDEXES = (
    "CREATE INDEX status_bookmarked ON status (article_id) WHERE bookmarked",
    "CREATE INDEX article_changed ON article (id, changed) WHERE changed IS NOT NULL",
)
_OF_OLD = "id BETWEEN OLD.id << 14 AND (OLD.id << 14) + 16383"
_FORGET = (
    f"DELETE FROM statement WHERE {_OF_OLD}; DELETE FROM quantity WHERE {_OF_OLD}; "
    "DELETE FROM told WHERE article_id = OLD.id; DELETE FROM untold WHERE article_id = OLD.id"
)
_QUEUE = (
    "INSERT OR IGNORE INTO untold SELECT NEW.id WHERE EXISTS (SELECT 1 FROM analysis WHERE text_hash = NEW.text_hash)"
)
_TRIGGERS = {
    "analysis_added": "AFTER INSERT ON analysis BEGIN INSERT OR IGNORE INTO untold "
    "SELECT id FROM article WHERE text_hash = NEW.text_hash; END",
    # What comes from feeds, many at a time, is told by those who add it.
    "article_added_analysed": f"AFTER INSERT ON article WHEN NEW.feed_id IS NULL BEGIN {_QUEUE}; END",
    "article_text_changed": "AFTER UPDATE OF text_hash ON article WHEN NEW.text_hash <> OLD.text_hash BEGIN "
    f"{_FORGET}; {_QUEUE}; END",
    "article_untold": f"AFTER DELETE ON article BEGIN {_FORGET}; END",
    "statement_removed": "AFTER DELETE ON statement BEGIN INSERT INTO said "
    "(said, rowid, parties, speakers, targets, act, words) VALUES ('delete', OLD.id, OLD.parties, "
    "OLD.speakers, OLD.targets, OLD.act, OLD.words); END",
    "told_removed": "AFTER DELETE ON told BEGIN INSERT INTO named "
    "(named, rowid, actors, parties, counted, numbers) VALUES ('delete', OLD.article_id, OLD.actors, "
    "OLD.parties, OLD.counted, OLD.numbers); END",
    "correction_made_untold": "AFTER INSERT ON correction BEGIN INSERT OR IGNORE INTO recorrected VALUES (NEW.id); END",
    "correction_undone_untold": "AFTER UPDATE OF undone ON correction WHEN (NEW.undone = 0) <> (OLD.undone = 0) BEGIN "
    "INSERT OR IGNORE INTO recorrected VALUES (NEW.id); END",
}


def upgrade(db: Any) -> None:
    """Every analysis there is waits to be told."""
    for statement in (_STATEMENT, _QUANTITY, _TOLD, _UNTOLD, _RECORRECTED, *_SEARCHES, *_SEARCH, *_INDEXES):
        db.execute(statement)
    for name, body in _TRIGGERS.items():
        db.execute(f"CREATE TRIGGER {name} {body}")
    db.execute(REFILL_UNTOLD)


REFILL_UNTOLD = (
    "INSERT OR IGNORE INTO untold SELECT id FROM article WHERE text_hash IN (SELECT text_hash FROM analysis)"
)
"""Queues every article that has an analysis, to have all of this made again."""
