"""How much is unread in each saved search: kept, and counted again only for the articles that changed."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias
from zlib import crc32

from reader import __version__
from reader.domain.errors import LibraryError, QueryError

if TYPE_CHECKING:
    from reader.domain.query.terms import Query
    from reader.ingest.search_lane import SearchLane
    from reader.store.library import Library

Keep: TypeAlias = Callable[[Mapping[int, str]], Awaitable[None]]
"""Writes down what was counted, by search id: ``SavedSearches.keep_counted``."""


class _Kept(NamedTuple):
    """What is unread in one search: how often each stretch of the library had changed when it was counted, and how many
    were found there, where any were. ``asked`` tells queries apart as they were understood, which may be another on
    another day, or by another version."""

    asked: int
    changes: Mapping[int, tuple[int, int]]
    unread: Mapping[int, int]

    def written(self) -> str:
        """As text, for ``read``."""
        rows = [(one, *change, self.unread.get(one, 0)) for one, change in self.changes.items()]
        return json.dumps([self.asked, rows], separators=(",", ":"))

    @classmethod
    def read(cls, text: str) -> _Kept:
        """What was written."""
        asked, rows = json.loads(text)
        return cls(asked, {one: (a, b) for one, a, b, _ in rows}, {one: count for one, *_, count in rows if count})


class _Counted(NamedTuple):
    """By search id, of the library as it was at a version on a day; those that ask for something nobody understands are
    left out. ``fresh`` are those counted again just now."""

    version: int
    day: date
    kept: Mapping[int, _Kept]
    unread: Mapping[int, int]
    fresh: frozenset[int]


class SearchCounts:
    """``known`` are the counts as they were last, by search id. They are counted on a thread of their own, so that they
    neither wait for what somebody searches for, nor interrupt it, and written down by ``keep``, where given."""

    def __init__(self, path: Path, keep: Keep | None = None) -> None:
        self._path = path
        self._keep = keep
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
        counted = self._last = await self._lane.ask(partial(_count, today=today, last=self._last))
        if self._keep is not None and counted.fresh:
            # One that cannot be written to now is counted again the next time it is opened.
            with suppress(LibraryError):
                await self._keep({id: counted.kept[id].written() for id in counted.fresh})
        return self.known != before

    def close(self) -> None:
        """Stop counting. Closing twice is harmless."""
        self._closed = True
        if self._lane is not None:
            self._lane.close()


def _count(library: Library, today: date, last: _Counted | None) -> _Counted:
    version = library.data_version()
    if last is not None and (last.version, last.day) == (version, today):
        return last._replace(fresh=frozenset())
    from reader.ingest.understanding import understood

    changes = library.search.changes()
    before = last.kept if last is not None else {k: _Kept.read(text) for k, text in library.searches.counted().items()}
    kept = dict[int, _Kept]()
    for search in library.searches.all():
        try:
            kept[search.id] = _kept(library, understood(search.query, today), changes, before.get(search.id))
        except QueryError:
            # Kept by another version, which understood more; it shows what is wrong once it is opened.
            continue
    fresh = frozenset(id for id, one in kept.items() if before.get(id) is not one)
    return _Counted(version, today, kept, {id: sum(one.unread.values()) for id, one in kept.items()}, fresh)


def _kept(library: Library, query: Query, changes: Mapping[int, tuple[int, int]], before: _Kept | None) -> _Kept:
    """Counted again only where the library changed since."""
    asked = crc32(f"{__version__} {query!r}".encode("utf-8", "replace"))
    if before is None or before.asked != asked:
        return _Kept(asked, changes, library.search.counts(query, changes.keys(), unread=True))
    stale = {one for one, change in changes.items() if before.changes.get(one) != change}
    if not stale:
        return before
    same = {one: count for one, count in before.unread.items() if one in changes and one not in stale}
    return _Kept(asked, changes, {**same, **library.search.counts(query, stale, unread=True)})
