"""How the statements of a text stand to one another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ExchangeKind(StrEnum):
    """In which way statements answer one another."""

    MUTUAL_ACCUSATION = "mutual_accusation"
    DENIAL = "denial"
    ANSWER = "answer"
    REFUSAL = "refusal"
    CONFIRMATION = "confirmation"
    CONTRADICTION = "contradiction"


class Verdict(StrEnum):
    """Whether figures that count the same thing agree."""

    AGREE = "agree"
    DIFFER = "differ"
    NOT_COMPARABLE = "not_comparable"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Exchange:
    """Statements that answer one another: ids in order of place, and the rule that linked them."""

    kind: ExchangeKind
    statements: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One number of a figure. ``party`` is who says it; None with no statement is the article's own narration.

    ``side`` is the party whose things are counted, where the text tells.
    """

    party: str | None
    quantity: str
    statement: str | None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """Quantities that count the same thing, lined up, with the verdict and its reason in a sentence.

    ``counted`` is that of the first quantity: no quotation.
    """

    counted: str
    rows: tuple[FigureRow, ...]
    verdict: Verdict
    why: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Exchanges, figures, and the ids of parties accused or addressed whose own words the text does not give."""

    exchanges: tuple[Exchange, ...]
    figures: tuple[Figure, ...]
    unheard: tuple[str, ...]
