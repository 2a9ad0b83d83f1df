"""Numbers drawn to scale with text characters, hedges told by their shapes alone. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.analysis.story_board.parts import Point
from reader.domain.quantity import Hedge

EXACT, ABOUT = "●", "○"
LEFT, RIGHT = "◂", "▸"
FROM, TO, LINE, EMPTY = "├", "┤", "─", "·"
OPEN_LENGTH = 3
"""Cells of a line whose end the text leaves open."""

NEAR = 0.5
"""The scale begins at nothing, unless the lowest number is more than this part of the highest."""

LEGEND = "  ".join(
    (
        f"{EXACT} exact",
        f"{ABOUT} about",
        f"{EXACT}{LINE}{RIGHT} at least",
        f"{ABOUT}{LINE}{RIGHT} more than",
        f"{LEFT}{LINE}{EXACT} at most",
        f"{FROM}{LINE}{TO} between",
    )
)


@dataclass(frozen=True, slots=True)
class Scale:
    """The numbers at either edge of a chart."""

    low: float
    high: float

    def at(self, number: float, width: int) -> int:
        """The cell a number stands in."""
        if self.high <= self.low:
            return width // 2
        part = (number - self.low) / (self.high - self.low)
        return min(max(round(part * (width - 1)), 0), width - 1)


def scale_of(points: Iterable[Point]) -> Scale | None:
    """A scale all numbers fit on; None where there are not two different ones to draw."""
    numbers = {n for point in points for n in (point.low, point.high, point.nominal) if n is not None}
    if len(numbers) < 2:
        return None
    low, high = min(numbers), max(numbers)
    return Scale(low if low < 0 or low > high * NEAR else 0.0, high)


def plot(point: Point, scale: Scale, width: int) -> str:
    """A number on its scale, exactly ``width`` cells; only dots where it cannot be drawn."""
    cells = [EMPTY] * width
    low, high, nominal = point.low, point.high, point.nominal
    mark = EXACT if point.hedge is Hedge.EXACT or point.hedge in _FIRM else ABOUT
    match point.hedge:
        case Hedge.AT_LEAST | Hedge.MORE_THAN:
            start = nominal if nominal is not None else low
            if start is not None:
                at = scale.at(start, width)
                _line(cells, at, min(at + OPEN_LENGTH, width - 1))
                cells[min(at + OPEN_LENGTH, width - 1)] = RIGHT
                cells[at] = mark
        case Hedge.AT_MOST | Hedge.LESS_THAN:
            end = nominal if nominal is not None else high
            if end is not None:
                at = scale.at(end, width)
                _line(cells, max(at - OPEN_LENGTH, 0), at)
                cells[max(at - OPEN_LENGTH, 0)] = LEFT
                cells[at] = mark
        case _:
            if low is not None and high is not None and low < high:
                start_at, end_at = scale.at(low, width), scale.at(high, width)
                _line(cells, start_at, end_at)
                cells[start_at], cells[end_at] = FROM, TO
            elif low is not None and nominal is None:
                nominal = low
            if nominal is not None and point.hedge is not Hedge.BETWEEN:
                cells[scale.at(nominal, width)] = mark
    return "".join(cells)


_FIRM = frozenset({Hedge.AT_LEAST, Hedge.AT_MOST})


def _line(cells: list[str], start: int, end: int) -> None:
    for at in range(start, end + 1):
        cells[at] = LINE


def number(value: float) -> str:
    """A number for the edge of a scale: "1,200", "4.5"."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0")
