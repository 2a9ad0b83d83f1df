"""Finding stories of a list by a query, with each letter typed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from reader.ui.stories.listing import in_readers_language, listed, read_rows
from reader.ui.stories.narrowing import AT_ONCE, MOST, StoryWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.domain.query.terms import Query
    from reader.domain.story import Stories, StoryRow
    from reader.ingest.desk import Desk
    from reader.store.library import Library
    from reader.ui.stories.story_list import Listed


class StoryFinder:
    """Gathers the words of a list's stories when they are first asked for, and keeps them until ``forget``."""

    def __init__(self, desk: Desk, which: Stories) -> None:
        self._desk = desk
        self._which = which
        self._gathering: asyncio.Task[StoryWords] | None = None

    def forget(self, which: Stories | None = None) -> None:
        """Something changed, or another list is looked through."""
        if self._gathering is not None:
            self._gathering.cancel()
        self._gathering, self._which = None, which or self._which

    async def find(self, words: str, today: date, *, typing: bool = True) -> Listed:
        """The stories a query holds for, all of them where it asks nothing; while somebody is ``typing`` what is
        unfinished is taken as far as it goes. Who asks may give up; the gathering goes on. Raises QueryError,
        LibraryError."""
        if self._gathering is None:
            self._gathering = asyncio.create_task(_gather(self._desk, self._which))
        which, gathered = self._which, await asyncio.shield(self._gathering)
        question = partial(_found, words=words, today=today, gathered=gathered, typing=typing)
        ids = await self._surely(question)
        rows = await self._desk.library.ask(partial(_rows_of, ids=ids))
        return listed(rows, (which, words))

    async def _surely(self, question: Callable[[Library], list[int]]) -> list[int]:
        from reader.ingest.search_lane import Superseded

        while True:
            try:
                return await self._desk.search_lane.ask(question)
            except Superseded:
                continue


def _found(library: Library, words: str, today: date, gathered: StoryWords, *, typing: bool) -> list[int]:
    from reader.ingest.understanding import understood
    from reader.ui.search.answering import begun_word

    found = _holding(library, understood(words, today, unfinished=typing), gathered)
    if not found and (begun := begun_word(words, today)) is not None:
        found = _holding(library, begun, gathered)
    return [id for id in gathered.ids if id in found][:MOST]


def _holding(library: Library, query: Query, gathered: StoryWords) -> Collection[int]:
    return library.search.stories(query, gathered.ids, gathered.having)


async def _gather(desk: Desk, which: Stories) -> StoryWords:
    """A few hundred at a time, so that the library answers others in between."""
    gathered, offset = StoryWords(), 0
    while True:
        rows = await desk.library.ask(partial(read_rows, which=which, limit=AT_ONCE, offset=offset))
        await asyncio.to_thread(gathered.add, rows)
        offset += AT_ONCE
        if len(rows) < AT_ONCE:
            return gathered


def _rows_of(library: Library, ids: Sequence[int]) -> list[StoryRow]:
    return in_readers_language(library, library.stories.rows_of(ids))
