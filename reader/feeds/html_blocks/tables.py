"""Tables as lines: columns where they fit, otherwise a line for each value with its header."""

from __future__ import annotations

from typing import Any

from reader.domain.layout import Link


def grid(table: Any) -> list[list[Any]] | None:
    """The cells of a table row by row, or None where it only arranges a page."""
    return None


def table_lines(cells: list[list[Any]], base: str | None) -> tuple[list[str], list[Link]]:
    """The lines of a table and the links in them."""
    return [], []
