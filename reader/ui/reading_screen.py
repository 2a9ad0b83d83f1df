"""The reading screen: the list of articles, the article, and the panel of statements, as many as there is room for."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Footer
from textual.worker import Worker, WorkerState

from reader.domain.article import Article, ArticleRow
from reader.domain.errors import ParleyError
from reader.ui.actions import Region, bindings
from reader.ui.arrangement import NAMES, ORDER, Place, arrange
from reader.ui.article_list import ArticleList
from reader.ui.article_view import ArticleView
from reader.ui.background import Background
from reader.ui.highlight import Shown
from reader.ui.messages import (
    AnalysisArrived,
    AnalysisFailed,
    ArticleChosen,
    PartyChosen,
    SpanChosen,
    SpanOpened,
    StatementActivated,
    StatementChosen,
    StatementOpened,
    StatementSelected,
    WorkCounted,
)
from reader.ui.panel import StatementPanel
from reader.ui.settings import Settings, save_open, save_shown
from reader.ui.title_line import TitleLine
from reader.ui.verbatim import quoted, web_address

if TYPE_CHECKING:
    from reader.ingest.desk import Desk

ANALYSING = "Analysing…"

KEEP_EVERY = 5.0
"""Seconds between two notes of the place in the article: what a closed terminal may lose."""


class ReadingScreen(Screen[None]):
    """Regions ``#list``, ``#article`` and ``#panel``; see ``Place``.

    ``rows`` are the newest rows, for the first paint; ``first`` the id of the article to open.
    """

    BINDINGS = bindings(Region.READING)

    at: reactive[Place] = reactive(Place.LIST, init=False)
    """The region that has, or last had, the focus."""

    zen: reactive[bool] = reactive(False, init=False)
    """True while the article is shown alone."""

    def __init__(self, desk: Desk, rows: list[ArticleRow], settings: Settings, first: int | None, today: date) -> None:
        super().__init__()
        self.desk = desk
        self.settings = settings
        self.article: Article | None = None
        self.background = Background(desk, self.post_message)
        self.list = ArticleList(desk.rows, today, id=Place.LIST)
        self.view = ArticleView(id=Place.ARTICLE)
        self.panel = StatementPanel(id=Place.PANEL)
        self._rows = rows
        self._first = first
        self._kept = (0, 0)

    def compose(self) -> ComposeResult:
        yield TitleLine()
        with Horizontal(id="regions"):
            with Container(id="reading"):
                yield self.list
                yield self.view
            yield self.panel
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Show what is there; ask for everything else once the first picture is on the screen."""
        self.list.border_title = "Articles"
        self.list.start(self._rows)
        self.view.shown = self.settings.shown
        self._arrange()
        self.list.focus()
        self.call_after_refresh(self._begin)

    async def on_unmount(self) -> None:
        """Keep the place in the open article."""
        with suppress(ParleyError):
            await self._keep_place()

    def _begin(self) -> None:
        if self._first is not None:
            self.open(self._first, take_focus=False)
        self.run_worker(self._count(), group="count", exit_on_error=False)
        self._work()
        self.set_interval(KEEP_EVERY, self._keep_place)

    # Regions

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
        for place in ORDER:
            self.query_one(f"#{place}").display = place in arrangement.visible
        self.update_classes({name: name == arrangement.name for name in NAMES}, animate=False)
        reading = {Place.LIST, Place.ARTICLE} & arrangement.visible
        self.query_one("#reading").display = bool(reading)
        self.query_one(TitleLine).display = arrangement.header
        self.query_one(TitleLine).page = self.at if arrangement.name == "-one" else None
        self.query_one(Footer).display = arrangement.footer

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

    # Opening articles

    @on(ArticleChosen)
    def _open_chosen(self, message: ArticleChosen) -> None:
        self.open(message.article_id)

    def open(self, id: int, take_focus: bool = True) -> None:
        """Open an article. Opening another one before it is there drops the first."""
        self.run_worker(self._open(id, take_focus), group="open", exclusive=True, exit_on_error=False)

    async def _open(self, id: int, take_focus: bool) -> None:
        try:
            await self._keep_place()
            article = await self.desk.article(id)
            self._show(article)
            if take_focus:
                self.go(Place.ARTICLE)
            await self.list.go_to(id)
            stored = await self.desk.stored_analysis(article)
            current = stored is not None and await self.desk.is_current(article, stored)
            if stored is not None:
                self._show_analysis(AnalysisArrived(id, stored.analysis, current))
            else:
                self.panel.show(article, None, ANALYSING)
            if not current:
                self.background.want(article)
                self._work()
            await save_open(self.desk, id)
            await self._set_read(id, True)
        except ParleyError as error:
            self._tell_error(error)

    async def _keep_place(self) -> None:
        """Remember how far the open article was read, if that changed."""
        if self.article is not None and (self.article.id, self.view.place) != self._kept:
            self._kept = (self.article.id, self.view.place)
            await self.desk.set_position(*self._kept)

    def _show(self, article: Article) -> None:
        self._kept = (article.id, article.position)
        self.article = article
        self.view.show(article)
        self.list.open_id = article.id
        self.view.border_title = None

    def action_unread(self, step: int) -> None:
        """Open the next or previous unread article."""
        self.run_worker(self._open_unread(step), group="open", exclusive=True, exit_on_error=False)

    async def _open_unread(self, step: int) -> None:
        try:
            row = await self.list.unread(step)
        except ParleyError as error:
            self._tell_error(error)
            return
        if row is None:
            self._tell(f"No unread article {'after' if step > 0 else 'before'} this one.")
        else:
            await self._open(row.id, take_focus=True)

    def action_read_on(self) -> None:
        """Page down; at the end, the next unread article."""
        if self.article is None or not self.view.display:
            self.list.action_open()
        elif self.view.at_end:
            self.action_unread(1)
        else:
            self.view.action_page(1)

    async def action_toggle_read(self) -> None:
        """Mark the article under the cursor (in the list) or the open one read or unread."""
        row = self.list.cursor_row if self.at is Place.LIST else await self.list.row_of(self.list.open_id)
        if row is not None:
            await self._set_read(row.id, not row.read)

    async def _set_read(self, id: int, read: bool) -> None:
        try:
            await self.desk.set_read(id, read)
        except ParleyError as error:
            self._tell_error(error)
            return
        self.list.mark_read(id, read)
        await self._count()

    async def _count(self) -> None:
        try:
            counts = await self.desk.counts()
        except ParleyError as error:
            self._tell_error(error)
            return
        title = self.query_one(TitleLine)
        title.articles, title.unread = counts.articles, counts.unread
        if counts.articles != self.list.total:
            await self.list.reload(counts.articles)

    # Analysis

    def _work(self) -> None:
        if not any(w.group == "analysis" and not w.is_finished for w in self.workers):
            self.run_worker(self.background.run(), group="analysis", exit_on_error=False)

    @on(AnalysisArrived)
    def _show_analysis(self, message: AnalysisArrived) -> None:
        if self.article is not None and self.article.id == message.article_id:
            self.view.show(self.article, message.analysis)
            self.panel.show(self.article, message.analysis, message.analysis.note)

    @on(AnalysisFailed)
    def _show_failure(self, message: AnalysisFailed) -> None:
        if self.article is not None and self.article.id == message.article_id and self.view.analysis is None:
            self.panel.show(self.article, None, message.sentence)

    @on(WorkCounted)
    def _show_work(self, message: WorkCounted) -> None:
        title = self.query_one(TitleLine)
        if message.done >= message.total:
            title.work = ""
        elif self.background.paused:
            title.work = "analysis paused"
        else:
            title.work = f"analysing {message.done + 1} of {message.total}"

    def action_background(self) -> None:
        """Pause or resume the analysis of articles that are not open."""
        self.background.paused = not self.background.paused
        self._tell("Analysis in the background " + ("paused." if self.background.paused else "resumed."))
        self._work()

    # Statements

    def action_statement(self, step: int) -> None:
        """Walk the statements of the article."""
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
            self._tell("This article is not analysed yet.")
            return
        from reader.ui.comparison import ComparisonScreen

        selected = self.view.selected.id if self.view.selected else None
        self.app.push_screen(ComparisonScreen(self.article, self.view.analysis, selected), self._show_compared)

    def _show_compared(self, statement_id: str | None) -> None:
        if statement_id is not None:
            self.go(Place.ARTICLE)
            self.view.show_statement(statement_id)
            self.panel.select_statement(statement_id)

    # Legend, highlights, clipboard, browser

    def action_legend(self) -> None:
        """Say what the colours and styles mean."""
        from reader.ui.legend import LegendScreen

        self.app.push_screen(LegendScreen(self.view.analysis))

    async def action_show(self, kind: str) -> None:
        """Switch a kind of highlight on or off."""
        shown = self.view.shown ^ {Shown(kind)}
        self.view.shown = shown
        await save_shown(self.desk, shown)

    def action_copy(self) -> None:
        """Copy the selected text, or the selected statement, word for word."""
        words = self.get_selected_text()
        if not words and self.article is not None and self.view.selected is not None:
            words = quoted(self.article.text, self.view.selected)
        if words:
            self.app.copy_to_clipboard(words)
            self._tell("Copied.")
        else:
            self._tell("Nothing is selected: walk the statements with [ and ], or select text with the mouse.")

    def action_browser(self) -> None:
        """Open the article's address."""
        address = web_address(self.article.url) if self.article is not None else None
        if address is None:
            self._tell("This article has no address on the web.")
        else:
            self.app.open_url(address)

    @on(Worker.StateChanged)
    def _tell_defect(self, event: Worker.StateChanged) -> None:
        """What no one foresaw is told too, and costs neither the app nor the article."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            error = event.worker.error
            self._tell_error(ParleyError(f"Something went wrong ({type(error).__name__}: {error})."))

    def _tell(self, sentence: str) -> None:
        self.notify(sentence, timeout=3, markup=False)

    def _tell_error(self, error: ParleyError) -> None:
        self.notify(str(error), severity="error", markup=False)
