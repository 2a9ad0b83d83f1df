"""The library's schema, one migration a step. Imports sqlite_utils: only for a library that is new or older.

Each migration keeps its name and content for ever once released; the next change is a new function below the last.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlite_utils import Database, Migrations

from reader.store.connection import APPLICATION_ID, SCHEMA_VERSION
from reader.store.schema_counts import upgrade as upgrade_to_counts
from reader.store.schema_feeds import upgrade as upgrade_to_feeds
from reader.store.schema_hearing import upgrade as upgrade_to_hearing
from reader.store.schema_keeping import upgrade as upgrade_to_keeping
from reader.store.schema_search import upgrade as upgrade_to_search
from reader.store.schema_stories import upgrade as upgrade_to_stories
from reader.store.schema_story_stretches import upgrade as upgrade_to_story_stretches
from reader.store.schema_stretches import upgrade as upgrade_to_stretches

migrations = Migrations("parley")

# `text` comes last: a list reads the short columns without walking a row's overflow pages.
_ARTICLE = """
CREATE TABLE article (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    text_hash TEXT NOT NULL UNIQUE,
    dated     TEXT NOT NULL,
    title     TEXT NOT NULL,
    source    TEXT,
    author    TEXT,
    place     TEXT,
    published TEXT,
    language  TEXT NOT NULL,
    url       TEXT,
    origin    TEXT,
    example   INTEGER NOT NULL,
    added     TEXT NOT NULL,
    text      TEXT NOT NULL
)"""
_STATUS = """
CREATE TABLE status (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    read       INTEGER NOT NULL DEFAULT 0,
    position   INTEGER NOT NULL DEFAULT 0
)"""
_ANALYSIS = """
CREATE TABLE analysis (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    text_hash  TEXT NOT NULL,
    engine_key TEXT NOT NULL,
    body       TEXT NOT NULL,
    UNIQUE (text_hash, engine_key)
)"""
_SETTING = "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL)"
_TALLY = "CREATE TABLE tally (name TEXT PRIMARY KEY, value INTEGER NOT NULL)"
_CORRECTION = """
CREATE TABLE correction (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    kind      TEXT NOT NULL,
    actor     TEXT,
    value     TEXT,
    exact     TEXT,
    prefix    TEXT,
    suffix    TEXT,
    start     INTEGER,
    text_hash TEXT,
    made      TEXT NOT NULL,
    undone    INTEGER NOT NULL DEFAULT 0
)"""
_TALLIES = {
    "article_added": "AFTER INSERT ON article BEGIN UPDATE tally SET value = value + 1 WHERE name = 'articles'; END",
    "article_removed": "AFTER DELETE ON article BEGIN UPDATE tally SET value = value - 1 WHERE name = 'articles'; END",
    "status_added": "AFTER INSERT ON status BEGIN UPDATE tally SET value = value + NEW.read WHERE name = 'read'; END",
    "status_removed": "AFTER DELETE ON status BEGIN UPDATE tally SET value = value - OLD.read WHERE name = 'read'; END",
    "status_changed": "AFTER UPDATE OF read ON status BEGIN "
    "UPDATE tally SET value = value + NEW.read - OLD.read WHERE name = 'read'; END",
}


@migrations()  # type: ignore[untyped-decorator]
def m001_articles(db: Any) -> None:
    """What came in (article), what the user did (status), what was found (analysis), settings, running counts."""
    for table in (_ARTICLE, _STATUS, _ANALYSIS, _SETTING, _TALLY):
        db.execute(table)
    db.execute("CREATE INDEX article_newest ON article (dated DESC, id DESC)")
    db.execute("CREATE INDEX article_language ON article (language, dated DESC, id DESC)")
    db.execute("INSERT INTO tally VALUES ('articles', 0), ('read', 0)")
    for name, body in _TALLIES.items():
        db.execute(f"CREATE TRIGGER {name} {body}")


@migrations()  # type: ignore[untyped-decorator]
def m002_corrections(db: Any) -> None:
    """What the user said of analyses: tied to no article and no analysis, and never removed.

    ``undone`` is 0 for what stands, a rising number for what was undone and can be redone, -1 where it no longer can.
    """
    db.execute(_CORRECTION)
    db.execute(
        "CREATE TRIGGER correction_kept BEFORE DELETE ON correction BEGIN "
        "SELECT RAISE(ABORT, 'corrections are undone, not deleted'); END"
    )


@migrations()  # type: ignore[untyped-decorator]
def m003_feeds(db: Any) -> None:
    """Subscriptions, their visits and entries, versions of articles, bookmarks and tags, deeds, full text."""
    upgrade_to_feeds(db)


@migrations()  # type: ignore[untyped-decorator]
def m004_keeping(db: Any) -> None:
    """Tags, highlights and notes, saved searches; analyses as rows that can be searched; counts that are kept."""
    upgrade_to_keeping(db)
    upgrade_to_search(db)
    upgrade_to_counts(db)
    upgrade_to_stretches(db)


@migrations()  # type: ignore[untyped-decorator]
def m005_stories(db: Any) -> None:
    """Articles about one event, what the user says of them, and what is watched for."""
    upgrade_to_stories(db)
    upgrade_to_story_stretches(db)
    upgrade_to_hearing(db)


def migrate(connection: sqlite3.Connection, version: int = SCHEMA_VERSION) -> None:
    """Bring an open library to the present schema, or a new one to an earlier, in one transaction: all or nothing."""
    # Rebuilding a table would remove what refers to it; the pragma does nothing inside a transaction.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have done it while this one waited for the lock.
        if connection.execute("PRAGMA user_version").fetchone()[0] < version:
            later = [migration.name for migration in migrations._migrations[version:]]
            migrations.apply(Database(connection, execute_plugins=False), stop_before=later)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {version}")
            if (broken := connection.execute("PRAGMA foreign_key_check").fetchone()) is not None:
                raise sqlite3.IntegrityError(f"a row of {broken[0]} would lose what it belongs to")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
