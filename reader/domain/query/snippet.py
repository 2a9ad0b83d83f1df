"""A stretch of an article's own words, around those that were asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.domain.span import Span

LENGTH = 200
"""Code points of a snippet, or somewhat fewer."""

_BEFORE = 60  # what is shown before the first hit
_GAP = "…"
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words of an article, an ellipsis where something is left out before or behind them; ``hits`` are spans of
    ``text``."""

    text: str
    hits: tuple[Span, ...] = ()


def cut(text: str, hits: Sequence[Span], length: int = LENGTH) -> Snippet:
    """The stretch of a text in which most of the hits stand, given in order; its beginning where there are none. Line
    breaks become spaces, one for one."""
    start = _start(text, hits, length)
    end = min(len(text), start + length)
    if end < len(text) and (space := text.rfind(" ", start + length // 2, end)) > 0:
        end = space
    before, behind = _GAP if start else "", _GAP if end < len(text) else ""
    shift = len(before) - start
    inside = tuple((a + shift, b + shift) for a, b in hits if a >= start and b <= end)
    return Snippet(before + _SPACE.sub(" ", text[start:end]) + behind, inside)


def _start(text: str, hits: Sequence[Span], length: int) -> int:
    best, most = 0, 0
    for at, (first, _) in enumerate(hits):
        last = first - _BEFORE + length
        count = 0
        while at + count < len(hits) and hits[at + count][1] <= last:
            count += 1
        if count > most:
            best, most = max(0, first - _BEFORE), count
    if best == 0:
        return 0
    # At the beginning of a word.
    space = next((at for at in range(best, min(best + _BEFORE, len(text))) if text[at].isspace()), None)
    return best if space is None else space + 1
