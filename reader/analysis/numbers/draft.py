"""A quantity while it is being worked out."""

from __future__ import annotations

from dataclasses import dataclass

from reader.domain.quantity import Hedge, QuantityKind
from reader.domain.span import Span


@dataclass(slots=True)
class Draft:
    """``start`` and ``end`` grow as hedges and units join; ``core`` stays the number alone.

    ``digits`` tells that the number is written in digits, ``scaled`` that it ends in a word such as "millions",
    ``share`` that it is made of two numbers ("one in five"), ``counts`` that something can be counted by it.
    """

    start: int
    end: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    hedge: Hedge = Hedge.EXACT
    kind: QuantityKind = QuantityKind.CARDINAL
    unit: str | None = None
    digits: bool = False
    scaled: bool = False
    fraction: bool = False
    share: bool = False
    core: Span = (0, 0)
    counted: str | None = None
    counted_span: Span | None = None
    party: str | None = None
    counted_at: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        if self.core == (0, 0):
            self.core = (self.start, self.end)

    @property
    def said_at(self) -> tuple[Span, ...]:
        """Where the text says what is counted."""
        return self.counted_at or ((self.counted_span,) if self.counted_span else ())

    @property
    def counts(self) -> bool:
        return self.kind in (QuantityKind.CARDINAL, QuantityKind.PERCENT)
