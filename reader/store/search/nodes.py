"""A query as sets of ids: what each part of it holds for, asked in the way that costs least.

Every node answers three questions: all its ids where they are few; its ids in a range; which of some ids are among
them. Whoever combines nodes asks the first of all, and where nothing is few walks through the ranges, newest first.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

Ask: TypeAlias = Callable[[str, Sequence[Any] | dict[str, Any]], list[Any]]
"""Runs SQL with values for its marks and gives the rows."""


class Node(Protocol):
    """A set of ids. ``cost`` orders nodes by what a range takes them; ids are of articles or of statements, as those
    of all nodes beside it."""

    @property
    def cost(self) -> int: ...

    def few(self, ask: Ask, most: int) -> set[int] | None:
        """All ids, or None where they are more than ``most`` or cannot be told without walking through everything."""

    def within(self, ask: Ask, low: int, high: int) -> set[int]:
        """The ids from ``low`` to ``high``."""

    def among(self, ask: Ask, ids: set[int]) -> set[int]:
        """Which of ``ids`` are in the set."""


@dataclass(frozen=True)
class Ids:
    """A set that is known already."""

    ids: frozenset[int]
    cost: int = 0

    def few(self, ask: Ask, most: int) -> set[int] | None:
        return set(self.ids)

    def within(self, ask: Ask, low: int, high: int) -> set[int]:
        return {id for id in self.ids if low <= id <= high}

    def among(self, ask: Ask, ids: set[int]) -> set[int]:
        return ids & self.ids


@dataclass(frozen=True)
class Both:
    """What is in every one of the parts."""

    parts: tuple[Node, ...]

    @property
    def cost(self) -> int:
        return min(part.cost for part in self.parts)

    def few(self, ask: Ask, most: int) -> set[int] | None:
        found: set[int] | None = None
        rest = list[Node]()
        for part in self.parts:
            some = part.few(ask, most) if found is None or len(found) > most // 4 else None
            if some is None:
                rest.append(part)
            else:
                found = some if found is None else found & some
        return None if found is None else _narrowed(ask, found, rest)

    def within(self, ask: Ask, low: int, high: int) -> set[int]:
        first, *rest = sorted(self.parts, key=_cost)
        return _narrowed(ask, first.within(ask, low, high), rest)

    def among(self, ask: Ask, ids: set[int]) -> set[int]:
        return _narrowed(ask, ids, self.parts)


@dataclass(frozen=True)
class Either:
    """What is in any of the parts."""

    parts: tuple[Node, ...]

    @property
    def cost(self) -> int:
        return max(part.cost for part in self.parts)

    def few(self, ask: Ask, most: int) -> set[int] | None:
        found = set[int]()
        for part in sorted(self.parts, key=_cost):
            some = part.few(ask, most)
            if some is None:
                return None
            found |= some
        return found

    def within(self, ask: Ask, low: int, high: int) -> set[int]:
        return set().union(*(part.within(ask, low, high) for part in self.parts))

    def among(self, ask: Ask, ids: set[int]) -> set[int]:
        found = set[int]()
        for part in sorted(self.parts, key=_cost):
            found |= part.among(ask, ids - found)
        return found


@dataclass(frozen=True)
class Without:
    """Everything of ``every`` that is not in ``part``."""

    every: Node
    part: Node
    cost: int = 5

    def few(self, ask: Ask, most: int) -> set[int] | None:
        return None

    def within(self, ask: Ask, low: int, high: int) -> set[int]:
        return self.every.within(ask, low, high) - self.part.within(ask, low, high)

    def among(self, ask: Ask, ids: set[int]) -> set[int]:
        return ids - self.part.among(ask, ids)


@dataclass(frozen=True)
class Also:
    """What is in ``main``, and a few ids besides, which are no part of what an index is asked for."""

    main: Node
    also: frozenset[int]

    @property
    def cost(self) -> int:
        return self.main.cost

    def few(self, ask: Ask, most: int) -> set[int] | None:
        found = self.main.few(ask, most)
        return None if found is None else found | self.also

    def within(self, ask: Ask, low: int, high: int) -> set[int]:
        return self.main.within(ask, low, high) | {id for id in self.also if low <= id <= high}

    def among(self, ask: Ask, ids: set[int]) -> set[int]:
        known = ids & self.also
        return known | self.main.among(ask, ids - known)


def few_of(ask: Ask, sql: str, values: dict[str, Any], most: int) -> set[int] | None:
    """The ids that ``sql`` selects, or None where they are more than ``most``: they are counted before they are
    read."""
    ((count,),) = ask(f"SELECT count(*) FROM ({sql} LIMIT :most)", values | {"most": most + 1})
    return None if count > most else {id for (id,) in ask(sql, values)}


def _narrowed(ask: Ask, ids: set[int], parts: Iterable[Node]) -> set[int]:
    for part in sorted(parts, key=_cost):
        if not ids:
            break
        ids = part.among(ask, ids)
    return ids


def _cost(node: Node) -> int:
    return node.cost


def listed(ids: Iterable[int]) -> str:
    """Ids as one value for ``json_each``, in their order where they are a set."""
    return json.dumps(sorted(ids) if isinstance(ids, set | frozenset) else list(ids))
