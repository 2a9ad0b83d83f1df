"""What SQLite refuses, as one sentence for the person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.domain.errors import LibraryError

_LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_FORBIDDEN = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH)


def is_locked(error: sqlite3.Error) -> bool:
    """True where another process holds the file."""
    return _code(error) in _LOCKED


def library_error(error: sqlite3.Error, path: Path) -> LibraryError:
    """The sentence for an error of SQLite about the library at ``path``."""
    code = _code(error)
    if code in _LOCKED:
        sentence = f"The library {path} is in use by another program; close it there or try again."
    elif code in _FORBIDDEN:
        sentence = f"The library {path} is read-only; nothing can be saved in it."
    elif code == sqlite3.SQLITE_CANTOPEN:
        sentence = f"The library {path} cannot be opened; check that its folder exists and is yours to write in."
    elif code == sqlite3.SQLITE_NOTADB:
        sentence = f"{path} is not a library: it is not a SQLite file."
    elif code == sqlite3.SQLITE_CORRUPT:
        sentence = f"The library {path} is damaged; restore it from a copy."
    elif code == sqlite3.SQLITE_FULL:
        sentence = f"The disk that holds the library {path} is full; nothing was changed."
    else:
        sentence = f"The library {path} cannot be used: {error}."
    return LibraryError(sentence, subject=str(path))


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Errors of SQLite inside the block come out as LibraryError."""
    try:
        yield
    except sqlite3.Error as error:
        raise library_error(error, path) from error


def _code(error: sqlite3.Error) -> int:
    """The primary result code, without what SQLite adds in the higher bits; 0 where Python raised it itself."""
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
