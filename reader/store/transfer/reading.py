"""All rows of a library, as they are at one moment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reader.store.connection import connect
from reader.store.problems import told
from reader.store.transfer.kinds import KINDS, Kind, row_maker
from reader.store.transfer.row import Row

_SEQUENCES = f"WHERE seq > 0 AND name IN ({', '.join(repr(kind.table) for kind in KINDS)})"


class Snapshot:
    """A library at the moment this is made, whatever is written meanwhile. Close it, or use it as a context manager.

    Raises LibraryError.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._db = connect(path).connection
        with told(path):
            self._db.execute("BEGIN")
            self.total = sum(self._count(kind) for kind in KINDS)
        """How many rows there are."""

    def __enter__(self) -> Snapshot:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the library."""
        self._db.close()

    def rows(self) -> Iterator[Row]:
        """Every row, kind after kind, each in the order of its key; none is in memory longer than it is asked for."""
        with told(self._path):
            for kind in KINDS:
                make = row_maker(kind)
                sql = f"SELECT {', '.join(kind.columns)} FROM {kind.table} {_only(kind)} ORDER BY {kind.key}"
                for values in self._db.execute(sql):
                    yield make(values)

    def _count(self, kind: Kind) -> int:
        return int(self._db.execute(f"SELECT count(*) FROM {kind.table} {_only(kind)}").fetchone()[0])


def _only(kind: Kind) -> str:
    return _SEQUENCES if kind.table == "sqlite_sequence" else ""
