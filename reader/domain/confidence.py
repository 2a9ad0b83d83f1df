"""How sure the analysis must be of a statement for it to be shown."""

from __future__ import annotations

from enum import StrEnum


class Strictness(StrEnum):
    """How doubtful a statement may be: ``strict`` shows the sure ones only, ``wide`` everything found."""

    STRICT = "strict"
    NORMAL = "normal"
    WIDE = "wide"

    @property
    def floor(self) -> float:
        """The least ``Statement.confidence`` that is shown, in 0..1."""
        return _FLOORS[self]


# From 0.7 on hardly a statement is wrong; of those below it, one or two in ten are.
_FLOORS = {Strictness.STRICT: 0.7, Strictness.NORMAL: 0.25, Strictness.WIDE: 0.0}

SETTING = "confidence"
"""The name of the setting that holds the level a library's statements are shown at; normal where there is none."""
