"""A list of one-line rows with a cursor, drawn line by line: thousands of feeds cost no widgets."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.ui.row_text import Piece
from reader.ui.sequence import sequence_begun


@dataclass(frozen=True)
class Line(ABC):
    """A row: what tells it from the others, however the list changes. Subclasses draw themselves."""

    key: str

    @abstractmethod
    def pieces(self, width: int) -> list[Piece]:
        """Words of ``width`` cells in all, each with the part it is of the row: ``name``, ``strong``, ``quiet``,
        ``warning`` or ``heading``."""


class LineList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with a cursor that stays on its row, and the row on its line of the screen, when the list changes."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "lines--name",
        "lines--strong",
        "lines--quiet",
        "lines--warning",
        "lines--heading",
        "lines--cursor",
    }

    cursor: reactive[int] = reactive(0)
    """Index of the row the keys act on."""

    class Moved(Message):
        """The cursor is on another row, or its row changed."""

    class Opened(Message):
        """A row was clicked on, or chosen with Enter."""

    def __init__(self, *, id: str | None = None, empty: str = "") -> None:
        super().__init__(id=id)
        self.lines: Sequence[Line] = ()
        self.empty = empty
        """What a list without rows says, in one line."""

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other rows."""
        before = self.line
        row = self.cursor - round(self.scroll_y)
        self.lines = lines
        self.virtual_size = Size(self.scrollable_content_region.width, len(lines))
        at = self.index(before.key) if before is not None else None
        self.set_reactive(LineList.cursor, self.validate_cursor(self.cursor if at is None else at))
        if 0 <= row < self.scrollable_content_region.height:
            self.scroll_to(y=max(self.cursor - row, 0), animate=False, force=True)
        self._follow()
        self.refresh()
        self.post_message(self.Moved())

    @property
    def line(self) -> Line | None:
        """The row under the cursor."""
        return self.lines[self.cursor] if 0 <= self.cursor < len(self.lines) else None

    def index(self, key: str) -> int | None:
        """Where the row with that key stands."""
        return next((at for at, line in enumerate(self.lines) if line.key == key), None)

    def choose(self, key: str) -> bool:
        """Put the cursor on a row; False where there is none with that key."""
        at = self.index(key)
        if at is not None:
            self.cursor = at
        return at is not None

    def validate_cursor(self, cursor: int) -> int:
        """The cursor stays on the rows there are."""
        return min(max(cursor, 0), max(len(self.lines) - 1, 0))

    def watch_cursor(self) -> None:
        """Follow the cursor."""
        self._follow()
        self.refresh()
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.lines))
        self._follow()

    def _follow(self) -> None:
        height, top = self.scrollable_content_region.height, round(self.scroll_y)
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False, force=True)
        elif height and self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """One row."""
        width, base = self.size.width, self.rich_style
        at = y + round(self.scroll_y)
        if not self.lines and y == 0:
            return self._strip([(f" {self.empty}", "quiet")], base)
        if at >= len(self.lines):
            return Strip.blank(width, base)
        if at == self.cursor:
            base += self.get_component_rich_style("lines--cursor", partial=True)
        return self._strip(self.lines[at].pieces(max(self.scrollable_content_region.width, 1)), base)

    def _strip(self, pieces: list[Piece], base: Style) -> Strip:
        segments = [Segment(words, base + self._part(part)) for words, part in pieces]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def _part(self, name: str) -> Style:
        return self.get_component_rich_style(f"lines--{name}", partial=True)

    # Moving

    def move(self, rows: int) -> None:
        """Move the cursor."""
        self.cursor += rows

    def page(self, pages: int) -> None:
        """Move the cursor by a view."""
        self.cursor += pages * max(self.scrollable_content_region.height - 1, 1)

    def edge(self, side: int) -> None:
        """To the first row (-1; with ``g`` pressed twice) or the last (1)."""
        if side > 0:
            self.cursor = len(self.lines) - 1
        elif not sequence_begun(self.app):
            self.cursor = 0

    def on_click(self, event: events.Click) -> None:
        """Choose the row clicked on; open it where it was chosen already."""
        offset = event.get_content_offset(self)
        at = -1 if offset is None else offset.y + round(self.scroll_y)
        if 0 <= at < len(self.lines):
            event.stop()
            if at == self.cursor or event.chain >= 2:
                self.post_message(self.Opened())
            self.cursor = at
