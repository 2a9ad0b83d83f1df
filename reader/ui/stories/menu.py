"""The menu about a story: one line for each thing that can be said of it."""

from __future__ import annotations

from typing import TypeVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reader.ui.actions import Region, bindings
from reader.ui.correcting.dialog import CorrectionDialog
from reader.ui.panel.block import Block, Paragraph
from reader.ui.panel.words import ASIDE, plain
from reader.ui.stories.about import About, Ask, Line

Answer = TypeVar("Answer")

KEYS = {
    Ask.OPEN: "o",
    Ask.FOLLOW: "f",
    Ask.MUTE: "m",
    Ask.RENAME: "r",
    Ask.OUT: "n",
    Ask.SPLIT: "s",
    Ask.JOIN: "t",
}
"""The letter that leads to a line, as the registry of actions has it."""


class StoryDialog(CorrectionDialog[Answer], inherit_bindings=False):
    """A dialog about a story: a box, a list, and the keys for these."""

    BINDINGS = bindings(Region.ABOUT)

    def action_take(self, name: str) -> None:
        """Do what a line says, where the dialog has such lines."""

    def action_pick(self) -> None:
        """Take in the chosen line, where several can be taken."""


class AboutMenu(StoryDialog[Ask]):
    """Ends with what was asked for."""

    def __init__(self, about: About) -> None:
        self._lines = {line.ask.value: line for line in about.lines()}
        heading = "About this story" if about.story is not None else "About this article"
        super().__init__(heading, "Enter does it · Esc leaves all as it was", Ask)
        self._about = about

    def compose_head(self) -> ComposeResult:
        yield Static(self._about.head, classes="correction-words", markup=False)

    def on_mount(self) -> None:
        last = list(self._lines)[-1]
        self.list.set_blocks([_block(line, is_last=id == last) for id, line in self._lines.items()])
        self.list.focus()
        self.call_after_refresh(self.list.choose, next(iter(self._lines)))

    def action_take(self, name: str) -> None:
        """Do what a line says."""
        if name in self._lines:
            self.dismiss(Ask(name))


def _block(line: Line, *, is_last: bool) -> Block:
    label = Content.styled(KEYS[line.ask], "bold underline")
    words = plain(line.words + (" …" if line.more else ""))
    right = plain(line.aside, ASIDE) if line.aside else None
    return Block(line.ask.value, (Paragraph(words, label=label, label_width=3, right=right),), gap=0)
