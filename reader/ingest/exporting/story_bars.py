"""Numbers as bars of text, to scale from zero, for Markdown and terminals."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.story_board.parts import Point
from reader.ingest.exporting.story_scale import Opening, Reach, reach

WIDTH = 24
"""Signs of the longest bar; one more says to which side a number is open."""

KEY = "█ to scale from zero · ░ up to · ▸ or more · ◂ or fewer · ≈ about"
_ENDS = {Opening.CLOSED: "", Opening.ABOVE: "▸", Opening.BELOW: "◂"}


def bars(points: Sequence[Point]) -> tuple[str, ...]:
    """A bar for each point, "" where it has no number or one below zero, or where there is nothing to compare."""
    reaches = [reach(point) for point in points]
    drawn = [each for each in reaches if each is not None and each.low >= 0]
    top = max((each.high for each in drawn), default=0.0)
    if len(drawn) < 2 or top <= 0:
        return ("",) * len(reaches)
    return tuple(_bar(each, top) if each is not None and each.low >= 0 else "" for each in reaches)


def _bar(each: Reach, top: float) -> str:
    solid, whole = (round(WIDTH * value / top) for value in (each.low, each.high))
    solid, whole = (max(size, 1) if value > 0 else 0 for size, value in ((solid, each.low), (whole, each.high)))
    return "█" * solid + "░" * (whole - solid) + ("≈" if each.about else _ENDS[each.opening])
