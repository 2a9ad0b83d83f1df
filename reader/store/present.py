"""Articles named by their ids, many at once."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from reader.domain.errors import NotFoundError
from reader.store.problems import told

_LARGEST = 2**63
"""SQLite's integers have 64 bits; a larger number cannot be an id."""


def present(db: sqlite3.Connection, path: Path, ids: Iterable[int]) -> list[int]:
    """These ids, each once and in their order. Raises NotFoundError for the first that no article has."""
    each = list(dict.fromkeys(ids))
    missing = next((id for id in each if abs(id) >= _LARGEST), None)
    if missing is None:
        sql = (
            "SELECT k.value FROM json_each(?) k WHERE NOT EXISTS (SELECT 1 FROM article WHERE id = k.value) "
            "ORDER BY k.key LIMIT 1"
        )
        with told(path):
            found = db.execute(sql, (json.dumps(each),)).fetchone()
        missing = found[0] if found else None
    if missing is not None:
        raise NotFoundError(f"The library has no article {missing}.", subject=str(missing))
    return each
