"""Examine what is in a library that can be opened: its pages, what refers to what, counts, full text, deeds.

Every function may raise sqlite3.Error, of damage among others.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator

from reader.store.connection import SCHEMA_VERSION
from reader.store.derived import indexes, names, wrong_counts, wrong_index
from reader.store.doctor.findings import Check, Finding, fine, note, wrong

_OF_AN_INDEX = re.compile(
    r"row \d+ missing from index|wrong # of entries in index|non-unique entry in index|row \d+ values differ from index"
)
_NAMES = {
    "search": "of articles",
    "noted": "of notes and highlights",
    "said": "of statements",
    "named": "of who is named in articles",
    "heard": "of who is heard in stories",
}
_MOST = 100
ORPHANS = (
    "text_hash NOT IN (SELECT text_hash FROM article) AND text_hash NOT IN (SELECT text_hash FROM version) "
    "AND text_hash NOT IN (SELECT text_hash FROM alternate)"
)
"""Which analyses are of texts that are nowhere any more."""


def problems(db: sqlite3.Connection, quick: bool) -> list[str]:
    """What SQLite finds wrong with the file."""
    pragma = "quick_check" if quick else "integrity_check"
    return [text for (text,) in db.execute(f"PRAGMA {pragma}({_MOST})") if text != "ok"]


def only_indexes(found: list[str]) -> bool:
    """True where all of these problems go when the table's indexes are made anew."""
    return all(_OF_AN_INDEX.match(text) for text in found)


def schema(db: sqlite3.Connection) -> Finding:
    """Which version the library is of."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version < SCHEMA_VERSION:
        return note(
            Check.SCHEMA,
            f"The library is of version {version}; it is upgraded to {SCHEMA_VERSION} when it is opened next.",
        )
    if db.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        return note(Check.SCHEMA, f"Version {version}; its journal is set right when it is opened next.")
    return fine(Check.SCHEMA, f"The library is of version {version}, the present one.")


def references(db: sqlite3.Connection) -> Finding:
    """Rows that belong to something that is not there."""
    found = Counter((table, parent) for table, _, parent, _ in db.execute("PRAGMA foreign_key_check"))
    if not found:
        return fine(Check.REFERENCES, "Everything belongs to something that is there.")
    parts = [f"{count} of {table} without their {parent}" for (table, parent), count in sorted(found.items())]
    return wrong(Check.REFERENCES, f"Rows belong to what is not there: {', '.join(parts)}.")


def counts(db: sqlite3.Connection, quick: bool) -> Finding:
    """The counts that are kept, compared with a recount."""
    found = wrong_counts(db, thorough=not quick)
    if found:
        return wrong(Check.COUNTS, f"What is counted is wrong: {'; '.join(found)}.")
    articles = db.execute("SELECT count(*) FROM article").fetchone()[0]
    return fine(Check.COUNTS, f"The counts are right: {articles} articles, the deleted among them.")


def full_text(db: sqlite3.Connection, quick: bool) -> Iterator[Finding]:
    """Each full-text index, and what waits for it."""
    for name in indexes(db):
        if wrong_index(db, name, not quick):
            yield wrong(Check.SEARCH, f"The full-text index {_NAMES[name]} is not what it should be.")
        else:
            yield fine(Check.SEARCH, f"The full-text index {_NAMES[name]} matches what it is of.")
    for table, what in (
        ("unindexed", "articles wait to be taken into the full-text index"),
        ("untold", "articles wait for their analyses to be made searchable"),
        ("regather", "articles wait to be searched for who is heard in their stories"),
        ("unplaced", "articles wait for their place in stories"),
    ):
        if table in names(db):
            (waiting,) = db.execute(f"SELECT count(*) FROM {table}").fetchone()
            if waiting:
                yield note(Check.SEARCH, f"{waiting} {what}; that happens by itself.")


def deeds(db: sqlite3.Connection) -> Finding | None:
    """What can be undone; None in a library that has no such thing."""
    if "deed" not in names(db):
        return None
    (unreadable,) = db.execute("SELECT count(*) FROM deed WHERE NOT json_valid(changes) AND undone >= 0").fetchone()
    if unreadable:
        return wrong(Check.DEEDS, f"{unreadable} of the things that were done cannot be undone: they are garbled.")
    if "story_wish" in names(db):
        sql = "SELECT count(*) FROM story_wish WHERE NOT (json_valid(articles) AND json_valid(others))"
        if garbled := db.execute(sql).fetchone()[0]:
            return wrong(Check.DEEDS, f"{garbled} corrections of stories cannot be read: they are garbled.")
    (count,) = db.execute("SELECT count(*) FROM deed").fetchone()
    return fine(Check.DEEDS, f"What was done, {count} deed{'' if count == 1 else 's'}, can be read.")


def analyses(db: sqlite3.Connection) -> Finding | None:
    """Analyses of texts that are gone; None where there are none."""
    if "version" not in names(db):
        return None
    (gone,) = db.execute(f"SELECT count(*) FROM analysis WHERE {ORPHANS}").fetchone()
    return note(Check.ANALYSES, f"{gone} analyses are of texts that are gone; --repair removes them.") if gone else None
