"""What the user did, so that it can be undone and done again: the rows a deed changed, as they were and as they became.

Corrections have a log of their own; triggers give each of them a line here, so that undo follows the order of time.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reader.domain.correction import Correction
from reader.domain.errors import LibraryError
from reader.store.corrections import CorrectionLog
from reader.store.part import ChangingPart, Transaction
from reader.store.problems import told
from reader.store.row_changes import Change as Change
from reader.store.row_changes import RowChanges

_CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Deed:
    """Something the user did: ``label`` says it in a few words ("unsubscribed from Le Monde"). ``correction`` is set
    where it was a correction, which says for itself what it is about."""

    id: int
    kind: str
    label: str
    correction: Correction | None = None


class Deeds(RowChanges):
    """What was done, in the order of time. Every method may raise LibraryError."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        transaction: Transaction,
        corrections: CorrectionLog,
    ) -> None:
        super().__init__(connection, path)
        self._transaction = transaction
        self._corrections = corrections
        self._gathered: list[tuple[str, str, Sequence[Change]]] | None = None

    @contextmanager
    def as_one(self, kind: str, label: str = "") -> Iterator[None]:
        """What is noted inside the block becomes one deed of that kind. Without a label it is called as the last of the
        same kind in the block, or the last of all. The block is a transaction. Corrections are not gathered. May be
        nested: the outermost counts."""
        if self._gathered is not None:
            yield
            return
        with self._transaction():
            gathered: list[tuple[str, str, Sequence[Change]]] = []
            self._gathered = gathered
            try:
                yield
            finally:
                self._gathered = None
            if gathered:
                changes = [change for _, _, made in gathered for change in made]
                alike = (said for each, said, _ in reversed(gathered) if each == kind)
                self.note(kind, label or next(alike, gathered[-1][1]), changes)

    def note(self, kind: str, label: str, changes: Sequence[Change | None]) -> None:
        """Remember what was just done, where anything changed. What was undone before can no longer be redone."""
        made = [change for change in changes if change is not None]
        if not made:
            return
        if self._gathered is not None:
            self._gathered.append((kind, label, made))
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
            done = self._stepped(list(reversed(steps)) if back else steps, back)
            mark = "-1" if not done else "(SELECT max(max(undone), 0) + 1 FROM deed)" if back else "0"
            self._db.execute(f"UPDATE deed SET undone = {mark} WHERE id = ?", (id,))
        if not done:
            raise LibraryError(
                f"What was done cannot be {'taken back' if back else 'done again'}, as something it needs is gone: "
                f"{label}.",
                subject=str(id),
            )
        return Deed(id, kind, label)

    def _stepped(self, steps: Sequence[Change], back: bool) -> bool:
        """Carry out changes; where another row they need is gone for good, leave everything as it is, for False."""
        with told(self._path):
            self._db.execute("SAVEPOINT step")
        try:
            for change in steps:
                self.apply(change, back)
        except LibraryError as error:
            if isinstance(error.__cause__, sqlite3.IntegrityError):
                self._db.execute("ROLLBACK TO step")
                return False
            raise
        return True


class UndoablePart(ChangingPart):
    """A part of a library of which every change is a deed."""

    def __init__(self, connection: sqlite3.Connection, path: Path, transaction: Transaction, deeds: Deeds) -> None:
        super().__init__(connection, path, transaction)
        self._deeds = deeds
