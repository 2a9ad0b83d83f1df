"""What the panel and ``parley compare`` show of an analysis: the same parties, cards, figures and rows for both.

Pure and without a language model: it only arranges what the analysis found, with the text's own words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reader.analysis.board.cards import Card, Cards
from reader.analysis.board.figures import FigureTable, figure_tables
from reader.analysis.board.grid import Grid, make_grid
from reader.analysis.board.labels import UNATTRIBUTED
from reader.domain.actor import Party
from reader.domain.analysis import Analysis
from reader.domain.quantity import Quantity

__all__ = ["Board", "Card", "FigureTable", "Grid", "PartySection", "board"]


@dataclass(frozen=True, slots=True)
class PartySection:
    """A party with its statements. ``party`` is None for the statements no party could be told for.

    ``heard`` is False, and ``cards`` empty, for a party that is accused or addressed and has no statement.
    """

    party: Party | None
    name: str
    heard: bool
    cards: tuple[Card, ...]

    @property
    def count(self) -> int:
        """How many statements the party makes; those quoted inside another's are not counted."""
        return len(self.cards)


@dataclass(frozen=True, slots=True)
class Board:
    """``parties``: those with statements in order of first mention, then the unattributed statements, then the unheard.

    ``narration`` holds the numbers of figures that the article gives in its own voice; ``cards`` maps a statement id to
    its card, children included.
    """

    parties: tuple[PartySection, ...]
    narration: tuple[Quantity, ...]
    figures: tuple[FigureTable, ...]
    grid: Grid
    cards: Mapping[str, Card]

    @property
    def unheard(self) -> tuple[str, ...]:
        """The names of the parties accused or addressed whose own words the text does not give."""
        return tuple(section.name for section in self.parties if not section.heard)

    @property
    def heard(self) -> tuple[PartySection, ...]:
        """The sections that hold statements."""
        return tuple(section for section in self.parties if section.heard)


def board(analysis: Analysis, text: str) -> Board:
    """The view of an analysis of ``text``."""
    cards = Cards(analysis, text)
    told = {row.quantity for f in analysis.comparison.figures for row in f.rows if row.statement is None}
    return Board(
        parties=tuple(_sections(analysis, cards)),
        narration=tuple(q for q in analysis.quantities if q.id in told),
        figures=figure_tables(analysis, text),
        grid=make_grid(analysis, cards),
        cards=cards.by_id,
    )


def _sections(analysis: Analysis, cards: Cards) -> Iterator[PartySection]:
    for party in analysis.parties:
        own = tuple(cards.of(card, party.id) for card in cards.top if party.id in card.statement.parties)
        if own:
            yield PartySection(party, party.name, True, own)
    nobody = tuple(card for card in cards.top if not cards.party_ids(card))
    if nobody:
        yield PartySection(None, UNATTRIBUTED, True, nobody)
    for id in analysis.comparison.unheard:
        silent = analysis.party(id)
        if silent is not None:
            yield PartySection(silent, silent.name, False, ())
