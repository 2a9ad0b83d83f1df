"""The line at the foot of the list of stories in which is typed which of them to show."""

from __future__ import annotations

from textual.app import ComposeResult

from reader.ui.search.find_line import FindInput, FindLine

HINT = "words of the title, your name for it, a party, an outlet"


class NarrowLine(FindLine):
    """``tell`` says how many were found. It posts what the line for finding in an article posts."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        yield FindInput(self._words, hint=HINT)

    @property
    def line(self) -> FindInput:
        """Where is typed."""
        return self.query_one(FindInput)

    def tell(self, found: str) -> None:
        """Say what was found."""
        self.head("Stories with these words", found)
