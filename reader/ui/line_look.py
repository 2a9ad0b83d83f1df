"""How the lines of an article are set, from its layout: what stands before their rows, and how they look. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.domain.layout import PLACEHOLDER, Block, BlockKind

STEP = 2
"""Cells by which a list inside another is set in."""

DEEPEST = 6
"""What lies deeper stands as far in as this."""

QUOTED = "│ "
"""Stands before the rows of a quotation, once for each that is around them."""

_TAB = 4
_MARKER = re.compile(r"(?:[-*•–]|\w{1,6}[.)]) ")
_VERBATIM = frozenset({BlockKind.CODE, BlockKind.TABLE})


@dataclass(frozen=True, slots=True)
class LineLook:
    """How one line of the text is set.

    ``bars`` stands before every row; after it come ``first`` blanks before the first row, ``rest`` before the others.
    ``kept`` is how many code points of the line begin the first row whatever its width (a list item's dash).
    ``kind`` is that of its block, or None; ``verbatim`` where every blank counts.
    """

    kind: BlockKind | None = None
    bars: str = ""
    first: int = 0
    rest: int = 0
    kept: int = 0

    @property
    def verbatim(self) -> bool:
        return self.kind in _VERBATIM

    @property
    def tight(self) -> bool:
        """True where lines like it need no blank row between them."""
        return self.verbatim or self.kind is BlockKind.ITEM


PLAIN = LineLook()


class LineLooks:
    """The looks of a text's lines, asked for from the first line to the last."""

    def __init__(self, text: str, blocks: Iterable[Block]) -> None:
        self._text = text
        blocks = sorted(blocks, key=lambda block: (block.start, -block.end))
        self._leaves = list(_apart(block for block in blocks if block.kind is not BlockKind.QUOTE))
        self._quotes = [block for block in blocks if block.kind is BlockKind.QUOTE and block.level <= DEEPEST]
        self._leaf = self._quote = 0
        self._quoted_to = [0] * (DEEPEST + 1)

    def of(self, start: int, end: int) -> LineLook:
        """The look of the line ``[start, end)``, which is not above one asked for before."""
        bars = QUOTED * self._depth(start)
        leaves = self._leaves
        while self._leaf < len(leaves) and leaves[self._leaf].end <= start:
            self._leaf += 1
        block = leaves[self._leaf] if self._leaf < len(leaves) and leaves[self._leaf].start <= start else None
        if block is None:
            if self._text.startswith(PLACEHOLDER, start):
                return LineLook(BlockKind.MEDIA, bars, rest=STEP)
            return LineLook(None, bars) if bars else PLAIN
        return _look(block, bars, self._text, start, end)

    def _depth(self, start: int) -> int:
        while self._quote < len(self._quotes) and self._quotes[self._quote].start <= start:
            quote = self._quotes[self._quote]
            self._quoted_to[max(quote.level, 1)] = max(self._quoted_to[max(quote.level, 1)], quote.end)
            self._quote += 1
        return max((level for level, end in enumerate(self._quoted_to) if end > start), default=0)


def _look(block: Block, bars: str, text: str, start: int, end: int) -> LineLook:
    match block.kind:
        case BlockKind.ITEM:
            marker = _MARKER.match(text, block.start, block.end)
            width = len(marker[0]) if marker else 0
            inset = STEP * (min(max(block.level, 1), DEEPEST) - 1)
            if start > block.start:
                return LineLook(block.kind, bars, inset + width, inset + width)
            return LineLook(block.kind, bars, inset, inset + width, width)
        case BlockKind.CODE | BlockKind.TABLE:
            # A tab is one cell like every other letter; what it sets in is made up for before the row.
            tabs = len(text[start:end]) - len(text[start:end].lstrip("\t"))
            return LineLook(block.kind, bars, tabs * (_TAB - 1), tabs * (_TAB - 1) + STEP)
        case BlockKind.MEDIA:
            return LineLook(block.kind, bars, rest=STEP)
        case _:
            return LineLook(block.kind, bars)


def _apart(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks without those that begin inside one before them."""
    end = 0
    for block in blocks:
        if block.start >= end:
            yield block
            end = block.end
