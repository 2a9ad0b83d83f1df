"""Which texts have a word, and how much it tells in each."""

from __future__ import annotations

from array import array
from math import ceil

from reader.analysis.stories.traits import Vector

_BITS = 12
_ONE = (1 << _BITS) - 1
"""A weight of 1 as it is kept here."""


class Postings:
    """Vectors by place and language, the other way round: for each key the places that have it, with its weight there.

    A place and a weight lie in one number of 32 bits: most words are in few texts, and anything more would take more
    room than they do. Weights are rounded up.
    """

    def __init__(self) -> None:
        self._of: dict[str, dict[str, array[int]]] = {}

    @property
    def languages(self) -> set[str]:
        """Those of all vectors there are."""
        return set(self._of)

    def add(self, place: int, language: str, vector: Vector) -> None:
        """Take in the vector of a place, a number below a million that no other has."""
        keys = self._of.setdefault(language, {})
        for key, weight in vector.items():
            both = place << _BITS | min(ceil(weight * _ONE), _ONE)
            if (known := keys.get(key)) is None:
                keys[key] = array("I", (both,))
            else:
                known.append(both)

    def cosines(self, language: str, vector: Vector, places: int) -> list[float]:
        """For each of the places from 0 on, no less than the cosine of the vector with the one there, and hardly more;
        0 where none of that language is."""
        found = [0.0] * places
        keys = self._of.get(language, {})
        for key, weight in vector.items():
            if (known := keys.get(key)) is not None:
                share = weight / _ONE
                for both in known:
                    found[both >> _BITS] += share * (both & _ONE)
        return found
