"""The scrolling inside of the screen that tells what changed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import ClassVar

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from reader.ui.difference.lines import Line, Shown, difference_lines
from reader.ui.page import MEASURE
from reader.ui.sequence import sequence_begun

MARGIN = 2


class DifferenceView(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines drawn one by one; what stands at the top stays there when more becomes known."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "difference--added",
        "difference--removed",
        "difference--added-sign",
        "difference--removed-sign",
        "difference--altered-sign",
        "difference--quiet",
        "difference--heading",
    }

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self._lines: list[Line] = []
        self._stops: list[int] = []

    def show(self, shown: Shown, *, from_top: bool = False) -> None:
        """Show this; ``from_top`` where it is about another version."""
        self._shown = shown
        self._lay_out(from_top=from_top)

    def on_resize(self) -> None:
        """Wrap anew."""
        self._lay_out()

    def _lay_out(self, *, from_top: bool = False) -> None:
        room = self.scrollable_content_region.width
        if self._shown is None or room <= 0:
            return
        top = round(self.scroll_y)
        part = self._lines[top].part if 0 < top < len(self._lines) and not from_top else None
        self._lines = difference_lines(self._shown, min(MEASURE + MARGIN, room - 2 * MARGIN))
        self._stops = [n for n, line in enumerate(self._lines) if line.stop]
        self.virtual_size = Size(room, len(self._lines))
        if part is not None:
            top = next((n for n, line in enumerate(self._lines) if line.part >= part), 0)
        if part is not None or from_top:
            self.scroll_to(y=0 if from_top else top, animate=False, force=True)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line, in the middle where there is room."""
        width, style = self.size.width, self.visual_style
        at = y + round(self.scroll_y)
        if not 0 <= at < len(self._lines):
            return Strip.blank(width, style.rich_style)
        left = max((self.scrollable_content_region.width - MEASURE - MARGIN) // 2, MARGIN)
        line = self._lines[at].content.pad_left(left)
        strips = Visual.to_strips(self, line, max(width, line.cell_length, 1), 1, style, apply_selection=False)
        return (strips[0] if strips else Strip([])).adjust_cell_length(width, style.rich_style)

    # Moving

    def scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.scroll_to(y=self.scroll_y + lines, animate=False)

    def page(self, pages: int) -> None:
        """Scroll by a view, less a line to find one's way by."""
        self.scroll(pages * max(self.scrollable_content_region.height - 2, 1))

    def edge(self, side: int) -> None:
        """To the top (-1) or the bottom (1)."""
        if side > 0 or not sequence_begun(self.app):
            self.scroll_to(y=0 if side < 0 else self.max_scroll_y, animate=False)

    def change(self, step: int) -> None:
        """To the next change or the one before, a line below the top."""
        top = round(self.scroll_y) + 1
        at = bisect_right(self._stops, top) if step > 0 else bisect_left(self._stops, top) - 1
        if 0 <= at < len(self._stops):
            self.scroll_to(y=max(self._stops[at] - 1, 0), animate=False)
