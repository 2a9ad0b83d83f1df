"""Every key, by region, from the registry of actions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reader.ui.actions import ACTIONS, Region
from reader.ui.sheet import Sheet
from reader.ui.wrapping import wrap

KEYS = 20
"""Cells for the keys, left of what they do."""


class HelpScreen(Sheet):
    """Keys and what they do. ``keymap`` holds the keys that were rebound, by action id."""

    def __init__(self, keymap: Mapping[str, str]) -> None:
        super().__init__("Keys")
        self._keymap = keymap

    def compose_sheet(self) -> ComposeResult:
        yield KeyTable(self._keymap)


class KeyTable(Static):
    """Two columns that stay two columns however narrow the screen is."""

    def __init__(self, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._keymap = keymap

    def on_resize(self) -> None:
        """Break the sentences for the width there is."""
        self.update(Content("\n").join(key_lines(self._keymap, self.size.width)))


def key_lines(keymap: Mapping[str, str], width: int) -> Iterator[Content]:
    """The lines of the help."""
    column = KEYS if width >= 2 * KEYS else 2
    for region in Region:
        actions = [action for action in ACTIONS if action.region is region]
        if not actions:
            continue
        yield Content.styled(region.value, "bold $primary")
        for action in actions:
            keys = Content.styled(f"  {action.keys_shown(keymap)}", "bold")
            lines = [action.tip[start:end] for start, end in wrap(action.tip, 0, len(action.tip), width - column)]
            if keys.cell_length < column:
                yield keys.pad_right(column - keys.cell_length) + lines.pop(0)
            else:
                yield keys
            yield from (Content(" " * column + line) for line in lines)
        yield Content("")
