"""Numbers of things in sentences."""

from __future__ import annotations


def counted(count: int, what: str) -> str:
    """A number with its noun: 1 feed, 2 feeds."""
    return f"{count} {what}{'' if count == 1 else 's'}"


def notes_and_highlights(count: int) -> str:
    """A number of annotations of either kind."""
    return "1 note or highlight" if count == 1 else f"{count} notes and highlights"
