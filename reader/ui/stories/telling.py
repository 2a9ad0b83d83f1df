"""A story as its screen shows it: the sheet of its comparison and the blocks of its other tabs, each made when it is
first looked at. No widget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from reader.analysis.story_board.parts import StoryBoard
from reader.domain.story import Story
from reader.ui.comparison.bands import Sheet, make_sheet
from reader.ui.panel.block import Paragraph
from reader.ui.party_look import PartyLook
from reader.ui.stories.article_marks import Marks
from reader.ui.stories.articles import articles_tab
from reader.ui.stories.changes import changes_tab
from reader.ui.stories.figures import figures_tab
from reader.ui.stories.outlets import outlets_tab
from reader.ui.stories.story_place import StoryPlace, StoryTab, at_statement
from reader.ui.stories.story_tabs import StoryTabs
from reader.ui.stories.story_view import StoryView
from reader.ui.stories.timeline import timeline_tab


@dataclass(frozen=True)
class Telling:
    """``language`` is the reader's, ``known`` are looks that parties have already, ``beside`` what stands below
    statements by their words, ``unfolded`` and ``picked`` ids of articles, ``waiting`` those not analysed yet;
    ``marks`` are what the person put on articles, by id."""

    story: Story
    board: StoryBoard
    language: str
    waiting: tuple[int, ...] = ()
    unfolded: frozenset[int] = frozenset()
    picked: frozenset[int] = frozenset()
    known: Mapping[str, PartyLook] | None = None
    beside: Mapping[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    marks: Mapping[int, Marks] = field(default_factory=dict)

    @cached_property
    def view(self) -> StoryView:
        """All articles as one."""
        return StoryView.of(self.board, self.language, known=self.known, beside=self.beside)

    @cached_property
    def sheet(self) -> Sheet:
        """The comparison."""
        return make_sheet(self.view)

    def tab(self, tab: StoryTabs, width: int) -> StoryTab:
        """The blocks of any other tab, for a list so wide."""
        looks = self.view.looks
        match tab:
            case StoryTabs.FIGURES:
                return figures_tab(self.board, looks, self.language, width)
            case StoryTabs.TIMELINE:
                return timeline_tab(self.view)
            case StoryTabs.OUTLETS:
                return outlets_tab(self.board, looks, self.language, width)
            case StoryTabs.CHANGES:
                return changes_tab(self.board, looks, self.language)
            case _:
                return articles_tab(self.story, self.language, self.unfolded, self.picked, self.waiting, self.marks)

    def at(self, statement: str) -> StoryPlace | None:
        """Where a statement of the comparison stands first."""
        return at_statement(self.board, statement)
