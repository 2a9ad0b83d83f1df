"""The lines of the comparison for a geometry: which band and which line of it, and where each block stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from textual.content import Content

from reader.ui.comparison.bands import Band, Sheet
from reader.ui.comparison.geometry import Geometry
from reader.ui.panel.block import Block, Paragraph, lay_out
from reader.ui.panel.stack import GUTTER, MARGIN


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a block stands: its column, its band, the line of the sheet it begins at, how many lines it takes."""

    column: int
    band: int
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of a column: the block it belongs to (None between blocks) and its words."""

    block: Block | None
    words: Content


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sheet: a label and a piece for each column in sight, or words across all of them."""

    label: Content
    pieces: tuple[Piece, ...] = ()
    across: Content | None = None


@dataclass
class Layout:
    """All lines, and where every block of the columns in sight stands."""

    lines: list[Line] = field(default_factory=list)
    ends: dict[int, int] = field(default_factory=dict)
    """The line below each band."""

    stands: dict[str, Stand] = field(default_factory=dict)

    def block_at(self, line: int, column: int, first: int) -> Block | None:
        """The block at a line of the sheet in a column, given the first column in sight."""
        if not 0 <= line < len(self.lines) or not 0 <= column - first < len(self.lines[line].pieces):
            return None
        return self.lines[line].pieces[column - first].block


_EMPTY = Content("")
_BETWEEN = Piece(None, _EMPTY)


def lay_out_sheet(sheet: Sheet, geometry: Geometry, chosen: str | None) -> Layout:
    """Lay the sheet out; the chosen block is shown whole. A row with nothing in the columns in sight is left out."""
    layout = Layout()
    before: Band | None = None
    for at, band in enumerate(sheet.bands):
        if not band.across and not any(geometry.first <= column < geometry.last for column in band.cells):
            continue
        if before is not None:
            layout.lines.append(Line(_EMPTY, _empty(geometry) if band.cells and before.cells else ()))
        _add_band(layout, band, at, geometry, chosen)
        before = band
    return layout


def _empty(geometry: Geometry) -> tuple[Piece, ...]:
    return (_BETWEEN,) * (geometry.last - geometry.first)


def _add_band(layout: Layout, band: Band, at: int, geometry: Geometry, chosen: str | None) -> None:
    labels = _label_lines(band, geometry)
    if labels and not geometry.labels:
        layout.lines.extend(Line(_EMPTY, across=label) for label in labels)
        labels = []
    top = len(layout.lines)
    columns = [
        _column(layout, band.cells.get(column, ()), column, at, top, geometry, chosen)
        for column in range(geometry.first, geometry.last)
    ]
    across = [line for paragraph in band.across for line in _across(paragraph, geometry)]
    height = max((len(column) for column in columns), default=0)
    if band.cells:
        height = max(height, len(labels) - len(across))
    else:
        across.extend([_EMPTY] * (len(labels) - len(across)))
    for n in range(height):
        label = labels[n] if n < len(labels) else _EMPTY
        pieces = tuple(column[n] if n < len(column) else _BETWEEN for column in columns)
        layout.lines.append(Line(label, pieces))
    for n, words in enumerate(across, height):
        layout.lines.append(Line(labels[n] if n < len(labels) else _EMPTY, across=words))
    layout.ends[at] = len(layout.lines)


def _column(
    layout: Layout, blocks: tuple[Block, ...], column: int, band: int, top: int, geometry: Geometry, chosen: str | None
) -> list[Piece]:
    pieces: list[Piece] = []
    for n, block in enumerate(blocks):
        if n and blocks[n - 1].gap:
            pieces.append(_BETWEEN)
        lines = lay_out(block, geometry.column - GUTTER - MARGIN, is_open=block.id == chosen)
        layout.stands[block.id] = Stand(column, band, top + len(pieces), len(lines))
        pieces.extend(Piece(block, line) for line in lines)
    return pieces


def _label_lines(band: Band, geometry: Geometry) -> list[Content]:
    if not band.label:
        return []
    width = geometry.labels - MARGIN if geometry.labels else geometry.across
    return lay_out(Block("", (Paragraph(band.label),)), width, is_open=True)


def _across(paragraph: Paragraph, geometry: Geometry) -> list[Content]:
    return lay_out(Block("", (paragraph,)), geometry.across - GUTTER - MARGIN, is_open=True)
