"""The columns of a table whose lines stand in the text as they are set for a screen."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

from reader.domain.span import Span

_BETWEEN = 2


def table_rows(text: str) -> list[list[Span]]:
    """The spans of the cells, row by row, each row as long as the first; none where the lines are not in columns.

    A column begins where every line has two blanks before it; inside a cell there is never more than one.
    """
    lines = _lines(text)
    if len(lines) < 2 or any(not text[start:end].strip() for start, end in lines):
        return []
    placed = [_columns_of(text[start:end]) for start, end in lines]
    width = max(len(cells) for cells in placed)
    blank = [all(at >= len(cells) or cells[at] is None for cells in placed) for at in range(width)]
    begins = [at for at in range(width) if not blank[at] and (at == 0 or all(blank[max(at - _BETWEEN, 0) : at]))]
    if len(begins) < 2 or begins[0] != 0:
        return []
    edges = [*begins, width]
    return [
        [_cell(text, start, cells[edges[n] : edges[n + 1]]) for n in range(len(begins))]
        for (start, _), cells in zip(lines, placed, strict=True)
    ]


def _lines(text: str) -> list[Span]:
    found: list[Span] = []
    at = 0
    for line in text.split("\n"):
        found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def _columns_of(line: str) -> list[int | None]:
    """For each cell of a terminal the place of its sign in the line, None for a blank."""
    cells: list[int | None] = []
    for at, sign in enumerate(line):
        if combining(sign):
            continue
        place = None if sign.isspace() else at
        cells.extend([place] * (2 if east_asian_width(sign) in "WF" else 1))
    return cells


def _cell(text: str, start: int, cells: list[int | None]) -> Span:
    places = [at for at in cells if at is not None]
    if not places:
        return (start, start)
    end = start + places[-1] + 1
    while end < len(text) and combining(text[end]):
        end += 1
    return (start + places[0], end)
