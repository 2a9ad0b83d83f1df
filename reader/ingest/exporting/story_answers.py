"""Who answers whom in a story: statements side by side, as one stage of the comparison linked them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reader.analysis.board.board import Board
from reader.analysis.board.labels import UNATTRIBUTED
from reader.domain.comparison import ExchangeKind
from reader.domain.plain_text import clean_line
from reader.ingest.exporting.story_quoted import Quoted, Speaking

TITLES: Mapping[ExchangeKind, str] = {
    ExchangeKind.MUTUAL_ACCUSATION: "Each accuses the other",
    ExchangeKind.DENIAL: "Charge and denial",
    ExchangeKind.ANSWER: "Request and answer",
    ExchangeKind.REFUSAL: "Request and refusal",
    ExchangeKind.CONFIRMATION: "Said and confirmed",
    ExchangeKind.CONTRADICTION: "Different numbers",
}


@dataclass(frozen=True, slots=True)
class Answering:
    """Statements that answer one another, in order of time, each with the name of who makes it."""

    kind: ExchangeKind
    said: tuple[tuple[str, Quoted], ...]

    @property
    def title(self) -> str:
        """What sort of exchange it is, in words."""
        return TITLES[self.kind]


def answering(board: Board, speaking: Iterable[Speaking]) -> Iterator[Answering]:
    """The rows of the board's grid that are exchanges. A statement that two parties make stands under both names."""
    quoted = {one.card.statement.id: one for party in speaking for top in party.quoted for one in _all(top)}
    names = {party.party.id: clean_line(party.name) for party in board.parties if party.party is not None}
    for row in board.grid.rows:
        if row.exchange is None:
            continue
        said: dict[str, tuple[list[str], Quoted]] = {}
        for column, cards in row.cells.items():
            for card in cards:
                if (one := quoted.get(card.statement.id)) is not None:
                    who = names.get(column) or one.source or UNATTRIBUTED
                    said.setdefault(card.statement.id, ([], one))[0].append(who)
        ordered = sorted(said.values(), key=lambda each: _start(each[1]))
        if ordered:
            yield Answering(row.exchange, tuple((" and ".join(who), one) for who, one in ordered))


def _all(quoted: Quoted) -> Iterator[Quoted]:
    yield quoted
    for inner in quoted.inside:
        yield from _all(inner)


def _start(quoted: Quoted) -> int:
    """Where a statement begins in the story's text, whose articles are in order of time."""
    content = quoted.card.statement.content
    return content[0][0] if content else 0
