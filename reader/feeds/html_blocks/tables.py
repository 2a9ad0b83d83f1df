"""Tables as lines: columns where they fit a screen, otherwise a line for each value behind its header."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any, NamedTuple
from unicodedata import combining, east_asian_width

from reader.domain.layout import Link

WIDEST = 76  # cells of a screen
_BETWEEN = 2
_MOST_COLUMNS = 40
# fmt: off
_NO_CELL = frozenset({
    "article", "audio", "blockquote", "dl", "embed", "figure", "h1", "h2", "h3", "h4", "iframe", "object", "ol", "pre",
    "section", "table", "ul", "video",
})
# fmt: on
_GROUPS = ("thead", "tbody", "tfoot")
_IN_TABLE = frozenset({*_GROUPS, "tr", "caption", "colgroup", "col"})
_IN_ROW = frozenset({"td", "th"})
_BREAKS = frozenset({"p", "div", "br"})

Cells = list[list[Any]]
Flatten = Callable[[Any], "Cell"]


class Cell(NamedTuple):
    """The words of a cell on one line, and the links in them."""

    text: str = ""
    links: tuple[Link, ...] = ()


def grid(table: Any) -> Cells | None:
    """The cells of a table row by row, or None where it only arranges a page.

    A grid has two rows and two columns at least, and cells that are each a line.
    """
    if table.get("role") in ("presentation", "none"):
        return None
    if not all(map(_only_cells, (table, *table.iterchildren(*_GROUPS), *_rows(table)))):
        return None
    rows = [list(row) for row in _rows(table)]
    rows = [row for row in rows if row]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return None
    for element in table.iterdescendants():
        if element.tag in _NO_CELL or (element.tag == "img" and element.getparent().tag in _BREAKS):
            return None
    if any(sum(part.tag in _BREAKS for part in cell) > 2 for row in rows for cell in row):
        return None
    return rows


def table_lines(cells: Cells, flatten: Flatten) -> tuple[list[str], list[Link]]:
    """The lines of a grid and their links, counted from the first line's begin; ``flatten`` gives a cell's words."""
    heads = bool(cells) and all(cell.tag == "th" or _in_head(cell) for cell in cells[0])
    rows = [row for row in _spread(cells, flatten) if any(cell.text for cell in row)]
    if not rows:
        return [], []
    columns = [at for at in range(max(map(len, rows))) if any(at < len(row) and row[at].text for row in rows)]
    rows = [[row[at] if at < len(row) else Cell() for at in columns] for row in rows]
    widths = [max(cell_width(row[at].text) for row in rows) for at in range(len(columns))]
    if sum(widths) + _BETWEEN * (len(widths) - 1) <= WIDEST:
        return _joined(_in_columns(row, widths) for row in rows)
    if heads and len(rows) > 1:
        return _joined(_by_header(rows))
    return _joined([("", cell) for cell in _apart(row)] for row in rows)


def cell_width(text: str) -> int:
    """How many cells of a terminal a line takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _rows(table: Any) -> Iterator[Any]:
    for part in table:
        if part.tag == "tr":
            yield part
        elif part.tag in _GROUPS:
            yield from part.iterchildren("tr")


def _only_cells(part: Any) -> bool:
    """Whether a table, a group of rows or a row has no words outside cells."""
    allowed = _IN_ROW if part.tag == "tr" else _IN_TABLE
    if part.text and part.text.strip():
        return False
    return all(child.tag in allowed and not (child.tail and child.tail.strip()) for child in part)


def _in_head(cell: Any) -> bool:
    group = cell.getparent().getparent()
    return group is not None and group.tag == "thead"


def _spread(cells: Cells, flatten: Flatten) -> Iterator[list[Cell]]:
    """Rows with a cell in every column: what spans several rows stands in each, what spans columns in the first."""
    below: dict[int, tuple[int, Cell]] = {}
    for row in cells:
        spread: list[Cell] = []
        waiting = iter(row)
        while len(spread) < _MOST_COLUMNS:
            at = len(spread)
            if at in below:
                left, cell = below.pop(at)
                if left > 1:
                    below[at] = (left - 1, cell)
                spread.append(Cell(cell.text))
                continue
            element = next(waiting, None)
            if element is None:
                break
            cell = flatten(element)
            deep, wide = _span(element.get("rowspan")), _span(element.get("colspan"))
            for over in range(wide):
                spread.append(cell if not over else Cell())
                if deep > 1:
                    below[at + over] = (deep - 1, cell if not over else Cell())
        for element in waiting:  # more columns than anybody could read: the words follow all the same
            spread.append(flatten(element))
        yield spread


def _span(value: str | None) -> int:
    if not value or len(value) > 5 or not value.isascii() or not value.isdigit():
        return 1
    return min(max(int(value), 1), _MOST_COLUMNS)


Pieces = list[tuple[str, Cell]]
"""What a line is made of: what stands before a cell, and the cell."""


def _in_columns(row: list[Cell], widths: list[int]) -> Pieces:
    pieces: Pieces = []
    blank = 0
    for cell, width in zip(row, widths, strict=True):
        if cell.text:
            pieces.append((" " * blank, cell))
            blank = 0
        blank += width - cell_width(cell.text) + _BETWEEN
    return pieces


def _by_header(rows: list[list[Cell]]) -> Iterator[Pieces]:
    heads = rows[0]
    for at, row in enumerate(rows[1:]):
        if at:
            yield []
        for head, cell in zip_longest(heads, row, fillvalue=Cell()):
            if cell.text:
                yield [(f"{head.text.rstrip(' :')}: " if head.text else "", cell)]


def _apart(row: list[Cell]) -> Iterator[Cell]:
    filled = [cell for cell in row if cell.text]
    for at, cell in enumerate(filled):
        if at:
            yield Cell(" | ")
        yield cell


def _joined(rows: Any) -> tuple[list[str], list[Link]]:
    lines: list[str] = []
    links: list[Link] = []
    at = 0
    for pieces in rows:
        line = ""
        for before, cell in pieces:
            line += before
            links += [Link(at + len(line) + k.start, at + len(line) + k.end, k.url) for k in cell.links]
            line += cell.text
        lines.append(line)
        at += len(line) + 1
    return lines, links
