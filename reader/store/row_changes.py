"""Changing rows so that it can be taken back: what a row was, and what it became."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from reader.store.part import Part
from reader.store.problems import told

_KEYS = {
    **dict.fromkeys(("feed", "folder", "placement", "tag", "annotation", "saved_search", "story_wish", "watch"), "id"),
    **dict.fromkeys(("status", "story_mark"), "article_id"),
    "tagging": "article_id",
    "feed_address": "address",
}
"""The tables whose rows deeds may change, and their keys. Anything else in a deed is a defect."""

_DEFAULTS = {
    "status": {"read": 0, "bookmarked": 0, "deleted": 0, "looked": "", "position": 0},
    "story_mark": {"name": "", "followed": 0, "muted": 0, "looked": ""},
}
"""Tables in which no row means the same as one of these values. Undoing leaves one: its other columns may be in use."""

Row = dict[str, Any]
Change = tuple[str, Any, "Row | None", "Row | None"]
"""Table, key of the row, and what changed in it: before and after; None where there was, or is, no such row.

The key may be a list, of rows that change all alike. That of ``tagging`` is one: of the articles with one tag.
"""


class RowChanges(Part):
    """Changes rows of one connection, inside a transaction of the caller's. Every method may raise LibraryError."""

    def update(self, table: str, key: int | str, **values: object) -> Change | None:
        """Change columns of a row (made where there is none, for ``status`` and ``story_mark``). None where
        nothing changes."""
        name = _KEYS[table]
        before = self._columns(table, key, tuple(values))
        if before is None and table in _DEFAULTS:
            with told(self._path):
                self._db.execute(f"INSERT INTO {table} ({name}) VALUES (?)", (key,))
            before = _DEFAULTS[table]
        if before is None:
            return self.insert(table, **{name: key, **values})
        changed = {column: value for column, value in values.items() if before[column] != value}
        if not changed:
            return None
        change = (table, key, {column: before[column] for column in changed}, changed)
        self.apply(change, back=False)
        return change

    def update_all(self, table: str, keys: Sequence[int], **values: object) -> list[Change]:
        """As ``update`` for many rows at once, as few changes as the rows differed before; no key may come twice."""
        name, columns = _KEYS[table], tuple(values)
        defaults = _DEFAULTS[table]
        before = ", ".join(f"coalesce(t.{column}, {defaults[column]!r})" for column in columns)
        numbers = ", ".join(str(n + 1) for n in range(len(columns)))
        sql = (
            f"SELECT {before}, json_group_array(k.value) FROM json_each(?) k LEFT JOIN {table} t ON t.{name} = k.value "
            f"GROUP BY {numbers}"
        )
        changes: list[Change] = []
        for *was, alike in self._ask(sql, json.dumps(keys)):
            changed = {c: values[c] for c, value in zip(columns, was, strict=True) if values[c] != value}
            if not changed:
                continue
            # Not one statement with ON CONFLICT: what it says of conflicts would count in triggers as well.
            with told(self._path):
                self._db.execute(
                    f"UPDATE {table} SET {', '.join(f'{column} = ?' for column in changed)} "
                    f"WHERE {name} IN (SELECT value FROM json_each(?))",
                    (*changed.values(), alike),
                )
                self._db.execute(
                    f"INSERT INTO {table} ({name}, {', '.join(changed)}) "
                    f"SELECT value, {', '.join('?' * len(changed))} FROM json_each(?) "
                    f"WHERE value NOT IN (SELECT {name} FROM {table})",
                    (*changed.values(), alike),
                )
            old = {column: value for column, value in zip(columns, was, strict=True) if column in changed}
            changes.append((table, json.loads(alike), old, changed))
        return changes

    def insert_all(self, table: str, keys: Sequence[int], **values: object) -> Change | None:
        """Add rows that differ only in their keys."""
        change: Change = (table, list(keys), None, values)
        self.apply(change, back=False)
        return change if keys else None

    def delete_all(self, table: str, keys: Sequence[int], **values: object) -> Change | None:
        """Remove rows of which ``values`` are everything that is in them besides their keys."""
        change: Change = (table, list(keys), values, None)
        self.apply(change, back=False)
        return change if keys else None

    def insert(self, table: str, **values: object) -> Change:
        """Add a row; its key is found in ``change[1]``."""
        columns = ", ".join(values)
        marks = ", ".join("?" * len(values))
        with told(self._path):
            cursor = self._db.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(values.values()))
        key = values.get(_KEYS[table], cursor.lastrowid)
        return (table, key, None, {**values, _KEYS[table]: key})

    def delete(self, table: str, key: int | str) -> Change:
        """Remove a row."""
        names = [row[1] for row in self._ask(f"PRAGMA table_info({table})")]
        change: Change = (table, key, self._columns(table, key, tuple(names)), None)
        self.apply(change, back=False)
        return change

    def apply(self, change: Change, back: bool) -> None:
        """Make a change, or with ``back`` take it back."""
        table, key, before, after = change
        was, becomes = (after, before) if back else (before, after)
        many = isinstance(key, list)
        name, named = _KEYS[table], json.dumps(key) if many else key
        among = f"{name} IN (SELECT value FROM json_each(?))" if many else f"{name} = ?"
        with told(self._path):
            if becomes is None:
                # A key that is a list is one only together with the rest of the row.
                rest = was if many and was else {}
                also = "".join(f" AND {column} = ?" for column in rest)
                self._db.execute(f"DELETE FROM {table} WHERE {among}{also}", (named, *rest.values()))
            elif was is not None:
                columns = ", ".join(f"{column} = ?" for column in becomes)
                self._db.execute(f"UPDATE {table} SET {columns} WHERE {among}", (*becomes.values(), named))
            elif many:
                columns, marks = ", ".join((name, *becomes)), ", ".join(("value", *("?" * len(becomes))))
                rows = f"SELECT {marks} FROM json_each(?)"
                self._db.execute(f"INSERT INTO {table} ({columns}) {rows}", (*becomes.values(), named))
            else:
                columns, marks = ", ".join(becomes), ", ".join("?" * len(becomes))
                self._db.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(becomes.values()))

    def _columns(self, table: str, key: int | str, columns: tuple[str, ...]) -> Row | None:
        rows = self._ask(f"SELECT {', '.join(columns)} FROM {table} WHERE {_KEYS[table]} = ?", key)
        return dict(zip(columns, rows[0], strict=True)) if rows else None
