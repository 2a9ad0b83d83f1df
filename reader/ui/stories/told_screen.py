"""One story over the whole screen: what each party says of it across all its articles, in six tabs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import ContentSwitcher, Footer, Static

from reader.domain.errors import NotFoundError, ParleyError
from reader.domain.story import StoryRow
from reader.ui import key_footer
from reader.ui.actions import Region, bindings
from reader.ui.comparison.bands import Sheet
from reader.ui.comparison.grid import ComparisonGrid
from reader.ui.key_footer import KeyFooter
from reader.ui.messages import LibraryChanged, StoriesChanged
from reader.ui.panel.block import Paragraph
from reader.ui.panel.block_list import BlockList
from reader.ui.panel.tab_line import TabLine
from reader.ui.stories.loading import Loaded, load
from reader.ui.stories.story_deeds import StoryDeeds
from reader.ui.stories.story_grid import StoryGrid
from reader.ui.stories.story_head import StoryHead
from reader.ui.stories.story_place import StoryPlace, StoryTab
from reader.ui.stories.story_tabs import StoryTabLine, StoryTabs
from reader.ui.stories.telling import Telling

if TYPE_CHECKING:
    from reader.ingest.desk import Desk

ROOM_FOR_FOOTER = 12
"""Below this height the footer gives its line to the story."""


class ToldScreen(StoryDeeds[None]):
    """Shows the story of one of ``ids``; what is chosen in each tab stays chosen when it is shown anew."""

    BINDINGS = bindings(Region.TELLING)

    def __init__(self, desk: Desk, ids: Sequence[int]) -> None:
        super().__init__(desk)
        self.ids = tuple(ids)
        self.loaded: Loaded | None = None
        self.telling: Telling | None = None
        self.tab = StoryTabs.COMPARISON
        self._tabs: dict[StoryTabs, StoryTab] = {}
        self._unfolded: frozenset[int] = frozenset()
        self._picked: frozenset[int] = frozenset()
        self.beside: dict[str, tuple[Paragraph, ...]] = {}
        """What stands below statements by their words: translations that were asked for."""

    def compose(self) -> ComposeResult:
        yield StoryHead()
        yield StoryTabLine()
        yield Static(id="story-note", markup=False)
        with ContentSwitcher(initial=_id(self.tab), id="story-tabs"):
            yield StoryGrid(Sheet((), (), {}), id=_id(StoryTabs.COMPARISON))
            for tab in StoryTabs:
                if tab is not StoryTabs.COMPARISON:
                    yield BlockList(id=_id(tab))
        yield KeyFooter(compact=True, show_command_palette=False)

    @property
    def told_keys(self) -> tuple[str, ...]:
        """The keys worth telling; see ``key_footer``."""
        return key_footer.TELLING_ARTICLES if self.tab is StoryTabs.ARTICLES else key_footer.TELLING

    @property
    def row(self) -> StoryRow | None:
        return self.loaded.open.story.row if self.loaded is not None else None

    @property
    def grid(self) -> StoryGrid:
        """The comparison."""
        return self.query_one(StoryGrid)

    @property
    def list(self) -> BlockList:
        """The blocks of the open tab; in the comparison those of the articles."""
        return self.query_one(
            f"#{_id(self.tab if self.tab is not StoryTabs.COMPARISON else StoryTabs.ARTICLES)}", BlockList
        )

    @property
    def place(self) -> StoryPlace | None:
        """Where what is chosen leads."""
        if self.telling is None:
            return None
        if self.tab is StoryTabs.COMPARISON:
            statement = self.grid.chosen_statement
            return self.telling.at(statement) if statement is not None else None
        return self._content(self.tab).places.get(self.list.chosen_id or "")

    @property
    def article_id(self) -> int | None:
        """The article that what is chosen stands in."""
        return self.place.article_id if self.place is not None else None

    def on_mount(self) -> None:
        self.open_tab(self.tab)
        self.look_again()

    def on_screen_resume(self) -> None:
        """Articles may have been read meanwhile."""
        if self.loaded is not None:
            self.look_again()

    def on_resize(self) -> None:
        self.query_one(Footer).display = self.size.height >= ROOM_FOR_FOOTER
        # The charts and the table of outlets are as wide as there is room.
        self._tabs.clear()
        if self.telling is not None and self.tab is not StoryTabs.COMPARISON:
            self.call_after_refresh(self._fill)

    # Loading

    @on(LibraryChanged)
    @on(StoriesChanged)
    def _follow_library(self) -> None:
        self.look_again()

    @work(group="story", exclusive=True, exit_on_error=False)
    async def look_again(self) -> None:
        """Show the story as it is now."""
        try:
            loaded = await load(self.desk, self.ids, self.loaded, self._say_progress)
        except NotFoundError as error:
            self._leave_for_good(error)
            return
        except ParleyError as error:
            self._note(str(error))
            return
        if self.is_attached:
            self._show(loaded)

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

    def _show(self, loaded: Loaded) -> None:
        first, before = self.loaded is None, self.telling
        again = self.loaded is not None and self.loaded.open.board is loaded.open.board
        self.loaded = loaded
        members = loaded.open.story.members
        self.ids = tuple(member.article_id for member in members)
        self._picked &= frozenset(self.ids)
        self.telling = self._telling(loaded, before)
        self._tabs.clear()
        self.query_one(StoryHead).show(loaded.open.story)
        self._note(_waiting_words(len(loaded.open.waiting)))
        if not again:
            self._show_comparison(first=first)
        if self.tab is not StoryTabs.COMPARISON:
            self._fill()

    def _telling(self, loaded: Loaded, before: Telling | None) -> Telling:
        told = loaded.open
        known = before.view.looks if before is not None else None
        return Telling(
            told.story, told.board, loaded.language, told.waiting, self._unfolded, self._picked, known, self.beside
        )

    def _show_comparison(self, *, first: bool) -> None:
        assert self.telling is not None
        self.grid.show_again(self.telling.sheet)
        if first:
            self.call_after_refresh(self.grid.move, 1)

    # Tabs

    def open_tab(self, tab: StoryTabs) -> None:
        """Turn to a tab."""
        self.tab = tab
        self.query_one(StoryTabLine).current = tab
        self.query_one("#story-tabs", ContentSwitcher).current = _id(tab)
        if tab is StoryTabs.COMPARISON:
            self.grid.focus()
        else:
            self._fill()
            self.list.focus()
            self.query_one(StoryHead).hint("")

    def _fill(self) -> None:
        if self.tab is StoryTabs.COMPARISON or self.telling is None:
            return
        self.list.set_blocks(self._content(self.tab).blocks)
        if self.list.chosen_id is None:
            self.call_after_refresh(self._choose_first, self.list)

    def _choose_first(self, list: BlockList) -> None:
        if list.chosen_id is None:
            list.edge(-1)

    def _content(self, tab: StoryTabs) -> StoryTab:
        if self.telling is None:
            return StoryTab()
        if tab not in self._tabs:
            width = self.query_one(f"#{_id(tab)}", BlockList).scrollable_content_region.width or self.size.width - 2
            self._tabs[tab] = self.telling.tab(tab, width)
        return self._tabs[tab]

    def rearrange(self, *, unfolded: frozenset[int] | None = None, picked: frozenset[int] | None = None) -> None:
        """Show the articles with other copies unfolded, or others picked."""
        self._unfolded = self._unfolded if unfolded is None else unfolded
        self._picked = self._picked if picked is None else picked
        if self.loaded is not None:
            self.telling = self._telling(self.loaded, self.telling)
            self._tabs.pop(StoryTabs.ARTICLES, None)
            self._fill()

    @on(ComparisonGrid.Scrolled)
    def _columns_changed(self, message: ComparisonGrid.Scrolled) -> None:
        before, after = message.geometry.first, message.geometry.total - message.geometry.last
        parts = [f"‹ {before} more" if before else "", f"{after} more ›" if after > 0 else ""]
        if self.tab is StoryTabs.COMPARISON:
            self.query_one(StoryHead).hint("  ".join(part for part in parts if part))

    @on(TabLine.Clicked)
    def _clicked(self, message: TabLine.Clicked) -> None:
        self.open_tab(StoryTabs(message.tab))


def _waiting_words(waiting: int) -> str:
    if not waiting:
        return ""
    are = "article is" if waiting == 1 else "articles are"
    return f"{waiting} {are} not analysed yet; what they say comes in by itself."


def _id(tab: StoryTabs) -> str:
    return f"story-{tab}"
