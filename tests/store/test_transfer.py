"""Rows given out and taken in: every table and column of the schema has its place."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import msgspec
import pytest
from sample import sample_analysis

from reader.store.analysis_json import encode
from reader.store.derived import DERIVED, indexes, names
from reader.store.library import Library
from reader.store.row_changes import _KEYS
from reader.store.transfer.deed_changes import TABLES, is_sound
from reader.store.transfer.kinds import KINDS
from reader.store.transfer.made import DeedRow
from reader.store.transfer.row import from_json, from_packed_json, to_json, to_packed_json

WORKED_OUT = {("article", "hidden")}
"""Columns that are counted again instead of given out."""


@pytest.fixture
def db(empty_library: Library) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(empty_library.path)) as connection:
        yield connection


def test_every_table_is_given_out_or_worked_out_again(db: sqlite3.Connection) -> None:
    full_text = tuple(indexes(db))
    kept = {name for name in names(db) if not name.startswith(full_text)}
    assert kept - DERIVED == {kind.table for kind in KINDS}


def test_every_column_is_given_out_or_worked_out_again(db: sqlite3.Connection) -> None:
    for kind in KINDS:
        columns = {row[1] for row in db.execute(f"PRAGMA table_info({kind.table})")}
        assert {c for c in columns if (kind.table, c) not in WORKED_OUT} == set(kind.columns), kind.table


def test_the_tables_of_deeds_are_those_deeds_change() -> None:
    assert set(_KEYS) == TABLES


@pytest.mark.parametrize("text", ["", "{}", '{"a": [1,  2]}', "5", "{broken", '"a string"', "[1]\n", " [1]", "\x00"])
def test_columns_of_json_come_back_as_they_were(text: str) -> None:
    line = msgspec.json.encode(to_json(text))
    assert b"\n" not in line
    assert from_json(msgspec.json.decode(line, type=msgspec.Raw)) == text


def test_an_analysis_comes_back_as_it_was_and_a_damaged_one_as_none() -> None:
    body = encode(sample_analysis())
    assert from_packed_json(to_packed_json(body)) == body
    assert from_json(to_packed_json(b"damaged")) == ""


@pytest.mark.parametrize(
    ("kind", "changes", "sound"),
    [
        ("correction", "5", True),
        ("correction", "[]", False),
        ("tag", '[["tag", 1, null, {"id": 1, "name": "x"}]]', True),
        ("mark", '[["status", [1, 2], {"read": 0}, {"read": 1}]]', True),
        ("tag", '[["tag", 1, null, {"name = (SELECT 1) --": "x"}]]', False),
        ("tag", '[["article", 1, null, {"id": 1}]]', False),
        ("tag", '[["tag", 1, null]]', False),
        ("tag", "{}", False),
        ("tag", '""', False),
    ],
)
def test_a_deed_changes_only_what_deeds_change(kind: str, changes: str, sound: bool) -> None:
    deed = DeedRow(1, kind, "", "2026-01-01T00:00:00Z", msgspec.Raw(changes.encode()), 0)
    assert is_sound(deed) is sound
