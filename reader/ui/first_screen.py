"""The first picture: the newest rows as the reading screen will show them, until everything else is loaded."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from reader.ui.arrangement import Place, arrange
from reader.ui.drawn_rows import DrawnRows
from reader.ui.title_line import TitleLine

if TYPE_CHECKING:
    from reader.domain.article import ArticleRow


class FirstRows(DrawnRows):
    """The rows there are, and no way to others."""

    BORDER_TITLE = "Articles"

    def __init__(self, rows: list[ArticleRow], today: date) -> None:
        super().__init__(today, id=Place.LIST)
        self._rows = rows
        self.set_reactive(DrawnRows.total, len(rows))

    def row_at(self, index: int) -> ArticleRow:
        """The row with that index."""
        return self._rows[index]


class EmptyPane(Widget):
    """Where the article or the panel will be."""

    def render(self) -> str:
        """Nothing yet."""
        return ""


class FirstScreen(Screen[None]):
    """Has the places of the reading screen's regions on a terminal of ``size``, so that nothing moves when that comes.

    ``library`` is what the title line calls the library.
    """

    class Painted(Message):
        """The rows are on the terminal."""

    def __init__(self, rows: list[ArticleRow], today: date, library: str, size: Size) -> None:
        arrangement = arrange(*size, Place.LIST)
        super().__init__(classes=arrangement.name)
        self._arrangement = arrangement
        self._list = FirstRows(rows, today)
        self._library = library
        self.styles.padding = (0, 0, int(arrangement.footer), 0)

    def compose(self) -> ComposeResult:
        """Title line, rows, empty panes."""
        shown = self._arrangement
        if shown.header:
            title = TitleLine()
            title.set_reactive(TitleLine.library, self._library)
            title.set_reactive(TitleLine.page, shown.page)
            yield title
        self._list.styles.width = shown.list_width
        with Horizontal(id="regions"):
            with Container(id="reading"):
                yield self._list
                if Place.ARTICLE in shown.visible:
                    yield EmptyPane(id=Place.ARTICLE)
            if Place.PANEL in shown.visible:
                panel = EmptyPane(id=Place.PANEL)
                panel.styles.width = shown.panel_width
                yield panel

    def on_mount(self) -> None:
        """Tell the app once the rows are on the terminal."""
        self.call_after_refresh(self.post_message, self.Painted())
