"""The rows of the list: those at hand, and the way to ask for the others page by page. No widget."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from reader.domain.article import ArticleRow
from reader.ui.row_window import PAGE, RowWindow

Fetch = Callable[[int, int], Awaitable[list[ArticleRow]]]
"""Rows of the list: how many, and after how many."""


class ArticleRows:
    """All rows, newest first. What is awaited may raise ParleyError."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._asked: set[int] = set()
        self.window: RowWindow[ArticleRow] = RowWindow()
        self.total = 0

    def start(self, rows: list[ArticleRow]) -> None:
        """Take the first rows, before anything is known of the others."""
        for page in range(0, len(rows), PAGE):
            self.window.put(page // PAGE, rows[page : page + PAGE])
        self.total = len(rows)

    async def reload(self, total: int, around: int) -> None:
        """Forget every row and ask anew for those near index ``around``."""
        self.window.clear()
        self._asked.clear()
        self.total = total
        first = max(around // PAGE - 1, 0)
        for page in range(first, first + 3):
            if page * PAGE < total:
                await self.load(page)

    async def load(self, page: int) -> None:
        """Ask for a page."""
        self.window.put(page, await self._fetch(PAGE, page * PAGE))
        self._asked.discard(page)

    def to_ask(self, index: int) -> int | None:
        """The page of a row, the first time it is wanted; None once it is on its way."""
        page = index // PAGE
        if page in self._asked:
            return None
        self._asked.add(page)
        return page

    def get(self, index: int) -> ArticleRow | None:
        """A row that is at hand."""
        return self.window.get(index)

    async def row(self, index: int) -> ArticleRow | None:
        """A row by index, asked for if need be."""
        if not 0 <= index < self.total:
            return None
        if self.window.missing(index, index):
            await self.load(index // PAGE)
        return self.window.get(index)

    async def index_of(self, id: int) -> int | None:
        """Where an article stands, looking through all of the list if need be."""
        index = self.window.index_of(id)
        if index is not None:
            return index
        for first in range(0, self.total, PAGE * 10):
            for at, row in enumerate(await self._fetch(PAGE * 10, first), first):
                if row.id == id:
                    return at
        return None

    def mark_read(self, id: int, read: bool) -> None:
        """Note that an article at hand is read or unread; what is read has been looked at as it is now."""
        index = self.window.index_of(id)
        row = None if index is None else self.window.get(index)
        if row is not None:
            self.window.replace(replace(row, read=read, changed=row.changed and not read))
