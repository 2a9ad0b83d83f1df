"""Put a whole new file in the place of a library, keeping what was there under a name of its own.

At every moment there is a library at its path, and what was there is nowhere overwritten.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from reader.domain.errors import LibraryError
from reader.store.files import SIDE_FILES, beside, stamped, sync
from reader.store.problems import SQLITE_ERRORS, is_locked

_WAIT_SECONDS = 0.5
_LOCKED_FROM, _LOCKED_BYTES = 0x40000002, 510  # where SQLite locks a file it has open


def close_off(path: Path) -> None:
    """See that no other program has the library open, and bring what waits beside the file into it.

    Raises LibraryError where another program has it open, as far as that can be told.
    """
    try:
        uri = f"{path.absolute().as_uri()}?mode=rw"
        with closing(sqlite3.connect(uri, uri=True, timeout=_WAIT_SECONDS, isolation_level=None)) as db:
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            db.execute("BEGIN EXCLUSIVE")
            db.execute("COMMIT")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except SQLITE_ERRORS as error:
        # What is damaged cannot be asked by SQLite's means.
        if (isinstance(error, sqlite3.Error) and is_locked(error)) or _is_locked_file(path):
            raise _is_open(path) from error


def refuse_open(path: Path) -> None:
    """As ``close_off``, for a file that is damaged: nothing is written to it, and SQLite is not asked.

    A library that this very process has open is not found.
    """
    if _is_locked_file(path):
        raise _is_open(path)


def take_place(new: Path, path: Path, word: str) -> Path | None:
    """Put ``new`` at ``path``; what was there is kept as ``library.<word>-<moment>.db``, whose path is given.

    Call ``close_off`` first. Raises OSError.
    """
    kept = None
    if os.path.lexists(path):
        kept = stamped(path, word)
        _keep(path, kept)
    new.replace(path)
    sync(path.parent)
    return kept


def _is_open(path: Path) -> LibraryError:
    return LibraryError(
        f"The library {path} is open in another program; close it there and try again.", subject=str(path)
    )


def _keep(path: Path, kept: Path) -> None:
    """Give what is at ``path`` a second name, with the changes that wait beside it: they belong to no other file."""
    try:
        os.link(path, kept)
    except OSError:
        path.rename(kept)  # some file systems know one name a file
    wal = beside(path, "-wal")
    if wal.exists() and wal.stat().st_size > 0:
        wal.rename(beside(kept, "-wal"))
    for ending in SIDE_FILES:
        beside(path, ending).unlink(missing_ok=True)


def _is_locked_file(path: Path) -> bool:
    try:
        import fcntl
    except ImportError:
        return False
    try:
        with path.open("r+b") as file:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCKED_BYTES, _LOCKED_FROM)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False
