"""The way from one unread article to the next, without the read ones between them."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

from reader.domain.scope import Scope
from reader.store.listing import Listing
from reader.store.part import Part
from reader.store.problems import told


class Unread(Part):
    """Every method may raise LibraryError."""

    def __init__(self, connection: sqlite3.Connection, path: Path, listing: Listing) -> None:
        super().__init__(connection, path)
        self._listing = listing

    def next(self, scope: Scope, after: int | None, step: int) -> int | None:
        """The id of the first unread article of a list below (``step`` 1) or above (-1) one, or None.

        Without ``after``, or where a search did not find that one, the first (or last) of all.
        """
        if scope.found is not None:
            ids = list(self._listing.standing(scope.found))[::step]
            rest = ids[ids.index(after) + 1 :] if after in ids else ids
            sql = (
                "SELECT k.value FROM json_each(?) k LEFT JOIN status s ON s.article_id = k.value "
                "WHERE NOT coalesce(s.read, 0) ORDER BY k.key LIMIT 1"
            )
            return self._one(sql, json.dumps(rest))
        listed = self._listing.keys(replace(scope, unread=True, kept=frozenset()))
        sql, values = f"SELECT id FROM ({listed.sql})", list(listed.values)
        if after is not None:
            sql += f" WHERE (dated, id) {'<' if step > 0 else '>'} (SELECT dated, id FROM article WHERE id = ?)"
            values.append(after)
        down = " DESC" if step > 0 else ""
        return self._one(f"{sql} ORDER BY dated{down}, id{down} LIMIT 1", *values)

    def _one(self, sql: str, *values: str | int) -> int | None:
        with told(self._path):
            found = self._db.execute(sql, values).fetchone()
        return None if found is None else int(found[0])
