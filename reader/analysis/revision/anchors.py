"""Find the statement a correction was made about, in the same text or in another version of it."""

from __future__ import annotations

from collections.abc import Iterable

from reader.domain.anchor import Anchor
from reader.domain.correction import extent
from reader.domain.likely_places import places
from reader.domain.span import Span
from reader.domain.statement import Statement

_HALF = 0.5


def find_statement(anchor: Anchor, text: str, text_hash: str, statements: Iterable[Statement]) -> Statement | None:
    """The statement whose words are those of the anchor by half or more; None where there is none."""
    span = find_span(anchor, text, text_hash)
    if span is None:
        return None
    best = max(statements, key=lambda s: _shared(extent(s), span), default=None)
    return best if best is not None and _shared(extent(best), span) >= _HALF else None


def find_span(anchor: Anchor, text: str, text_hash: str) -> Span | None:
    """Where an anchor's words stand.

    In another text than its own they count as found only where half of what stood around them stands there too: the
    same few words in an unrelated article are not what the person spoke of. Of several places the likest, then the
    nearest to where they stood.
    """
    if anchor.text_hash == text_hash and text[slice(*anchor.span)] == anchor.exact:
        return anchor.span
    around = len(anchor.prefix) + len(anchor.suffix)
    likeness = {at: _likeness(anchor, text, at) for at in places(anchor.exact, text)}
    best = max(likeness, key=lambda at: (likeness[at], -abs(at - anchor.start)), default=None)
    if best is None or likeness[best] < around * _HALF or not around:
        return None
    return (best, best + len(anchor.exact))


def _likeness(anchor: Anchor, text: str, at: int) -> int:
    """How many code points around the words are as they were, going outwards from them."""
    end = at + len(anchor.exact)
    before = text[max(0, at - len(anchor.prefix)) : at]
    after = text[end : end + len(anchor.suffix)]
    return _alike(before[::-1], anchor.prefix[::-1]) + _alike(after, anchor.suffix)


def _alike(one: str, other: str) -> int:
    """How many code points two strings begin with in common."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _shared(one: Span, other: Span) -> float:
    """What two spans share, as a part of what they cover together."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / (max(one[1], other[1]) - min(one[0], other[0]))
