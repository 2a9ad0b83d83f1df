"""Which stretches of a text a statement or a number is about."""

from __future__ import annotations

from collections.abc import Iterable

from reader.domain.actor import Actor
from reader.domain.quantity import Quantity
from reader.domain.span import Span, overlaps
from reader.domain.statement import Statement

_BESIDE = 5  # code points: room for a word such as "of" between what is counted and whose it is


def holds(spans: Iterable[Span], actor: Actor) -> bool:
    """True where an actor is mentioned inside one of the spans."""
    return any(overlaps(span, mention) for span in spans for mention in actor.mentions)


def region(statement: Statement) -> tuple[Span, ...]:
    """Where a statement names whom it is aimed at: its content, and what stands between cue and content."""
    start, end = statement.content[0]
    cue = statement.cue
    if cue is None or statement.source is None or statement.source[0] > start:
        return statement.content
    if cue[1] <= start:
        return ((cue[1], end), *statement.content[1:])
    return statement.content


def is_counted_beside(quantity: Quantity, actor: Actor) -> bool:
    """True where an actor is named with what is counted: "49 of Wagner's men", "50 soldats de Wagner"."""
    ends = [quantity.span[1], *(quantity.counted_span or ())]
    return holds([(min(quantity.span[0], *ends), max(ends) + _BESIDE)], actor)
