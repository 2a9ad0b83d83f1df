"""The corrections of a library: added, undone and redone, never removed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from reader.domain.anchor import Anchor
from reader.domain.correction import Correction, CorrectionKind
from reader.domain.errors import CorrectionError
from reader.store.part import ChangingPart

_COLUMNS = "kind, actor, value, exact, prefix, suffix, start, text_hash, made, undone"
_GONE = -1  # undone, and a later correction took the place of what redoing would bring back


class CorrectionLog(ChangingPart):
    """What the user said, in the order it counts. Every method may raise LibraryError; the changing ones do in a
    read-only library."""

    def all(self) -> tuple[Correction, ...]:
        """Every correction, the undone ones too: where two contradict each other the later one in this order counts."""
        return tuple(_correction(*row) for row in self._ask(f"SELECT id, {_COLUMNS} FROM correction ORDER BY made, id"))

    def add(self, correction: Correction) -> Correction:
        """Keep a new correction; what was undone before can no longer be redone. Gives it with its id and time."""
        with self._transaction():
            self._db.execute("UPDATE correction SET undone = ? WHERE undone > 0", (_GONE,))
            return self._insert(replace(correction, made=self._now(), undone=False))

    def take_in(self, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
        """Keep corrections made elsewhere, with their own times, without those already here. Gives the new ones."""
        with self._transaction():
            known = {correction.said for correction in self.all()}
            added = []
            for correction in corrections:
                dated = correction if correction.made else replace(correction, made=self._now())
                if dated.said not in known:
                    known.add(dated.said)
                    added.append(self._insert(dated))
            return tuple(added)

    def undo(self, id: int | None = None) -> Correction | None:
        """Undo the correction kept last, or the one with that id; None where nothing is left to undo.

        Raises CorrectionError where that id is not one, or is undone.
        """
        with self._transaction():
            if id is None:
                id = self._one("SELECT max(id) FROM correction WHERE undone = 0")
                if id is None:
                    return None
            # SQLite's integers have 64 bits; a larger number cannot be an id.
            state = self._one("SELECT undone FROM correction WHERE id = ?", id) if abs(id) < 2**63 else None
            if state != 0:
                what = "does not exist" if state is None else "is undone already"
                raise CorrectionError(f"Correction {id} {what}.", subject=str(id))
            last = self._one("SELECT max(undone, 0) FROM correction ORDER BY undone DESC LIMIT 1")
            self._db.execute("UPDATE correction SET undone = ? WHERE id = ?", (last + 1, id))
            return self._get(id)

    def redo(self) -> Correction | None:
        """Let the correction that was undone last stand again; None where there is none since the last one was made."""
        with self._transaction():
            id = self._one("SELECT id FROM correction WHERE undone > 0 ORDER BY undone DESC LIMIT 1")
            return None if id is None else self.again(id)

    def again(self, id: int) -> Correction:
        """Let the correction with that id stand again."""
        with self._transaction():
            self._db.execute("UPDATE correction SET undone = 0 WHERE id = ?", (id,))
            return self._get(id)

    def _insert(self, correction: Correction) -> Correction:
        anchor = correction.anchor
        place = (anchor.exact, anchor.prefix, anchor.suffix, anchor.start, anchor.text_hash) if anchor else (None,) * 5
        undone = _GONE if correction.undone else 0
        values = (str(correction.kind), correction.actor, correction.value, *place, correction.made, undone)
        cursor = self._db.execute(f"INSERT INTO correction ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        return replace(correction, id=cursor.lastrowid)

    def _get(self, id: int) -> Correction:
        (row,) = self._ask(f"SELECT id, {_COLUMNS} FROM correction WHERE id = ?", id)
        return _correction(*row)

    def _now(self) -> str:
        """The time, never earlier than that of what is kept: a clock put back does not make old corrections count."""
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return max(now, self._one("SELECT max(made) FROM correction") or now)

    def _one(self, sql: str, *values: int) -> Any:
        rows = self._ask(sql, *values)
        return rows[0][0] if rows else None


def _correction(
    id: int,
    kind: str,
    actor: str | None,
    value: str | None,
    exact: str | None,
    prefix: str,
    suffix: str,
    start: int,
    text_hash: str,
    made: str,
    undone: int,
) -> Correction:
    anchor = Anchor(exact, prefix, suffix, start, text_hash) if exact is not None else None
    return Correction(CorrectionKind(kind), anchor, actor, value, made, id, undone != 0)
