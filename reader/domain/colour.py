"""The colours a person can give: to highlights, to tags."""

from __future__ import annotations

from enum import StrEnum


class Colour(StrEnum):
    """What a highlight is drawn in; also the colours of tags."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    ORANGE = "orange"
