"""Which of many spans touch a stretch of text, without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

from reader.domain.span import Span

T = TypeVar("T")


class Intervals(Generic[T]):
    """Values with spans, in order of start (and as given where starts are equal). Empty spans are left out."""

    def __init__(self, items: Iterable[tuple[Span, T]]) -> None:
        self._items = sorted((item for item in items if item[0][0] < item[0][1]), key=lambda item: item[0][0])
        self._starts = [span[0] for span, _ in self._items]
        # The furthest end so far never falls, so it can be searched for the first span that still reaches a place.
        self._reach = list(accumulate((span[1] for span, _ in self._items), max))

    def __len__(self) -> int:
        return len(self._items)

    def touching(self, start: int, end: int) -> list[tuple[Span, T]]:
        """The spans that share a code point with ``[start, end)``."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return [item for item in self._items[first:last] if item[0][1] > start]
