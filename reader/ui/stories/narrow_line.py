"""The line at the foot of the list of stories in which is typed which of them to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reader.ui.actions import Region, bindings
from reader.ui.search.messages import FindWalked
from reader.ui.search.query_line import QueryFoot, QueryInput

if TYPE_CHECKING:
    from reader.ingest.desk import Desk

HELP = (
    "words of title, name, party, outlet  -not  this OR that  heard:  unheard:",
    "is:followed  is:unread  tag:  source:  lang:  since:yesterday   F1: all",
)
"""What can be asked for, on two lines, while nothing is."""

HEADING = "Stories with"


class NarrowInput(QueryInput):
    """What is typed, with the keys that complete it and walk through what was found."""

    BINDINGS = bindings(Region.NARROWING)

    def action_walk(self, step: int) -> None:
        """To the next story found, or the one before."""
        self.post_message(FindWalked(step))


class NarrowLine(QueryFoot):
    """``words`` stand in it at first. It posts what the line for searching posts, and ``FindWalked``."""

    def __init__(self, words: str, desk: Desk) -> None:
        super().__init__(desk)
        self._words = words

    def compose(self) -> ComposeResult:
        yield NarrowInput(self._words)
        yield Static(id="search-place")
        yield Static(id="search-said")

    def on_mount(self) -> None:
        self.tell("")

    def tell(self, found: str) -> None:
        """Say how many were found; where nothing is typed, what can be."""
        self.tell_well()
        self.head(HEADING, found)
        if self.line.value.strip():
            self.say(Content(), Content())
        else:
            self.say(Content.styled(HELP[0], "$quiet"), Content.styled(HELP[1], "$quiet"))
