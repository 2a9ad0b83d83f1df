"""How much is unread in each saved search, kept until the library changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.domain.errors import QueryError

if TYPE_CHECKING:
    from reader.ingest.search_lane import SearchLane
    from reader.store.library import Library


class _Counted(NamedTuple):
    """Counts by search id, of the library as it was at a version on a day."""

    version: int
    day: date
    unread: Mapping[int, int]


class SearchCounts:
    """``known`` are the counts as they were last, by search id. They are counted on a thread of their own, so that they
    neither wait for what somebody searches for, nor interrupt it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lane: SearchLane | None = None
        self._last: _Counted | None = None
        self._closed = False

    @property
    def known(self) -> Mapping[int, int]:
        """What is unread in each saved search that was counted; nothing is asked."""
        return self._last.unread if self._last is not None else {}

    async def renew(self, today: date) -> bool:
        """Count again, where the library has changed or the day; True where a count is another. Raises LibraryError,
        ``Superseded`` where it is asked for again meanwhile, or given up.

        Dates in the searches are reckoned from ``today``.
        """
        if self._closed:
            return False
        if self._lane is None:
            from reader.ingest.search_lane import SearchLane

            self._lane = SearchLane(self._path)
        before = self.known
        self._last = await self._lane.ask(partial(_count, today=today, last=self._last))
        return self.known != before

    def close(self) -> None:
        """Stop counting. Closing twice is harmless."""
        self._closed = True
        if self._lane is not None:
            self._lane.close()


def _count(library: Library, today: date, last: _Counted | None) -> _Counted:
    version = library.data_version()
    if last is not None and (last.version, last.day) == (version, today):
        return last
    from reader.ingest.understanding import understood

    unread = {}
    for search in library.searches.all():
        try:
            unread[search.id] = library.search.count(understood(search.query, today), unread=True)
        except QueryError:
            # Kept by another version, which understood more; it shows what is wrong once it is opened.
            continue
    return _Counted(version, today, unread)
