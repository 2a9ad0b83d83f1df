"""Make a copy of a library while it may be read and written: one moment of it, whole, checked, on the disk."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from reader.domain.errors import LibraryError, StoppedError
from reader.store.backups.checking import Contents, checked, contents, never, stoppable
from reader.store.backups.shelf import Backup, backup_folder, backups, holds, new_place, rotate
from reader.store.connection import APPLICATION_ID, reading
from reader.store.files import create_private, free_bytes, make_private, remove, stored_bytes, sync, unfinished
from reader.store.problems import SQLITE_ERRORS, damaged, is_full, library_error

PAGES = 256
"""Pages copied at a time: two megabytes, a few milliseconds of a disk."""

REST_SECONDS = 0.01
"""Rest between two steps of a copy that nobody waits for."""

SPARE_BYTES = 16 * 1024**2
"""What a copy leaves free on the disk at least."""

Tell = Callable[[int, int], None]
"""Hears how many pages are copied, and of how many."""


def _silent(done: int, total: int) -> None:
    pass


def back_up(
    library: Path,
    *,
    before: int | None = None,
    gentle: bool = False,
    stop: Callable[[], bool] = never,
    tell: Tell = _silent,
    now: datetime | None = None,
) -> Backup:
    """Put a copy beside a library, check it, and only then remove those it takes the place of.

    ``before`` is the schema version it is upgraded to next; where it is unchanged since it was copied for that, that
    copy is enough. ``gentle`` leaves others time. Raises LibraryError: no
    room, nothing to copy, a folder that cannot be used, a damaged library (every older copy is kept); StoppedError.
    """
    moment = now or datetime.now(UTC)
    try:
        if before is not None:
            for there in backups(library):
                # Trying an upgrade again and again must not turn over the copies from before others.
                if there.before == before and holds(there, library):
                    return there
        place = new_place(library, moment, before)
        copy_checked(library, place, gentle=gentle, stop=stop, tell=tell)
        rotate(library, place)
        return Backup(place, moment, place.stat().st_size, before)
    except OSError as error:
        folder = backup_folder(library)
        reason = error.strerror or error
        raise LibraryError(f"No copy of the library can be kept in {folder}: {reason}.", subject=str(folder)) from error


def back_up_to(library: Path, file: Path, *, stop: Callable[[], bool] = never, tell: Tell = _silent) -> Contents:
    """Write a checked copy of a library into a file of the user's, which may replace an older one there.

    Raises LibraryError, StoppedError.
    """
    try:
        if file.is_dir():
            raise LibraryError(f"{file} is a folder; name a file for the copy.", subject=str(file))
        if file.exists() and file.samefile(library):
            raise LibraryError(f"{file} is the library itself; name another file for the copy.", subject=str(file))
        make_private(file.parent)
        return copy_checked(library, file, stop=stop, tell=tell)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise LibraryError(f"The copy {file} cannot be written: {reason}.", subject=str(file)) from error


def copy_checked(
    library: Path,
    place: Path,
    *,
    gentle: bool = False,
    stop: Callable[[], bool] = never,
    tell: Tell = _silent,
) -> Contents:
    """A copy at ``place``, there once it is whole. Raises LibraryError, StoppedError, OSError."""
    if not library.is_file():
        raise LibraryError(f"There is no library {library} to copy.", subject=str(library))
    needed = stored_bytes(library) + SPARE_BYTES
    if free_bytes(place.parent) < needed:
        raise LibraryError(
            f"The disk has no room for a copy of the library in {place.parent}: it takes {needed // 2**20 + 1} MB.",
            subject=str(place.parent),
        )
    draft = unfinished(place)
    try:
        create_private(draft)
        was = _copy(library, draft, gentle, stop, tell)
        sync(draft)
        if checked(draft, stop, damaged(library)) != was:
            raise LibraryError(f"The copy of the library in {place.parent} is not what it should be; try again.")
        draft.replace(place)
        sync(place.parent)
        return was
    finally:
        remove(draft)


def _copy(library: Path, draft: Path, gentle: bool, stop: Callable[[], bool], tell: Tell) -> Contents:
    def step(_: int, left: int, total: int) -> None:
        if stop():
            raise StoppedError("The copy of the library was stopped.")
        tell(total - left, total)
        if gentle:
            time.sleep(REST_SECONDS)

    try:
        with closing(reading(library)) as source, closing(sqlite3.connect(draft, isolation_level=None)) as target:
            # A new file has nothing to go back to, and waits for the disk once, at the end.
            target.execute("PRAGMA journal_mode = OFF")
            target.execute("PRAGMA synchronous = OFF")
            with stoppable(source, stop):
                # One moment is copied, whatever is written meanwhile: otherwise every change would start it anew.
                source.execute("BEGIN")
                if int(source.execute("PRAGMA application_id").fetchone()[0]) != APPLICATION_ID:
                    raise LibraryError(f"{library} is not a library.", subject=str(library))
                was = contents(source)
            source.backup(target, pages=PAGES, progress=step)
            source.execute("ROLLBACK")
        return was
    except SQLITE_ERRORS as error:
        if isinstance(error, sqlite3.Error) and is_full(error):
            raise LibraryError(
                f"The disk has no room for a copy of the library in {draft.parent}; nothing was changed.",
                subject=str(draft.parent),
            ) from error
        raise library_error(error, library) from error
