"""The drawer: folders and feeds over the list, what is unread in each, and everything that can be done with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from reader.domain.errors import ParleyError
from reader.domain.feed import Feed, FullText
from reader.domain.folder import Folder
from reader.domain.saved_search import SavedSearch
from reader.domain.scope import Scope
from reader.resources import resource_dir
from reader.ui.actions import Region, bindings
from reader.ui.feeds.feed_keys import FeedKeys
from reader.ui.feeds.kept import save_closed
from reader.ui.feeds.line_list import Line, LineList
from reader.ui.feeds.on_feeds import short
from reader.ui.feeds.sentences import feed_sentence, stories_sentence
from reader.ui.feeds.subscriptions import Subscriptions
from reader.ui.feeds.tree import CLOSED, OPEN, Kind, TreeLine, tree

if TYPE_CHECKING:
    from reader.ingest.desk import Desk
    from reader.store.library import Library

WHOLE_SCREEN = 100
"""Below this width the drawer covers the screen."""

NO_SEARCH = "Only saved searches are put in order here; a search is saved from its results."
NO_FEEDS = "No feeds yet: a adds one, s subscribes to the starter list, or run: parley\u00a0import\u00a0FILE.opml"
FULL_TEXT = {
    FullText.OFF: "shows what its feed holds",
    FullText.SHORT: "gets whole articles from their pages where the feed’s are short",
    FullText.ALWAYS: "gets whole articles from their pages, always",
}


class FeedDrawer(FeedKeys):
    """Ends with the articles to show. ``at`` is what the list shows now, ``closed`` the folders that are closed."""

    BINDINGS = bindings(Region.FEEDS)

    def __init__(self, desk: Desk, known: Subscriptions, at: Scope, closed: frozenset[int]) -> None:
        super().__init__(desk, known)
        self._at = at
        self._shut = closed
        self._wanted: int | None = None

    def compose(self) -> ComposeResult:
        with Vertical(id="drawer") as drawer:
            drawer.border_title = "Feeds"
            yield LineList(id="feed-tree")
            yield Static(id="feed-foot")

    def on_mount(self) -> None:
        self.show()
        at = next((line.key for line in self._lines if line.scope == self._at), "all")
        self.list.choose(at)
        self.list.focus()
        self._count_searches()

    def on_resize(self) -> None:
        self.set_class(self.size.width < WHOLE_SCREEN, "-whole")

    # What is there

    @property
    def _lines(self) -> list[TreeLine]:
        return [line for line in self.list.lines if isinstance(line, TreeLine)]

    @property
    def line(self) -> TreeLine | None:
        """The row under the cursor."""
        line = self.list.line
        return line if isinstance(line, TreeLine) else None

    @property
    def feed(self) -> Feed | None:
        return self.known.feed(self.line.id) if self.line is not None and self.line.kind is Kind.FEED else None

    @property
    def folder(self) -> Folder | None:
        return self.known.folder(self.line.id) if self.line is not None and self.line.kind is Kind.FOLDER else None

    @property
    def search(self) -> SavedSearch | None:
        return self.known.search(self.line.id) if self.line is not None and self.line.kind is Kind.SEARCH else None

    @property
    def home(self) -> int | None:
        return self.line.folder if self.line is not None else None

    def lines_of(self, known: Subscriptions) -> Sequence[Line]:
        return tree(known, self._shut)

    def show(self, lines: Sequence[Line] | None = None) -> None:
        super().show(lines)
        drawer = self.query_one("#drawer")
        drawer.border_subtitle = Content("a add · i health · ? keys · Esc closes")
        if self._wanted is not None:
            key = next((line.key for line in self._lines if line.scope == Scope(feed=self._wanted)), None)
            if key is not None:
                self.list.choose(key)
                self._wanted = None

    @on(LineList.Moved)
    def _tell_row(self) -> None:
        sentence = ""
        if self.line is not None and self.line.kind in (Kind.STORIES, Kind.STORY):
            sentence = stories_sentence(self.known, self.line.id)
        elif not self.known.feeds:
            sentence = NO_FEEDS
        elif self.feed is not None:
            sentence = feed_sentence(self.feed, self.known.visit(self.feed.id), datetime.now().astimezone())
        elif self.folder is not None:
            count = len(self.known.inside(self.folder.id))
            sentence = f"A folder of {count} feed{'' if count == 1 else 's'}."
        elif self.search is not None:
            sentence = self.search.query
        elif self.line is not None and self.line.kind is Kind.ALL:
            sentence = f"{self.known.articles} article{'' if self.known.articles == 1 else 's'}."
        self.query_one("#feed-foot", Static).update(Content(sentence), layout=False)

    async def look(self) -> None:
        """Also count anew what is unread in saved searches, where anything changed."""
        await super().look()
        self._count_searches()

    @work(group="count", exclusive=True, exit_on_error=False)
    async def _count_searches(self) -> None:
        try:
            changed = await self.desk.search_counts.renew(self.reading.today)
        except ParleyError:
            # A library that is busy is counted with the next change; until then the counts stay as they were.
            return
        if changed and self.is_attached:
            self.known = replace(self.known, search_unread=self.desk.search_counts.known)
            self.show()

    def arrived(self, feed: int) -> None:
        """Put the cursor on a feed that was just subscribed to."""
        self._wanted = feed
        super().arrived(feed)

    # Keys

    def action_open(self) -> None:
        """Show only the articles of the row; a story, or all of them, over the whole screen."""
        line, reading = self.line, self.reading
        if line is None:
            return
        is_story = line.kind in (Kind.STORIES, Kind.STORY)
        self.dismiss(None if is_story else line.scope)
        if line.kind is Kind.STORIES:
            reading.call_later(reading.action_stories)
        elif line.kind is Kind.STORY:
            reading.call_later(reading.open_story, line.id)

    async def action_fold(self) -> None:
        """Close or open the folder."""
        if self.line is not None and self.line.kind is Kind.FOLDER:
            await self._fold(self.line.id, close=self.line.fold == OPEN)

    async def action_shut(self) -> None:
        """Close the folder, or go to the one the row stands in."""
        line = self.line
        if line is None:
            return
        if line.kind is Kind.FOLDER and line.fold == OPEN:
            await self._fold(line.id, close=True)
        elif line.folder is not None:
            self.list.choose(f"folder:{line.folder}")

    async def action_unfold(self) -> None:
        """Open the folder."""
        if self.line is not None and self.line.fold == CLOSED:
            await self._fold(self.line.id, close=False)

    async def _fold(self, folder: int, *, close: bool) -> None:
        self._shut = self._shut | {folder} if close else self._shut - {folder}
        self.show()
        await self.reading.attempt(save_closed, self.desk, self._shut)

    def action_add(self) -> None:
        """Ask for an address to subscribe to."""
        from reader.ui.feeds.asking import ask_to_subscribe

        ask_to_subscribe(self, self.folder or self.known.folder(self.home))

    def action_folder(self) -> None:
        """Ask for the name of a new folder, inside the one under the cursor."""
        from reader.ui.feeds.asking import ask_for_folder

        ask_for_folder(self, self.folder or self.known.folder(self.home))

    def action_full_text(self) -> None:
        """Take whole articles never, when short, always, in turn."""
        feed = self.chosen_feed()
        if feed is None:
            return
        levels = list(FullText)
        when = levels[(levels.index(feed.full_text) + 1) % len(levels)]

        def deed(library: Library) -> str:
            library.feeds.set_full_text(feed.id, when)
            return f"{short(feed.shown)} {FULL_TEXT[when]}."

        self.do(deed)

    def action_reorder(self, step: int) -> None:
        """Put the saved search before the one above it, or behind the one below."""
        from reader.ui.feeds.saved_searches import move_search

        if self.search is None:
            self.tell(NO_SEARCH)
        else:
            move_search(self, self.search, step)

    def action_starters(self) -> None:
        """Subscribe to the starter list."""

        def deed(library: Library) -> str | None:
            from reader.ingest.subscriptions_file import import_opml

            done = import_opml(library, (resource_dir("seeds") / "subscriptions.opml").read_bytes(), "the starter list")
            if not done.added:
                return None
            return f"Subscribed to {done.added} feeds; {self.key('feeds.retry_all')} fetches them."

        self.do(deed)

    def action_health(self) -> None:
        """Look at the feeds' health."""
        from reader.ui.feeds.health import HealthScreen

        self.app.push_screen(HealthScreen(self.desk, self.known), self._after_health)

    def _after_health(self, scope: Scope | None) -> None:
        if scope is not None:
            self.dismiss(scope)
