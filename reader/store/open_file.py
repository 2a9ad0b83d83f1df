"""The open file of a library: its connection, and changes kept whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reader.domain.errors import LibraryError
from reader.store.connection import BUSY_SECONDS, PATIENT_SECONDS
from reader.store.problems import told

_STEPS = 2_000  # of SQLite's machine: a fraction of a millisecond


class OpenFile:
    """One connection, used from one thread. Every method may raise LibraryError."""

    def __init__(self, connection: sqlite3.Connection, path: Path, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._db = connection

    def close(self) -> None:
        """Let go of the file. Closing twice is harmless."""
        self._db.close()

    def give_up_when(self, unwanted: Callable[[], bool]) -> None:
        """From now on whatever is asked ends with LibraryError once ``unwanted`` gives True, which is called often."""
        self._db.set_progress_handler(unwanted, _STEPS)

    @contextmanager
    def transaction(self, *, durable: bool = True) -> Iterator[None]:
        """Changes inside the block are all kept or, on any error, all undone. May be nested.

        What is not ``durable`` is not waited for until the disk has it: a loss of power may take it back whole, which
        is nothing for what can be fetched again. It waits longer for other processes, as nobody waits for it.
        """
        if self._db.in_transaction:
            yield
            return
        if self.read_only:
            raise LibraryError(
                f"The library {self.path} is read-only; nothing can be saved in it.", subject=str(self.path)
            )
        with told(self.path):
            if not durable:
                self._db.execute("PRAGMA synchronous = NORMAL")
                self._db.execute(f"PRAGMA busy_timeout = {PATIENT_SECONDS * 1000:.0f}")
            try:
                self._db.execute("BEGIN IMMEDIATE")
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
            finally:
                if not durable:
                    self._db.execute("PRAGMA synchronous = FULL")
                    self._db.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000:.0f}")

    def data_version(self) -> int:
        """A number that changes whenever another connection, of this process or another, changed the library."""
        return int(self._ask("PRAGMA data_version")[0][0])

    def _ask(self, sql: str, *values: str | int) -> list[Any]:
        with told(self.path):
            return self._db.execute(sql, values).fetchall()
