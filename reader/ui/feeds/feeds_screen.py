"""The reading screen's side of the feeds: the drawer, what is listed, refreshing, what other programs change."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work

from reader.domain.errors import ParleyError
from reader.domain.scope import EVERYTHING, Scope, to_search
from reader.ui.arrangement import Place
from reader.ui.feeds.kept import load_schedule, save_schedule, save_scope
from reader.ui.feeds.refreshing import Progress, summary
from reader.ui.feeds.warming import warm_up
from reader.ui.messages import LibraryChanged
from reader.ui.title_line import TitleLine
from reader.ui.upkeep_screen import UpkeepScreen

if TYPE_CHECKING:
    from reader.ingest.outcome import Outcome, Step
    from reader.store.library import Library

LOOK_EVERY = 2.0
"""Seconds between two looks whether another program changed the library."""

DUE_EVERY = 60.0
FIRST_DUE = (4.0, 9.0)
"""Seconds between two looks which feeds are due, and until the first: starting up comes first."""

TOLD_FOR = 10.0
"""Seconds for which an error is not told again in the same words."""

SHOW_EVERY = 1.0
"""Seconds between two pictures of the list while articles come in."""


class FeedsScreen(UpkeepScreen):
    """One refresh runs at a time; those asked for meanwhile wait, those on schedule give way."""

    _version: int | None = None
    _news_waits = False
    _told = ""

    def on_mount(self) -> None:
        """Look after the library and the schedule from now on."""
        self._progress = Progress()
        self.set_interval(LOOK_EVERY, self.look_for_others)
        self.set_interval(DUE_EVERY, self.refresh_due)
        self.set_timer(random.uniform(*FIRST_DUE), self.refresh_due)

    def tell_error(self, error: ParleyError) -> None:
        """Say what went wrong, but not over and over: a library may be busy for as long as another program likes."""
        if str(error) != self._told:
            super().tell_error(error)
            self._told = str(error)
            self.set_timer(TOLD_FOR, self._forget_told)

    def _forget_told(self) -> None:
        self._told = ""

    # What the list shows

    async def _count(self) -> None:
        counts = await self.desk.counts()
        title = self.query_one(TitleLine)
        title.articles, title.unread = counts.articles, counts.unread
        await self.list.recount()
        if self.list.gone:
            await self._narrow(EVERYTHING)

    async def _set_read(self, id: int, read: bool) -> None:
        if read:
            self.list.keep(id)
        await super()._set_read(id, read)

    @work(group="narrow", exclusive=True, exit_on_error=False)
    async def narrow(self, scope: Scope) -> None:
        """Show the articles of a scope and go to the list."""
        await self.attempt(self._narrow, scope)
        self.go(Place.LIST)

    async def _narrow(self, scope: Scope) -> None:
        await self.list.narrow(scope)
        await save_scope(self.desk, scope)

    def action_back(self) -> None:
        """One step back; in the list of a feed or folder, to all articles."""
        if self.at is Place.LIST and not self.zen and self.list.scope != EVERYTHING:
            self.narrow(EVERYTHING)
        else:
            super().action_back()

    @work(group="drawer", exclusive=True, exit_on_error=False)
    async def action_feeds(self) -> None:
        """Open the drawer."""
        from reader.ui.feeds.drawer import FeedDrawer
        from reader.ui.feeds.kept import load_closed
        from reader.ui.feeds.subscriptions import read_subscriptions

        counted = self.desk.search_counts.known
        try:
            known = await self.desk.library.ask(partial(read_subscriptions, search_unread=counted))
            closed = await load_closed(self.desk)
        except ParleyError as error:
            self.tell_error(error)
            return
        scope = self.list.scope
        at = Scope(feed=scope.feed, folder=scope.folder, unread=scope.unread)
        if scope.query is not None:
            at = to_search(scope.text, scope.saved)
        self.app.push_screen(FeedDrawer(self.desk, known, at, closed), self._chosen)

    @work(group="drawer", exclusive=True, exit_on_error=False)
    async def action_health(self) -> None:
        """Open the health screen."""
        from reader.ui.feeds.health import HealthScreen
        from reader.ui.feeds.subscriptions import read_subscriptions

        try:
            known = await self.desk.library.ask(read_subscriptions)
        except ParleyError as error:
            self.tell_error(error)
            return
        self.app.push_screen(HealthScreen(self.desk, known), self._chosen)

    def _chosen(self, scope: Scope | None) -> None:
        if scope is not None:
            self.narrow(scope)

    def show_revised(self) -> None:
        """Show the open article as its corrections have it now."""
        self.run_worker(self.attempt(self._show_revised), group="correct", exit_on_error=False)

    # Refreshing

    @work(group="refresh-key", exclusive=True, exit_on_error=False)
    async def action_refresh(self) -> None:
        """Refresh the feed or folder of the list, or else the feed of the open article."""
        scope, article = self.list.scope, self.article
        feed = scope.feed if scope.feed is not None else article.feed_id if article is not None else None
        if scope.folder is None and feed is None:
            self.tell(f"This article came from no feed; {self._key('refresh.all')} refreshes every feed.")
            return

        def ids(library: Library) -> list[int]:
            from reader.ui.feeds.subscriptions import read_subscriptions

            if scope.folder is not None:
                return read_subscriptions(library).inside(scope.folder)
            return [each.id for each in library.feeds.all() if each.id == feed]

        try:
            feeds = await self.desk.library.ask(ids)
        except ParleyError as error:
            self.tell_error(error)
            return
        if feeds:
            self.refresh_feeds(feeds, force=scope.folder is None)
        else:
            self.tell("No feed is in this folder." if scope.folder is not None else "You gave its feed up.")

    def action_refresh_all(self) -> None:
        """Refresh every feed."""
        self.refresh_feeds()

    @work(group="refresh", exit_on_error=False)
    async def refresh_feeds(self, feeds: Sequence[int] | None = None, *, force: bool = False) -> None:
        """Refresh these feeds, or all, and say how it went. ``force`` asks also those that want to be left alone."""
        self.workers.cancel_group(self, "schedule")
        try:
            outcomes = await self._refresh(feeds, force=force)
        except ParleyError as error:
            self.tell_error(error)
            return
        self._say(summary(outcomes, health=self._key("health"), drawer=self._key("feeds")))

    def action_refresh_stop(self) -> None:
        """Stop refreshing."""
        running = [*self.workers.cancel_group(self, "refresh"), *self.workers.cancel_group(self, "schedule")]
        self._say("Stopped; what has come in stays." if running else "Nothing is being refreshed.")

    @work(group="schedule", exclusive=True, exit_on_error=False)
    async def refresh_due(self) -> None:
        """Refresh the feeds whose time has come, unless that is switched off or something is refreshed already."""
        if self._progress.runs:
            return
        try:
            if await load_schedule(self.desk) and await self.desk.library.ask(lambda lib: bool(lib.feeds.all())):
                await self._refresh(None, scheduled=True)
        except ParleyError:
            # Nobody asked for it: the next look, a minute later, tries again, and the health screen tells.
            return

    async def action_schedule(self) -> None:
        """Refresh feeds by themselves, or only when asked."""
        await self.attempt(self._switch_schedule)

    async def _switch_schedule(self) -> None:
        on = not await load_schedule(self.desk)
        await save_schedule(self.desk, on)
        self._say("Feeds are refreshed by themselves." if on else "Feeds are refreshed only when you ask.")

    async def _refresh(
        self, feeds: Sequence[int] | None, *, force: bool = False, scheduled: bool = False
    ) -> list[Outcome]:
        self._progress.runs += 1
        try:
            await warm_up()
            return await self.desk.refresher.refresh(feeds, force=force, scheduled=scheduled, tell=self._moved_on)
        finally:
            self._progress.runs -= 1
            if self.is_attached:
                self.query_one(TitleLine).fetching = ("", "")
                self._show_news()

    def _moved_on(self, step: Step) -> None:
        if not self.is_attached:
            return
        self.query_one(TitleLine).fetching = self._progress.words(step, self._key("refresh.stop"))
        if step.outcome is not None and not self._news_waits:
            self._news_waits = True
            self.set_timer(SHOW_EVERY, self._show_news)

    def _show_news(self) -> None:
        self._news_waits = False
        self.app.post_message(LibraryChanged())

    # Other programs

    @work(group="watch", exclusive=True, exit_on_error=False)
    async def look_for_others(self) -> None:
        """Follow what another program changed in the library. A library that is busy is looked at the next time."""
        try:
            version = await self.desk.library.ask(lambda library: library.data_version())
        except ParleyError:
            return
        if self._version is not None and version != self._version:
            self.app.post_message(LibraryChanged())
        self._version = version

    @on(LibraryChanged)
    def _analyse_news(self) -> None:
        self.background.look_again()
        self._work()
