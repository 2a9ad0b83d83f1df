"""Opening articles: the text at once, then what is known of it, then what the analysis finds."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from reader.domain.article import Article, ArticleRow, Shown
from reader.domain.correction import Correction, standing
from reader.domain.errors import ParleyError
from reader.ui.arrangement import Place
from reader.ui.background import Background
from reader.ui.messages import AnalysisArrived, AnalysisFailed, ArticleChosen, StoriesChanged, WorkCounted
from reader.ui.panel.state_line import kept_line
from reader.ui.panel.tab_line import Tab
from reader.ui.party_look import PartyLook, party_look
from reader.ui.region_screen import RegionScreen
from reader.ui.settings import Settings, save_open, save_paused
from reader.ui.title_line import TitleLine, library_name

if TYPE_CHECKING:
    from reader.ingest.desk import Desk
    from reader.store.library import Library

ANALYSING = "Analysing…"

KEEP_EVERY = 5.0
"""Seconds between two notes of the place in the article: what a closed terminal may lose."""


class OpeningScreen(RegionScreen):
    """``rows`` are the newest rows, for the first paint; ``first`` the id of the article to open."""

    def __init__(self, desk: Desk, rows: list[ArticleRow], settings: Settings, first: int | None, today: date) -> None:
        super().__init__(desk, today)
        self.settings = settings
        self.article: Article | None = None
        self.background = Background(desk, self._hear, settings.paused)
        self._rows = rows
        self._first = first
        self._kept = (0, 0)
        self._on_its_way = False
        """True while an article that was chosen is not there yet."""

        self.strictness = settings.strictness
        self.hidden = 0
        """How many statements of the open article are left out as too doubtful."""

        self.said: tuple[Correction, ...] = ()
        """The corrections that stand."""

        self.looks: Mapping[str, PartyLook] = {}
        """The looks of the open article's parties, for as long as it is open."""

    def on_mount(self) -> None:
        """Show what is there; ask for everything else once the first picture is on the screen."""
        self.query_one(TitleLine).library = library_name(self.desk.path)
        self.list.start(self._rows)
        self.view.shown = self.settings.shown
        self.call_after_refresh(self._begin)

    async def on_unmount(self) -> None:
        """Keep the place in the open article."""
        with suppress(ParleyError):
            await self._keep_place()

    def _begin(self) -> None:
        if self._first is not None:
            self.open(self._first, take_focus=False)
        self._count_in_background()
        self._work()
        self.set_interval(KEEP_EVERY, partial(self.attempt, self._keep_place))

    @on(ArticleChosen)
    def _open_chosen(self, message: ArticleChosen) -> None:
        self._on_its_way = True
        self.open(message.article_id)

    @work(group="open", exclusive=True, exit_on_error=False)
    async def open(self, id: int, take_focus: bool = True) -> None:
        """Open an article. Opening another one before it is there drops the first."""
        await self.attempt(self._open, id, take_focus)
        self._on_its_way = False

    def action_back(self) -> None:
        """As everywhere; but whoever goes back before the article is there does not want to quit."""
        if self._on_its_way and self.at is Place.LIST:
            self._on_its_way = False
            self.workers.cancel_group(self, "open")
        else:
            super().action_back()

    async def _open(self, id: int, take_focus: bool) -> None:
        await self._keep_place()
        # The first article opens by itself: who has moved on by then is not called back.
        by_itself = self.article is None and not take_focus
        article, self.view.other = await self.desk.library.ask(partial(with_other, id=id))
        self._show(article)
        self._on_its_way = False
        if take_focus:
            self.go(Place.ARTICLE)
        await self.list.go_to(id, unless_moved=by_itself)
        await self._find_out(article)
        await save_open(self.desk, id)
        await self._set_read(id, True)

    async def _find_out(self, article: Article) -> None:
        """Show what is known of an article; have found out what is not."""
        id = article.id
        try:
            self.said = standing(await self.desk.corrections())
            stored = await self.desk.stored_analysis(article)
        except ParleyError as error:
            # Nothing of another article may stand beside this one.
            self.panel.show(article, None, str(error))
            raise
        current = stored is not None and await self.desk.is_current(article, stored)
        if stored is not None:
            self.show_analysis(AnalysisArrived(id, stored.analysis, current, await self.desk.hidden(article)))
        else:
            self.panel.show(article, None, ANALYSING)
        if not current:
            self.background.want(article)
            self._work()

    async def _keep_place(self) -> None:
        """Remember how far the open article was read, if that changed."""
        if self.article is not None and (self.article.id, self.view.place) != self._kept:
            self._kept = (self.article.id, self.view.place)
            await self.desk.set_position(*self._kept)

    def _show(self, article: Article) -> None:
        before = self.article
        again = before is not None and (before.id, before.text_hash) == (article.id, article.text_hash)
        self._kept = (article.id, article.position)
        self.article = article
        if not again:
            self.looks = {}
        self.view.show(article, self.view.analysis if again else None, self.looks)
        self.panel.expect(article)
        self.list.open_id = article.id

    @work(group="open", exclusive=True, exit_on_error=False)
    async def action_unread(self, step: int) -> None:
        """Open the next or previous unread article."""
        await self.attempt(self._open_unread, step)

    async def _open_unread(self, step: int) -> None:
        id = await self.list.unread_id(step)
        if id is None:
            await self._none_unread(step)
        else:
            await self._open(id, take_focus=True)

    async def _none_unread(self, step: int) -> None:
        """Nothing unread stands that way in the list."""
        self.tell(f"No unread article {'after' if step > 0 else 'before'} this one.")

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
        await self.attempt(self._toggle_read)

    async def _toggle_read(self) -> None:
        row = self.list.cursor_row if self.at is Place.LIST else await self.list.open_row()
        if row is not None:
            await self._set_read(row.id, not row.read)

    async def _set_read(self, id: int, read: bool) -> None:
        await self.desk.set_read(id, read)
        self.list.mark_read(id, read)
        await self._count()

    @work(group="count", exit_on_error=False)
    async def _count_in_background(self) -> None:
        await self.attempt(self._count)

    async def _count(self) -> None:
        counts = await self.desk.counts()
        title = self.query_one(TitleLine)
        title.articles, title.unread = counts.articles, counts.unread
        if counts.articles != self.list.total:
            await self.list.reload(counts.articles)

    # Analysis

    def _hear(self, message: Message) -> None:
        """Stories concern every screen."""
        (self.app if isinstance(message, StoriesChanged) else self).post_message(message)

    def _work(self) -> None:
        if not any(worker.group == "analysis" and not worker.is_finished for worker in self.workers):
            self._analyse()

    @work(group="analysis", exit_on_error=False)
    async def _analyse(self) -> None:
        await self.background.run()

    @on(AnalysisArrived)
    def show_analysis(self, message: AnalysisArrived) -> None:
        """Show an analysis of the open article. What is chosen stays chosen, else what stands next to it is."""
        if self.article is None or not message.is_of(self.article):
            return
        analysis, before = message.analysis, self.view.selected
        # A correction must not repaint the parties that it leaves alone.
        self.looks = party_look(analysis, self.looks)
        self.hidden = message.hidden
        self.view.show(self.article, analysis, self.looks)
        kept = kept_line(self.strictness, self.hidden)
        self.panel.show(self.article, analysis, analysis.note, looks=self.looks, kept=kept)
        after = self.view.selected
        if before is None or after is None or after.content == before.content:
            return
        if self.at is Place.PANEL and self.panel.chosen_statement:
            self.view.show_statement(self.panel.chosen_statement)
        elif self.panel.tab is Tab.PARTIES:
            self.panel.select_statement(after.id)

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

    async def action_background(self) -> None:
        """Pause or resume the analysis of articles that are not open."""
        self.background.paused = not self.background.paused
        self.tell("Analysis in the background " + ("paused." if self.background.paused else "resumed."))
        self._work()
        await self.attempt(save_paused, self.desk, self.background.paused)


def with_other(library: Library, id: int) -> tuple[Article, Shown | None]:
    """An article, and whose text is kept beside the one shown."""
    other = library.versions.alternate(id)
    return library.article(id), other.shown if other else None
