"""What the user did, so that it can be undone and done again: the rows a deed changed, as they were and as they became.

Corrections have a log of their own; triggers give each of them a line here, so that undo follows the order of time.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reader.domain.correction import Correction
from reader.store.corrections import CorrectionLog
from reader.store.problems import told

_KEYS = {
    **dict.fromkeys(("feed", "folder", "placement", "tag", "tagging", "annotation", "saved_search"), "id"),
    "status": "article_id",
    "feed_address": "address",
}
"""The tables whose rows deeds may change, and their keys. Anything else in a deed is a defect."""

_CORRECTION = "correction"

Row = dict[str, Any]
Change = tuple[str, Any, "Row | None", "Row | None"]
"""Table, key of the row, and what changed in it: before and after; None where there was, or is, no such row."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something the user did: ``label`` says it in a few words ("unsubscribed from Le Monde"). ``correction`` is set
    where it was a correction, which says for itself what it is about."""

    id: int
    kind: str
    label: str
    correction: Correction | None = None


class Deeds:
    """What was done, in the order of time. Every method may raise LibraryError."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        transaction: Callable[[], AbstractContextManager[None]],
        corrections: CorrectionLog,
    ) -> None:
        self._db = connection
        self._path = path
        self._transaction = transaction
        self._corrections = corrections

    def update(self, table: str, key: int | str, **values: object) -> Change | None:
        """Change columns of a row (made where there is none, for ``status``). None where nothing changes."""
        name = _KEYS[table]
        before = self._columns(table, key, tuple(values))
        if before is None:
            return self.insert(table, **{name: key, **values})
        changed = {column: value for column, value in values.items() if before[column] != value}
        if not changed:
            return None
        change = (table, key, {column: before[column] for column in changed}, changed)
        self._apply(change, back=False)
        return change

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
        self._apply(change, back=False)
        return change

    def note(self, kind: str, label: str, changes: Sequence[Change | None]) -> None:
        """Remember what was just done, where anything changed. What was undone before can no longer be redone."""
        made = [change for change in changes if change is not None]
        if not made:
            return
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        with told(self._path):
            self._db.execute("UPDATE deed SET undone = -1 WHERE undone > 0")
            self._db.execute(
                "INSERT INTO deed (kind, label, made, changes) VALUES (?, ?, ?, ?)",
                (kind, label, now, json.dumps(made, ensure_ascii=False)),
            )

    def undo(self) -> Deed | None:
        """Take back what was done last and still stands; None where there is nothing."""
        return self._step("SELECT id, kind, label, changes FROM deed WHERE undone = 0 ORDER BY id DESC LIMIT 1", True)

    def redo(self) -> Deed | None:
        """Do again what was taken back last; None where there is nothing, or something new was done since."""
        return self._step(
            "SELECT id, kind, label, changes FROM deed WHERE undone > 0 ORDER BY undone DESC LIMIT 1", False
        )

    def _step(self, sql: str, back: bool) -> Deed | None:
        with self._transaction():
            found = self._ask(sql)
            if not found:
                return None
            id, kind, label, changes = found[0]
            if kind == _CORRECTION:
                number = int(changes)
                correction = self._corrections.undo(number) if back else self._corrections.again(number)
                return Deed(id, kind, label, correction)
            steps: list[Change] = [(table, key, old, new) for table, key, old, new in json.loads(changes)]
            for change in reversed(steps) if back else steps:
                self._apply(change, back)
            mark = "(SELECT max(max(undone), 0) + 1 FROM deed)" if back else "0"
            self._db.execute(f"UPDATE deed SET undone = {mark} WHERE id = ?", (id,))
            return Deed(id, kind, label)

    def _apply(self, change: Change, back: bool) -> None:
        table, key, before, after = change
        name = _KEYS[table]
        was, becomes = (after, before) if back else (before, after)
        with told(self._path):
            if becomes is None:
                self._db.execute(f"DELETE FROM {table} WHERE {name} = ?", (key,))
            elif was is None:
                columns, marks = ", ".join(becomes), ", ".join("?" * len(becomes))
                self._db.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(becomes.values()))
            else:
                columns = ", ".join(f"{column} = ?" for column in becomes)
                self._db.execute(f"UPDATE {table} SET {columns} WHERE {name} = ?", (*becomes.values(), key))

    def _columns(self, table: str, key: int | str, columns: tuple[str, ...]) -> Row | None:
        rows = self._ask(f"SELECT {', '.join(columns)} FROM {table} WHERE {_KEYS[table]} = ?", key)
        return dict(zip(columns, rows[0], strict=True)) if rows else None

    def _ask(self, sql: str, *values: int | str) -> list[Any]:
        with told(self._path):
            return self._db.execute(sql, values).fetchall()
