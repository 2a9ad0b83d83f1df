"""The list of articles of one feed, one folder or everything, which nothing that comes in can push away."""

from __future__ import annotations

from asyncio import Lock
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from reader.domain.article import ArticleRow
from reader.domain.scope import EVERYTHING, Scope
from reader.ui.article_list import ArticleList
from reader.ui.article_rows import ArticleRows, Fetch
from reader.ui.drawn_rows import EMPTY
from reader.ui.feeds.kept import scope_name
from reader.ui.feeds.list_state import ListState, read_state
from reader.ui.row_text import fit

if TYPE_CHECKING:
    from reader.ingest.desk import Desk

NOTHING_HERE = "No articles here yet."
TRIES = 5
"""How often the rows are asked for anew where the person moves on meanwhile; then they are shown as they are."""


class ScopedRows(ArticleRows):
    """Rows that know where an article stands without looking through all of them."""

    def __init__(self, fetch: Fetch, find: Callable[[int], Awaitable[int | None]]) -> None:
        super().__init__(fetch)
        self._find = find

    async def index_of(self, id: int) -> int | None:
        """Where an article stands, or None."""
        index = self.window.index_of(id)
        return await self._find(id) if index is None else index


class ScopedList(ArticleList):
    """``scope`` says which articles are listed. New ones above the rows in sight are only counted in the title."""

    def __init__(self, desk: Desk, today: date, id: str | None = None) -> None:
        super().__init__(self._fetch, today, id)
        self.desk = desk
        self.scope = EVERYTHING
        self.rows = ScopedRows(self._fetch, self._find)
        self.new_above = 0
        """How many rows came in above those in sight since the top was looked at."""

        self.gone = False
        """True once the feed was given up or the folder dissolved."""

        self._name = ""
        self._unread = 0
        self._reading = Lock()
        self._still = False

    def begin(self, scope: Scope) -> None:
        """List a scope from the start, before the first rows are shown."""
        self.scope = scope

    async def _fetch(self, limit: int, offset: int) -> list[ArticleRow]:
        return await self.desk.rows(limit, offset, scope=self.scope)

    async def _find(self, id: int) -> int | None:
        return await self.desk.library.ask(lambda library: library.place(id, self.scope))

    # What is listed

    async def narrow(self, scope: Scope, *, top: bool = False) -> None:
        """List other articles; the cursor stays on its article, or goes to the open one, or to the ``top``."""
        async with self._reading:
            wanted = [id for id in (self._cursor_id, self.open_id) if id is not None and not top]
            state = await self.desk.library.ask(partial(read_state, scope=scope, cursor=wanted, anchors=()))
            self.scope = scope
            self.new_above = 0
            self._take(state, cursor=state.cursor or 0, y=None)

    def keep(self, id: int) -> None:
        """Let an article that is about to be read stay where it is among the unread."""
        if self.scope.unread:
            self.scope = replace(self.scope, kept=self.scope.kept | {id})

    async def unread_id(self, step: int) -> int | None:
        """The next (``step`` 1) or previous (-1) unread article from the cursor, which may be on it already."""
        row = await self.rows.row(self.cursor)
        if step > 0 and row is not None and not row.read and row.id != self.open_id:
            return row.id
        scope, at = self.scope, row.id if row is not None else None
        return await self.desk.library.ask(lambda library: library.unread.next(scope, at, step))

    async def recount(self) -> None:
        """Say anew how many articles there are, and ask for the rows where there are others."""
        scope = self.scope
        name, counts = await self.desk.library.ask(lambda library: (scope_name(library, scope), library.counts(scope)))
        if scope != self.scope:
            return
        self.gone = name is None
        self._name, self._unread = name or self._name, counts.unread
        if counts.articles != self.total:
            await self.reload(counts.articles)
        self._tell()

    async def reload(self, total: int, now: Callable[[Scope], Scope] | None = None) -> None:
        """Ask for the rows anew; the rows in sight stay on their lines, and the cursor on its article.

        ``now`` gives what the scope is from now on.
        """
        async with self._reading:
            for _ in range(TRIES):
                scope, cursor_id, anchors = self.scope, self._cursor_id, self._in_sight()
                question = partial(
                    read_state,
                    scope=now(scope) if now else scope,
                    cursor=[] if cursor_id is None else [cursor_id],
                    anchors=[id for _, id in anchors],
                )
                state = await self.desk.library.ask(question)
                if (scope, cursor_id, anchors) == (self.scope, self._cursor_id, self._in_sight()):
                    break
            self.scope = now(self.scope) if now else self.scope
            self._keep_in_sight(state, anchors)

    def _keep_in_sight(self, state: ListState, anchors: list[tuple[int, int]]) -> None:
        moved = 0
        if state.anchor is not None:
            moved = state.anchor - next(index for index, id in anchors if id == state.anchor_id)
        self.new_above = max(self.new_above + moved, 0)
        cursor = state.cursor if state.cursor is not None else self.cursor + moved
        self._take(state, cursor, y=round(self.scroll_y) + moved * self.lines_a_row)

    def _take(self, state: ListState, cursor: int, y: int | None) -> None:
        """Show other rows, scrolled to line ``y``, or where the cursor is."""
        rows = ScopedRows(self._fetch, self._find)
        rows.total = state.articles
        for page, listed in state.pages.items():
            rows.window.put(page, listed)
        self.rows = rows
        self.gone = not state.name
        self._name, self._unread = state.name or self._name, state.unread
        self.empty = self._nothing
        self._still = True
        try:
            self.total = state.articles
            self._measure()
            self.cursor = cursor
        finally:
            self._still = False
        if y is None:
            self.scroll_to(y=0, animate=False, force=True)
            self._follow()
        else:
            self.scroll_to(y=max(y, 0), animate=False, force=True)
        self._remember()
        self._see_top()
        self._tell()
        self.refresh()

    @property
    def _nothing(self) -> str:
        """What the list says where it has no rows."""
        return EMPTY if self.scope == EVERYTHING else NOTHING_HERE

    def _in_sight(self) -> list[tuple[int, int]]:
        """Index and id of the rows in sight that are at hand."""
        lines = self.lines_a_row
        first, count = round(self.scroll_y) // lines, self.scrollable_content_region.height // lines + 1
        rows = ((index, self.rows.get(index)) for index in range(first, min(first + count, self.total)))
        return [(index, row.id) for index, row in rows if row is not None]

    def _follow(self) -> None:
        if not self._still:
            super()._follow()

    # Its title

    def watch_scroll_y(self, old: float, new: float) -> None:
        """What comes into sight at the top is not told as new any more."""
        super().watch_scroll_y(old, new)
        self._see_top()
        self._tell()

    def on_resize(self) -> None:
        """Fit the title."""
        self._tell()

    def _see_top(self) -> None:
        self.new_above = min(self.new_above, round(self.scroll_y) // self.lines_a_row)

    def _tell(self) -> None:
        if not self._name:
            return
        counts = self._counts
        new = f" · {self.new_above} new ↑" if self.new_above else ""
        room = max(self.size.width - cell_len(counts + new) - 4, 4)
        self.border_title = Content(fit(self._name, min(room, cell_len(self._name))) + counts + new)

    @property
    def _counts(self) -> str:
        """What the title tells of the scope, behind its name."""
        return f" · {self._unread} unread" if self.scope != EVERYTHING and not self.scope.unread else ""
