"""Go back to a copy of a library. What was the library stays beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from reader.domain.errors import LibraryError, StoppedError
from reader.store.backups.checking import Contents, checked, looking_at, never
from reader.store.backups.making import PAGES, SPARE_BYTES, Tell
from reader.store.files import create_private, free_bytes, make_private, remove, stored_bytes, sync, unfinished
from reader.store.problems import SQLITE_ERRORS, is_full, library_error
from reader.store.taking_place import close_off, take_place


@dataclass(frozen=True, slots=True)
class Restored:
    """What is in the library now, and where the one it replaced is kept (None: there was none)."""

    contents: Contents
    replaced: Path | None


def restore(library: Path, copy: Path, *, stop: Callable[[], bool] = never, tell: Tell = lambda *_: None) -> Restored:
    """Put a copy, which stays, in the place of the library. Raises LibraryError: the copy is missing, damaged or
    newer, the library is open elsewhere, no room; StoppedError. Then nothing is changed."""
    try:
        if library.exists() and copy.exists() and copy.samefile(library):
            raise LibraryError(f"{copy} is the library itself; name a copy of it.", subject=str(copy))
        expected = checked(copy, stop)
        make_private(library.parent)
        if free_bytes(library.parent) < stored_bytes(copy) + SPARE_BYTES:
            raise LibraryError(f"The disk has no room to put back {copy}.", subject=str(library.parent))
        draft = unfinished(library)
        try:
            create_private(draft)
            _take_over(copy, draft, stop, tell)
            sync(draft)
            if checked(draft, stop) != expected:
                raise LibraryError(f"The copy {copy} changed while it was read; try again.", subject=str(copy))
            if library.exists():
                close_off(library)
            return Restored(expected, take_place(draft, library, "replaced"))
        finally:
            remove(draft)
    except OSError as error:
        raise LibraryError(
            f"The copy {copy} cannot be put in place of {library}: {error.strerror or error}.", subject=str(library)
        ) from error


def _take_over(copy: Path, draft: Path, stop: Callable[[], bool], tell: Tell) -> None:
    def step(_: int, left: int, total: int) -> None:
        if stop():
            raise StoppedError("Going back to a copy was stopped; the library is as it was.")
        tell(total - left, total)

    try:
        with looking_at(copy) as source, closing(sqlite3.connect(draft, isolation_level=None)) as target:
            target.execute("PRAGMA journal_mode = OFF")
            target.execute("PRAGMA synchronous = OFF")
            source.backup(target, pages=PAGES, progress=step)
    except SQLITE_ERRORS as error:
        if isinstance(error, sqlite3.Error) and is_full(error):
            raise LibraryError(f"The disk has no room to put back {copy}.", subject=str(draft.parent)) from error
        raise library_error(error, copy) from error
