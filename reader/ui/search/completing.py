"""What could stand where the cursor is in a query, told on one line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from reader.domain.query.completion import Completion, complete
from reader.ui.row_text import fit

if TYPE_CHECKING:
    from reader.ingest.desk import Desk
    from reader.store.library import Library

LONGEST = 30
"""Cells for one of several that would do."""


async def completions(desk: Desk, words: str, cursor: int) -> list[Completion]:
    """What could stand at the cursor, the likeliest first. Raises ParleyError."""
    return await desk.library.ask(partial(_complete, words=words, cursor=cursor))


def _complete(library: Library, words: str, cursor: int) -> list[Completion]:
    from reader.ingest.query_values import values_of

    return complete(words, cursor, values_of(library))


class Offer:
    """What would do, and which of it stands in the line."""

    def __init__(self, words: str, options: Sequence[Completion], at: int) -> None:
        self._words = words
        self._options = options
        self._at = at

    @property
    def is_single(self) -> bool:
        """True where nothing else would do: once it stands in the line, what follows it can be completed."""
        return len(self._options) == 1

    def step(self, step: int) -> Offer:
        """The next that would do, or the one before."""
        return Offer(self._words, self._options, (self._at + step) % len(self._options))

    @property
    def taken(self) -> Completion:
        """What stands in the line."""
        return self._options[self._at]

    @property
    def words(self) -> str:
        """The whole line with it."""
        return self._words[: self.taken.start] + self.taken.insert + self._words[self.taken.end :]

    @property
    def cursor(self) -> int:
        """Where the cursor goes."""
        return self.taken.start + len(self.taken.insert)

    def line(self, width: int) -> Content:
        """As many of what would do as there is room for, that which was taken among them."""
        labels = [fit(option.label, LONGEST).rstrip() for option in self._options]
        first = self._at
        room = width - cell_len(labels[first])
        while first > 0 and room >= (cells := cell_len(labels[first - 1]) + 2):
            first, room = first - 1, room - cells
        shown = [Content.styled(label, "bold" if n == self._at else "$quiet") for n, label in enumerate(labels)]
        return Content("  ").join(shown[first:])
