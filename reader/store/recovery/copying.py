"""Copy a damaged library's rows, table by table, into a new one; make everything anew that can be made of others."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from reader.store.derived import DERIVED, let_all_be_placed, let_all_wait, names, recount
from reader.store.problems import SQLITE_ERRORS
from reader.store.recovery.rows import columns_of, common, complete, fits, is_number, usable
from reader.store.recovery.salvaging import Column, Salvage
from reader.store.recovery.settling import fetch_again, settle
from reader.store.recovery.stray_pages import StrayPages
from reader.store.schema_search import REFILL_UNTOLD

FIRST = (
    *("setting", "feed", "feed_address", "folder", "placement", "status", "tag", "tagging", "annotation", "draft"),
    *("saved_search", "story_mark", "story_wish", "watch", "correction", "deed", "article", "entry", "version"),
    *("alternate", "visit", "analysis", "signature"),
)
"""The order in which tables are read: what nobody can fetch again comes first."""

_BATCH = 2_000

Tell = Callable[[str, int], None]
"""Hears the table that is read and how many of its rows are."""


class Copying:
    """``source`` is the damaged library, ``target`` a new one of the same schema version without foreign keys.

    Once it ran: ``rows`` read by table; ``lost``, how many more there had been at least; ``damaged``, the tables in
    which something could not be read; ``stand_ins``, articles in the place of lost ones.
    """

    def __init__(self, source: sqlite3.Connection, target: sqlite3.Connection, tell: Tell, file: Path) -> None:
        self._file = file
        self._source = source
        self._target = target
        self._tell = tell
        self._numbers = self._given_numbers()
        self.rows: dict[str, int] = {}
        self.lost: dict[str, int] = {}
        self.damaged: list[str] = []
        self.stand_ins = 0
        self._textless: list[int] = []

    def run(self) -> None:
        """Copy everything, in one transaction. Raises sqlite3.Error about ``target`` only."""
        target = self._target
        triggers = target.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        target.execute("BEGIN")
        for name, _ in triggers:
            target.execute(f'DROP TRIGGER "{name}"')
        for table in self._tables():
            self._copy(table)
        if self.damaged:
            self._take_in_strays()
        self._keep_numbers()
        tables = names(target)
        if "entry" in tables:
            for id in self._textless:
                fetch_again(target, id)
        self.stand_ins = len(settle(target))
        if "unindexed" in tables:
            let_all_wait(target)
        if "noted" in tables:
            target.execute("INSERT INTO noted (noted) VALUES ('rebuild')")
        if "untold" in tables:
            target.execute(REFILL_UNTOLD)
        recount(target)
        let_all_be_placed(target)
        for _, sql in triggers:
            target.execute(sql)
        target.execute("COMMIT")

    def _tables(self) -> list[str]:
        sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        found = self._target.execute(sql).fetchall()
        virtual = tuple(f"{name}_" for name, made in found if made.startswith("CREATE VIRTUAL"))
        plain = {name for name, made in found if not made.startswith("CREATE VIRTUAL") and not name.startswith(virtual)}
        plain -= DERIVED
        return [*(name for name in FIRST if name in plain), *sorted(plain - set(FIRST))]

    def _copy(self, table: str) -> None:
        columns, called = common(columns_of(self._target, table), columns_of(self._source, table))
        if not columns:
            self.damaged.append(table)
            return
        made = self._target.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0]
        salvage = Salvage(self._source, table, called, "WITHOUT ROWID" not in made)
        salvage.top = self._top(table, salvage.top)
        listed, marks = ", ".join(f'"{c.name}"' for c in columns), ", ".join("?" * len(columns))
        insert = f'INSERT OR IGNORE INTO "{table}" ({listed}) VALUES ({marks})'
        read, seen = 0, 0
        for values in salvage.rows():
            seen += 1
            row = dict(zip((c.name for c in columns), values, strict=True))
            if table == "article" and complete(row):
                self._textless.append(row["id"])
            if usable(table, row):
                read += self._target.execute(insert, tuple(row.values())).rowcount
            if seen % _BATCH == 0:
                self._tell(table, seen)
        self.rows[table] = read
        missing = max(self._counted(table, seen) - read, 0)
        if missing:
            self.lost[table] = missing
        if salvage.places or missing or (table == "article" and self._textless):
            self.damaged.append(table)

    def _take_in_strays(self) -> None:
        """Rows of damaged tables on pages to which nothing leads any more, where it is plain whose they are."""
        tables = {table: columns_of(self._target, table) for table in names(self._target)}
        self._tell("pages nothing leads to", 0)
        with closing(StrayPages(self._file)) as pages:
            for rowid, values in pages.rows():
                fitting = [table for table, columns in tables.items() if fits(columns, values)]
                if len(fitting) == 1 and fitting[0] in self.damaged:
                    self._take_in(fitting[0], tables[fitting[0]], rowid, values)
        self.lost = {table: count for table, count in self.lost.items() if count}

    def _take_in(self, table: str, columns: list[Column], rowid: int, values: list[Any]) -> None:
        row = {c.name: rowid if is_number(c) else value for c, value in zip(columns, values, strict=True)}
        if not usable(table, row):
            return
        sql = f'INSERT OR IGNORE INTO "{table}" VALUES ({", ".join("?" * len(columns))})'
        added = self._target.execute(sql, tuple(row.values())).rowcount
        self.rows[table] = self.rows.get(table, 0) + added
        if table in self.lost:
            self.lost[table] -= min(added, self.lost[table])

    def _counted(self, table: str, seen: int) -> int:
        """How many rows there were: an index may tell where the table itself cannot."""
        best = seen
        indexes = self._target.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL", (table,)
        ).fetchall()
        partial = {
            name for name, sql in self._target.execute("SELECT name, sql FROM sqlite_schema") if sql and "WHERE" in sql
        }
        for (name,) in indexes:
            if name not in partial:
                with suppress(*SQLITE_ERRORS):
                    sql = f'SELECT count(*) FROM "{table}" INDEXED BY "{name}"'
                    best = max(best, int(self._source.execute(sql).fetchone()[0]))
        return best

    def _top(self, table: str, highest: int) -> int:
        """The highest number a row may have. What was given out and what is there must agree: either may be garbled."""
        with suppress(*SQLITE_ERRORS):
            found = self._source.execute(f'SELECT max(rowid) FROM "{table}" NOT INDEXED').fetchone()[0]
            if table in self._numbers and isinstance(found, int):
                return min(max(self._numbers[table], found), highest)
        return highest

    def _given_numbers(self) -> dict[str, int]:
        """The highest number given out in each table."""
        with suppress(*SQLITE_ERRORS):
            rows = self._source.execute("SELECT name, seq FROM sqlite_sequence").fetchall()
            return {name: seq for name, seq in rows if isinstance(name, str) and isinstance(seq, int) and seq > 0}
        return {}

    def _keep_numbers(self) -> None:
        """No number is given out twice."""
        target = self._target
        for name, seq in self._numbers.items():
            there = target.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (name,)).fetchone()
            if there is None:
                target.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, seq))
            elif there[0] is None or there[0] < seq:
                target.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = ?", (seq, name))
