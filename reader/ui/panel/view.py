"""What a tab of the panel is made from, and what it gives: blocks, and where in the article each of them leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from reader.analysis.board.board import Board, board
from reader.domain.analysis import Analysis
from reader.domain.quantity import Quantity
from reader.domain.span import Span
from reader.ui.panel.block import Block
from reader.ui.party_look import PartyLook, party_look
from reader.ui.quiet import quiet_numbers


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

    ``known`` are looks that parties have already.
    """

    analysis: Analysis
    text: str
    known: Mapping[str, PartyLook] | None = None

    @cached_property
    def board(self) -> Board:
        """The parties, cards, figures and rows."""
        return board(self.analysis, self.text)

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """The numbers that are more than dates and passing counts."""
        quiet = quiet_numbers(self.analysis)
        return tuple(quantity for quantity in self.analysis.quantities if quantity.id not in quiet)

    @cached_property
    def looks(self) -> Mapping[str, PartyLook]:
        """The colour and mark of each party."""
        return party_look(self.analysis, self.known)
