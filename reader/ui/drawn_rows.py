"""Rows of articles as they are drawn: what the list and the first picture of it have in common."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.domain.colour import Colour
from reader.ui.row_text import Piece, row_lines
from reader.ui.wrapping import wrap

if TYPE_CHECKING:
    from rich.style import Style

    from reader.domain.article import ArticleRow

EMPTY = "No articles yet. B subscribes to feeds; to add a file, run: parley\u00a0add\u00a0FILE"
"""What an empty library says; the command stays on one line."""

STRIP_HEIGHT = 8
"""Below this height a row takes one line instead of two."""

ONE_LINE_WIDTH = 60
"""One line holds facts and title, or all of most titles, only where it is at least this wide."""

TALL = 24
"""From this height on a narrow list gives a title two lines."""


class DrawnRows(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws the rows in sight, whichever ``row_at`` gives; ``today`` is what dates are abbreviated by."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article-list--unread",
        "article-list--read",
        "article-list--facts",
        "article-list--mark",
        "article-list--cursor",
        "article-list--empty",
        "article-list--tag",
        *(f"article-list--tag-{colour}" for colour in Colour),
    }

    cursor: reactive[int] = reactive(0)
    """Index of the row the keys act on."""

    total: reactive[int] = reactive(0)
    """How many rows there are."""

    open_id: reactive[int | None] = reactive(None)
    """The article that is open."""

    def __init__(self, today: date, id: str | None = None) -> None:
        super().__init__(id=id)
        self._today = today
        self.empty = EMPTY
        """What a list without rows says."""

    def row_at(self, index: int) -> ArticleRow | None:
        """The row with that index, below ``total``; None where it is not there yet, as here, where there are none."""
        return None

    # Layout

    @property
    def lines_a_row(self) -> int:
        """One line where the list is a low strip, three where it is narrow and tall, else two."""
        size = self.scrollable_content_region.size
        if size.width >= ONE_LINE_WIDTH:
            return 1 if size.height < STRIP_HEIGHT else 2
        return 3 if size.height >= TALL else 2

    def _measure(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self.total * self.lines_a_row)

    def on_resize(self) -> None:
        """Make room for the rows."""
        self._measure()

    def watch_total(self) -> None:
        """Make room for the rows."""
        self._measure()
        self.refresh()

    def watch_open_id(self) -> None:
        """Show which article is open."""
        self.refresh()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of one row; blank where the row is not there yet."""
        width, base = self.size.width, self.rich_style
        if not self.total:
            return self._empty_line(y)
        index, line = divmod(y + round(self.scroll_y), self.lines_a_row)
        if index >= self.total:
            return Strip.blank(width, base)
        if index == self.cursor:
            base += self.get_component_rich_style("article-list--cursor", partial=True)
        row = self.row_at(index)
        if row is None:
            return Strip.blank(width, base)
        segments = [Segment(words, base + self._part(part)) for words, part in self.row_lines(row, width)[line]]
        return Strip(segments).adjust_cell_length(width, base)

    def row_lines(self, row: ArticleRow, width: int) -> list[list[Piece]]:
        """What a row says, ``lines_a_row`` lines of ``width`` cells."""
        return row_lines(row, width, self.lines_a_row, self._today, is_open=row.id == self.open_id)

    def _empty_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        lines = list(wrap(self.empty, 0, len(self.empty), width - 1))
        words = self.empty[slice(*lines[y])] if y < len(lines) else ""
        return Strip([Segment(f" {words}", self.rich_style + self._part("empty"))]).adjust_cell_length(
            self.size.width, self.rich_style
        )

    def _part(self, name: str) -> Style:
        return self.get_component_rich_style(f"article-list--{name}", partial=True)
