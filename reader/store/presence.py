"""What is at a library's path: nothing, a library, or something else."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from reader.domain.errors import DamagedError, LibraryError
from reader.store.problems import HEADER, damaged, is_remnant


def is_new(path: Path) -> bool:
    """True where there is no file, or an empty one. Raises LibraryError for a file that is not SQLite's.

    SQLite itself takes a file of a few bytes for an empty one and writes over it.
    """
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            what = "a directory, not a library file" if stat.S_ISDIR(mode) else "not a file, so it cannot be a library"
            raise LibraryError(f"{path} is {what}.", subject=str(path))
        with path.open("rb") as file:
            start = file.read(len(HEADER))
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise LibraryError(f"The library {path} cannot be read: {reason}.", subject=str(path)) from error
    if start and start != HEADER:
        if is_remnant(path) or has_backups(path):
            raise damaged(path)
        raise LibraryError(f"{path} is not a library: it is not a SQLite file.", subject=str(path))
    if not start and has_backups(path):
        raise DamagedError(
            f"The library {path} is empty, but there are copies of it; go back to one with: parley restore",
            subject=str(path),
        )
    return not start


def has_backups(path: Path) -> bool:
    """True where there are copies of a library, so that it is one whatever is in the file."""
    folder = path.parent / "backups"
    if not folder.is_dir():
        return False
    from reader.store.backups.shelf import backups

    try:
        return bool(backups(path))
    except OSError:
        return False


def writable(path: Path) -> bool:
    """True where a library may be written, as far as permissions go."""
    effective = os.access in os.supports_effective_ids
    return os.access(path, os.W_OK, effective_ids=effective) and os.access(
        path.parent, os.W_OK | os.X_OK, effective_ids=effective
    )
