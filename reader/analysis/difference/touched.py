"""Where a text was written anew: what was found elsewhere has not changed, whatever the analysis says of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from reader.domain.difference import Change, Passage
from reader.domain.span import Span


class Touched:
    """The two sides of a difference: which stretches were edited, and in which passage a place is."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._old = _Side()
        self._new = _Side()
        for n, passage in enumerate(passages):
            for edit in passage.edits:
                if edit.change is not Change.ADDED:
                    self._old.add(edit.old, n, edited=edit.change is Change.REMOVED)
                if edit.change is not Change.REMOVED:
                    self._new.add(edit.new, n, edited=edit.change is Change.ADDED)
                # Where words went, something is missing in the other text between two words that stayed.
                if edit.change is Change.REMOVED:
                    self._new.cut(edit.new[0])
                elif edit.change is Change.ADDED:
                    self._old.cut(edit.old[0])

    def old(self, spans: Iterable[Span]) -> bool:
        """True where any of these spans of the old text was edited."""
        return any(self._old.touches(span) for span in spans)

    def new(self, spans: Iterable[Span]) -> bool:
        """True where any of these spans of the new text was edited."""
        return any(self._new.touches(span) for span in spans)

    def together(self, old: Span, new: Span) -> bool:
        """True where a place of the old text became part of the passage that holds one of the new text."""
        passage = self._old.passage(old[0])
        return passage is not None and passage == self._new.passage(new[0])


class _Side:
    def __init__(self) -> None:
        self._starts: list[int] = []
        self._pieces: list[tuple[Span, int, bool]] = []
        self._cuts: list[int] = []

    def add(self, span: Span, passage: int, *, edited: bool) -> None:
        self._starts.append(span[0])
        self._pieces.append((span, passage, edited))

    def cut(self, at: int) -> None:
        self._cuts.append(at)

    def touches(self, span: Span) -> bool:
        at = bisect_right(self._cuts, span[0])
        if at < len(self._cuts) and self._cuts[at] < span[1]:
            return True
        first = max(bisect_right(self._starts, span[0]) - 1, 0)
        for piece, _, edited in self._pieces[first:]:
            if piece[0] >= span[1]:
                return False
            if edited and piece[1] > span[0]:
                return True
        return False

    def passage(self, place: int) -> int | None:
        at = bisect_right(self._starts, place) - 1
        return self._pieces[at][1] if at >= 0 and place < self._pieces[at][0][1] else None
