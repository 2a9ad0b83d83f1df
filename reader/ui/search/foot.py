"""What is typed at the foot of a screen; what was found is told in the border above it."""

from __future__ import annotations

import re

from textual.await_remove import AwaitRemove
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from reader.domain.plain_text import clean_line, clean_text

LONGEST = 1_000
"""The longest that can be typed."""


class TypedLine(Input):
    """One line. ``typed`` is called each time other words stand in it."""

    def __init__(self, words: str = "", hint: str = "") -> None:
        super().__init__(
            clean_line(words)[:LONGEST], placeholder=hint, max_length=LONGEST, compact=True, select_on_focus=False
        )

    def validate_value(self, value: str) -> str:
        """Nothing that is pasted may reach the terminal as anything but words on one line."""
        return " ".join(re.split(r"[\n\t]", clean_text(value)))

    def put(self, words: str, cursor: int | None = None) -> None:
        """Put other words in the line, and the cursor behind them or where it is wanted."""
        self.value = clean_line(words)[:LONGEST]
        self.cursor_position = len(self.value) if cursor is None else cursor

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass it on where it is still so."""
        event.stop()
        if event.value == self.value:
            self.typed(event.value)

    def typed(self, words: str) -> None:
        """Other words stand in the line."""


class Foot(Vertical):
    """Lies below the regions. While it has the focus no other keys act than its own."""

    def __init__(self) -> None:
        super().__init__(classes="search-foot")
        self._entered = False
        self.leaving = False
        """True once it is about to go: there is no place any more where something could be told."""

    def remove(self) -> AwaitRemove:
        self.leaving = True
        return super().remove()

    def left_for(self, widget: Widget) -> bool:
        """True where the focus, which was here, is at ``widget`` now, outside of it."""
        inside = self in widget.ancestors
        self._entered = self._entered or inside
        return self._entered and not inside

    @property
    def is_modal(self) -> bool:
        """So that the footer tells its keys only."""
        return True

    def head(self, heading: str, *told: str) -> None:
        """Say in the border what is typed here, and what was found."""
        words = "".join(f" · {part}" for part in told if part)
        self.border_title = Content.assemble((heading, "bold"), (words, ""))
