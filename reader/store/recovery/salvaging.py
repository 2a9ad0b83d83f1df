"""Read a table row by row, around whatever of it cannot be read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reader.store.problems import SQLITE_ERRORS

_FIRST, _LAST = -(2**63), 2**62
TYPES: dict[str, tuple[type, ...]] = {"TEXT": (str,), "INTEGER": (int,), "REAL": (float, int)}
"""What Python has for the values of a column declared so."""


class Unreadable:
    """Stands for a value that cannot be read."""


UNREADABLE = Unreadable()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: ``kind`` is its declared type, ``required`` whether it may not be NULL; ``key`` its place
    in the primary key from 1, or 0."""

    name: str
    kind: str
    required: bool
    key: int


@dataclass(slots=True)
class Salvage:
    """Reads one table of a damaged file. ``top`` is the highest number a row of it was ever given, where that is known.

    ``places`` counts, while it reads, in how many places something could not be read.
    """

    db: sqlite3.Connection
    table: str
    columns: tuple[Column, ...]
    has_rowid: bool = True
    top: int = _LAST
    places: int = field(default=0, init=False)

    def rows(self) -> Iterator[list[Any]]:
        """The rows in the order of their numbers, each once, with ``UNREADABLE`` for values that cannot be read."""
        if not self.has_rowid:
            yield from self._from_both_ends()
            return
        last = _FIRST
        sql = f"SELECT rowid, {self._listed()} FROM {self._name} NOT INDEXED WHERE rowid > ? ORDER BY rowid"
        while True:
            try:
                for id, *values in self.db.execute(sql, (last,)):
                    if not last < id <= self.top:
                        break  # a page that is not in its place
                    last = id
                    yield self._typed(values)
                else:
                    return
            except SQLITE_ERRORS:
                pass
            self.places += 1
            found = self._next(last)
            if found is None:
                return
            last = found
            values = [self._value(last, column) for column in self.columns]
            if any(
                value is not UNREADABLE for value, column in zip(values, self.columns, strict=True) if not column.key
            ):
                yield values

    @property
    def _name(self) -> str:
        return f'"{self.table}"'

    def _listed(self) -> str:
        return ", ".join(f'"{column.name}"' for column in self.columns)

    def _next(self, last: int) -> int | None:
        """The number of the next row of which a page can be found, or None."""
        found = self._after(last)
        if found is not None:
            return found
        reach, low = 1, last
        at = max(last, 0)
        while (found := self._after(at + reach)) is None:
            low = at + reach
            reach *= 2
            if at + reach > self.top:
                return None
        high = at + reach
        # Between the last place from which nothing was found and the first from which something was.
        while high - low > 1:
            middle = (low + high) // 2
            nearer = self._after(middle)
            if nearer is None:
                low = middle
            else:
                high, found = middle, nearer
        return found

    def _after(self, number: int) -> int | None:
        sql = f"SELECT rowid FROM {self._name} NOT INDEXED WHERE rowid > ? ORDER BY rowid LIMIT 1"
        try:
            row = self.db.execute(sql, (number,)).fetchone()
        except SQLITE_ERRORS:
            return None
        return row[0] if row is not None and number < row[0] <= self.top else None

    def _value(self, rowid: int, column: Column) -> Any:
        sql = f'SELECT "{column.name}" FROM {self._name} NOT INDEXED WHERE rowid = ?'
        try:
            row = self.db.execute(sql, (rowid,)).fetchone()
        except SQLITE_ERRORS:
            return UNREADABLE
        return UNREADABLE if row is None else self._typed_value(row[0], column)

    def _typed(self, values: list[Any]) -> list[Any]:
        return [self._typed_value(value, column) for value, column in zip(values, self.columns, strict=True)]

    def _typed_value(self, value: Any, column: Column) -> Any:
        if value is None:
            return UNREADABLE if column.required else None
        return value if isinstance(value, TYPES.get(column.kind, (object,))) else UNREADABLE

    def _from_both_ends(self) -> Iterator[list[Any]]:
        keys = [f'"{c.name}"' for c in sorted(self.columns, key=lambda c: c.key) if c.key]
        seen = set[tuple[Any, ...]]()
        for way in ("ASC", "DESC"):
            order = ", ".join(f"{key} {way}" for key in keys)
            try:
                for values in self.db.execute(f"SELECT {self._listed()} FROM {self._name} ORDER BY {order}"):
                    if tuple(values) not in seen:
                        seen.add(tuple(values))
                        yield self._typed(list(values))
                return
            except SQLITE_ERRORS:
                self.places += way == "ASC"
