"""What the dialogs about feeds share: a titled box that ends with an answer, or with None for nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.ui.actions import Region, bindings
from reader.ui.feeds.line_list import Line, LineList
from reader.ui.row_text import Piece, fit

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """A box with a heading, a sentence, what ``compose_body`` yields, and a hint in its border."""

    BINDINGS = bindings(Region.DIALOG)

    def __init__(self, heading: str, sentence: str, hint: str) -> None:
        super().__init__(classes="feed-dialog")
        self._heading = heading
        self._sentence = sentence
        self._hint = hint

    def compose(self) -> ComposeResult:
        with Vertical(classes="feed-box") as box:
            box.border_title = Content(fit(self._heading, 60).rstrip())
            box.border_subtitle = Content(self._hint)
            if self._sentence:
                yield Static(Content(self._sentence), classes="feed-sentence")
            yield from self.compose_body()

    def compose_body(self) -> ComposeResult:
        """What stands below the sentence."""
        yield from ()

    def action_close(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)

    def action_choose(self) -> None:
        """Go on with what is chosen."""

    def action_move(self, rows: int) -> None:
        """Move in the list, where there is one."""

    def action_page(self, pages: int) -> None:
        """Move a view in the list, where there is one."""


@dataclass(frozen=True)
class Choice(Line):
    """One line to choose: ``key`` is the answer, ``aside`` told beside it."""

    words: str
    aside: str = ""

    def pieces(self, width: int) -> list[Piece]:
        """The words, and what is beside them at the right edge."""
        aside = f" {fit(self.aside, min(len(self.aside), width // 2))} " if self.aside else ""
        return [(" ", "name"), (fit(self.words, max(width - 1 - len(aside), 1)), "name"), (aside, "quiet")]


class Question(Dialog[str]):
    """Ends with the key of the line that was chosen. ``at`` is the one to begin with."""

    def __init__(self, heading: str, sentence: str, choices: Sequence[Choice], at: str | None = None) -> None:
        super().__init__(heading, sentence, "Enter chooses · Esc leaves all as it was")
        self._choices = choices
        self._at = at

    @property
    def most_lines(self) -> int:
        """How many choices are shown at once at most."""
        return 12

    def compose_body(self) -> ComposeResult:
        yield LineList(id="feed-choices")

    def on_mount(self) -> None:
        choices = self.query_one(LineList)
        choices.set_lines(self._choices)
        choices.styles.height = choices.styles.max_height = min(len(self._choices), self.most_lines)
        choices.focus()
        if self._at is not None:
            choices.choose(self._at)

    def action_choose(self) -> None:
        """Answer with the chosen line."""
        line = self.query_one(LineList).line
        if line is not None:
            self.dismiss(line.key)

    @on(LineList.Opened)
    def _opened(self) -> None:
        self.action_choose()

    def action_move(self, rows: int) -> None:
        """Choose the next line or the one before."""
        self.query_one(LineList).move(rows)

    def action_page(self, pages: int) -> None:
        """Move a view."""
        self.query_one(LineList).page(pages)
