"""Everything the analysis finds in one text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.domain.actor import Actor, Party
from reader.domain.comparison import Comparison
from reader.domain.quantity import Quantity
from reader.domain.statement import Statement


class Level(StrEnum):
    """How deep the analysis went: ``light`` where no language model is installed."""

    FULL = "full"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Engine:
    """What made an analysis: the model with its version (None when light), the language pack with its version."""

    model: str | None
    pack: str
    level: Level

    @property
    def key(self) -> str:
        """One line that changes whenever the same text could be analysed differently."""
        return f"{self.pack}|{self.model or 'no model'}|{self.level}"


@dataclass(frozen=True, slots=True)
class Doubtful:
    """What only somebody who asks for everything wants to see: wishes, fears and plans that a text tells of, quoted
    words that nobody is said to say. ``parties`` are those that nothing else in the text makes parties."""

    statements: tuple[Statement, ...] = ()
    parties: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """The parties, actors, numbers, statements and comparison of one text, each list in order of place.

    ``doubtful`` is kept apart: neither the comparison nor the parties know of it. ``note`` is a
    sentence for the reader where the analysis is not what it could be (no model for the language, text
    too long), else None.
    """

    language: str
    engine: Engine
    parties: tuple[Party, ...]
    actors: tuple[Actor, ...]
    quantities: tuple[Quantity, ...]
    statements: tuple[Statement, ...]
    comparison: Comparison
    note: str | None = None
    doubtful: Doubtful = Doubtful()

    def party(self, id: str) -> Party | None:
        """The party with that id, or None."""
        return next((p for p in self.parties if p.id == id), None)

    def actor(self, id: str) -> Actor | None:
        """The actor with that id, or None."""
        return next((a for a in self.actors if a.id == id), None)

    def quantity(self, id: str) -> Quantity | None:
        """The quantity with that id, or None."""
        return next((q for q in self.quantities if q.id == id), None)

    def statement(self, id: str) -> Statement | None:
        """The statement with that id, or None."""
        return next((s for s in self.statements if s.id == id), None)
