"""The second dialog of a correction: a name from the article, or one that is typed."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from reader.ui.correcting.dialog import CorrectionDialog
from reader.ui.correcting.naming import choice_blocks
from reader.ui.correcting.sentences import effect
from reader.ui.correcting.wishes import Wish
from reader.ui.panel.block_list import BlockList
from reader.ui.panel.words import clean_line

LONGEST = 200
"""The longest name that can be typed."""


class NamePicker(CorrectionDialog[str]):
    """Ends with the name that was chosen or typed. Below the list stands what the chosen line would do."""

    def __init__(self, wish: Wish) -> None:
        super().__init__(wish.question, "Enter does it · Esc goes back", clean_line)
        self._wish = wish

    def compose_head(self) -> ComposeResult:
        yield Input(placeholder="type to find a name, or a new one", max_length=LONGEST, compact=True)

    def compose_foot(self) -> ComposeResult:
        yield Static(id="correction-foot", markup=False)

    def on_mount(self) -> None:
        self.list.can_focus = False
        self.query_one(Input).focus()
        self.call_after_refresh(self._fill)

    @on(Input.Changed)
    def _fill(self) -> None:
        self.list.set_blocks(choice_blocks(self._wish.choices, self.query_one(Input).value))
        if self.list.chosen_id is None:
            self.list.edge(-1)
        self._tell()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_choose()

    @on(BlockList.Chosen)
    def _tell(self) -> None:
        chosen = self.list.chosen_id
        words = f"Then, {effect(self._wish.make(chosen))}." if chosen else "Type a name."
        self.query_one("#correction-foot", Static).update(Content(words))
