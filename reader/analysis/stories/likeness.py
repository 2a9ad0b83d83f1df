"""How like two texts are: what they share of what tells what each is about."""

from __future__ import annotations

from reader.analysis.stories.copies import copied
from reader.analysis.stories.grouping import Limits
from reader.domain.signature import Likeness, Signature

LIMITS = Limits(0.27, 7.0)

KEPT = 0.12
"""Likenesses below are not worth keeping: they count as none."""

_SHOWN = 8


def likeness(one: Signature, other: Signature, days: float) -> Likeness:
    """How like two texts are that came out so many days apart; the same whichever comes first."""
    if abs(days) > LIMITS.days:
        return Likeness(0.0)
    few, many = sorted((one.weights, other.weights), key=lambda w: (len(w), tuple(w)))
    parts = sorted(((w * many[key], key) for key, w in few.items() if key in many), key=lambda p: (-p[0], p[1]))
    value = sum(part for part, _ in parts)
    shared = tuple(min(one.words[key], other.words[key]) for _, key in parts[:_SHOWN])
    return Likeness(value, shared, copied(one, other))
