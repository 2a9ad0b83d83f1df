"""A signature laid out for comparing: vectors of words, of names, of words as they sound, and sets of facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum, sqrt

from reader.domain.signature import Signature

Vector = Mapping[str, float]
"""Keys and how much each tells; the squares sum to 1 unless it is empty."""


@dataclass(frozen=True, slots=True)
class Traits:
    """``words`` and ``names`` by stem, for texts of one language; ``sounds`` for those of two. ``figures`` map a number
    to how much it tells: a round or a small one is met by chance."""

    language: str
    words: Vector
    names: Vector
    sounds: Vector
    parties: frozenset[str]
    figures: Mapping[str, float]
    years: frozenset[str]


def traits(signature: Signature) -> Traits:
    """What of a signature is compared."""
    return Traits(
        signature.language,
        signature.weights,
        _of_length_1({name: signature.weights[name] for name in signature.names}),
        _of_length_1(_sounds(signature)),
        frozenset(signature.parties),
        {figure: _tells(figure) for figure in signature.figures},
        frozenset(signature.dates),
    )


def _sounds(signature: Signature) -> dict[str, float]:
    found: dict[str, float] = {}
    for sound, weight in zip(signature.sounds, signature.weights.values(), strict=True):
        found[sound] = max(found.get(sound, 0.0), weight)
    return found


def _of_length_1(vector: dict[str, float]) -> dict[str, float]:
    length = sqrt(fsum(weight * weight for weight in vector.values())) or 1.0
    return {key: weight / length for key, weight in vector.items()}


def _tells(figure: str) -> float:
    """By the digits that count: 30 has one, 6.4 two, 13,450 four."""
    digits = figure.split()[0].split("e")[0].replace(".", "").strip("-0")
    return {0: 0.2, 1: 0.35, 2: 1.0}.get(len(digits), 1.4)


def shared(one: Vector, other: Vector) -> float:
    """The cosine of the angle between two vectors; exact, so that no order matters."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return fsum(weight * many[key] for key, weight in few.items() if key in many)
