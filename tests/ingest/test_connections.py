"""However a library is opened: foreign keys on, written so that a loss of power takes nothing, beside others."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.ingest.library_lane import LibraryLane
from reader.ingest.search_lane import SearchLane
from reader.store.connection import connect, reading
from reader.store.doctor.doctor import as_it_is
from reader.store.library import Library

SETTINGS = {"foreign_keys": 1, "synchronous": 2, "journal_mode": "wal"}


def settings(db: sqlite3.Connection) -> dict[str, int | str]:
    return {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in SETTINGS}


def of_library(library: Library) -> dict[str, int | str]:
    return settings(library._db)


async def test_every_way_to_open_a_library_is_careful(empty_library: Library, library_path: Path) -> None:
    empty_library.set_setting("seeded", "")
    assert of_library(empty_library) == SETTINGS
    for opened in (connect(library_path).connection, reading(library_path)):
        with closing(opened) as db:
            assert settings(db) == SETTINGS
    with as_it_is(library_path) as (db, _):
        assert settings(db) == SETTINGS
    with Library.open_to_read(library_path) as library:
        assert of_library(library) == SETTINGS
    for lane in (LibraryLane(library_path), SearchLane(library_path)):
        assert await lane.ask(of_library) == SETTINGS
        lane.close()


def test_what_need_not_last_is_written_faster_for_no_longer_than_it_takes(empty_library: Library) -> None:
    with empty_library.transaction(durable=False):
        assert of_library(empty_library) == SETTINGS | {"synchronous": 1}
    with pytest.raises(ZeroDivisionError), empty_library.transaction(durable=False):
        raise ZeroDivisionError
    assert of_library(empty_library) == SETTINGS


async def test_what_only_reads_cannot_write(empty_library: Library, library_path: Path) -> None:
    with closing(reading(library_path)) as db, pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("UPDATE tally SET value = 0")
    lane = SearchLane(library_path)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await lane.ask(lambda library: library._db.execute("UPDATE tally SET value = 0"))
    lane.close()
