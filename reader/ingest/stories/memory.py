"""The signatures of the days around what is being placed, kept in memory while placing goes on."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from reader.analysis.stories.likeness import LIMITS
from reader.analysis.stories.nearby import Nearby
from reader.domain.signature import Signature
from reader.store.library import Library

MOST = 6_000
"""Signatures kept beyond those of the days asked for last."""

MARGIN = 1.0
"""Days known beyond those that are asked for."""

MOST_FAR = 500
"""Signatures kept of other days, which stories that go on for long have."""


class Memory:
    """What is like a text among those of the days near it. For one library, asked from one thread.

    Days are loaded when they are first asked for; what somebody else changed in the library is loaded anew.
    """

    def __init__(self) -> None:
        self._nearby = Nearby()
        self._known: dict[int, tuple[str, float]] = {}
        self._span: tuple[float, float] | None = None
        self._version = (-1, -1)
        self._far: dict[int, Signature] = {}

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, id: int) -> bool:
        return id in self._known

    def open(self, library: Library, days: Iterable[float], most: int | None = None) -> bool:
        """Know everything that can be like a text of these days. False where ``most`` signatures were loaded and there
        are more: ask again."""
        wanted = sorted(days)
        if not wanted:
            return True
        first, last = wanted[0] - LIMITS.days, wanted[-1] + LIMITS.days
        version = _version(library)
        if version == self._version and self._span and self._span[0] <= first and last <= self._span[1]:
            return True
        if self._span and first <= self._span[1] and self._span[0] <= last and len(self) <= MOST:
            first, last = min(first, self._span[0]), max(last, self._span[1])
        # The next ones come out a little later, or wait for their place from a little earlier.
        first, last = first - MARGIN, last + MARGIN
        whole = self._load(library, first, last, most)
        if whole:
            self._span, self._version = (first, last), version
        return whole

    def add(self, id: int, key: str, day: float, signature: Signature) -> None:
        """Take a signature in, which is or will be the library's."""
        self._known[id] = (key, day)
        self._far.pop(id, None)
        self._nearby.add(id, day, signature)

    def remove(self, id: int) -> None:
        """Forget one."""
        if self._known.pop(id, None) is not None:
            self._nearby.remove(id)

    def near(self, id: int) -> list[tuple[int, float, float]]:
        """What is like the text with that number, which is known: number, likelihood, how much wording is copied."""
        signature = self._nearby.signature(id)
        assert signature is not None
        return self._nearby.likenesses(id, self._known[id][1], signature)

    def signatures(self, library: Library, ids: Collection[int]) -> dict[int, Signature]:
        """Signatures of articles, those that are not known here from the library."""
        found = {id: signature for id in ids if (signature := self._nearby.signature(id)) is not None}
        if unknown := [id for id in ids if id not in found and id not in self._far]:
            if len(self._far) > MOST_FAR:
                self._far.clear()
            self._far |= {id: signature for id, _, signature in library.placings.signatures(unknown)}
        return found | {id: self._far[id] for id in ids if id not in found and id in self._far}

    def keep_up(self, library: Library) -> None:
        """All signatures kept since this was opened were taken in here as well."""
        self._version = (self._version[0], library.placings.signings)

    def forget(self) -> None:
        """Forget everything: what was taken in was not kept."""
        self.__init__()  # type: ignore[misc]

    def _load(self, library: Library, first: float, last: float, most: int | None) -> bool:
        self._far.clear()
        there = dict(library.placings.signed_between(first, last))
        for id in [id for id, (key, _) in self._known.items() if there.get(id) != key]:
            self.remove(id)
        missing = {id: key for id, key in there.items() if id not in self._known}
        for id, day, signature in library.placings.signatures(list(missing)[:most]):
            self.add(id, missing[id], day, signature)
        return most is None or len(missing) <= most


def _version(library: Library) -> tuple[int, int]:
    """Another one whenever signatures may be others than before."""
    return library.data_version(), library.placings.signings
