"""A selection that is being made: one end stands still, the other moves from word to word. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reader.domain.span import Span
from reader.ui.annotating.word_steps import word_after, word_before, word_from


@dataclass(frozen=True, slots=True)
class Picking:
    """``still`` and ``moving`` are words; everything from the first to the last of them is selected."""

    still: Span
    moving: Span

    @property
    def span(self) -> Span:
        """What is selected."""
        return (min(self.still[0], self.moving[0]), max(self.still[1], self.moving[1]))

    @property
    def forward(self) -> bool:
        """True where the moving end is the last."""
        return self.moving >= self.still

    def stepped(self, text: str, step: int) -> Picking:
        """With the moving end on the next word (1) or the one before (-1)."""
        word = word_after(text, self.moving[1]) if step > 0 else word_before(text, self.moving[0])
        return Picking(self.still, word or self.moving)

    def moved_to(self, text: str, place: int, end: int) -> Picking:
        """With the moving end on the word at or behind ``place``, or the last before ``end`` where none is there."""
        word = word_from(text, place)
        if word is None or word[0] >= end:
            word = word_before(text, end) or word
        return Picking(self.still, word or self.moving)

    def swapped(self) -> Picking:
        """With the other end moving."""
        return Picking(self.moving, self.still)

    def anew(self) -> Picking:
        """Begun again at the word the moving end is on."""
        return Picking(self.moving, self.moving)

    def grown(self, text: str, grow: Callable[[Span], Span]) -> Picking:
        """With everything selected that ``grow`` makes of it."""
        picking = picking_of(text, grow(self.span))
        return picking if self.forward else picking.swapped()


def picking_of(text: str, span: Span) -> Picking:
    """A span as a selection whose last word moves."""
    start, end = span
    first, last = word_from(text, start), word_before(text, end)
    first_end = min(first[1], end) if first and first[0] < end else end
    last_start = max(last[0], start) if last and last[0] >= start else start
    return Picking((start, max(first_end, start)), (min(last_start, end), end))
