"""An article laid out for a width: rows to draw, and the way between rows and places in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from rich.cells import cell_len

from reader.domain.layout import PLACEHOLDER, BlockKind, Layout
from reader.ui.line_look import PLAIN, LineLook, LineLooks
from reader.ui.wrapping import wrap

MEASURE = 76
"""The widest line of text, in cells: what the eye follows without effort."""

RULE = 12
"""How wide the rule between text and foot is, in cells."""


class RowKind(Enum):
    """What a row of the page shows."""

    TITLE = auto()
    META = auto()
    BLANK = auto()
    TEXT = auto()
    RULE = auto()
    FOOT = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a span of the article's text, of the page's head for TITLE and META, of its foot for RULE and FOOT.

    ``lead`` is drawn before the words; ``block`` is the kind of the block they are in, or None.
    """

    kind: RowKind
    start: int
    end: int
    lead: str = ""
    block: BlockKind | None = None


class Page:
    """The rows of one article at one width.

    ``text`` is the article's text, safe to show and as long as stored; ``title`` is a single line, ``meta`` one or
    several. ``foot`` are lines that stand below the text, after a rule; they are cut to the width.
    """

    def __init__(
        self, title: str, meta: str, text: str, width: int, layout: Layout | None = None, foot: Sequence[str] = ()
    ) -> None:
        self.width = width
        self.text = text
        self.head = f"{title}{meta}"
        rows = [Row(RowKind.TITLE, *span) for span in wrap(self.head, 0, len(title), width)]
        if meta:
            rows.append(Row(RowKind.BLANK, 0, 0))
            rows += _meta_rows(self.head, len(title), width)
        rows.append(Row(RowKind.BLANK, 0, 0))
        self.first_text_row = len(rows)
        rows += _text_rows(text, width, layout or Layout())
        self._starts = [row.start for row in rows[self.first_text_row :]]
        self.end_of_text = len(rows)
        self.foot = "─" * RULE
        if foot:
            rows += (Row(RowKind.BLANK, 0, 0), Row(RowKind.RULE, 0, min(width, RULE)))
        for line in foot:
            rows.append(Row(RowKind.FOOT, len(self.foot), len(self.foot) + len(line)))
            self.foot += line
        self.rows = rows

    def __len__(self) -> int:
        return len(self.rows)

    def row_of(self, offset: int) -> int:
        """The row that shows a place of the text, or the one before where it falls between rows."""
        at = bisect_right(self._starts, offset) - 1
        return self.first_text_row + max(at, 0)

    def offset_of(self, row: int) -> int:
        """The place in the text a row begins with; 0 for the rows of the head, that of the last for the foot's."""
        if row < self.first_text_row or not self._starts:
            return 0
        return self._starts[min(row - self.first_text_row, len(self._starts) - 1)]

    def words(self, row: Row) -> str:
        """What a row shows."""
        match row.kind:
            case RowKind.TEXT:
                source = self.text
            case RowKind.RULE | RowKind.FOOT:
                source = self.foot
            case _:
                source = self.head
        return source[row.start : row.end]


def _meta_rows(head: str, start: int, width: int) -> Iterator[Row]:
    for line in head[start:].split("\n"):
        for span in wrap(head, start, start + len(line), width):
            yield Row(RowKind.META, *span)
        start += len(line) + 1


def _text_rows(text: str, width: int, layout: Layout) -> Iterator[Row]:
    """Rows of the paragraphs, one blank row between two, whether or not the text has empty lines there itself."""
    spaced = "\n\n" not in text.strip()
    looks = LineLooks(text, layout.blocks) if layout.blocks or PLACEHOLDER in text else None
    start, blank, before = 0, True, PLAIN
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        look = looks.of(start, end) if looks else PLAIN
        if text[start:end].strip(" \t\xa0"):
            apart = spaced and not (look.tight and before.kind is look.kind)
            if not blank and (apart or (look.kind is BlockKind.HEADING and before.kind is not look.kind)):
                yield Row(RowKind.BLANK, start, start, _common(before.bars, look.bars))
            yield from _line_rows(text, start, end, width, look)
            blank, before = False, look
        elif not blank or look.verbatim:
            yield Row(RowKind.BLANK, start, start, look.bars, look.kind if look.verbatim else None)
            blank = not look.verbatim
        start = end + 1


def _line_rows(text: str, start: int, end: int, width: int, look: LineLook) -> Iterator[Row]:
    if look is PLAIN:
        for line_start, line_end in wrap(text, start, end, width):
            yield Row(RowKind.TEXT, line_start, line_end)
        return
    # Where there is hardly any room the words have all of it.
    room = width // 3
    bars = look.bars if len(look.bars) <= room else ""
    first = min(look.first, room - len(bars))
    rest = min(look.rest, room - len(bars))
    lead = bars + " " * first
    if look.verbatim and cell_len(text[start:end]) <= width - len(lead):
        yield Row(RowKind.TEXT, start, end, lead, look.kind)
        return
    kept = look.kept if look.kept < end - start else 0
    for line_start, line_end in wrap(text, start + kept, end, width - len(bars) - max(first + kept, rest)):
        yield Row(RowKind.TEXT, start if kept else line_start, line_end, lead, look.kind)
        lead, kept = bars + " " * rest, 0


def _common(one: str, other: str) -> str:
    return min(one, other, key=len)
