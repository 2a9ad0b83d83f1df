"""The fourth step of the schema, what analyses found, as rows that can be searched. All of it can be made again.

``store.search`` fills these tables; corrections are in them already. Ids of statements and quantities are the article's
times ``PER_ARTICLE`` and a number that rises in the order of the text, so that a greater id is one that came in later.
"""

from __future__ import annotations

from typing import Any

PER_ARTICLE = 1 << 14

_STATEMENT = """
CREATE TABLE statement (
    id         INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    sid        TEXT NOT NULL,
    start      INTEGER NOT NULL,
    parties    TEXT NOT NULL,
    speakers   TEXT NOT NULL,
    targets    TEXT NOT NULL,
    act        TEXT NOT NULL,
    negated    INTEGER NOT NULL,
    confidence REAL NOT NULL,
    source     TEXT,
    cue        TEXT,
    counted    TEXT NOT NULL,
    words      TEXT NOT NULL
)"""
_QUANTITY = """
CREATE TABLE quantity (
    id           INTEGER PRIMARY KEY,
    article_id   INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    statement_id INTEGER,
    start        INTEGER NOT NULL,
    kind         TEXT NOT NULL,
    low          REAL,
    high         REAL,
    unit         TEXT,
    text         TEXT NOT NULL,
    counted      TEXT NOT NULL
)"""
# One row an article: who and what is in it. Between two names stands U+E000, a letter to SQLite that no query has.
_TOLD = """
CREATE TABLE told (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    actors     TEXT NOT NULL,
    parties    TEXT NOT NULL,
    says       TEXT NOT NULL,
    acts       TEXT NOT NULL,
    targets    TEXT NOT NULL,
    counted    TEXT NOT NULL
)"""
# Articles whose analysis, as it is now, is not in these tables.
_UNTOLD = "CREATE TABLE untold (article_id INTEGER PRIMARY KEY)"
_TOKENIZE = "tokenize = \"unicode61 remove_diacritics 2 separators 'ʼ'\""
_SEARCHES = (
    "CREATE VIRTUAL TABLE said USING fts5(parties, speakers, targets, act, counted, words, "
    f"content = 'statement', content_rowid = 'id', {_TOKENIZE})",
    "CREATE VIRTUAL TABLE named USING fts5(actors, parties, says, acts, targets, counted, "
    f"content = 'told', content_rowid = 'article_id', {_TOKENIZE})",
)
_INDEXES = (
    "CREATE INDEX statement_article ON statement (article_id)",
    "CREATE INDEX quantity_article ON quantity (article_id)",
)
_TRIGGERS = {
    "analysis_added": "AFTER INSERT ON analysis BEGIN INSERT OR IGNORE INTO untold "
    "SELECT id FROM article WHERE text_hash = NEW.text_hash; END",
    "statement_removed": "AFTER DELETE ON statement BEGIN INSERT INTO said "
    "(said, rowid, parties, speakers, targets, act, counted, words) VALUES ('delete', OLD.id, OLD.parties, "
    "OLD.speakers, OLD.targets, OLD.act, OLD.counted, OLD.words); END",
    "told_removed": "AFTER DELETE ON told BEGIN INSERT INTO named "
    "(named, rowid, actors, parties, says, acts, targets, counted) VALUES ('delete', OLD.article_id, OLD.actors, "
    "OLD.parties, OLD.says, OLD.acts, OLD.targets, OLD.counted); END",
}


def upgrade(db: Any) -> None:
    """Every analysis there is waits to be told."""
    for statement in (_STATEMENT, _QUANTITY, _TOLD, _UNTOLD, *_SEARCHES, *_INDEXES):
        db.execute(statement)
    for name, body in _TRIGGERS.items():
        db.execute(f"CREATE TRIGGER {name} {body}")
    db.execute("INSERT INTO untold SELECT id FROM article WHERE text_hash IN (SELECT text_hash FROM analysis)")
