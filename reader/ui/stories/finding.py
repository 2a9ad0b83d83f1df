"""Finding stories of a list by words, with each letter typed."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from reader.ui.stories.listing import in_readers_language, listed, read_rows
from reader.ui.stories.narrowing import AT_ONCE, StoryWords

if TYPE_CHECKING:
    from collections.abc import Sequence

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

    async def find(self, words: str) -> Listed:
        """The stories with these words. Who asks may give up; the gathering goes on. Raises LibraryError."""
        if self._gathering is None:
            self._gathering = asyncio.create_task(_gather(self._desk, self._which))
        which, gathered = self._which, await asyncio.shield(self._gathering)
        ids = await asyncio.to_thread(gathered.having, words)
        rows = await self._desk.library.ask(partial(_rows_of, ids=ids))
        return listed(rows, (which, words))


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
