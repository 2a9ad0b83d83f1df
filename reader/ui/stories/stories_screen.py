"""The list of stories over the whole screen."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Footer, Static

from reader.domain.errors import ParleyError
from reader.domain.story import Stories, StoryRow
from reader.ui import key_footer
from reader.ui.actions import Region, bindings
from reader.ui.key_footer import KeyFooter
from reader.ui.messages import LibraryChanged, StoriesChanged
from reader.ui.panel.tab_line import TabLine
from reader.ui.stories.finding import StoryFinder
from reader.ui.stories.listing import StoriesState, read_page, read_stories, unread_beside
from reader.ui.stories.narrowing_screen import NarrowingScreen
from reader.ui.stories.story_list import Listed, StoryList
from reader.ui.stories.story_rows import heading
from reader.ui.stories.story_tabs import WhichLine
from reader.ui.stories.words import COMING, NOT_FOUND, counts_line, empty

if TYPE_CHECKING:
    from reader.ingest.desk import Desk

ROOM_FOR_FOOTER = 12
"""Below this height the footer gives its line to the stories."""


class StoriesScreen(NarrowingScreen):
    """Stays as it was left while a story opened from it lies over it."""

    BINDINGS = bindings(Region.STORIES)

    def __init__(self, desk: Desk, today: date) -> None:
        super().__init__(desk)
        self._today = today
        self._which = Stories.ALL
        self._state: StoriesState | None = None
        self._finder = StoryFinder(desk, self._which)
        self._told = ""
        """What was found with the words."""

    def compose(self) -> ComposeResult:
        yield Static(id="stories-title")
        yield WhichLine()
        yield Static(id="stories-heading")
        yield StoryList(self._today)
        yield KeyFooter(compact=True, show_command_palette=False)

    @property
    def list(self) -> StoryList:
        """The stories."""
        return self.query_one(StoryList)

    @property
    def told_keys(self) -> tuple[str, ...]:
        """The keys worth telling; see ``key_footer``."""
        return key_footer.STORIES

    @property
    def row(self) -> StoryRow | None:
        return self.list.row

    @property
    def no_story(self) -> str:
        return COMING if self._state is None else super().no_story

    def on_mount(self) -> None:
        self.list.empty = COMING
        self.list.focus()
        self.look_again()

    def on_screen_resume(self) -> None:
        """Stories may have been read meanwhile."""
        self.look_again()

    def on_resize(self) -> None:
        self.query_one(Footer).display = self.size.height >= ROOM_FOR_FOOTER
        line = self.query_one("#stories-heading", Static)
        line.update(Content(heading(self.list.scrollable_content_region.width)))
        line.display = bool(heading(self.size.width))
        self._say_where()

    # What is listed

    @on(LibraryChanged)
    @on(StoriesChanged)
    def _follow_library(self) -> None:
        self.look_again()

    def look_again(self) -> None:
        """Ask for what is listed now."""
        self._finder.forget(self._which)
        self.look()

    async def looked(self, *, typing: bool) -> bool:
        """Show what is listed now. False where it cannot be told what that is."""
        words = self._words
        try:
            pages = self.list.pages_in_sight()
            state = await self.desk.library.ask(partial(read_stories, which=self._which, pages=pages))
            finding = self._finder.find(words, self._today, typing=typing, pages=pages) if words.strip() else None
            found = None if finding is None else await finding
        except ParleyError as error:
            self.tell_wrong(error)
            return False
        if self.is_attached:
            self._show(state, found)
        return True

    def _show(self, state: StoriesState, found: Listed | None) -> None:
        listed = found or state.listed
        self.list.empty = NOT_FOUND if found is not None else empty(self._which, state.waiting)
        self.list.show(listed)
        self.query_one(WhichLine).current = self._which
        self._told = f" · with “{self._words.strip()}”: {listed.total:,}" if found is not None else ""
        self._state = state
        self._say_where()
        if self.narrow_line is not None:
            self.narrow_line.tell(f"{listed.total:,} found" if found is not None else "")

    @on(StoryList.Moved)
    def _say_where(self) -> None:
        """Say how many stories there are, and which of them is under the cursor."""
        if (state := self._state) is None:
            return
        title = self.query_one("#stories-title", Static)
        where = f"{self.list.cursor + 1:,} of {self.list.total:,}" if self.list.total > 1 else ""
        title.update(counts_line(state.counts, self._told, state.waiting, where, self.size.width - 2), layout=False)

    @on(StoryList.Wanted)
    def _wanted(self, message: StoryList.Wanted) -> None:
        self.run_worker(self._put_page(message.page), group=f"page{message.page}", exit_on_error=False)

    async def _put_page(self, page: int) -> None:
        which, key = self._which, self.list.key
        try:
            if len(key) > 1:
                rows = await self._finder.page(page)
            else:
                rows = await self.desk.library.ask(partial(read_page, which=which, page=page))
        except ParleyError as error:
            self.tell_error(error)
            return
        if self.is_attached:
            self.list.put(key, page, rows)

    def action_which(self, step: int) -> None:
        """Show all, the followed, the unread, the muted, in turn."""
        kinds = list(Stories)
        self._turn(kinds[(kinds.index(self._which) + step) % len(kinds)])

    @on(TabLine.Clicked)
    def _clicked(self, message: TabLine.Clicked) -> None:
        self._turn(Stories(message.tab))

    def _turn(self, which: Stories) -> None:
        self._which = which
        self.query_one(WhichLine).current = which
        self.look_again()

    # Keys

    def action_back(self) -> None:
        """Back to the articles; from a narrowed list to all of it."""
        if self._words.strip():
            self._words = ""
            self.look_again()
        else:
            self.dismiss(None)

    @on(StoryList.Opened)
    def action_open(self) -> None:
        """Open the story."""
        if (row := self._chosen()) is not None:
            self.reading.open_story(row.id)

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        self.list.cursor += rows

    def action_page(self, pages: int) -> None:
        """Move a view."""
        self.list.page(pages)

    def action_edge(self, side: int) -> None:
        """To the first or the last."""
        self.list.edge(side)

    @work(group="unread", exclusive=True, exit_on_error=False)
    async def action_unread(self, step: int) -> None:
        """To the next or previous story with something unread."""
        at = self.list.unread_at_hand(step)
        if at is None and self.row is not None:
            question = partial(unread_beside, row=self.row, step=step, which=self._which)
            try:
                if len(self.list.key) > 1:
                    at = await self._finder.unread_beside(self.list.cursor, step)
                else:
                    at = await self.desk.library.ask(question)
            except ParleyError as error:
                self.tell_error(error)
                return
        if at is None:
            self.tell(f"No story {'below' if step > 0 else 'above'} has anything unread.")
        else:
            self.list.cursor = at
