"""Numbers to scale: how far each reaches, where it is open, and a scale that holds several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import floor, isfinite, log10

from reader.analysis.story_board.parts import Point
from reader.domain.quantity import Hedge

_STEPS = (1, 2, 2.5, 5, 10)
_NEAR = 0.75  # of the greatest: where all numbers are nearer than that, a scale from zero would show nothing


class Opening(StrEnum):
    """To which side a number is open: "at least" is open above."""

    CLOSED = "closed"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Reach:
    """A number as it is drawn: from ``low`` to ``high`` (the same for one value), and on from there where it is open;
    ``about`` where it is given as not exact."""

    low: float
    high: float
    opening: Opening
    about: bool


def reach(point: Point) -> Reach | None:
    """How a point is drawn, None where it has no number."""
    nominal, low, high = (_finite(value) for value in (point.nominal, point.low, point.high))
    about = point.hedge is Hedge.ABOUT
    if low is not None and high is not None and low < high and (nominal is None or point.hedge is Hedge.BETWEEN):
        return Reach(low, high, Opening.CLOSED, about)
    at = next((value for value in (nominal, low, high) if value is not None), None)
    if at is None:
        return None
    opening = Opening.CLOSED
    if point.hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN) or (nominal is None and high is None):
        opening = Opening.ABOVE
    elif point.hedge in (Hedge.AT_MOST, Hedge.LESS_THAN) or (nominal is None and low is None):
        opening = Opening.BELOW
    return Reach(at, at, opening, about)


def ticks(reaches: Iterable[Reach], most: int = 5) -> Sequence[float]:
    """Round values, rising and evenly apart, that hold every number; from zero unless all numbers lie far above it."""
    values = [value for each in reaches for value in (each.low, each.high)]
    low, high = min(values, default=0.0), max(values, default=1.0)
    if low >= 0 and (low < high * _NEAR or low == high):
        low = 0.0
    elif high <= 0 and (high > low * _NEAR or low == high):
        high = 0.0
    if low == high:
        high = low + 1
    step = _step((high - low) / most)
    first = floor(low / step)
    count = 1
    while (first + count) * step < high:
        count += 1
    return [(first + at) * step for at in range(count + 1)]


def number(value: float) -> str:
    """ "1,200", "2.5", "3 million": a value on a scale."""
    for size, name in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if abs(value) >= size:
            return f"{value / size:,.4g}{name}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.4g}"


def _step(least: float) -> float:
    size: float = 10.0 ** floor(log10(least))
    return next(step * size for step in _STEPS if step * size >= least * (1 - 1e-9))


def _finite(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None
