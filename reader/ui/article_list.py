"""The list of articles, newest first. Draws the rows in sight and asks for them page by page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events, work
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.domain.article import ArticleRow
from reader.domain.errors import ParleyError
from reader.ui.actions import Region, bindings
from reader.ui.messages import ArticleChosen
from reader.ui.row_text import OPEN, UNREAD, facts, fit
from reader.ui.row_window import PAGE, RowWindow
from reader.ui.sequence import sequence_begun
from reader.ui.wrapping import wrap

Fetch = Callable[[int, int], Awaitable[list[ArticleRow]]]
"""Rows of the list: how many, and after how many."""

EMPTY = "No articles yet. To add one, run: parley\u00a0add\u00a0FILE"
"""What an empty library says; the command stays on one line."""

STRIP_HEIGHT = 8
"""Below this height a row takes one line instead of two."""

ONE_LINE_WIDTH = 60
"""One line holds facts and title only where it is at least this wide."""


class ArticleList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of articles with a cursor that stays on its article when the list changes."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article-list--unread",
        "article-list--read",
        "article-list--facts",
        "article-list--mark",
        "article-list--cursor",
        "article-list--empty",
    }
    BINDINGS = bindings(Region.LIST)

    cursor: reactive[int] = reactive(0)
    """Index of the row the keys act on."""

    total: reactive[int] = reactive(0)
    """How many rows there are."""

    open_id: reactive[int | None] = reactive(None)
    """The article that is open."""

    def __init__(self, fetch: Fetch, today: date, id: str | None = None) -> None:
        super().__init__(id=id)
        self._fetch = fetch
        self._today = today
        self._window = RowWindow()
        self._asked: set[int] = set()
        self._cursor_id: int | None = None

    # What is listed

    def start(self, rows: list[ArticleRow]) -> None:
        """Show the first rows, before anything is known of the others."""
        for page in range(0, len(rows), PAGE):
            self._window.put(page // PAGE, rows[page : page + PAGE])
        self.total = len(rows)
        self._cursor_id = rows[0].id if rows else None

    async def reload(self, total: int) -> None:
        """Ask for the rows anew; the cursor stays on its article, or near where it was."""
        kept = self._cursor_id
        self._window.clear()
        self._asked.clear()
        self.total = total
        first = max(self.cursor // PAGE - 1, 0)
        for page in range(first, first + 3):
            if page * PAGE < total:
                self._window.put(page, await self._fetch(PAGE, page * PAGE))
        index = await self.index_of(kept) if kept is not None else None
        self.cursor = min(self.cursor if index is None else index, max(total - 1, 0))
        self._remember()
        self.refresh()

    async def row(self, index: int) -> ArticleRow | None:
        """A row by index, asked for if need be."""
        if not 0 <= index < self.total:
            return None
        if self._window.missing(index, index):
            self._window.put(index // PAGE, await self._fetch(PAGE, index // PAGE * PAGE))
        return self._window.get(index)

    async def row_of(self, id: int | None) -> ArticleRow | None:
        """The row of an article, or None."""
        index = None if id is None else await self.index_of(id)
        return None if index is None else await self.row(index)

    async def index_of(self, id: int) -> int | None:
        """Where an article stands in the list, looking through all of it if need be."""
        index = self._window.index_of(id)
        if index is not None:
            return index
        for first in range(0, self.total, PAGE * 10):
            for at, row in enumerate(await self._fetch(PAGE * 10, first), first):
                if row.id == id:
                    return at
        return None

    async def unread(self, step: int) -> ArticleRow | None:
        """The next (``step`` 1) or previous (-1) unread article from the cursor, which may be on it already."""
        row = await self.row(self.cursor)
        if step > 0 and row is not None and not row.read and row.id != self.open_id:
            return row
        index = self.cursor + step
        while (row := await self.row(index)) is not None:
            if not row.read:
                return row
            index += step
        return None

    def mark_read(self, id: int, read: bool) -> None:
        """Show an article as read or unread."""
        index = self._window.index_of(id)
        row = None if index is None else self._window.get(index)
        if row is not None:
            self._window.replace(replace(row, read=read))
            self.refresh()

    async def go_to(self, id: int) -> None:
        """Put the cursor on an article."""
        index = await self.index_of(id)
        if index is not None:
            await self.row(index)
            self.cursor = index
            self._remember()

    @property
    def cursor_row(self) -> ArticleRow | None:
        """The row under the cursor."""
        return self._window.get(self.cursor)

    # Layout

    @property
    def lines_a_row(self) -> int:
        """One line where the list is a low strip, else two."""
        size = self.scrollable_content_region.size
        return 1 if size.height < STRIP_HEIGHT and size.width >= ONE_LINE_WIDTH else 2

    def _measure(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self.total * self.lines_a_row)
        self._follow()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._measure()

    def validate_cursor(self, cursor: int) -> int:
        """The cursor stays on the rows there are."""
        return min(max(cursor, 0), max(self.total - 1, 0))

    def watch_cursor(self) -> None:
        """Follow the cursor."""
        self._remember()
        self._follow()
        self.refresh()

    def watch_total(self) -> None:
        """Make room for the rows."""
        self._measure()
        self.refresh()

    def watch_open_id(self) -> None:
        """Show which article is open."""
        self.refresh()

    def _remember(self) -> None:
        row = self.cursor_row
        if row is not None:
            self._cursor_id = row.id

    def _follow(self) -> None:
        height, lines = self.scrollable_content_region.height, self.lines_a_row
        top, first = round(self.scroll_y), self.cursor * lines
        if first < top:
            self.scroll_to(y=first, animate=False)
        elif first + lines > top + height:
            self.scroll_to(y=first + lines - height, animate=False)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of one row; a row that is not there yet is blank and asked for."""
        width, base = self.size.width, self.rich_style
        if not self.total:
            return self._empty_line(y)
        index, line = divmod(y + round(self.scroll_y), self.lines_a_row)
        if index >= self.total:
            return Strip.blank(width, base)
        if index == self.cursor:
            base += self.get_component_rich_style("article-list--cursor", partial=True)
        row = self._window.get(index)
        if row is None:
            self._ask(index)
            return Strip.blank(width, base)
        style = base + self._part("read" if row.read else "unread")
        if self.lines_a_row == 1:
            left = min(width // 3, 32)
            pieces = [(self._mark(row), "mark"), (facts(row, left - 2, self._today), "facts")]
            segments = [Segment(text, base + self._part(part)) for text, part in pieces]
            segments.append(Segment(" " + fit(row.title, width - left - 2), style))
        elif line == 0:
            mark = Segment(self._mark(row), base + self._part("mark"))
            segments = [mark, Segment(facts(row, width - 2, self._today), base + self._part("facts"))]
        else:
            segments = [Segment("  ", base), Segment(fit(row.title, width - 3), style)]
        return Strip(segments).adjust_cell_length(width, base)

    def _empty_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        lines = list(wrap(EMPTY, 0, len(EMPTY), width - 1))
        words = EMPTY[slice(*lines[y])] if y < len(lines) else ""
        return Strip([Segment(f" {words}", self.rich_style + self._part("empty"))]).adjust_cell_length(
            self.size.width, self.rich_style
        )

    def _mark(self, row: ArticleRow) -> str:
        return f"{OPEN if row.id == self.open_id else UNREAD if not row.read else ' '} "

    def _part(self, name: str) -> Style:
        return self.get_component_rich_style(f"article-list--{name}", partial=True)

    def _ask(self, index: int) -> None:
        page = index // PAGE
        if page not in self._asked:
            self._asked.add(page)
            self._load(page)

    @work(group="rows", exit_on_error=False)
    async def _load(self, page: int) -> None:
        try:
            self._window.put(page, await self._fetch(PAGE, page * PAGE))
        except ParleyError as error:
            self.app.notify(str(error), severity="error", markup=False)
            return
        self._asked.discard(page)
        self._remember()
        self.refresh()

    # Keys and mouse

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        self.cursor += rows

    def action_page(self, pages: int) -> None:
        """Move the cursor by a view."""
        self.cursor += pages * max(self.scrollable_content_region.height // self.lines_a_row - 1, 1)

    def action_top(self) -> None:
        """To the newest."""
        if not sequence_begun(self.app):
            self.cursor = 0

    def action_bottom(self) -> None:
        """To the oldest."""
        self.cursor = self.total - 1

    def action_open(self) -> None:
        """Open the article under the cursor."""
        if self.cursor_row is not None:
            self.post_message(ArticleChosen(self.cursor_row.id))

    def on_click(self, event: events.Click) -> None:
        """Open the article clicked on."""
        offset = event.get_content_offset(self)
        index = -1 if offset is None else (offset.y + round(self.scroll_y)) // self.lines_a_row
        if 0 <= index < self.total:
            self.cursor = index
            self.action_open()
