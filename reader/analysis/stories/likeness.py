"""How like two texts are: how likely it is that they are about the same event, and what says so."""

from __future__ import annotations

from reader.analysis.stories.copies import copied
from reader.analysis.stories.evidence import across, within
from reader.analysis.stories.grouping import Limits
from reader.analysis.stories.traits import Traits, shared, traits
from reader.domain.signature import Likeness, Signature

LIMITS = Limits(0.5, 7.0)

KEPT = 0.15
"""Likenesses below are not worth keeping: they count as none."""

_SHOWN = 8


def likeness(one: Signature, other: Signature, days: float) -> Likeness:
    """How like two texts are that came out so many days apart; the same whichever comes first. 0 where that is further
    than texts are compared; give no days to compare whatever the time."""
    if abs(days) > LIMITS.days:
        return Likeness(0.0)
    value = _value(traits(one), traits(other), abs(days))
    return Likeness(value, what_they_share(one, other), copied(one, other))


def _value(one: Traits, other: Traits, days: float) -> float:
    if one.language == other.language:
        return within(one, other, days, shared(one.words, other.words), shared(one.names, other.names))
    return across(one, other, days, shared(one.sounds, other.sounds))


def what_they_share(one: Signature, other: Signature) -> tuple[str, ...]:
    """Words of both, those that tell most first, as the text of the language that comes first by its code writes them;
    in one language, as the one whose spelling comes first."""
    if one.language > other.language:
        one, other = other, one
    if one.language == other.language:
        theirs = {stem: (weight, other.words[stem]) for stem, weight in other.weights.items()}
        keys = list(one.weights)
    else:
        weights = zip(other.sounds, other.weights.items(), strict=True)
        theirs = {sound: (weight, "") for sound, (_, weight) in reversed(list(weights))}
        keys = list(one.sounds)
    found: dict[str, float] = {}
    for key, (stem, weight) in zip(keys, one.weights.items(), strict=True):
        if key in theirs:
            told, written = theirs[key]
            word = min(one.words[stem], written) if written else one.words[stem]
            found[word] = max(found.get(word, 0.0), weight * told)
    return tuple(sorted(found, key=lambda word: (-found[word], word))[:_SHOWN])
