"""Blocks one below the other, for a width: which lines each takes and where it begins. No widget."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from textual.content import Content

from reader.ui.panel.block import Block, lay_out

GUTTER = 2
"""Cells for the line down the left side, which a heading does not have."""

MARGIN = 1
"""Cells kept free on the right."""


class Stack:
    """The blocks, the index of the chosen one, and the line at which each begins."""

    def __init__(self, blocks: Sequence[Block] = ()) -> None:
        self.blocks = tuple(blocks)
        self.chosen: int | None = None
        self.width = 0
        self.height = 0
        self.tops: list[int] = []
        self._index = {block.id: at for at, block in enumerate(self.blocks)}
        self._cache: dict[tuple[int, bool], list[Content]] = {}

    def index(self, id: str | None) -> int | None:
        """Where the block with that id stands."""
        return None if id is None else self._index.get(id)

    def measure(self, width: int) -> None:
        """Lay all blocks out; nothing can be told of lines before."""
        if width != self.width:
            self.width = width
            self._cache.clear()
        self.tops = []
        self.height = 0
        for at, block in enumerate(self.blocks if width else ()):
            self.tops.append(self.height)
            self.height += len(self.lines(at)) + block.gap

    def lines(self, at: int) -> list[Content]:
        """The lines of a block; the chosen one is open."""
        key = (at, at == self.chosen)
        lines = self._cache.get(key)
        if lines is None:
            block = self.blocks[at]
            width = self.width - MARGIN - (0 if block.heading else GUTTER)
            lines = self._cache[key] = lay_out(block, width, is_open=key[1])
        return lines

    def bottom(self, at: int) -> int:
        """The line below a block; below everything for the last that can be chosen."""
        return self.height if self.next(at, 1) is None else self.tops[at] + len(self.lines(at))

    def next(self, at: int, step: int) -> int | None:
        """The next block that can be chosen, in the direction of ``step``."""
        at += step
        while 0 <= at < len(self.blocks):
            if self.blocks[at].selectable:
                return at
            at += step
        return None

    def next_stop(self, at: int, step: int) -> int | None:
        """The next block that is a stop, in the direction of ``step``."""
        ahead = range(at + step, len(self.blocks) if step > 0 else -1, step)
        return next((n for n in ahead if self.blocks[n].stop), None)

    def at_line(self, line: int) -> int | None:
        """Which block covers a line, its gap included."""
        return bisect_right(self.tops, line) - 1 if self.tops and 0 <= line < self.height else None

    def heading_over(self, line: int) -> int | None:
        """The heading that belongs above a line, None on the first line of a heading."""
        at = self.at_line(line)
        if at is None or (self.blocks[at].heading and line == self.tops[at]):
            return None
        return next((n for n in range(at, -1, -1) if self.blocks[n].heading), None)

    def lead(self, at: int, view: int) -> int:
        """How many lines to keep above a block in a view so high: the headings before it, or room for one."""
        first = at
        while first and not self.blocks[first - 1].selectable:
            first -= 1
        lead = self.tops[at] - self.tops[first]
        return lead if 0 < lead <= view // 2 else min(1, self.tops[at])

    def rail_goes_on(self, at: int) -> bool:
        """True where the line beside a block runs on through its gap to the next."""
        following = self.blocks[at + 1] if at + 1 < len(self.blocks) else None
        return following is not None and not following.heading and following.rail == self.blocks[at].rail
