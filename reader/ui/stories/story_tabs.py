"""The tabs of the story screen and the line that names them."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from textual.reactive import reactive

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
