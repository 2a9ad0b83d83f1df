"""The fourth step of the schema, what the user keeps: tags, highlights and notes, drafts, saved searches."""

from __future__ import annotations

from typing import Any

_TAG = """
CREATE TABLE tag (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    name   TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    colour TEXT
)"""
_TAGGING = """
CREATE TABLE tagging_next (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES article (id),
    tag_id     INTEGER NOT NULL REFERENCES tag (id),
    UNIQUE (article_id, tag_id)
)"""
# What the user wrote keeps its article: neither has ON DELETE CASCADE.
_ANNOTATION = """
CREATE TABLE annotation (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uri        TEXT NOT NULL UNIQUE,
    article_id INTEGER NOT NULL REFERENCES article (id),
    about      TEXT NOT NULL,
    colour     TEXT,
    body       TEXT NOT NULL,
    exact      TEXT,
    prefix     TEXT,
    suffix     TEXT,
    start      INTEGER,
    text_hash  TEXT,
    created    TEXT NOT NULL,
    modified   TEXT NOT NULL
)"""
# What is being written and not yet kept as a note; ``subject`` names what it is about.
_DRAFT = """
CREATE TABLE draft (
    subject TEXT PRIMARY KEY,
    body    TEXT NOT NULL,
    saved   TEXT NOT NULL
)"""
_SAVED_SEARCH = """
CREATE TABLE saved_search (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    name     TEXT NOT NULL,
    query    TEXT NOT NULL,
    position INTEGER NOT NULL,
    added    TEXT NOT NULL
)"""
_NOTED = """
CREATE VIRTUAL TABLE noted USING fts5(
    body, exact, content = 'annotation', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2 separators 'ʼ'"
)"""
_INTO = "INSERT INTO noted (rowid, body, exact) VALUES (NEW.id, NEW.body, NEW.exact)"
_OUT = "INSERT INTO noted (noted, rowid, body, exact) VALUES ('delete', OLD.id, OLD.body, OLD.exact)"
_TRIGGERS = {
    "annotation_added": f"AFTER INSERT ON annotation BEGIN {_INTO}; END",
    "annotation_removed": f"AFTER DELETE ON annotation BEGIN {_OUT}; END",
    "annotation_changed": f"AFTER UPDATE OF body, exact ON annotation BEGIN {_OUT}; {_INTO}; END",
}
_INDEXES = (
    "CREATE INDEX tagging_tag ON tagging (tag_id, article_id)",
    "CREATE INDEX annotation_article ON annotation (article_id)",
    "CREATE INDEX annotation_newest ON annotation (created DESC, id DESC)",
    # Articles of feeds are found by the addresses of their entries.
    "CREATE INDEX article_address ON article (id, url) WHERE feed_id IS NULL AND url IS NOT NULL",
)


def upgrade(db: Any) -> None:
    """Tags become rows of their own, so that renaming one is one change."""
    db.execute(_TAG)
    db.execute(_TAGGING)
    names = [name for (name,) in db.execute("SELECT DISTINCT tag FROM tagging ORDER BY tag").fetchall()]
    for name in names:
        db.execute("INSERT OR IGNORE INTO tag (name, folded) VALUES (?, ?)", (name, name.casefold()))
        db.execute(
            "INSERT OR IGNORE INTO tagging_next (article_id, tag_id) SELECT t.article_id, g.id FROM tagging t "
            "JOIN tag g ON g.folded = ? WHERE t.tag = ? ORDER BY t.article_id",
            (name.casefold(), name),
        )
    db.execute("DROP TABLE tagging")
    db.execute("ALTER TABLE tagging_next RENAME TO tagging")
    for statement in (_ANNOTATION, _DRAFT, _SAVED_SEARCH, _NOTED, *_INDEXES):
        db.execute(statement)
    for name, body in _TRIGGERS.items():
        db.execute(f"CREATE TRIGGER {name} {body}")
