"""What a tab of the panel is made from, and what it gives: blocks, and where in the article each of them leads."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from reader.analysis.board.board import Board, board
from reader.domain.analysis import Analysis
from reader.domain.quantity import Quantity
from reader.domain.span import Span
from reader.domain.statement import Statement
from reader.ui.panel.block import Block, Paragraph
from reader.ui.party_look import PartyLook, party_look
from reader.ui.quiet import quiet_numbers
from reader.ui.verbatim import quoted


@dataclass(frozen=True)
class Place:
    """Where a block leads: to a statement, to one or more places in the text, to a party's names.

    ``is_name`` where the spans are the mentions of a name, to be walked one after the other. ``note`` is the id of an
    annotation, ``draft`` the name of a note's draft.
    """

    statement: str | None = None
    spans: tuple[Span, ...] = ()
    party: str | None = None
    is_name: bool = False
    note: int | None = None
    draft: str | None = None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A place in another article: ``span`` in its own text, ``statement`` the id in its own analysis."""

    article_id: int
    span: Span
    statement: str | None = None


@dataclass
class TabContent:
    """The blocks of a tab and their places by block id; a block without a place cannot be chosen."""

    blocks: list[Block] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)

    def add(self, block: Block, place: Place | None = None) -> None:
        """Add a block below the others."""
        self.blocks.append(block)
        if place is not None:
            self.places[block.id] = place


@dataclass(frozen=True)
class View:
    """An analysed article, arranged; each part is made when it is first asked for.

    ``known`` are looks that parties have already, ``beside`` what stands below statements by their words: translations
    that were asked for. ``article_id`` is the open article (0 where that does not matter).
    """

    analysis: Analysis
    text: str
    known: Mapping[str, PartyLook] | None = None
    beside: Mapping[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    article_id: int = 0

    @cached_property
    def board(self) -> Board:
        """The parties, cards, figures and rows."""
        return board(self.analysis, self.text)

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """The numbers that are more than dates and passing counts."""
        quiet = quiet_numbers(self.analysis)
        return tuple(quantity for quantity in self.analysis.quantities if quantity.id not in quiet)

    def figures_in(self, span: Span) -> tuple[Quantity, ...]:
        """Those of the figures that begin in a span, in the order of the text."""
        starts, figures = self._by_start
        return figures[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]

    @cached_property
    def _by_start(self) -> tuple[list[int], tuple[Quantity, ...]]:
        figures = tuple(sorted(self.figures, key=lambda quantity: quantity.span[0]))
        return [quantity.span[0] for quantity in figures], figures

    def figures_of(self, statement: Statement) -> list[Quantity]:
        """The figures a statement gives."""
        known = self._figures
        return [quantity for _, quantity in sorted(known[id] for id in {*statement.quantities} & known.keys())]

    @cached_property
    def _figures(self) -> dict[str, tuple[int, Quantity]]:
        """Each by its id, with how many come before it."""
        return {quantity.id: (at, quantity) for at, quantity in enumerate(self.figures)}

    @cached_property
    def looks(self) -> Mapping[str, PartyLook]:
        """The colour and mark of each party."""
        return party_look(self.analysis, self.known)

    def statement(self, id: str | None) -> Statement | None:
        """The shown statement with that id, or None."""
        return self._statements.get(id or "")

    @cached_property
    def _statements(self) -> dict[str, Statement]:
        return {statement.id: statement for statement in self.analysis.statements}

    def words(self, statement: Statement) -> str:
        """What was said, word for word."""
        return quoted(self.text, statement)

    def language(self, statement: Statement) -> str:
        """The language a statement was said in."""
        return self.analysis.language

    def below(self, statement: Statement) -> tuple[Paragraph, ...]:
        """What stands below a statement's words on its card."""
        return self.beside.get(self.words(statement), ()) if self.beside else ()

    def told_by(self, statement: Statement) -> tuple[Paragraph, ...]:
        """Which articles a statement stands in, below its speaker; nothing where there is one article."""
        return ()

    # From what is shown to the open article and back: here they are the same.

    def own_statement(self, shown: str) -> str | None:
        """The open article's statement that a shown one is; None where it stands in other articles only."""
        return shown

    def shown_statement(self, own: str) -> str | None:
        """The shown statement that one of the open article is."""
        return own

    def own_span(self, span: Span) -> Span | None:
        """A place of what is shown, in the open article's text; None where it is in another's."""
        return span

    def elsewhere(self, place: Place) -> Elsewhere | None:
        """Where in another article a place is; None where it is in the open one."""
        return None

    # What is the same in whatever view

    def known_by(self, statement: Statement) -> tuple[Hashable, ...]:
        """What a statement is known again by, the surest first."""
        return ((self.article_id, statement.content),)

    def known_place(self, span: Span) -> Hashable:
        """What a place is known again by."""
        return (self.article_id, span)
