"""The comparison as bands: what stands side by side, column by column, and what stands across all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from textual.content import Content

from reader.analysis.board.board import FigureTable
from reader.analysis.board.grid import NOBODY as NOBODY_COLUMN
from reader.analysis.board.grid import Row
from reader.analysis.board.labels import UNATTRIBUTED
from reader.domain.comparison import Verdict
from reader.ui.panel.block import Block, Paragraph
from reader.ui.panel.cards import card_block
from reader.ui.panel.figures_tab import SIGNS, place, value
from reader.ui.panel.parties_tab import NOT_HEARD, nothing_found
from reader.ui.panel.view import View
from reader.ui.panel.words import ASIDE, EXCHANGE, NAME, NOBODY, party_name, plain, rail, sentence
from reader.ui.party_look import UNKNOWN, PartyLook

CLOSED_LINES = 6
"""How many lines of a statement's words a cell shows until it is chosen."""


@dataclass(frozen=True)
class Column:
    """A party that speaks; ``id`` as in the grid, ``count`` how many statements it makes."""

    id: str
    name: str
    look: PartyLook
    count: int

    @property
    def heading(self) -> Content:
        """The party's mark and name, and its count."""
        return party_name(self.name, self.look, bold=True).append(Content.styled(f"  {self.count}", ASIDE))


@dataclass(frozen=True)
class Band:
    """Blocks side by side: ``cells`` maps a column's index to its blocks; ``across`` is below them, as wide as all."""

    label: Content
    cells: dict[int, tuple[Block, ...]] = field(default_factory=dict)
    across: tuple[Paragraph, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """All of the comparison. ``statements`` maps a block's id to the statement it leads to."""

    columns: tuple[Column, ...]
    bands: tuple[Band, ...]
    statements: dict[str, str]


def make_sheet(view: View) -> Sheet:
    """The columns and bands of an analysed article."""
    columns = tuple(_columns(view))
    at = {column.id: index for index, column in enumerate(columns)}
    statements: dict[str, str] = {}
    bands = [_row_band(view, row, f"row{n}", at, columns, statements) for n, row in enumerate(view.board.grid.rows)]
    if not columns:
        bands.append(Band(Content(""), across=(Paragraph(plain(nothing_found(view.analysis), ASIDE)),)))
    bands.extend(_figure_band(view, table, f"figure{n}", at, statements) for n, table in enumerate(view.board.figures))
    if silent := [section for section in view.board.parties if not section.heard and section.party]:
        who = [party_name(s.name, view.looks.get(s.party.id, NOBODY)) for s in silent if s.party]
        bands.append(
            Band(Content(""), across=(Paragraph(Content.styled(f"{NOT_HEARD}: ", NAME) + Content(", ").join(who)),))
        )
    return Sheet(columns, tuple(bands), statements)


def _columns(view: View) -> Iterator[Column]:
    counts = {section.party.id if section.party else NOBODY_COLUMN: section.count for section in view.board.heard}
    for id in view.board.grid.columns:
        party = view.analysis.party(id)
        name = party.name if party else UNATTRIBUTED
        look = view.looks.get(id, NOBODY) if party else UNKNOWN
        yield Column(id, name, look, counts.get(id, 0))


def _row_band(
    view: View, row: Row, id: str, at: dict[str, int], columns: tuple[Column, ...], statements: dict[str, str]
) -> Band:
    cells: dict[int, tuple[Block, ...]] = {}
    for column_id, cards in row.cells.items():
        column = at[column_id]
        blocks: list[Block] = []
        for card in cards:
            block_id = f"{id}/{column}/{card.statement.id}"
            statements[block_id] = card.statement.id
            color = rail(columns[column].look)
            party = column_id or None
            blocks.append(card_block(view, card, block_id, party=party, rail=color, limit=CLOSED_LINES))
        cells[column] = tuple(blocks)
    sign = f" {EXCHANGE}" if row.exchange else ""
    return Band(plain(f"{row.label}{sign}", ASIDE), cells)


def _figure_band(view: View, table: FigureTable, id: str, at: dict[str, int], statements: dict[str, str]) -> Band:
    cells: dict[int, tuple[Block, ...]] = {}
    others: list[Content] = []
    for n, line in enumerate(table.lines):
        column = at.get(line.party or NOBODY_COLUMN) if line.party or line.statement else None
        if column is None:
            look = view.looks.get(line.party or "", NOBODY)
            others.append(party_name(line.speaker, look) + Content(": ") + value(line))
            continue
        block_id = f"{id}/{n}/{line.quantity}"
        if (statement := place(view, line).statement) is not None:
            statements[block_id] = statement
        block = Block(block_id, (Paragraph(value(line)),), rail=".", gap=0)
        cells[column] = (*cells.get(column, ()), block)
    across = [Paragraph(Content(" · ").join(others))] if others else []
    if table.verdict is not Verdict.SINGLE:
        verdict = Content.styled(f"{SIGNS[table.verdict]} {table.label}", NAME)
        across.append(Paragraph(verdict + (sentence(f": {table.why}") if table.why else "")))
    return Band(plain(table.counted, NAME), cells, tuple(across))
