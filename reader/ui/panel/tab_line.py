"""The line of tabs: each with its key underlined, the open one marked."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class Tab(StrEnum):
    """The tabs of the panel, in order. Each value is its key's mnemonic: the first letter."""

    PARTIES = "parties"
    FIGURES = "figures"
    ACTORS = "actors"


class TabLine(Widget):
    """One line: the names of the tabs, the first letter of each being its key. A click opens a tab."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"tab--open", "tab--key", "tab--other"}
    current: reactive[Tab] = reactive(Tab.PARTIES)

    class Clicked(Message):
        """A tab was clicked."""

        def __init__(self, tab: Tab) -> None:
            super().__init__()
            self.tab = tab

    def render(self) -> Content:
        """The tabs; those that are not open lose letters where there is no room."""
        return Content(" " * self._gap).join(self._title(tab) for tab in Tab)

    @property
    def _gap(self) -> int:
        """The cells between two tabs."""
        return 2 if self.size.width >= self._letters_in_all + 1 + 2 * (len(Tab) - 1) else 1

    @property
    def _letters_in_all(self) -> int:
        return sum(len(tab) for tab in Tab)

    def _title(self, tab: Tab) -> Content:
        name = tab.value.capitalize()
        if tab is self.current:
            return Content.assemble((f"▸{name[0]}", ".tab--open"), (name[1:], ".tab--open")).stylize(".tab--key", 1, 2)
        name = name[: self._letters(tab)]
        return Content.styled(name, ".tab--other").stylize(".tab--key", 0, 1)

    def _letters(self, tab: Tab) -> int:
        """How many letters of a tab that is not open there is room for."""
        gaps = self._gap * (len(Tab) - 1)
        if self.size.width >= self._letters_in_all + 1 + gaps:
            return len(tab)
        return max((self.size.width - 1 - len(self.current) - gaps) // (len(Tab) - 1), 1)

    def on_click(self, event: events.Click) -> None:
        start = 0
        for tab in Tab:
            end = start + self._title(tab).cell_length
            if start <= event.x < end + 1:
                self.post_message(self.Clicked(tab))
                return
            start = end + self._gap
