"""The line at the foot of the screen in which is typed what to find in the article."""

from __future__ import annotations

from textual.app import ComposeResult

from reader.ui.actions import Region, bindings
from reader.ui.search.foot import Foot, TypedLine
from reader.ui.search.messages import FindEnded, FindTyped, FindWalked

HINT = "words, whatever their case and accents"


class FindInput(TypedLine):
    """What is typed, with the keys that walk what was found."""

    BINDINGS = bindings(Region.FIND)

    def typed(self, words: str) -> None:
        self.post_message(FindTyped(words))

    def action_keep(self) -> None:
        """Keep the hits."""
        self.post_message(FindEnded(keep=True))

    def action_leave(self) -> None:
        """Give it up."""
        self.post_message(FindEnded(keep=False))

    def action_hit(self, step: int) -> None:
        """To the next hit or the one before."""
        self.post_message(FindWalked(step))


class FindLine(Foot):
    """``tell`` says how many were found."""

    def compose(self) -> ComposeResult:
        yield FindInput(hint=HINT)

    def on_mount(self) -> None:
        self.tell("")

    def tell(self, found: str) -> None:
        """Say what was found."""
        self.head("Find in the article", found)
