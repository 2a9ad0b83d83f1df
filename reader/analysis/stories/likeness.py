"""How like two texts are: how likely it is that they are about the same event, and what says so."""

from __future__ import annotations

from reader.analysis.stories.copies import copied
from reader.analysis.stories.evidence import across, within
from reader.analysis.stories.grouping import Limits
from reader.analysis.stories.traits import Traits, shared
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
    return Likeness(value(Traits(one), Traits(other), abs(days)), what_they_share(one, other), copied(one, other))


def value(one: Traits, other: Traits, days: float) -> float:
    """How likely it is, 0 to 1, that texts with these traits, so many days apart, are about one event."""
    if one.language == other.language:
        return within(one.facts, other.facts, days, shared(one.words, other.words), shared(one.names, other.names))
    return across(one.facts, other.facts, days, shared(one.sounds, other.sounds))


def what_they_share(one: Signature, other: Signature) -> tuple[str, ...]:
    """Words of both, those that tell most first, as the text of the language that comes first by its code writes them;
    in one language, as the one whose spelling comes first."""
    if one.language == other.language:
        theirs, words = other.weights, other.words
        told = {min(one.words[key], words[key]): w * theirs[key] for key, w in one.weights.items() if key in theirs}
    else:
        first, second = (one, other) if one.language < other.language else (other, one)
        theirs = {}
        for sound, weight in zip(second.sounds, second.weights.values(), strict=True):
            theirs.setdefault(sound, weight)
        told = {}
        for sound, (stem, weight) in zip(first.sounds, first.weights.items(), strict=True):
            if sound in theirs:
                told.setdefault(first.words[stem], weight * theirs[sound])
    # A bare number tells nobody what the texts share: of "2 100" it may be a half.
    words_alone = [word for word in told if any(map(str.isalpha, word))] or list(told)
    return tuple(sorted(words_alone, key=lambda word: (-told[word], word))[:_SHOWN])
