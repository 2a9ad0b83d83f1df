"""Where a block of the story screen leads, and what a tab of it is made of."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reader.analysis.story_board.parts import Carrier, StoryBoard
from reader.domain.span import Span
from reader.ui.panel.block import Block


@dataclass(frozen=True, slots=True)
class StoryPlace:
    """A place in an article: ``statement`` is an id of that article's own analysis, ``span`` in its own text; neither
    where the article as a whole is meant. ``difference`` where Enter shows what became of its text, ``fold`` where it
    folds or unfolds the copies of that article. ``said`` is the statement in the story's analysis."""

    article_id: int
    statement: str | None = None
    span: Span | None = None
    said: str | None = None
    difference: bool = False
    fold: int | None = None


@dataclass
class StoryTab:
    """The blocks of a tab and their places by block id; a block without a place leads nowhere."""

    blocks: list[Block] = field(default_factory=list)
    places: dict[str, StoryPlace] = field(default_factory=dict)

    def add(self, block: Block, place: StoryPlace | None = None) -> None:
        """Add a block below the others; one that leads nowhere is passed over."""
        self.blocks.append(block if place is not None else replace(block, selectable=False))
        if place is not None:
            self.places[block.id] = place

    def standing(self, chosen: str | None) -> tuple[int, int]:
        """Which of those that lead somewhere is chosen, counted from 1 (0 where none is), and how many there are."""
        at = next((at for at, id in enumerate(self.places, 1) if id == chosen), 0)
        return at, len(self.places)


def at_carrier(carrier: Carrier, said: str | None = None) -> StoryPlace:
    """Where a carrier has a statement or a number."""
    return StoryPlace(carrier.article_id, carrier.statement or None, carrier.span, said)


def at_statement(board: StoryBoard, statement: str, article_id: int | None = None) -> StoryPlace | None:
    """Where a statement of the story's analysis stands: in that article, else where it stood first."""
    carriers = board.carriers.get(statement, ())
    own = next((carrier for carrier in carriers if carrier.article_id == article_id), None)
    carrier = own or (carriers[0] if carriers else None)
    return at_carrier(carrier, statement) if carrier is not None else None


def at_quantity(board: StoryBoard, quantity: str, said: str | None = None) -> StoryPlace | None:
    """Where a number of the story's analysis stands, within the statement that gives it, where one does."""
    found = board.analysis.quantity(quantity)
    if found is None:
        return None
    article_id, span = board.place(found.span)
    around = at_statement(board, said, article_id) if said else None
    own = around.statement if around is not None and around.article_id == article_id else None
    return StoryPlace(article_id, own, span, said)
