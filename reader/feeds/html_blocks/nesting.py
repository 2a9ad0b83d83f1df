"""Headings, lists and quotations on the short way, where each ends what began last and nothing has to be mended."""

from __future__ import annotations

from reader.domain.layout import BlockKind
from reader.feeds.html_blocks.writer import LINE, Writer

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LISTS = ("ul", "ol")
STRUCTURES = (*_HEADINGS, *_LISTS, "li", "blockquote")
"""The elements ``Nesting`` takes besides ``div``."""


class Nesting:
    """What is open around the words, the innermost last; tells the writer where it begins and ends."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._open: list[str] = []
        self._numbers: list[int] = []  # the next one of each open list, 0 where it has none

    def begin(self, name: str) -> bool:
        """Begin an element; False where it must not stand here."""
        writer, around = self._writer, self._open[-1] if self._open else ""
        if around in _HEADINGS or (around in _LISTS) != (name == "li"):
            return False
        if name == "li":
            self._item()
        elif name in _LISTS:
            writer.end()
            writer.depth += 1
            self._numbers.append(int(name == "ol"))
        elif name == "div":
            writer.end()
        elif self._numbers:
            return False
        elif name == "blockquote":
            writer.end()
            writer.open_quote()
        else:
            writer.end()
            writer.open_block(BlockKind.HEADING, int(name[1]))
        self._open.append(name)
        return True

    def end(self, name: str) -> bool:
        """End an element; False where it is not the one that began last."""
        writer = self._writer
        if not self._open or self._open.pop() != name:
            return False
        if name == "li":
            writer.close_block()
            writer.end(LINE)
            return True
        if name in _LISTS:
            self._numbers.pop()
            writer.depth -= 1
        elif name == "blockquote":
            writer.close_quote()
        elif name != "div":
            writer.close_block()
        writer.end()
        return True

    def takes(self, name: str) -> bool:
        """Whether a paragraph ("p") or other words ("") may stand here."""
        around = self._open[-1] if self._open else ""
        return around not in _LISTS and not (name and around in _HEADINGS)

    def done(self) -> bool:
        """Whether all has ended whose end says something."""
        return all(name == "div" for name in self._open)

    def _item(self) -> None:
        writer, number = self._writer, self._numbers[-1]
        writer.end(LINE)
        marker = "- "
        if number:
            self._numbers[-1] += 1
            marker = f"{number}. "
        writer.open_block(BlockKind.ITEM, len(self._numbers))
        writer.mark(marker)
