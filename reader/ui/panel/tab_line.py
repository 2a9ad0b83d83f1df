"""The line of tabs: the open one marked, each with its key underlined where it is a letter of its name."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class Tab(StrEnum):
    """The tabs of the panel, in order. The first letter is a tab's key, but for the notes."""

    PARTIES = "parties"
    FIGURES = "figures"
    ACTORS = "actors"
    NOTES = "notes"


class TabLine(Widget):
    """One line: the names of the tabs, the first letter of most being its key. A click opens a tab."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"tab--open", "tab--key", "tab--other"}
    tabs: ClassVar[tuple[StrEnum, ...]] = tuple(Tab)
    without_key: ClassVar[frozenset[StrEnum]] = frozenset({Tab.NOTES})
    """Those whose key is not their first letter."""

    current: reactive[StrEnum] = reactive[StrEnum](Tab.PARTIES)

    class Clicked(Message):
        """A tab was clicked."""

        def __init__(self, tab: StrEnum) -> None:
            super().__init__()
            self.tab = tab

    def render(self) -> Content:
        """The tabs; those that are not open lose letters where there is no room."""
        return Content(" " * self._gap).join(self._title(tab) for tab in self.tabs)

    @property
    def _gap(self) -> int:
        """The cells between two tabs."""
        return 2 if self.size.width >= self._letters_in_all + 1 + 2 * (len(self.tabs) - 1) else 1

    @property
    def _letters_in_all(self) -> int:
        return sum(len(tab) for tab in self.tabs)

    def _title(self, tab: StrEnum) -> Content:
        name = tab.value.capitalize()
        if tab is self.current:
            title, at = Content.styled(f"▸{name}", ".tab--open"), 1
        else:
            title, at = Content.styled(name[: self._letters(tab)], ".tab--other"), 0
        return title if tab in self.without_key else title.stylize(".tab--key", at, at + 1)

    def _letters(self, tab: StrEnum) -> int:
        """How many letters of a tab that is not open there is room for."""
        gaps = self._gap * (len(self.tabs) - 1)
        if self.size.width >= self._letters_in_all + 1 + gaps:
            return len(tab)
        return max((self.size.width - 1 - len(self.current) - gaps) // (len(self.tabs) - 1), 1)

    def on_click(self, event: events.Click) -> None:
        start = 0
        for tab in self.tabs:
            end = start + self._title(tab).cell_length
            if start <= event.x < end + 1:
                self.post_message(self.Clicked(tab))
                return
            start = end + self._gap
