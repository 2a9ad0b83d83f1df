"""Finding stories of a list by a query, with each letter typed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from reader.domain.query.terms import Facet, Field, Is, Query
from reader.ui.row_window import PAGE
from reader.ui.stories.listing import in_readers_language, listed, read_rows
from reader.ui.stories.narrowing import AT_ONCE, MOST, StoryWords
from reader.ui.stories.story_list import Listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.domain.story import Stories, StoryRow
    from reader.ingest.desk import Desk
    from reader.store.library import Library


class StoryFinder:
    """Gathers the words of a list's stories when they are first asked for, and keeps them until ``forget``."""

    def __init__(self, desk: Desk, which: Stories) -> None:
        self._desk = desk
        self._which = which
        self._gathering: asyncio.Task[StoryWords] | None = None
        self._ids: list[int] = []
        """What was found last."""

    def forget(self, which: Stories | None = None) -> None:
        """Something changed, or another list is looked through."""
        if self._gathering is not None:
            self._gathering.cancel()
        self._gathering, self._which = None, which or self._which

    async def find(self, words: str, today: date, *, typing: bool = True, pages: Sequence[int] | None = None) -> Listed:
        """The stories a query holds for, all of them where it asks nothing; while somebody is ``typing`` what is
        unfinished is taken as far as it goes. Rows of these ``pages`` are at hand then, or all. Who asks may give up;
        the gathering goes on. Raises QueryError, LibraryError."""
        if self._gathering is None:
            self._gathering = asyncio.create_task(_gather(self._desk, self._which))
        which, gathered = self._which, await asyncio.shield(self._gathering)
        question = partial(_found, words=words, today=today, gathered=gathered, typing=typing)
        self._ids = ids = await self._surely(question)
        if pages is None:
            return listed(await self._desk.library.ask(partial(_rows_of, ids=ids)), (which, words))
        return Listed(
            (which, words), len(ids), {page: await self.page(page) for page in pages if page * PAGE < len(ids)}
        )

    async def page(self, page: int) -> list[StoryRow]:
        """One page of what was found last. Raises LibraryError."""
        ids = self._ids[page * PAGE : (page + 1) * PAGE]
        return await self._desk.library.ask(partial(_rows_of, ids=ids))

    async def unread_beside(self, at: int, step: int) -> int | None:
        """Where in what was found last the next story with something unread stands, below (1) or above (-1) ``at``.
        Raises LibraryError."""
        ids = self._ids
        unread = await self._desk.library.ask(partial(_unread_of, ids=ids))
        places = range(at + step, len(ids) if step > 0 else -1, step)
        return next((place for place in places if ids[place] in unread), None)

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


def _unread_of(library: Library, ids: Sequence[int]) -> Collection[int]:
    unread = Query(Facet(Field.IS, Is.UNREAD))
    return library.search.stories(unread, ids, lambda _: ())


def _rows_of(library: Library, ids: Sequence[int]) -> list[StoryRow]:
    return in_readers_language(library, library.stories.rows_of(ids))
