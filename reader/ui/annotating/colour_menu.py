"""The five colours to choose from, by moving or by number."""

from __future__ import annotations

from textual import events

from reader.domain.colour import Colour
from reader.ui.annotating.highlights import SIGNS
from reader.ui.feeds.dialog import Choice, Question

NONE = "none"
"""The answer that takes a highlight away."""


class ColourMenu(Question):
    """Ends with a colour, ``NONE``, or None. It begins with the colour ``now``; ``is_there`` offers to take it away."""

    def __init__(self, now: Colour | None, *, is_there: bool) -> None:
        choices = [Choice(colour, f"{SIGNS[colour]} {colour}", str(at)) for at, colour in enumerate(Colour, 1)]
        if is_there:
            choices.append(Choice(NONE, "  no highlight", "0"))
        super().__init__("Colour", "", choices, now)

    def on_key(self, event: events.Key) -> None:
        """A number chooses at once."""
        choice = next((choice for choice in self._choices if choice.aside == event.character), None)
        if choice is not None:
            event.stop()
            self.dismiss(choice.key)
