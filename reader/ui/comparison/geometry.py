"""Which columns of the comparison fit on a screen, and how wide they are. Pure."""

from __future__ import annotations

from dataclasses import dataclass

LABELS = 13
"""Cells of the column of row labels, which never scrolls."""

NARROWEST = 28
WIDEST = 64
"""Cells of a party's column: what can be read, and what is still pleasant to read."""

LONGEST = 100
"""Cells of a line across the columns."""

ROOM_FOR_LABELS = LABELS + NARROWEST + 8
"""Below this width a label stands on a line of its own above its row."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """``labels`` cells for row labels (0: on lines of their own), then columns ``first`` to ``last`` (not included),
    each ``column`` cells wide; ``across`` cells for what stands below all of them."""

    labels: int
    across: int
    column: int
    first: int
    last: int
    total: int

    @property
    def width(self) -> int:
        """All cells taken."""
        return self.labels + self.column * (self.last - self.first)

    def left(self, column: int) -> int:
        """Where a column begins."""
        return self.labels + (column - self.first) * self.column

    def column_at(self, x: int) -> int | None:
        """The column that covers a cell, or None."""
        if x < self.labels or x >= self.width:
            return None
        return self.first + (x - self.labels) // self.column


def fit_columns(width: int, total: int, first: int, shown: int | None) -> Geometry:
    """As many of ``total`` columns as can be read in ``width`` cells, from ``first`` on, ``shown`` among them."""
    labels = LABELS if width >= ROOM_FOR_LABELS else 0
    room = max(width - labels, 1)
    count = max(min(room // NARROWEST, total), 1)
    if shown is not None:
        first = min(max(first, shown - count + 1), shown)
    first = max(min(first, total - count), 0)
    column = max(min(room // count, WIDEST), 1)
    return Geometry(labels, min(room, LONGEST), column, first, min(first + count, total), total)
