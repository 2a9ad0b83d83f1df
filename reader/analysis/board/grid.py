"""The comparison as a grid: a column per speaking party, statements that answer each other on one row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reader.analysis.board.cards import Card, Cards
from reader.analysis.board.labels import EXCHANGE_ROWS, FIGURES_ROW, ROWS
from reader.domain.actor import Party
from reader.domain.analysis import Analysis
from reader.domain.comparison import ExchangeKind
from reader.domain.statement import Act

_CHARGES = frozenset({Act.ACCUSE, Act.CRITICISE})

NOBODY = ""
"""The column of statements no party could be told for."""


@dataclass(frozen=True, slots=True)
class Row:
    """Statements that stand side by side. ``exchange`` tells how they answer each other, None where they do not;
    ``cells`` maps a column id to its cards, in order of place; empty columns are not in it."""

    label: str
    kind: str
    exchange: ExchangeKind | None
    cells: Mapping[str, tuple[Card, ...]]

    def cell(self, column: str) -> tuple[Card, ...]:
        """The cards in a column, none where it is empty."""
        return self.cells.get(column, ())


@dataclass(frozen=True, slots=True)
class Grid:
    """``columns``: the ids of the parties that speak, in order of first mention, ``NOBODY`` last where it is needed;
    ``rows``: exchanges in order of place, then the other statements by kind of act."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def make_grid(analysis: Analysis, cards: Cards) -> Grid:
    """Every statement that is not inside another stands in the row of its exchange, or else of its kind of act.

    A statement inside another stands there too where it is answered and its speakers are those of the outer one.
    """
    shown: set[str] = set()
    rows: list[Row] = []
    for kind, ids in _groups(analysis):
        members = [cards.by_id[id] for id in ids if id in cards.by_id]
        shown.update(card.statement.id for card in members)
        charged = kind is ExchangeKind.ANSWER and any(card.statement.act in _CHARGES for card in members)
        label = EXCHANGE_ROWS[ExchangeKind.DENIAL if charged else kind]
        rows.append(Row(label, label, kind, _cells(members, cards)))
    left = [card for card in cards.top if card.statement.id not in shown]
    compared = {row.statement for figure in analysis.comparison.figures for row in figure.rows if len(figure.rows) > 1}
    with_figures = [card for card in left if card.statement.id in compared]
    others = [card for card in left if card.statement.id not in compared]
    for kind_id, label, acts in ROWS:
        members = [card for card in others if card.statement.act in acts]
        if members:
            rows.append(Row(label, kind_id, None, _cells(members, cards)))
    if with_figures:
        rows.append(Row(FIGURES_ROW[1], FIGURES_ROW[0], None, _cells(with_figures, cards)))
    return Grid(tuple(_columns(analysis.parties, rows)), tuple(rows))


def _groups(analysis: Analysis) -> list[tuple[ExchangeKind, list[str]]]:
    """Exchanges joined where they share a statement: the kind of the first, statement ids in order of place."""
    place = {s.id: at for at, s in enumerate(analysis.statements)}
    groups: list[tuple[ExchangeKind, set[str]]] = []
    for exchange in analysis.comparison.exchanges:
        ids = {id for id in exchange.statements if id in place}
        kind = exchange.kind
        apart = []
        for group in groups:
            if group[1] & ids:
                kind, ids = group[0], ids | group[1]
            else:
                apart.append(group)
        groups = [*apart, (kind, ids)] if ids else apart
    ordered = [(kind, sorted(ids, key=place.__getitem__)) for kind, ids in groups]
    return sorted(ordered, key=lambda group: place[group[1][0]])


def _cells(members: Iterable[Card], cards: Cards) -> Mapping[str, tuple[Card, ...]]:
    cells: dict[str, list[Card]] = {}
    for card in members:
        for id in cards.party_ids(card) or (NOBODY,):
            cells.setdefault(id, []).append(cards.of(card, id) if id else card)
    return {id: tuple(inside) for id, inside in cells.items()}


def _columns(parties: Iterable[Party], rows: list[Row]) -> Iterator[str]:
    used = {id for row in rows for id in row.cells}
    yield from (party.id for party in parties if party.id in used)
    if NOBODY in used:
        yield NOBODY
