"""The list of articles, newest first. Draws the rows in sight and asks for them page by page."""

from __future__ import annotations

from datetime import date

from textual import events, work

from reader.domain.article import ArticleRow
from reader.domain.errors import ParleyError
from reader.ui.actions import Region, bindings
from reader.ui.article_rows import ArticleRows, Fetch
from reader.ui.drawn_rows import DrawnRows
from reader.ui.messages import ArticleChosen
from reader.ui.sequence import sequence_begun


class ArticleList(DrawnRows):
    """Rows of articles with a cursor that stays on its article when the list changes."""

    BINDINGS = bindings(Region.LIST)

    def __init__(self, fetch: Fetch, today: date, id: str | None = None) -> None:
        super().__init__(today, id)
        self._cursor_id: int | None = None
        self.rows = ArticleRows(fetch)

    # What is listed

    def start(self, rows: list[ArticleRow]) -> None:
        """Show the first rows, before anything is known of the others."""
        self.rows.start(rows)
        self.total = len(rows)
        self._cursor_id = rows[0].id if rows else None

    async def reload(self, total: int) -> None:
        """Ask for the rows anew; the cursor stays on its article, or near where it was."""
        kept = self._cursor_id
        await self.rows.reload(total, around=self.cursor)
        self.total = total
        index = await self.rows.index_of(kept) if kept is not None else None
        self.cursor = min(self.cursor if index is None else index, max(total - 1, 0))
        self._remember()
        self.refresh()

    async def open_row(self) -> ArticleRow | None:
        """The row of the open article, or None."""
        index = None if self.open_id is None else await self.rows.index_of(self.open_id)
        return None if index is None else await self.rows.row(index)

    def mark_read(self, id: int, read: bool) -> None:
        """Show an article as read or unread."""
        self.rows.mark_read(id, read)
        self.refresh()

    async def go_to(self, id: int, *, unless_moved: bool = False) -> None:
        """Put the cursor on an article; with ``unless_moved`` only where nobody has left the first row by then."""
        index = await self.rows.index_of(id)
        if index is not None:
            await self.rows.row(index)
            if unless_moved and self.cursor > 0:
                return
            self.cursor = index
            self._remember()

    async def step_off(self, id: int) -> None:
        """Let the cursor stay with the row after an article that is about to leave the list, or the one before."""
        if self._cursor_id == id:
            row = await self.rows.row(self.cursor + 1) or await self.rows.row(self.cursor - 1)
            self._cursor_id = row.id if row else None

    @property
    def cursor_row(self) -> ArticleRow | None:
        """The row under the cursor."""
        return self.rows.get(self.cursor)

    def row_at(self, index: int) -> ArticleRow | None:
        """The row with that index; one that is not there yet is asked for."""
        row = self.rows.get(index)
        if row is None:
            self._ask(index)
        return row

    # Layout

    def _measure(self) -> None:
        super()._measure()
        self._follow()

    def validate_cursor(self, cursor: int) -> int:
        """The cursor stays on the rows there are."""
        return min(max(cursor, 0), max(self.total - 1, 0))

    def watch_cursor(self) -> None:
        """Follow the cursor."""
        self._remember()
        self._follow()
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

    # Rows that are not at hand

    def _ask(self, index: int) -> None:
        page = self.rows.to_ask(index)
        if page is not None:
            self._load(page)

    @work(group="rows", exit_on_error=False)
    async def _load(self, page: int) -> None:
        try:
            await self.rows.load(page)
        except ParleyError as error:
            self.app.notify(str(error), severity="error", markup=False)
            return
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
