"""Numbers in a text: how much, how sure, of what, and whose."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.domain.span import Span


class QuantityKind(StrEnum):
    """What a number measures."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    MONEY = "money"
    MEASURE = "measure"
    DURATION = "duration"
    AGE = "age"
    DATE = "date"
    TIME = "time"
    SCORE = "score"


class Hedge(StrEnum):
    """How firmly a number is given."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text.

    ``span`` takes in the hedge ("au moins 49"); ``value`` is None where only a range is given ("des centaines": low
    200). ``low`` and ``high`` bound the value where the hedge does. ``unit`` is a currency code, ``%`` or a unit's
    name. ``counted`` tells apart what is counted, for numbers of the same thing to be lined up: it may use the language
    pack's words and is no quotation. What the text says of it is at ``counted_at``, in order of place: the noun, which
    is at ``counted_span`` where it stands by this number, and what happened to it. ``party`` is the side whose things
    are counted, where the text says so.
    """

    id: str
    span: Span
    text: str
    kind: QuantityKind
    value: float | None
    low: float | None
    high: float | None
    hedge: Hedge
    unit: str | None
    counted: str | None
    counted_span: Span | None
    party: str | None
    counted_at: tuple[Span, ...] = ()
