"""Open the file of a library: refuse what is not one, create or upgrade what needs it.

Plain sqlite3 is enough for a library that is current, so that the first screen waits for nothing else.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from reader.domain.errors import DamagedError, LibraryError
from reader.store.files import beside, remove
from reader.store.presence import is_new, writable
from reader.store.problems import SQLITE_ERRORS, damaged, is_locked, library_error

SCHEMA_VERSION = 5  # as many as there are migrations in schema.py
APPLICATION_ID = 0x5041524C  # "PARL": tells a library from other programs' SQLite files
BUSY_SECONDS = 2.0
PAGE_BYTES = 8192  # an article's text fits mostly; a fifth less work than with SQLite's own 4096
CHECKPOINT_PAGES = 4_000  # 32 MB: a refresh writes the same pages of the indexes again and again
PATIENT_SECONDS = 30.0  # for work nobody waits for, beside another process that refreshes too


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection in autocommit mode with foreign keys on; ``read_only`` where the file or its folder is."""

    connection: sqlite3.Connection
    read_only: bool


def connect(path: Path) -> Opened:
    """Open, create or upgrade the library at ``path``.

    Raises LibraryError: a directory, not SQLite, of another program, newer, locked, in a place that cannot be used.
    """
    if is_new(path):
        return Opened(_create(path), read_only=False)
    if not writable(path):
        return Opened(_open_read_only(path), read_only=True)
    connection: sqlite3.Connection | None = None
    try:
        connection = _connect(path, "mode=rw")
        version, filled = version_of(connection, path)
        if version < SCHEMA_VERSION:
            if filled:
                _back_up(path)
            _upgrade(connection)
        if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            connection.execute("PRAGMA journal_mode = WAL")
        return Opened(connection, read_only=False)
    except BaseException as error:
        if connection is not None:
            connection.close()
        if isinstance(error, SQLITE_ERRORS):
            raise library_error(error, path) from error
        raise


def _create(path: Path) -> sqlite3.Connection:
    """A new library. Where that fails no half-made file is left behind."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or "it is not allowed"
        raise LibraryError(
            f"The folder {path.parent} cannot be made for the library: {reason}.", subject=str(path)
        ) from error
    ours = not path.exists()
    connection: sqlite3.Connection | None = None
    try:
        connection = _connect(path, "mode=rwc")
        connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        connection.execute("PRAGMA journal_mode = WAL")
        _upgrade(connection)
        return connection
    except BaseException as error:
        if connection is not None:
            connection.close()
        # A locked file is being made by another process, so it is not ours to remove.
        if ours and not (isinstance(error, sqlite3.Error) and is_locked(error)):
            remove(path)
        if isinstance(error, SQLITE_ERRORS):
            raise library_error(error, path) from error
        raise


def _open_read_only(path: Path) -> sqlite3.Connection:
    """A library in a read-only place. SQLite needs its side files there, or none with content beside it."""
    problem: sqlite3.Error | UnicodeDecodeError | None = None
    for mode in _read_only_modes(path):
        connection = None
        try:
            connection = _connect(path, mode)
            version, _ = version_of(connection, path)
        except SQLITE_ERRORS as error:
            problem = error
            if connection is not None:
                connection.close()
            continue
        except LibraryError:
            if connection is not None:
                connection.close()
            raise
        if version < SCHEMA_VERSION:
            connection.close()
            raise LibraryError(
                f"The library {path} must be upgraded, but it is read-only; copy it where you can write.",
                subject=str(path),
            )
        return connection
    assert problem is not None
    raise library_error(problem, path) from problem


def _read_only_modes(path: Path) -> tuple[str, ...]:
    wal = beside(path, "-wal")
    unclosed = wal.exists() and wal.stat().st_size > 0
    return ("mode=ro",) if unclosed else ("mode=ro", "mode=ro&immutable=1")


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?{mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    return connection


def version_of(connection: sqlite3.Connection, path: Path) -> tuple[int, bool]:
    """The schema version of an existing file, and whether anything is in it.

    Raises LibraryError where it is another program's, or newer.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    owner = int(connection.execute("PRAGMA application_id").fetchone()[0])
    filled = connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is not None
    if filled and owner != APPLICATION_ID:
        if migrations_of(connection):
            raise damaged(path)
        raise LibraryError(f"{path} is not a library: it is another program's SQLite file.", subject=str(path))
    if version > SCHEMA_VERSION:
        raise LibraryError(
            f"The library {path} was made by a newer version of Parley; upgrade Parley to open it.", subject=str(path)
        )
    return version, filled


def migrations_of(connection: sqlite3.Connection) -> list[str]:
    """The migrations a file went through: it is a library where there are any, whatever its header says."""
    sql = "SELECT 1 FROM sqlite_schema WHERE name = '_sqlite_migrations'"
    if connection.execute(sql).fetchone() is None:
        return []
    rows = connection.execute("SELECT DISTINCT name FROM _sqlite_migrations WHERE migration_set = 'parley'")
    return [name for (name,) in rows]


def _back_up(path: Path) -> None:
    """Keep a copy of a library as it is before it is upgraded. Raises LibraryError: then it is not upgraded."""
    from reader.store.backups.making import back_up

    try:
        back_up(path, before=SCHEMA_VERSION)
    except DamagedError:
        raise
    except LibraryError as error:
        raise LibraryError(
            f"The library {path} must be upgraded, and was left as it is because it could not be copied first: {error}",
            subject=str(path),
        ) from error


def reading(path: Path) -> sqlite3.Connection:
    """A connection that asks a library and changes nothing in it. Raises sqlite3.Error."""
    modes = ("mode=rw",) if writable(path) else _read_only_modes(path)
    for mode in modes[:-1]:
        try:
            return _asking(path, mode)
        except SQLITE_ERRORS:
            continue
    return _asking(path, modes[-1])


def open_to_read(path: Path) -> sqlite3.Connection:
    """As ``reading``, for a library that is current. Raises LibraryError, where it is none of this version's too."""
    connection: sqlite3.Connection | None = None
    try:
        connection = reading(path)
        version, _ = version_of(connection, path)
        if version < SCHEMA_VERSION:
            raise LibraryError(f"The library {path} must be upgraded before it is searched.", subject=str(path))
        return connection
    except BaseException as error:
        if connection is not None:
            connection.close()
        if isinstance(error, SQLITE_ERRORS):
            raise library_error(error, path) from error
        raise


def _asking(path: Path, mode: str) -> sqlite3.Connection:
    connection = _connect(path, mode)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
    except SQLITE_ERRORS:
        connection.close()
        raise
    return connection


def _upgrade(connection: sqlite3.Connection) -> None:
    from reader.store.schema import migrate

    migrate(connection)
