"""Give the room of what was removed back to the disk."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from reader.domain.errors import LibraryError
from reader.store.connection import connect
from reader.store.files import free_bytes, stored_bytes
from reader.store.problems import SQLITE_ERRORS, library_error


def shrink(path: Path) -> int:
    """Write the library anew without its holes. Gives how many bytes that saved.

    Raises LibraryError: no room for it, which is twice what the library takes; another program writes.
    """
    try:
        before = stored_bytes(path)
        if free_bytes(path.parent) < 2 * before:
            raise LibraryError(
                f"The disk has no room to shrink the library {path}: it takes twice its size.", subject=str(path)
            )
        with closing(connect(path).connection) as db:
            db.execute("VACUUM")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return max(before - stored_bytes(path), 0)
    except SQLITE_ERRORS as error:
        raise library_error(error, path) from error
    except OSError as error:
        raise LibraryError(
            f"The library {path} cannot be shrunk: {error.strerror or error}.", subject=str(path)
        ) from error
