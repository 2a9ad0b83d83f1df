"""A text with its layout as Markdown: headings, lists, quotes, code, tables, links."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.domain.layout import Block, BlockKind, Layout, Link
from reader.domain.plain_text import clean_text
from reader.ingest.exporting.escaping import at_line_start, inline
from reader.ingest.exporting.table_markdown import table_rows

_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_MARKER = re.compile(r"(?:[-*•–]|\d{1,9}[.)])[^\S\n]+")
_FENCES = re.compile("`{3,}")
_DEEPEST = 6
_UNDER_TITLE = 1
"""The title of an article is the heading of the first rank; those inside it come below."""


class _Piece(NamedTuple):
    """A stretch of one kind: its lines in Markdown, how many quotes are around it, whether it follows at once on the
    item of the list before."""

    lines: list[str]
    depth: int
    follows: bool = False


def text_markdown(text: str, layout: Layout) -> str:
    """The text as CommonMark with tables; its words read the same when it is rendered."""
    out: list[str] = []
    before: _Piece | None = None
    for piece in _pieces(text, layout):
        if before is not None and not (piece.follows and before.depth == piece.depth):
            out.append(("> " * min(before.depth, piece.depth)).rstrip())
        bars = "> " * piece.depth
        out.extend(f"{bars}{line}".rstrip() for line in piece.lines)
        before = piece
    return "\n".join(out)


def _pieces(text: str, layout: Layout) -> Iterator[_Piece]:
    depths = _Depths([block for block in layout.blocks if block.kind is BlockKind.QUOTE])
    links = _Links(layout.links)
    indents = [0] * (_DEEPEST + 2)
    before: Block | None = None
    for block in _stretches(text, layout):
        depth = depths.of(block.start)
        near = links.within(block.start, block.end)
        if block.kind is BlockKind.ITEM:
            yield _Piece(_item(text, block, near, indents), depth, _follows(text, before, block))
        else:
            yield _Piece(_lines(text, block, near), depth)
        before = block


def _follows(text: str, before: Block | None, item: Block) -> bool:
    """Whether no blank line goes before an item. Where a list inside another begins with a number, one has to."""
    if before is None or before.kind is not BlockKind.ITEM or text.count("\n", before.end, item.start) > 1:
        return False
    return item.level <= before.level or not text[item.start].isdigit()


def _stretches(text: str, layout: Layout) -> Iterator[Block]:
    """Every stretch of the text in order: the blocks that are not quotes, and the paragraphs between them."""
    end = 0
    for block in layout.blocks:
        if block.kind is BlockKind.QUOTE or block.start < end:
            continue
        yield from _paragraphs(text, end, block.start)
        yield block
        end = block.end
    yield from _paragraphs(text, end, len(text))


_PARAGRAPH = BlockKind.QUOTE
"""Quotes are told by depth, so their kind is free to stand for a paragraph here."""


def _paragraphs(text: str, start: int, end: int) -> Iterator[Block]:
    at = start
    for gap in (*_BLANK_LINES.finditer(text, start, end), None):
        stop = gap.start() if gap else end
        words = text[at:stop]
        if words.strip():
            left = len(words) - len(words.lstrip())
            yield Block(_PARAGRAPH, at + left, at + len(words.rstrip()))
        at = gap.end() if gap else end


def _lines(text: str, block: Block, links: Sequence[Link]) -> list[str]:
    start, end = block.start, block.end
    match block.kind:
        case BlockKind.HEADING:
            rank = min(max(block.level, 1) + _UNDER_TITLE, 6)
            return [f"{'#' * rank} {' '.join(inline(text, start, end, links).split())}"]
        case BlockKind.CODE:
            body = clean_text(text[start:end])
            fence = "`" * max([3, *(len(run) + 1 for run in _FENCES.findall(body))])
            return [fence, *body.split("\n"), fence]
        case BlockKind.TABLE:
            rows = table_rows(text[start:end])
            if rows:
                cells = [[inline(text, start + a, start + b, links) for a, b in row] for row in rows]
                head, *others = (f"| {' | '.join(row)} |" for row in cells)
                return [head, f"|{'---|' * len(rows[0])}", *others]
    return _broken(text, start, end, links)


def _item(text: str, block: Block, links: Sequence[Link], indents: list[int]) -> list[str]:
    """The item of a list, set in below the words of the one it is inside."""
    marker = _MARKER.match(text, block.start, block.end)
    start = marker.end() if marker else block.start
    level = min(max(block.level, 1), _DEEPEST)
    sign = marker[0].strip() if marker else "-"
    sign = sign if sign[0].isdigit() else "-"
    indents[level + 1] = indents[level] + len(sign) + 1
    first, *others = _broken(text, start, block.end, links) or [""]
    return [f"{' ' * indents[level]}{sign} {first}", *(f"{' ' * indents[level + 1]}{line}" for line in others)]


def _broken(text: str, start: int, end: int, links: Sequence[Link]) -> list[str]:
    """Lines that stay lines: all but the last end in Markdown's break."""
    words = inline(text, start, end, links)
    lines = [at_line_start(line.strip()) for line in words.split("\n") if line.strip()]
    return [f"{line}\\" for line in lines[:-1]] + lines[-1:]


class _Depths:
    """How many quotes are around a place; asked in the order of the text."""

    def __init__(self, quotes: Sequence[Block]) -> None:
        self._quotes = quotes
        self._next = 0
        self._ends = [0] * (_DEEPEST + 1)

    def of(self, start: int) -> int:
        """The depth at ``start``, which is not before one asked for earlier."""
        while self._next < len(self._quotes) and self._quotes[self._next].start <= start:
            quote = self._quotes[self._next]
            level = min(max(quote.level, 1), _DEEPEST)
            self._ends[level] = max(self._ends[level], quote.end)
            self._next += 1
        return max((level for level, end in enumerate(self._ends) if end > start), default=0)


class _Links:
    def __init__(self, links: Sequence[Link]) -> None:
        self._links = sorted(links)
        self._starts = [link.start for link in self._links]

    def within(self, start: int, end: int) -> Sequence[Link]:
        """The links that begin in a stretch."""
        return self._links[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
