"""Where one is among the hits of a search in a text. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.domain.span import Span


@dataclass(frozen=True, slots=True)
class Walk:
    """Hits in order of place, and the index of the one that is looked at; None where there is no hit."""

    spans: tuple[Span, ...] = ()
    at: int | None = None

    @classmethod
    def begin(cls, spans: Sequence[Span], place: int = 0) -> Walk:
        """At the first hit from ``place`` on; at the first of all where none follows."""
        ordered = tuple(sorted(spans))
        at = bisect_left(ordered, (place, place))
        return cls(ordered, at % len(ordered) if ordered else None)

    def step(self, step: int) -> Walk:
        """At the next hit or the one before, round and round."""
        return self if self.at is None else replace(self, at=(self.at + step) % len(self.spans))

    @property
    def span(self) -> Span | None:
        """The hit that is looked at."""
        return None if self.at is None else self.spans[self.at]

    @property
    def told(self) -> str:
        """ "3 of 12"; nothing without hits."""
        return "" if self.at is None else f"{self.at + 1:,} of {len(self.spans):,}"
