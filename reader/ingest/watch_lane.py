"""What rules have to tell, found beside whatever else the library is asked: on a thread and a connection of its own."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.domain.watch import Sighting

if TYPE_CHECKING:
    from reader.ingest.library_lane import LibraryLane
    from reader.ingest.search_lane import SearchLane
    from reader.ingest.watching import Look
    from reader.store.library import Library


class _State(NamedTuple):
    """What tells that there can be nothing new: what searches may find, and the day."""

    changes: object
    day: date


class WatchLane:
    """Looks for what is new and remembers it through ``library``. Every method may raise ParleyError."""

    def __init__(self, path: Path, library: LibraryLane) -> None:
        self._path = path
        self._library = library
        self._lane: SearchLane | None = None
        self._last: dict[int, tuple[str, _State]] = {}
        self._closed = False

    async def look(self, today: date) -> list[Sighting]:
        """What is new since it was last told, in the order of the rules; it is not told again. Dates in queries are
        reckoned from ``today``. Raises ``Superseded`` where it is asked for again meanwhile."""
        if self._closed or not await self._library.ask(lambda library: bool(library.watches.all())):
            return []
        if self._lane is None:
            from reader.ingest.search_lane import SearchLane

            self._lane = SearchLane(self._path)
        state, looks = await self._lane.ask(partial(_look, today=today, last=self._last))
        told = [one for one in looks if one.sightings or not one.memory_is_kept]
        if told:
            await self._library.ask(partial(_remember, looks=told))
        self._last |= {one.watch.id: (one.watch.query, state) for one in looks}
        return [sighting for one in looks for sighting in one.sightings]

    def close(self) -> None:
        """Give up what is looked for. Closing twice is harmless."""
        self._closed = True
        if self._lane is not None:
            self._lane.close()


def _look(library: Library, today: date, last: dict[int, tuple[str, _State]]) -> tuple[_State, list[Look]]:
    from reader.ingest.watching import look

    state = _State(library.search.changes(), today)
    stale = {
        watch.id for watch in library.watches.all() if not watch.seen or last.get(watch.id) != (watch.query, state)
    }
    return state, look(library, today=today, only=stale)


def _remember(library: Library, looks: list[Look]) -> None:
    from reader.ingest.watching import remember

    if not library.read_only:
        remember(library, looks)
