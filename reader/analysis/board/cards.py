"""Cards: one statement as the panel shows it, with the statements it answers and those inside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.analysis.board.labels import ALONE, ANSWERING, FIRST, UNATTRIBUTED, act_label
from reader.domain.analysis import Analysis
from reader.domain.comparison import Exchange, ExchangeKind
from reader.domain.confidence import Strictness
from reader.domain.own_words import own_words
from reader.domain.statement import Statement


@dataclass(frozen=True, slots=True)
class Link:
    """How a statement stands to another: "answers", which statement, and the names of those who made that one.

    ``statement`` is None where one sentence tells both sides ("they accused each other"); ``rule`` says what linked
    the two.
    """

    kind: ExchangeKind
    label: str
    statement: str | None
    names: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Card:
    """A statement ready to show.

    ``act`` is its label, ``speaker`` the source in the text's words ("" where none is given), or the name a person
    corrected it to; ``content`` verbatim with " […] " between its spans, ``targets`` the names of those it is aimed at,
    ``quantities`` its numbers as written, ``children`` the statements quoted inside it, ``doubtful`` whether the
    strict setting leaves it out.
    """

    statement: Statement
    act: str
    speaker: str
    content: str
    targets: tuple[str, ...]
    quantities: tuple[str, ...]
    links: tuple[Link, ...]
    children: tuple[Card, ...]
    doubtful: bool


class Cards:
    """The cards of an analysis: ``top`` in order of place, ``by_id`` with the children too."""

    def __init__(self, analysis: Analysis, text: str) -> None:
        self._analysis = analysis
        self._text = text
        self._names = {party.id: party.name for party in analysis.parties}
        self._statements = {s.id: s for s in analysis.statements}
        self._numbers = {q.id: q.text for q in analysis.quantities}
        self._inside: dict[str, list[Statement]] = defaultdict(list)
        for statement in analysis.statements:
            if statement.parent in self._statements and statement.parent != statement.id:
                self._inside[str(statement.parent)].append(statement)
        self._exchanges: dict[str, list[Exchange]] = defaultdict(list)
        for exchange in analysis.comparison.exchanges:
            for id in exchange.statements:
                self._exchanges[id].append(exchange)
        self.by_id: dict[str, Card] = {}
        inner = {s.id for children in self._inside.values() for s in children}
        self.top = tuple(self._card(s) for s in analysis.statements if s.id not in inner)

    def name(self, party: str) -> str:
        """The party's name in the article's language, its id where it is not in the analysis."""
        return self._names.get(party, party)

    def party_ids(self, card: Card) -> tuple[str, ...]:
        """The parties that speak on a card, those the analysis knows."""
        return tuple(id for id in card.statement.parties if id in self._names)

    def of(self, card: Card, party: str) -> Card:
        """A card as it stands under one of its parties: it is not a target of its own charge."""
        own = self.name(party)
        if len(card.statement.parties) < 2 or own not in card.targets:
            return card
        return replace(card, targets=tuple(name for name in card.targets if name != own))

    def _card(self, statement: Statement) -> Card:
        card = Card(
            statement=statement,
            act=act_label(statement),
            speaker=self._speaker(statement),
            content=own_words(self._text, statement.content),
            targets=tuple(self.name(id) for id in statement.targets),
            quantities=tuple(_one_line(self._numbers[id]) for id in statement.quantities if id in self._numbers),
            links=tuple(self._links(statement)),
            children=tuple(self._card(child) for child in self._inside.get(statement.id, ())),
            doubtful=statement.confidence < Strictness.STRICT.floor,
        )
        self.by_id[statement.id] = card
        return card

    def _speaker(self, statement: Statement) -> str:
        if statement.corrected:
            actors = (self._analysis.actor(id) for id in statement.speakers)
            return ", ".join(actor.name for actor in actors if actor is not None)
        source = statement.source
        return _one_line(self._text[source[0] : source[1]]) if source else ""

    def _links(self, statement: Statement) -> Iterator[Link]:
        for exchange in self._exchanges.get(statement.id, ()):
            if len(exchange.statements) == 1:
                yield Link(exchange.kind, ALONE, None, tuple(self.name(id) for id in statement.parties), exchange.rule)
                continue
            labels = FIRST if exchange.statements[0] == statement.id else ANSWERING
            for id in exchange.statements:
                other = self._statements.get(id)
                if other is not None and id != statement.id:
                    names = tuple(self.name(party) for party in other.parties) or (UNATTRIBUTED,)
                    yield Link(exchange.kind, labels[exchange.kind], id, names, exchange.rule)


def _one_line(words: str) -> str:
    return " ".join(words.split())
