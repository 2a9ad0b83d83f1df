"""How much is unread in each saved search: kept, and counted again only for the articles that changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.domain.errors import QueryError

if TYPE_CHECKING:
    from reader.domain.query.terms import Query
    from reader.ingest.search_lane import SearchLane
    from reader.store.library import Library


class _Kept(NamedTuple):
    """What is unread in one search: how often each stretch of the library had changed when it was counted, and how many
    were found there, where any were. ``query`` is as it was understood, which may be another on another day."""

    query: Query
    changes: Mapping[int, tuple[int, int]]
    unread: Mapping[int, int]


class _Counted(NamedTuple):
    """By search id, of the library as it was at a version on a day; those that ask for something nobody understands are
    left out."""

    version: int
    day: date
    kept: Mapping[int, _Kept]
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

    changes = library.search.changes()
    kept = dict[int, _Kept]()
    for search in library.searches.all():
        try:
            query = understood(search.query, today)
            before = last.kept.get(search.id) if last is not None else None
            kept[search.id] = _kept(library, query, changes, before)
        except QueryError:
            # Kept by another version, which understood more; it shows what is wrong once it is opened.
            continue
    return _Counted(version, today, kept, {id: sum(one.unread.values()) for id, one in kept.items()})


def _kept(library: Library, query: Query, changes: Mapping[int, tuple[int, int]], before: _Kept | None) -> _Kept:
    """Counted again only where the library changed since."""
    if before is None or before.query != query:
        return _Kept(query, changes, library.search.counts(query, changes.keys(), unread=True))
    stale = {one for one, change in changes.items() if before.changes.get(one) != change}
    if not stale:
        return before
    same = {one: count for one, count in before.unread.items() if one in changes and one not in stale}
    return _Kept(query, changes, {**same, **library.search.counts(query, stale, unread=True)})
