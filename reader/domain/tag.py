"""Tags: the user's own words for articles."""

from __future__ import annotations

from dataclasses import dataclass

from reader.domain.colour import Colour

LONGEST = 100
"""The longest name of a tag, in code points."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag and how many articles have it, without those that were deleted; ``unread`` is how many of these are unread.
    ``colour`` is None where it has none."""

    id: int
    name: str
    colour: Colour | None = None
    articles: int = 0
    unread: int = 0


def folded(name: str) -> str:
    """What tells one name from another: upper and lower case are the same, accents are not."""
    return name.casefold()
