"""Searches kept under a name."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 100
"""Letters in a name."""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query as it was typed, under a name that no other has, in upper or lower case and with accents or without.
    ``added`` is ISO 8601 in UTC."""

    id: int
    name: str
    query: str
    added: str
