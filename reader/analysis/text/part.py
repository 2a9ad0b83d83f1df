"""How much of a text is analysed."""

from __future__ import annotations

LONGEST = 200_000  # code points; what is beyond is shown, not analysed
_SEARCHED = 5_000


def analysed_part(text: str) -> str:
    """The text, or the beginning of one that is longer than 200,000 code points, cut at a line or a word."""
    if len(text) <= LONGEST:
        return text
    for mark in ("\n", " "):
        at = text.rfind(mark, LONGEST - _SEARCHED, LONGEST)
        if at > 0:
            return text[:at]
    return text[:LONGEST]
