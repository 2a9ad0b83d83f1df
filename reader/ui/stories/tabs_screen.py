"""The six tabs of a story's screen: which is open, what is chosen in it, which keys are worth telling there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import ContentSwitcher, Footer, Static

from reader.domain.story import StoryRow
from reader.ui import key_footer
from reader.ui.comparison.bands import Sheet
from reader.ui.comparison.grid import ComparisonGrid
from reader.ui.key_footer import KeyFooter
from reader.ui.panel.block_list import BlockList
from reader.ui.panel.tab_line import TabLine
from reader.ui.stories.loading import Loaded
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

COMING = "The story is still being read."


class TabsScreen(StoryDeeds[None]):
    """A tab is made when it is looked at, for the width it has then."""

    KEYS: ClassVar[Mapping[StoryTabs, tuple[str, ...]]] = {
        StoryTabs.COMPARISON: key_footer.TELLING,
        StoryTabs.CHANGES: key_footer.TELLING_CHANGES,
        StoryTabs.ARTICLES: key_footer.TELLING_ARTICLES,
    }

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.loaded: Loaded | None = None
        self.telling: Telling | None = None
        self.tab = StoryTabs.COMPARISON
        self._tabs: dict[StoryTabs, StoryTab] = {}
        self._lists: dict[StoryTabs, BlockList] = {}

    def compose(self) -> ComposeResult:
        yield StoryHead()
        yield StoryTabLine()
        yield Static(id="story-note", markup=False)
        with ContentSwitcher(initial=_id(self.tab), id="story-tabs"):
            yield StoryGrid(Sheet((), (), {}), id=_id(StoryTabs.COMPARISON))
        yield KeyFooter(compact=True, show_command_palette=False)

    @property
    def told_keys(self) -> tuple[str, ...]:
        """The keys worth telling; see ``key_footer``."""
        earlier = self.loaded is not None and self.loaded.open.story.earlier is not None
        left_out = frozenset() if earlier else frozenset({"telling.earlier"})
        if not self.has_choice:
            left_out |= key_footer.OF_THE_CHOSEN
        return tuple(key for key in self.KEYS.get(self.tab, key_footer.TELLING_LIST) if key not in left_out)

    @property
    def has_choice(self) -> bool:
        """False where the open tab has nothing that can be chosen."""
        return self.telling is None or self.tab is StoryTabs.COMPARISON or bool(self.content(self.tab).places)

    @property
    def row(self) -> StoryRow | None:
        return self.loaded.open.story.row if self.loaded is not None else None

    @property
    def no_story(self) -> str:
        return COMING

    @property
    def grid(self) -> StoryGrid:
        """The comparison."""
        return self.query_one(StoryGrid)

    @property
    def list(self) -> BlockList:
        """The blocks of the open tab; in the comparison those of the articles."""
        return self._list_of(self.tab if self.tab is not StoryTabs.COMPARISON else StoryTabs.ARTICLES)

    def _list_of(self, tab: StoryTabs) -> BlockList:
        """The list of a tab; one that was not asked for before is put on the screen: styling it takes a while."""
        if tab not in self._lists:
            self._lists[tab] = BlockList(id=_id(tab))
            self._lists[tab].display = tab is self.tab
            self.query_one("#story-tabs", ContentSwitcher).mount(self._lists[tab])
        return self._lists[tab]

    @property
    def place(self) -> StoryPlace | None:
        """Where what is chosen leads."""
        if self.telling is None:
            return None
        if self.tab is StoryTabs.COMPARISON:
            statement = self.grid.chosen_statement
            return self.telling.at(statement) if statement is not None else None
        return self.content(self.tab).places.get(self.list.chosen_id or "")

    @property
    def article_id(self) -> int | None:
        """The article that what is chosen stands in."""
        return self.place.article_id if self.place is not None else None

    def on_resize(self) -> None:
        self.query_one(Footer).display = self.size.height >= ROOM_FOR_FOOTER
        # The charts and the table of outlets are as wide as there is room.
        self._tabs.clear()
        if self.telling is not None and self.tab is not StoryTabs.COMPARISON:
            self.call_after_refresh(self.fill)

    def open_tab(self, tab: StoryTabs) -> None:
        """Turn to a tab."""
        self.tab = tab
        self.query_one(StoryTabLine).current = tab
        shown: StoryGrid | BlockList = self.grid if tab is StoryTabs.COMPARISON else self._list_of(tab)
        self.query_one("#story-tabs", ContentSwitcher).current = shown.id
        if tab is StoryTabs.COMPARISON:
            self.grid.focus()
        else:
            self.fill()
            self.list.focus()
        self.say_where()

    def fill(self, *tabs: StoryTabs) -> None:
        """Show the open tab as the story is now; ``tabs`` are made anew."""
        for tab in tabs:
            self._tabs.pop(tab, None)
        if self.tab is StoryTabs.COMPARISON or self.telling is None:
            return
        self.list.set_blocks(self.content(self.tab).blocks)
        if self.list.chosen_id is None:
            self.call_after_refresh(self._choose_first, self.list)
        self.say_where()

    def _choose_first(self, list: BlockList) -> None:
        if list.chosen_id is None:
            list.edge(-1)

    def content(self, tab: StoryTabs) -> StoryTab:
        """The blocks of a tab that is not the comparison."""
        if self.telling is None:
            return StoryTab()
        if tab not in self._tabs:
            width = self._list_of(tab).scrollable_content_region.width or self.size.width - 2
            self._tabs[tab] = self.telling.tab(tab, width)
        return self._tabs[tab]

    # Where one is

    @on(BlockList.Chosen)
    @on(StoryGrid.Chosen)
    @on(ComparisonGrid.Scrolled)
    def say_where(self) -> None:
        """Say which of how many is chosen, and how many parties are out of sight."""
        if self.tab is StoryTabs.COMPARISON:
            shape, (at, of) = self.grid.geometry, self.grid.standing
            before, after = shape.first, shape.total - shape.last
            more = (f"‹ {before} more" if before else "", f"{after} more ›" if after > 0 else "")
        else:
            at, of = self.content(self.tab).standing(self.list.chosen_id)
            more = ("", "")
        where = f"{at:,} of {of:,}" if at and of > 1 else ""
        self.query_one(StoryHead).hint("  ".join(part for part in (where, *more) if part))

    @on(TabLine.Clicked)
    def _clicked(self, message: TabLine.Clicked) -> None:
        self.open_tab(StoryTabs(message.tab))


def _id(tab: StoryTabs) -> str:
    return f"story-{tab}"
