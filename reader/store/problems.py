"""What SQLite refuses, as one sentence for the person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.domain.errors import DamagedError, LibraryError

HEADER = b"SQLite format 3\0"
OWNER = b"PARL"
"""The application id, as it stands in a library's file."""

_OWNER_AT = 68
_LOOKED_AT = 1 << 20
_MIGRATIONS = b"_sqlite_migrations"  # a table every library has
_OF_DAMAGE = ("malformed", "unsupported file format", "Could not decode to UTF-8")
_LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_FORBIDDEN = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH)


SQLITE_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""What asking SQLite may raise: of a damaged file the error's own words may not be text."""

ADVICE = "recover what can be read with: parley doctor --repair, or go back to a copy with: parley restore"
"""What to do about a damaged library."""


def is_locked(error: sqlite3.Error) -> bool:
    """True where another process holds the file."""
    return _code(error) in _LOCKED


def is_damage(error: BaseException | None) -> bool:
    """True for what SQLite raises where the file is not what it should be."""
    if not isinstance(error, sqlite3.Error):
        return isinstance(error, UnicodeDecodeError)
    return _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or any(
        words in str(error) for words in _OF_DAMAGE
    )


def is_full(error: sqlite3.Error) -> bool:
    """True where the disk has no room left."""
    return _code(error) == sqlite3.SQLITE_FULL


def library_error(error: sqlite3.Error | UnicodeDecodeError, path: Path) -> LibraryError:
    """The sentence for an error of SQLite about the library at ``path``."""
    if isinstance(error, UnicodeDecodeError):
        return damaged(path)
    code = _code(error)
    if code in _LOCKED:
        sentence = f"The library {path} is in use by another program; close it there or try again."
    elif code in _FORBIDDEN:
        sentence = f"The library {path} is read-only; nothing can be saved in it."
    elif code == sqlite3.SQLITE_CANTOPEN:
        sentence = f"The library {path} cannot be opened; check that its folder exists and is yours to write in."
    elif code == sqlite3.SQLITE_NOTADB:
        if is_remnant(path):
            return damaged(path)
        sentence = f"{path} is not a library: it is not a SQLite file."
    elif code == sqlite3.SQLITE_CORRUPT:
        return damaged(path)
    elif code == sqlite3.SQLITE_FULL:
        sentence = f"The disk that holds the library {path} is full; nothing was changed."
    elif is_damage(error):
        return damaged(path)
    else:
        sentence = f"The library {path} cannot be used: {error}; look at it with: parley doctor"
    return LibraryError(sentence, subject=str(path))


def damaged(path: Path) -> DamagedError:
    """What to say of a library whose file is damaged."""
    return DamagedError(f"The library {path} is damaged; {ADVICE}", subject=str(path))


def is_remnant(path: Path) -> bool:
    """True where a file that SQLite does not take for its own has something of a library in it still."""
    try:
        with path.open("rb") as file:
            start = file.read(_LOOKED_AT)
    except OSError:
        return False
    return (
        start[_OWNER_AT : _OWNER_AT + 4] == OWNER
        or _MIGRATIONS in start
        or (0 < len(start) <= _OWNER_AT and HEADER.startswith(start[: len(HEADER)]))
    )


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Errors of SQLite inside the block come out as LibraryError."""
    try:
        yield
    except sqlite3.Error as error:
        raise library_error(error, path) from error
    except UnicodeDecodeError as error:
        if b"malformed" not in error.object:
            raise
        raise damaged(path) from error


def _code(error: sqlite3.Error) -> int:
    """The primary result code, without what SQLite adds in the higher bits; 0 where Python raised it itself."""
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
