"""Whether a database file is whole, and how much is in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reader.domain.errors import LibraryError, StoppedError
from reader.store.connection import APPLICATION_ID, BUSY_SECONDS, SCHEMA_VERSION
from reader.store.files import beside
from reader.store.problems import HEADER, SQLITE_ERRORS, is_damage, library_error

_STEPS = 20_000
"""Steps of SQLite between two questions whether to stop."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A library's schema version and how many rows each of its tables has."""

    version: int
    rows: Mapping[str, int]

    @property
    def articles(self) -> int:
        """How many articles there are, the deleted among them."""
        return self.rows.get("article", 0)


def never() -> bool:
    """Do not stop."""
    return False


@contextmanager
def stoppable(db: sqlite3.Connection, stop: Callable[[], bool]) -> Iterator[None]:
    """Questions inside the block end with StoppedError once ``stop`` says so."""
    db.set_progress_handler(stop, _STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if stop():
            raise StoppedError("The work on the library was stopped.") from error
        raise
    finally:
        db.set_progress_handler(None, 0)


@contextmanager
def looking_at(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that changes nothing, neither the file nor what lies beside it. Raises LibraryError."""
    wal = beside(path, "-wal")
    unclosed = wal.exists() and wal.stat().st_size > 0
    uri = f"{path.absolute().as_uri()}?mode=ro{'' if unclosed else '&immutable=1'}"
    try:
        db = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    except SQLITE_ERRORS as error:
        raise library_error(error, path) from error
    try:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA query_only = ON")
        yield db
    except SQLITE_ERRORS as error:
        raise library_error(error, path) from error
    finally:
        db.close()


def contents(db: sqlite3.Connection) -> Contents:
    """What is in a library. Raises sqlite3.Error."""
    tables = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    named = tables.fetchall()
    virtual = tuple(name for name, sql in named if sql and sql.startswith("CREATE VIRTUAL"))
    inner = tuple(f"{name}_" for name in virtual)
    plain = [name for name, _ in named if name not in virtual and not name.startswith(inner)]
    rows = {name: int(db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in plain}
    return Contents(int(db.execute("PRAGMA user_version").fetchone()[0]), rows)


def is_whole(db: sqlite3.Connection) -> bool:
    """True where SQLite finds the file sound and no row refers to one that is not there. Raises sqlite3.Error."""
    if [row[0] for row in db.execute("PRAGMA quick_check(1)")] != ["ok"]:
        return False
    return db.execute("PRAGMA foreign_key_check").fetchone() is None


def checked(path: Path, stop: Callable[[], bool] = never, broken: LibraryError | None = None) -> Contents:
    """What is in a copy of a library, once it is found to be whole.

    Raises LibraryError: not there, not a library, newer, damaged (``broken`` where that is given); StoppedError.
    """
    try:
        with path.open("rb") as file:
            start = file.read(len(HEADER))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise LibraryError(f"The copy {path} cannot be read: {reason}.", subject=str(path)) from error
    if start != HEADER:
        raise LibraryError(f"{path} is not a copy of a library: it is not a SQLite file.", subject=str(path))
    broken = broken or LibraryError(
        f"The copy {path} is damaged; another one may be whole: parley backup --list", subject=str(path)
    )
    try:
        with looking_at(path) as db, stoppable(db, stop):
            if int(db.execute("PRAGMA application_id").fetchone()[0]) != APPLICATION_ID:
                raise LibraryError(f"{path} is not a copy of a library.", subject=str(path))
            found = contents(db)
            if found.version > SCHEMA_VERSION:
                raise LibraryError(
                    f"The copy {path} was made by a newer version of Parley; upgrade Parley to use it.",
                    subject=str(path),
                )
            if not is_whole(db):
                raise broken
            return found
    except LibraryError as error:
        if is_damage(error.__cause__):
            raise broken from error
        raise
