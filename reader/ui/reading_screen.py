"""The reading screen: what its keys and its regions' messages do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from reader.ui.actions import Region, bindings
from reader.ui.arrangement import Place
from reader.ui.correcting_screen import NOT_YET, CorrectingScreen
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
from reader.ui.verbatim import quoted, web_address

if TYPE_CHECKING:
    from reader.ui.comparison import ComparisonScreen


class ReadingScreen(CorrectingScreen):
    """The regions tell one another nothing: each posts what happened, and here it is passed on."""

    BINDINGS = bindings(Region.READING)
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
        """Lay the parties' statements side by side over the whole screen."""
        if self.article is None or self.view.analysis is None:
            self.tell(NOT_YET)
            return
        from reader.ui.comparison import ComparisonScreen

        selected = self.view.selected.id if self.view.selected else None
        self._comparison = ComparisonScreen(self.article, self.view.analysis, selected, self.looks)
        self.app.push_screen(self._comparison, self._show_compared)

    def show_analysis(self, message: AnalysisArrived) -> None:
        """Also in the comparison, while that lies over this screen."""
        super().show_analysis(message)
        if self._comparison is not None and self.article is not None and self.article.id == message.article_id:
            self._comparison.show(message.analysis, self.looks)

    def _show_compared(self, statement_id: str | None) -> None:
        self._comparison = None
        if statement_id is not None:
            self.go(Place.ARTICLE)
            self.view.show_statement(statement_id)
            self.panel.select_statement(statement_id)

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
        """Copy the selected text, or the selected statement, word for word."""
        words = self.get_selected_text()
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
