"""Fill a new library with the rows of another: all of them, or nothing changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path

from reader.domain.errors import LibraryError, LibraryFileError
from reader.store.connection import connect
from reader.store.derived import DERIVED, empty_index, indexes, let_all_be_placed, names, recount
from reader.store.problems import told
from reader.store.transfer.kinds import KINDS, OF, value_maker
from reader.store.transfer.made import SequenceRow
from reader.store.transfer.row import Row

_KEPT = {"tally", "_sqlite_migrations"}
_OF_THE_USER = ("feed", "correction", "deed", "tag", "annotation", "draft", "saved_search", "story_wish", "watch")
_ADDED = (
    "SELECT 1 FROM article WHERE id > coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE key = 'seeded'), 0)"
)


def fill(path: Path, rows: Iterable[Row], where: Callable[[], str]) -> None:
    """Put ``rows`` in the place of everything in the library at ``path``, which is made where it is missing.

    ``where`` says which row was taken last, as "FILE, line 3", for a sentence about one that cannot be kept. Raises
    LibraryFileError for such a row, LibraryError where the library cannot be used or holds more than the example
    stories.
    """
    opened = connect(path)
    db = opened.connection
    try:
        if opened.read_only:
            raise LibraryError(f"The library {path} is read-only; nothing can be saved in it.", subject=str(path))
        with told(path):
            # Rows come in any order; whether all that they belong to is there is asked once all are in.
            db.execute("PRAGMA foreign_keys = OFF")
            db.execute("BEGIN IMMEDIATE")
            try:
                _fill(db, path, rows, where)
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise
    finally:
        db.close()


def check_empty(path: Path) -> None:
    """Raise LibraryError where the library at ``path`` holds more than the example stories."""
    if not path.exists():
        return
    db = connect(path).connection
    try:
        with told(path):
            _refuse_filled(db, path)
    finally:
        db.close()


def _refuse_filled(db: sqlite3.Connection, path: Path) -> None:
    asked = [f"SELECT 1 FROM {table}" for table in _OF_THE_USER] + [_ADDED]
    if any(db.execute(f"{sql} LIMIT 1").fetchone() for sql in asked):
        raise LibraryError(
            f"The library {path} holds more than the example stories; name a new one with: parley --library PATH "
            "import --library FILE",
            subject=str(path),
        )


def _fill(db: sqlite3.Connection, path: Path, rows: Iterable[Row], where: Callable[[], str]) -> None:
    _refuse_filled(db, path)
    built = db.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'index') AND sql IS NOT NULL"
    ).fetchall()
    for kind, name, _ in built:
        db.execute(f"DROP {kind} {name}")
    for each in KINDS:
        db.execute(f"DELETE FROM {each.table}")
    db.execute("CREATE TEMP TABLE numbers (name TEXT PRIMARY KEY, last INTEGER)")
    try:
        for row, alike in groupby(rows, type):
            of = OF[row]
            values = map(value_maker(of), alike)
            if row is SequenceRow:
                db.executemany("INSERT INTO numbers VALUES (?, ?)", values)
                continue
            sql = f"INSERT INTO {of.table} ({', '.join(of.columns)}) VALUES ({', '.join('?' * len(of.columns))})"
            db.executemany(sql, values)
    except (sqlite3.IntegrityError, OverflowError) as error:
        raise LibraryFileError(f"{where()}, cannot be kept: {error}.", subject=str(path)) from error
    # SQLite itself remembers the greatest number there is; numbers of rows long gone are not given out again either.
    db.execute("UPDATE sqlite_sequence SET seq = max(seq, n.last) FROM numbers n WHERE n.name = sqlite_sequence.name")
    db.execute(
        "INSERT INTO sqlite_sequence (name, seq) SELECT name, last FROM numbers "
        "WHERE name NOT IN (SELECT name FROM sqlite_sequence) AND name IN "
        "(SELECT name FROM sqlite_schema WHERE sql LIKE '%AUTOINCREMENT%')"
    )
    for table in (DERIVED & names(db)) - _KEPT:
        db.execute(f"DELETE FROM {table}")
    for index in indexes(db):
        empty_index(db, index)
    recount(db)
    let_all_be_placed(db)
    for _, _, sql in sorted(built):
        db.execute(sql)
    if (broken := db.execute("PRAGMA foreign_key_check").fetchone()) is not None:
        table, number, belongs_to, _ = broken
        raise LibraryFileError(
            f"{where().partition(', line')[0]} is not whole: row {number} of “{table}” belongs to one of "
            f"“{belongs_to}” that is missing.",
            subject=str(path),
        )
