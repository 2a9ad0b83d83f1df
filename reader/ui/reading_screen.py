"""The reading screen: what its keys and its regions' messages do."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import on

from reader.resources import resource_dir
from reader.ui.actions import Region, bindings
from reader.ui.arrangement import Place
from reader.ui.correcting_screen import NOT_YET
from reader.ui.deeds_screen import NO_ARTICLE
from reader.ui.highlight import Shown
from reader.ui.messages import (
    AnalysisArrived,
    PartyChosen,
    SpanChosen,
    SpanOpened,
    StatementActivated,
    StatementChosen,
    StatementOpened,
    StatementSelected,
)
from reader.ui.settings import save_shown
from reader.ui.translating.translating_screen import TranslatingScreen
from reader.ui.verbatim import quoted, web_address

if TYPE_CHECKING:
    from reader.ui.comparison import ComparisonScreen
    from reader.ui.links import NumberedLink


class ReadingScreen(TranslatingScreen):
    """The regions tell one another nothing: each posts what happened, and here it is passed on."""

    BINDINGS = bindings(Region.READING)
    CSS_PATH: ClassVar[list[str | PurePath]] = sorted(resource_dir("styles").glob("*.tcss"))
    _comparison: ComparisonScreen | None = None

    # Statements

    def action_statement(self, step: int) -> None:
        """Walk the statements of the article, or say why there are none to walk."""
        if self.view.analysis is None or not self.view.analysis.statements:
            self.tell(NOT_YET if self.view.analysis is None else "No statement was found in this article.")
            return
        if not self.view.display:
            self.go(Place.ARTICLE)
        self.view.step_statement(step)

    @on(StatementSelected)
    def _follow_in_panel(self, message: StatementSelected) -> None:
        if message.statement_id is not None:
            self.panel.select_statement(message.statement_id)

    @on(StatementActivated)
    def _find_card(self, message: StatementActivated) -> None:
        self.panel.select_statement(message.statement_id)
        self.go(Place.PANEL)

    @on(StatementChosen)
    def _show_statement(self, message: StatementChosen) -> None:
        self.view.show_statement(message.statement_id)

    @on(SpanChosen)
    def _show_span(self, message: SpanChosen) -> None:
        self.view.show_span(message.span)

    @on(StatementOpened)
    def _go_to_statement(self, message: StatementOpened) -> None:
        self.go(Place.ARTICLE)
        self.view.show_statement(message.statement_id)

    @on(SpanOpened)
    def _go_to_span(self, message: SpanOpened) -> None:
        if not (message.is_walk and self.view.display):
            self.go(Place.ARTICLE)
        self.view.show_span(message.span)

    @on(PartyChosen)
    def _show_party(self, message: PartyChosen) -> None:
        self.view.show_party(message.party_id)

    def action_compare(self) -> None:
        """Lay the parties' statements side by side over the whole screen, of the article or the story."""
        if self.article is None or self.view.analysis is None:
            self.tell(NOT_YET)
            return
        if self.panel.in_story:
            self.open_story(self.article.id)
            return
        from reader.ui.comparison import ComparisonScreen

        selected = self.view.selected.id if self.view.selected else None
        self._comparison = ComparisonScreen(self.article, self.view.analysis, selected, self.looks)
        self.app.push_screen(self._comparison, self._show_compared)

    def show_analysis(self, message: AnalysisArrived) -> None:
        """Also in the comparison, while that lies over this screen."""
        super().show_analysis(message)
        if self._comparison is not None and message.is_of(self.article):
            self._comparison.show(message.analysis, self.looks)

    def _show_compared(self, statement_id: str | None) -> None:
        self._comparison = None
        if statement_id is not None:
            self.go(Place.ARTICLE)
            self.view.show_statement(statement_id)
            self.panel.select_statement(statement_id)

    # Links, versions

    def action_links(self) -> None:
        """List the links of the article, to open or copy one."""
        if not self.view.links:
            self.tell("There is no link in this article." if self.article else NO_ARTICLE)
            return
        from reader.ui.links_screen import LinksScreen

        def copy(address: str) -> None:
            self.app.copy_to_clipboard(address)
            self.tell("Copied.")

        def look_at(link: NumberedLink, box: int) -> None:
            if self.view.display:
                self.view.cover(max(self.view.region.bottom - box, 0))
                self.view.show_span(link.span)

        def come_back(_: None) -> None:
            self.view.clear()
            self.view.cover(0)
            self.view.scroll_to(y=before, animate=False)

        before = self.view.scroll_y
        self.app.push_screen(LinksScreen(self.view.links, look_at, self.app.open_url, copy), come_back)

    async def action_changes(self) -> None:
        """Show what changed in the open article, over the whole screen."""
        await self.attempt(self._show_changes)

    async def _show_changes(self) -> None:
        if self.article is None:
            self.tell(NO_ARTICLE)
            return
        from reader.ui.difference import DifferenceScreen, known_history

        known = await known_history(self.desk, self.article.id)
        if known.versions:
            self.app.push_screen(DifferenceScreen(self.desk, known))
        else:
            self.tell("This article has not changed since it came in.")

    # Legend, highlights, clipboard, browser

    def action_legend(self) -> None:
        """Say what the colours and styles mean."""
        from reader.ui.legend import LegendScreen

        self.app.push_screen(LegendScreen(self.view.analysis, self.looks))

    async def action_show(self, kind: str) -> None:
        """Switch a kind of highlight on or off."""
        shown = self.view.shown ^ {Shown(kind)}
        self.view.shown = shown
        await self.attempt(save_shown, self.desk, shown)

    def action_copy(self) -> None:
        """Copy the selected text, what is chosen in the panel, or the selected statement, word for word."""
        words = self.get_selected_text()
        if not words and self.at is Place.PANEL:
            words = self.panel.chosen_words
        if not words and self.article is not None and self.view.selected is not None:
            words = quoted(self.article.text, self.view.selected)
        if words:
            self.app.copy_to_clipboard(words)
            self.tell("Copied.")
        else:
            self.tell("Nothing is selected: walk the statements with [ and ], or select text with the mouse.")

    def action_browser(self) -> None:
        """Open the article's address."""
        address = web_address(self.article.url) if self.article is not None else None
        if address is None:
            self.tell("This article has no address on the web.")
        else:
            self.app.open_url(address)
