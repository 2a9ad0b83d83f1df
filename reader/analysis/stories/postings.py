"""Which texts have a word, and how much it tells in each."""

from __future__ import annotations

from array import array
from collections.abc import Mapping

from reader.analysis.stories.traits import Vector


class Postings:
    """Pairs of vectors by place and language, the other way round: for each key the places that have it, with its
    weight in both vectors of the place. Weights are kept with seven digits.

    A key's places and weights lie in one array of floats, three by three: most words are in few texts, and anything
    more would take more room than they do.
    """

    def __init__(self) -> None:
        self._of: dict[str, dict[str, array[float]]] = {}

    @property
    def languages(self) -> set[str]:
        """Those of all vectors there are."""
        return set(self._of)

    def add(self, place: int, language: str, first: Vector, second: Vector) -> None:
        """Take in the vectors of a place, a number below sixteen million that no others have. Keys of the second are
        among those of the first."""
        keys = self._of.setdefault(language, {})
        for key, weight in first.items():
            three = (place, weight, second.get(key, 0.0))
            if (known := keys.get(key)) is None:
                keys[key] = array("f", three)
            else:
                known.extend(three)

    def cosines(self, language: str, first: Vector, second: Vector) -> Mapping[float, list[float]]:
        """The cosines of both vectors with those of each place of a language, where the first is not 0."""
        found: dict[float, list[float]] = {}
        keys = self._of.get(language, {})
        for key, weight in first.items():
            if (known := keys.get(key)) is not None:
                also = second.get(key, 0.0)
                threes = iter(known)
                for place, one, other in zip(threes, threes, threes, strict=True):
                    if (sums := found.get(place)) is None:
                        found[place] = [weight * one, also * other]
                    else:
                        sums[0] += weight * one
                        sums[1] += also * other
        return found
