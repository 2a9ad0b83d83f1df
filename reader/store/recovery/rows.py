"""What is made of the rows of a damaged library: which columns they have, what stands in for what is lost in them."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from typing import Any

from reader.domain.article import hash_text
from reader.store.problems import SQLITE_ERRORS
from reader.store.recovery.salvaging import TYPES, UNREADABLE, Column
from reader.store.recovery.settling import LOST, LOST_TITLE

_OF_ANY_TYPE = {("analysis", "body")}
_INSTEAD = {
    "text": LOST,
    "title": LOST_TITLE,
    "layout": "",
    "language": "und",
    "shown": "feed",
    "example": 0,
    "hidden": 0,
}


def columns_of(db: sqlite3.Connection, table: str) -> list[Column]:
    """The columns of a table; none where the file does not tell them."""
    try:
        rows = db.execute(f'PRAGMA table_info("{table}")').fetchall()
    except SQLITE_ERRORS:
        return []
    return [
        Column(name, "" if (table, name) in _OF_ANY_TYPE else kind, bool(required), key)
        for _, name, kind, required, _, key in rows
    ]


def common(wanted: list[Column], there: list[Column]) -> tuple[tuple[Column, ...], tuple[Column, ...]]:
    """The columns that both libraries have, as they are to be and by the names they have in the damaged one."""
    if len(wanted) == len(there):
        # In the same order, though a name may be garbled.
        return tuple(wanted), tuple(replace(w, name=t.name) for w, t in zip(wanted, there, strict=True))
    names = {column.name for column in there}
    both = tuple(column for column in wanted if column.name in names)
    return both, both


def is_number(column: Column) -> bool:
    """True for the column that is the row's own number, which a record leaves out."""
    return column.key == 1 and column.kind == "INTEGER"


def fits(columns: list[Column], values: list[Any]) -> bool:
    """True where a record may be a row with these columns."""
    return len(columns) == len(values) and all(
        value is None
        if is_number(column)
        else not column.required
        if value is None
        else isinstance(value, TYPES.get(column.kind, (object,)))
        for column, value in zip(columns, values, strict=True)
    )


def complete(row: dict[str, Any]) -> bool:
    """Give an article what of it cannot be read, or was garbled; True where that was its text.

    SQLite notices nothing where only letters of a text changed, but its hash tells.
    """
    text = row.get("text")
    for name, instead in _INSTEAD.items():
        if row.get(name) is UNREADABLE:
            row[name] = instead
    if row.get("shown") not in (None, "feed", "page"):
        row["shown"] = "feed"
    if row.get("added") is UNREADABLE:
        row["added"] = row["dated"]
    for name, value in row.items():
        if value is UNREADABLE and name not in ("id", "dated", "text_hash"):
            row[name] = None
    now = hash_text(str(row["text"]))
    garbled = text is UNREADABLE or (row["text_hash"] is not UNREADABLE and row["text_hash"] != now)
    row["text_hash"] = now
    return garbled


def usable(table: str, row: dict[str, Any]) -> bool:
    """True where a row is whole."""
    if UNREADABLE in row.values():
        return False
    if table == "deed" and row.get("kind") != "correction":
        try:
            return isinstance(json.loads(row.get("changes", "")), list)
        except ValueError:
            return False
    if table == "story_wish":
        return _is_list(row.get("articles")) and _is_list(row.get("others"))
    return True


def _is_list(text: Any) -> bool:
    try:
        return isinstance(json.loads(text), list)
    except (TypeError, ValueError):
        return False
