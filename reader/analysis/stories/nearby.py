"""Finds, among texts of some days, those that are like a given one, without comparing it with each."""

from __future__ import annotations

from collections.abc import Iterable

from reader.analysis.stories.likeness import KEPT, LIMITS, likeness
from reader.domain.signature import Likeness, Signature


class Nearby:
    """Signatures by number, with the day each is from. What it answers depends on what is in it, not on the order."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[float, Signature]] = {}
        self._with: dict[str, set[int]] = {}

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, id: int) -> bool:
        return id in self._known

    def add(self, id: int, day: float, signature: Signature) -> None:
        """Take one in, instead of the one with that number if there is one. ``day`` is counted from any day, the same
        for all."""
        self.remove(id)
        self._known[id] = (day, signature)
        for key in signature.weights:
            self._with.setdefault(key, set()).add(id)

    def remove(self, id: int) -> None:
        """Forget one; nothing where it is not there."""
        if (known := self._known.pop(id, None)) is not None:
            for key in known[1].weights:
                self._with[key].discard(id)

    def near(self, id: int, day: float, signature: Signature) -> list[tuple[int, Likeness]]:
        """Those near enough in time and like enough to be worth keeping, by number; never ``id`` itself."""
        found = []
        for other in sorted(self._candidates(signature.weights)):
            then, theirs = self._known[other]
            if other != id and abs(then - day) <= LIMITS.days:
                how = likeness(signature, theirs, abs(then - day))
                if how.value >= KEPT:
                    found.append((other, how))
        return found

    def _candidates(self, keys: Iterable[str]) -> set[int]:
        return set().union(*(self._with.get(key, ()) for key in keys))
