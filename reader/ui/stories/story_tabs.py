"""The tabs of the story screen, which stories are listed, and the lines that name them."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from textual.reactive import reactive

from reader.domain.story import Stories
from reader.ui.panel.tab_line import TabLine


class StoryTabs(StrEnum):
    """The tabs in order. The first letter is a tab's key, but for the changes."""

    COMPARISON = "comparison"
    FIGURES = "figures"
    TIMELINE = "timeline"
    OUTLETS = "outlets"
    CHANGES = "changes"
    ARTICLES = "articles"


class StoryTabLine(TabLine):
    """Comparison, Figures, Timeline, Outlets, Changes, Articles."""

    tabs: ClassVar[tuple[StrEnum, ...]] = tuple(StoryTabs)
    without_key: ClassVar[frozenset[StrEnum]] = frozenset({StoryTabs.CHANGES})
    current: reactive[StrEnum] = reactive[StrEnum](StoryTabs.COMPARISON)


class WhichLine(TabLine):
    """Which stories are listed."""

    tabs: ClassVar[tuple[StrEnum, ...]] = tuple(Stories)
    without_key: ClassVar[frozenset[StrEnum]] = frozenset(Stories)
    current: reactive[StrEnum] = reactive[StrEnum](Stories.ALL)
