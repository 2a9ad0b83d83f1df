"""What is done for a library from time to time without being asked: a copy a day, and the cleanup its user chose."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from reader.domain.errors import LibraryError
from reader.ingest.aside import aside
from reader.ingest.library_lane import LibraryLane

if TYPE_CHECKING:
    from reader.store.backups.shelf import Backup
    from reader.store.cleanup import Wish
    from reader.store.library import Library

_AUTOMATIC, _RAN = "cleanup.days", "cleanup.ran"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was done: the copy that was made, or None where none was due; how many articles' texts went; and what
    could not be done, as a sentence."""

    backup: Backup | None = None
    removed: int = 0
    problem: str | None = None


def _silent(done: int, total: int) -> None:
    pass


async def keep_up(lane: LibraryLane, tell: Callable[[int, int], None] = _silent) -> Kept:
    """Make the day's copy if it is due, then clean up once a day where that is switched on.

    ``tell`` hears, on another thread, how many pages are copied and of how many.
    Raises nothing of its own: what could not be done is in the answer.
    """
    try:
        if await lane.ask(lambda library: library.read_only):
            return Kept()
        # The copy first: what is cleaned up is in it.
        made = await aside(partial(_daily, lane, tell), "backup")
        age = await lane.ask(_due_cleanup)
        if age is None:
            return Kept(made)
        removed = await clean_up(lane, _wish(age))
        await lane.ask(lambda library: library.set_setting(_RAN, _today()))
        return Kept(made, removed)
    except LibraryError as error:
        return Kept(problem=str(error))


async def clean_up(lane: LibraryLane, wish: Wish) -> int:
    """Remove what a wish names, a little at a time, so that other questions are answered between. Gives how many
    articles' texts went. Raises LibraryError."""
    removed, after = 0, 0
    while True:
        gone, next_ = await lane.ask(partial(_clean, wish=wish, after=after))
        removed += gone
        if next_ is None:
            return removed
        after = next_
        await asyncio.sleep(0)


def automatic_cleanup(library: Library) -> timedelta | None:
    """The age from which articles are cleaned up without being asked; None where that is switched off."""
    days = library.setting(_AUTOMATIC) or ""
    return timedelta(days=int(days)) if days.isascii() and days.isdecimal() and int(days) > 0 else None


def set_automatic_cleanup(library: Library, age: timedelta | None) -> None:
    """Clean up articles of that age from now on, or none."""
    with library.transaction():
        library.set_setting(_AUTOMATIC, str(age.days) if age is not None else "")
        library.set_setting(_RAN, "")


def _due_cleanup(library: Library) -> timedelta | None:
    return automatic_cleanup(library) if library.setting(_RAN) != _today() else None


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _daily(lane: LibraryLane, tell: Callable[[int, int], None], stop: Callable[[], bool]) -> Backup | None:
    from reader.store.backups.making import back_up
    from reader.store.backups.shelf import is_due

    try:
        if not is_due(lane.path):
            return None
    except OSError as error:
        raise LibraryError(f"The copies of {lane.path} cannot be looked at: {error.strerror or error}.") from error
    return back_up(lane.path, gentle=True, stop=stop, tell=tell)


def _wish(age: timedelta) -> Wish:
    from reader.store.cleanup import Wish

    return Wish(older_than=age)


def _clean(library: Library, wish: Wish, after: int) -> tuple[int, int | None]:
    return library.cleanup.run(wish, after)
