"""One story over the whole screen: what each party says of it across all its articles, in six tabs."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual import on, work
from textual.content import Content
from textual.widgets import Static

from reader.domain.errors import NotFoundError, ParleyError
from reader.ui.actions import Region, bindings
from reader.ui.messages import LibraryChanged, StoriesChanged
from reader.ui.panel.block import Paragraph
from reader.ui.party_look import PartyLook
from reader.ui.stories.listed_looks import listed_looks
from reader.ui.stories.loading import Loaded, load
from reader.ui.stories.story_head import StoryHead
from reader.ui.stories.story_tabs import StoryTabs
from reader.ui.stories.tabs_screen import TabsScreen
from reader.ui.stories.telling import Telling

if TYPE_CHECKING:
    from reader.ingest.desk import Desk
    from reader.ingest.stories.opening import OpenStory


class ToldScreen(TabsScreen):
    """Shows the story of one of ``ids``; what is chosen in each tab stays chosen when it is shown anew. ``known`` are
    looks that parties have where it is opened from."""

    BINDINGS = bindings(Region.TELLING)

    def __init__(self, desk: Desk, ids: Sequence[int], known: Mapping[str, PartyLook] | None = None) -> None:
        super().__init__(desk)
        self.ids = tuple(ids)
        self._known = known
        self._unfolded: frozenset[int] = frozenset()
        self._picked: frozenset[int] = frozenset()
        self.beside: dict[str, tuple[Paragraph, ...]] = {}
        """What stands below statements by their words: translations that were asked for."""

    def on_mount(self) -> None:
        self.open_tab(self.tab)
        self.look_again()

    def on_screen_resume(self) -> None:
        """Articles may have been read meanwhile."""
        if self.loaded is not None:
            self.look_again()

    # Loading

    @on(LibraryChanged)
    @on(StoriesChanged)
    def _follow_library(self) -> None:
        self.look_again()

    @work(group="story", exclusive=True, exit_on_error=False)
    async def look_again(self) -> None:
        """Show the story as it is now; its comparison is made on a thread."""
        try:
            loaded = await load(self.desk, self.ids, self.loaded, self._say_progress)
        except NotFoundError as error:
            self._leave_for_good(error)
            return
        except ParleyError as error:
            self._note(str(error))
            return
        telling = self._telling(loaded, self.telling)
        if not self._has_board_of(loaded):
            await asyncio.to_thread(lambda: telling.sheet)
        if (telling.unfolded, telling.picked) != (self._unfolded, self._picked):
            telling = self._telling(loaded, telling)
        if self.is_attached:
            self._show(loaded, telling)

    def _leave_for_good(self, error: ParleyError) -> None:
        self.app.notify(str(error), timeout=6, markup=False)
        if self.is_current:
            self.dismiss(None)

    def _say_progress(self, words: str) -> None:
        if self.loaded is None:
            self._note(f"{words} Esc stops.")

    def _note(self, words: str) -> None:
        note = self.query_one("#story-note", Static)
        note.update(Content(words))
        note.display = bool(words)

    def _has_board_of(self, loaded: Loaded) -> bool:
        return self.loaded is not None and self.loaded.open.board is loaded.open.board

    def _show(self, loaded: Loaded, telling: Telling) -> None:
        first, again = self.loaded is None, self._has_board_of(loaded)
        self.loaded, self.telling = loaded, telling
        members = loaded.open.story.members
        self.ids = tuple(member.article_id for member in members)
        self._picked &= frozenset(self.ids)
        self.query_one(StoryHead).show(loaded.open.story)
        self._note(_waiting_words(len(loaded.open.waiting)))
        if not again:
            self._show_comparison(first=first)
        self.fill(*StoryTabs)
        self.refresh_bindings()

    def _telling(self, loaded: Loaded, before: Telling | None) -> Telling:
        told = loaded.open
        known = before.view.looks if before is not None else self._first_looks(told)
        return Telling(
            told.story,
            told.board,
            loaded.language,
            told.waiting,
            self._unfolded,
            self._picked,
            known,
            self.beside,
            loaded.marks,
        )

    def _first_looks(self, told: OpenStory) -> Mapping[str, PartyLook]:
        """Those of the article it was opened from, else those of the list."""
        return self._known or listed_looks(told.story.row, told.board.analysis)

    def _show_comparison(self, *, first: bool) -> None:
        assert self.telling is not None
        self.grid.show_again(self.telling.sheet)
        if first:
            self.call_after_refresh(self.grid.choose_top)

    # What is shown of the articles

    def rearrange(self, *, unfolded: frozenset[int] | None = None, picked: frozenset[int] | None = None) -> None:
        """Show the articles with other copies unfolded, or others picked."""
        self._unfolded = self._unfolded if unfolded is None else unfolded
        self._picked = self._picked if picked is None else picked
        if self.loaded is not None:
            self.telling = self._telling(self.loaded, self.telling)
            self.fill(StoryTabs.ARTICLES)


def _waiting_words(waiting: int) -> str:
    if not waiting:
        return ""
    are = "article is" if waiting == 1 else "articles are"
    return f"{waiting} {are} not analysed yet; what they say comes in by itself."
