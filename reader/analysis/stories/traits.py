"""A signature laid out for comparing: vectors of words, of names, of words as they sound, and sets of facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import fsum, sqrt

from reader.domain.signature import Signature

Vector = Mapping[str, float]
"""Keys and how much each tells; the squares sum to 1 unless it is empty."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is the same in every language. ``figures`` map a number to how much it tells: a round or a small one is met
    by chance."""

    parties: frozenset[str]
    figures: Mapping[str, float]
    years: frozenset[str]


class Traits:
    """What of a signature is compared, laid out when first asked for."""

    def __init__(self, signature: Signature) -> None:
        self.language = signature.language
        self.words: Vector = signature.weights
        self._signature = signature

    @cached_property
    def names(self) -> Vector:
        """The words that are names, by stem."""
        return _of_length_1({name: self.words[name] for name in self._signature.names})

    @cached_property
    def others(self) -> Vector:
        """The words that are no names, by stem."""
        names = set(self._signature.names)
        return _of_length_1({word: weight for word, weight in self.words.items() if word not in names})

    @cached_property
    def sounds(self) -> Vector:
        """The words as they sound, for texts of two languages."""
        found: dict[str, float] = {}
        for sound, weight in zip(self._signature.sounds, self.words.values(), strict=True):
            found[sound] = max(found.get(sound, 0.0), weight)
        return _of_length_1(found)

    @cached_property
    def facts(self) -> Facts:
        """Parties, figures and years."""
        figures = {figure: _tells(figure) for figure in self._signature.figures}
        return Facts(frozenset(self._signature.parties), figures, frozenset(self._signature.dates))


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
    return fsum([weight * many[key] for key, weight in few.items() if key in many])
