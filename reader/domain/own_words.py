"""A text's own words from several places of it, on one line."""

from __future__ import annotations

from collections.abc import Iterable

from reader.domain.quantity import Quantity
from reader.domain.span import Span

GAP = " […] "
"""Stands where words of the text are left out."""

_NEAR = 24  # code points
_MARKS = frozenset(',;:.!?()[]—–«»“”"')


def own_words(text: str, spans: Iterable[Span]) -> str:
    """The words at the spans, on one line, ``GAP`` between them."""
    return GAP.join(" ".join(text[start:end].split()) for start, end in spans)


def counted_words(text: str, quantity: Quantity) -> str:
    """What a number of ``text`` counts, word for word; "" where the text does not say."""
    return own_words(text, _counted_at(quantity))


def number_spans(text: str, quantity: Quantity) -> tuple[Span, ...]:
    """Where a number stands with what it counts, in order of place; what is near one another is one span, with the few
    words between: "49 de ses soldats"."""
    return joined(text, (quantity.span, *_counted_at(quantity)))


def joined(text: str, spans: Iterable[Span], around: Span | None = None) -> tuple[Span, ...]:
    """The spans in order of place, those that overlap or are near one another as one. Those on either side of
    ``around``, of a mark or of a digit stay apart."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and _near(text, found[-1][1], start, around):
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def _near(text: str, end: int, start: int, around: Span | None) -> bool:
    if start < end:
        return True
    if start - end > _NEAR or (around is not None and end <= around[0] < start):
        return False
    between = text[end:start]
    return "\n\n" not in between and not any(letter in _MARKS or letter.isdigit() for letter in between)


def _counted_at(quantity: Quantity) -> tuple[Span, ...]:
    return quantity.counted_at or ((quantity.counted_span,) if quantity.counted_span else ())
