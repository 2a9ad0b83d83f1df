"""Which texts have a word, and how much it tells in each."""

from __future__ import annotations

from array import array

from reader.analysis.stories.traits import Vector


class Postings:
    """Vectors by place and language, the other way round: for each key the places that have it. Weights are kept with
    seven digits."""

    def __init__(self) -> None:
        self._of: dict[str, dict[str, tuple[array[int], array[float]]]] = {}

    @property
    def languages(self) -> set[str]:
        """Those of all vectors there are."""
        return set(self._of)

    def add(self, place: int, language: str, vector: Vector) -> None:
        """Take in the vector of a place, a number that no other vector has."""
        keys = self._of.setdefault(language, {})
        for key, weight in vector.items():
            if (known := keys.get(key)) is None:
                known = keys[key] = (array("I"), array("f"))
            known[0].append(place)
            known[1].append(weight)

    def cosines(self, language: str, vector: Vector, places: int) -> list[float]:
        """The cosine of ``vector`` with each of a language, by place, 0 for places of others; there are ``places``."""
        found = [0.0] * places
        keys = self._of.get(language, {})
        for key, weight in vector.items():
            if (known := keys.get(key)) is not None:
                for place, other in zip(*known, strict=True):
                    found[place] += weight * other
        return found
