"""The marks of a chart: a shape a speaker, so that no colour is needed to tell them apart."""

from __future__ import annotations

from collections.abc import Callable

SIZE = 5.0
"""Half the width of a mark, in the chart's units."""

DASHES = ("", "6 3", "2 3", "8 3 2 3", "4 2", "1 2")
"""How the lines of speakers are broken, in turn."""


def mark(shape: int, x: float, y: float, *, hollow: bool = False) -> str:
    """The mark of that number, the eighth again the first; hollow for a number that is not exact."""
    return _SHAPES[shape % len(_SHAPES)](x, y, ' class="hollow"' if hollow else "")


def place(value: float) -> str:
    """A coordinate, as short as it is exact enough."""
    return f"{value:.1f}".removesuffix(".0")


def _circle(x: float, y: float, how: str) -> str:
    return f'<circle{how} cx="{place(x)}" cy="{place(y)}" r="{place(SIZE)}"/>'


def _path(*corners: tuple[float, float]) -> Callable[[float, float, str], str]:
    def draw(x: float, y: float, how: str) -> str:
        points = " ".join(f"{place(x + SIZE * dx)},{place(y + SIZE * dy)}" for dx, dy in corners)
        return f'<polygon{how} points="{points}"/>'

    return draw


_SHAPES = (
    _circle,
    _path((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    _path((0, -1.2), (1.1, 0.9), (-1.1, 0.9)),
    _path((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    _path((0, 1.2), (1.1, -0.9), (-1.1, -0.9)),
    _path((0, -1.3), (1.25, -0.4), (0.8, 1.1), (-0.8, 1.1), (-1.25, -0.4)),
    _path((-1.3, -0.5), (1.3, -0.5), (1.3, 0.5), (-1.3, 0.5)),
)
