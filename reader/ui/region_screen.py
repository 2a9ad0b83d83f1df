"""The regions of the reading screen: as many as there is room for, and the way from one to another."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.reactive import reactive

from reader.domain.errors import ParleyError
from reader.ui.arrangement import NAMES, ORDER, Arrangement, Place, arrange
from reader.ui.article_view import ArticleView
from reader.ui.keeping.selecting_list import SelectingList
from reader.ui.key_footer import KeyFooter
from reader.ui.panel.panel import StatementPanel
from reader.ui.telling_screen import SHORT, TellingScreen
from reader.ui.title_line import TitleLine

if TYPE_CHECKING:
    from reader.ingest.desk import Desk


class RegionScreen(TellingScreen[None]):
    """Regions ``#list``, ``#article`` and ``#panel``; see ``Place``."""

    at: reactive[Place] = reactive(Place.LIST, init=False)
    """The region that has, or last had, the focus."""

    zen: reactive[bool] = reactive(False, init=False)
    """True while the article is shown alone."""

    _arrangement: Arrangement | None = None

    def __init__(self, desk: Desk, today: date) -> None:
        super().__init__()
        self.desk = desk
        self.today = today
        self.list = SelectingList(desk, today, id=Place.LIST)
        self.view = ArticleView(id=Place.ARTICLE)
        self.panel = StatementPanel(id=Place.PANEL)

    def compose(self) -> ComposeResult:
        """Title line, regions, footer."""
        yield TitleLine()
        with Horizontal(id="regions"):
            with Container(id="reading"):
                yield self.list
                yield self.view
            yield self.panel
        yield KeyFooter(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Begin in the list."""
        self.list.border_title = "Articles"
        self._arrange()
        self.list.focus()

    def on_resize(self) -> None:
        """Choose the arrangement that fits."""
        self._arrange()

    def watch_at(self) -> None:
        """Turn the page on a small screen."""
        self._arrange()

    def watch_zen(self) -> None:
        """Show the article alone, or everything again."""
        if self.zen:
            self.go(Place.ARTICLE)
        self._arrange()

    def _arrange(self) -> None:
        arrangement = arrange(*self.size, self.at, self.zen)
        if arrangement == self._arrangement:
            return
        self._arrangement = arrangement
        for place in ORDER:
            self.query_one(f"#{place}").display = place in arrangement.visible
        self.update_classes({name: name == arrangement.name for name in NAMES}, animate=False)
        self.list.styles.width = arrangement.list_width
        self.panel.styles.width = arrangement.panel_width
        reading = {Place.LIST, Place.ARTICLE} & arrangement.visible
        self.query_one("#reading").display = bool(reading)
        self.query_one(TitleLine).display = arrangement.header
        self.query_one(TitleLine).page = arrangement.page
        self.query_one(KeyFooter).display = arrangement.footer

    def go(self, place: Place) -> None:
        """Give a region the focus, bringing it into view first."""
        if place is not Place.ARTICLE:
            self.zen = False
        self.at = place
        self.query_one(f"#{place}").focus(scroll_visible=False)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click or a region's own keys may move the focus too."""
        for node in event.widget.ancestors_with_self:
            if node.id in set(ORDER):
                self.at = Place(node.id)

    def action_region(self, step: int) -> None:
        """To the next or previous region."""
        self.go(ORDER[(ORDER.index(self.at) + step) % len(ORDER)])

    def action_back(self) -> None:
        """One step back: from a selection, zen, a region; from the list, quit."""
        if self.at is Place.ARTICLE and self.view.clear():
            return
        if self.zen:
            self.zen = False
        elif self.at is Place.LIST:
            self.app.exit()
        else:
            self.go(ORDER[ORDER.index(self.at) - 1])

    def action_zen(self) -> None:
        """The article alone, or everything again."""
        self.zen = not self.zen

    # Telling

    async def attempt(self, task: Callable[..., Awaitable[object]], *args: object) -> None:
        """Do something that needs the library; where it cannot be done, say why."""
        try:
            await task(*args)
        except ParleyError as error:
            self.tell_error(error)

    def tell(self, sentence: str, seconds: float = SHORT) -> None:
        """Say something beside what was said before, which may be news that a watch rule told."""
        self.notify(sentence, timeout=seconds, markup=False)

    def tell_error(self, error: ParleyError) -> None:
        """Say what went wrong."""
        self.notify(str(error), severity="error", markup=False)
