"""What the parts of an open library share: its connection, and errors of SQLite told as sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeAlias

from reader.store.problems import told

Transaction: TypeAlias = Callable[..., AbstractContextManager[None]]
"""See ``Library.transaction``."""


class Part:
    """A part that asks. Every method may raise LibraryError."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._db = connection
        self._path = path

    def _ask(self, sql: str, *values: Any) -> list[Any]:
        return self._ask_with(sql, values)

    def _ask_with(self, sql: str, values: Sequence[Any] | Mapping[str, Any]) -> list[Any]:
        with told(self._path):
            return self._db.execute(sql, values).fetchall()


class ChangingPart(Part):
    """A part that changes things too."""

    def __init__(self, connection: sqlite3.Connection, path: Path, transaction: Transaction) -> None:
        super().__init__(connection, path)
        self._transaction = transaction
