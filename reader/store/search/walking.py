"""The newest ids of a node, and how many there are: at once where they are few, else range by range."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.store.search.leaves import Match
from reader.store.search.nodes import Ask, Node, listed
from reader.store.search.numbering import article_of, first_of, last_of

FEW = 2_000
"""So many ids are fetched at once and looked at one by one."""

_FIRST_RANGE = 10_000
_LAST_RANGE = 200_000
_STANDING = (
    "SELECT a.dated, a.id FROM json_each(?) j JOIN article a INDEXED BY article_narrow ON a.id = j.value "
    "WHERE NOT EXISTS (SELECT 1 FROM status s INDEXED BY status_deleted WHERE s.article_id = a.id AND s.deleted)"
)


@dataclass(frozen=True)
class Walk:
    """A way through the ids of one node. ``of_statements`` where they are statements'; deleted articles, and what they
    say, are left out."""

    ask: Ask
    node: Node
    of_statements: bool = False

    def newest(self, most: int) -> list[tuple[str, int]]:
        """Dates and ids of the ``most`` that came in last, or somewhat more, the newest by date first."""
        found = list[tuple[str, int]]()
        for ids in self._pieces(most):
            found.extend(self._standing(ids))
            if len(found) >= most:
                break
        found.sort(reverse=True)
        return found

    def count(self, most: int | None) -> int:
        """How many there are; no more are counted than ``most``."""
        count = 0
        for ids in self._pieces(most or _LAST_RANGE):
            count += len(self._standing(ids))
            if most is not None and count >= most:
                return most
        return count

    def _pieces(self, most: int) -> Iterator[set[int]]:
        """All ids, the greatest first, in pieces."""
        found = self.node.few(self.ask, FEW)
        if found is not None:
            yield found
        elif isinstance(self.node, Match):
            yield from self._stream(self.node, most)
        else:
            yield from self._ranges()

    def _stream(self, node: Match, most: int) -> Iterator[set[int]]:
        ids = node.stream(self.ask, most)
        while ids:
            yield set(ids)
            ids = node.stream(self.ask, most, ids[-1]) if len(ids) == most else []

    def _ranges(self) -> Iterator[set[int]]:
        ((high,),) = self.ask("SELECT coalesce(max(id), 0) FROM article", ())
        size = _FIRST_RANGE
        while high > 0:
            low = max(high - size + 1, 1)
            bounds = (first_of(low), last_of(high)) if self.of_statements else (low, high)
            yield self.node.within(self.ask, *bounds)
            high, size = low - 1, min(size * 2, _LAST_RANGE)

    def _standing(self, ids: set[int]) -> list[tuple[str, int]]:
        if not self.of_statements:
            return self.ask(_STANDING, (listed(ids),))
        dates = {id: dated for dated, id in self.ask(_STANDING, (listed({article_of(id) for id in ids}),))}
        return [(dates[article_of(id)], id) for id in ids if article_of(id) in dates]
