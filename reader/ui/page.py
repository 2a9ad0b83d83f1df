"""An article laid out for a width: rows to draw, and the way between rows and places in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from reader.ui.wrapping import wrap

MEASURE = 76
"""The widest line of text, in cells: what the eye follows without effort."""


class RowKind(Enum):
    """What a row of the page shows."""

    TITLE = auto()
    META = auto()
    BLANK = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a span of the article's text, or of the page's head for TITLE and META."""

    kind: RowKind
    start: int
    end: int


class Page:
    """The rows of one article at one width.

    ``text`` is the article's text, safe to show and as long as stored; ``title`` and ``meta`` are single lines.
    """

    def __init__(self, title: str, meta: str, text: str, width: int) -> None:
        self.width = width
        self.text = text
        self.head = f"{title}{meta}"
        rows = [Row(RowKind.TITLE, *span) for span in wrap(self.head, 0, len(title), width)]
        if meta:
            rows.append(Row(RowKind.BLANK, 0, 0))
            rows += (Row(RowKind.META, *span) for span in wrap(self.head, len(title), len(self.head), width))
        rows.append(Row(RowKind.BLANK, 0, 0))
        self.first_text_row = len(rows)
        rows += _text_rows(text, width)
        self.rows = rows
        self._starts = [row.start for row in rows[self.first_text_row :]]

    def __len__(self) -> int:
        return len(self.rows)

    def row_of(self, offset: int) -> int:
        """The row that shows a place of the text, or the one before where it falls between rows."""
        at = bisect_right(self._starts, offset) - 1
        return self.first_text_row + max(at, 0)

    def offset_of(self, row: int) -> int:
        """The place in the text a row begins with; 0 for the rows of the head."""
        if row < self.first_text_row or not self.rows:
            return 0
        return self.rows[min(row, len(self.rows) - 1)].start

    def words(self, row: Row) -> str:
        """What a row shows."""
        source = self.text if row.kind is RowKind.TEXT else self.head
        return source[row.start : row.end]


def _text_rows(text: str, width: int) -> Iterator[Row]:
    """Rows of the paragraphs, one blank row between two, whether or not the text has empty lines there itself."""
    spaced = "\n\n" not in text.strip()
    start, blank = 0, True
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip(" \t\xa0"):
            if spaced and not blank:
                yield Row(RowKind.BLANK, start, start)
            for line_start, line_end in wrap(text, start, end, width):
                yield Row(RowKind.TEXT, line_start, line_end)
            blank = False
        elif not blank:
            yield Row(RowKind.BLANK, start, start)
            blank = True
        start = end + 1
