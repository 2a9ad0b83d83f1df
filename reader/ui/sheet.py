"""A sheet laid over the reading screen: something to read, scroll and put away."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from reader.ui.actions import Region, bindings
from reader.ui.sequence import sequence_begun


class SheetText(VerticalScroll):
    """The scrolling inside of a sheet."""

    BINDINGS = bindings(Region.SHEET)

    def action_edge(self, side: int) -> None:
        """To the top (-1) or the bottom (1)."""
        if side < 0 and sequence_begun(self.app):
            return
        self.scroll_to(y=0 if side < 0 else self.max_scroll_y, animate=False)

    def action_lines(self, lines: int) -> None:
        """Scroll by lines."""
        self.scroll_to(y=self.scroll_y + lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by a view."""
        self.scroll_to(y=self.scroll_y + pages * max(self.size.height - 1, 1), animate=False)

    async def action_close(self) -> None:
        """Put the sheet away."""
        await self.screen.dismiss()


class Sheet(ModalScreen[None]):
    """A titled sheet. Subclasses yield their content from ``compose_sheet``."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._heading = heading

    def compose(self) -> ComposeResult:
        with SheetText() as text:
            text.border_title = self._heading
            text.border_subtitle = "Esc closes"
            yield from self.compose_sheet()

    def compose_sheet(self) -> ComposeResult:
        """What the sheet shows."""
        yield from ()

    def on_mount(self) -> None:
        """The keys scroll the sheet."""
        self.query_one(SheetText).focus()
