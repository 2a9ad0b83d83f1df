"""Things that are found to be one, joined step by step."""

from __future__ import annotations

from collections.abc import Iterable


class Joined:
    """``count`` things by number, each alone at first."""

    def __init__(self, count: int) -> None:
        self._root = list(range(count))

    def find(self, at: int) -> int:
        """The first thing of the group that one is in."""
        while self._root[at] != at:
            self._root[at] = at = self._root[self._root[at]]
        return at

    def join(self, ids: Iterable[int]) -> None:
        """Make the groups of these one."""
        roots = sorted({self.find(at) for at in ids})
        for root in roots[1:]:
            self._root[root] = roots[0]

    def all(self) -> list[list[int]]:
        """The groups in order of their first thing."""
        found: dict[int, list[int]] = {}
        for at in range(len(self._root)):
            found.setdefault(self.find(at), []).append(at)
        return list(found.values())
