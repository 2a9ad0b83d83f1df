"""Searching beside everything else: on a connection of its own, and given up for what is asked next."""

from __future__ import annotations

import asyncio
from pathlib import Path
from threading import Event

import pytest

from reader.domain.errors import LibraryError, NotFoundError
from reader.domain.query.terms import Query, Text
from reader.ingest.desk import Desk
from reader.ingest.search_lane import SearchLane, Superseded
from reader.store.library import Library

ENDLESS = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


async def test_a_newer_question_ends_an_older_one(seeded_path: Path) -> None:
    desk, at_work = Desk(seeded_path), Event()

    def endless(library: Library) -> None:
        at_work.set()
        library._ask(ENDLESS)

    older = asyncio.create_task(desk.search_lane.ask(endless))
    await asyncio.to_thread(at_work.wait)
    waiting = asyncio.create_task(desk.search_lane.ask(endless))
    await asyncio.sleep(0)
    assert await desk.search_lane.ask(lambda library: library.search.count(Query())) == 5
    for given_up in (older, waiting):
        with pytest.raises(Superseded):
            await given_up
    await desk.close()


async def test_what_nobody_waits_for_is_given_up(seeded_path: Path) -> None:
    lane, at_work = SearchLane(seeded_path), Event()

    def endless(library: Library) -> None:
        at_work.set()
        library._ask(ENDLESS)

    asked = asyncio.create_task(lane.ask(endless))
    await asyncio.to_thread(at_work.wait)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    lane.close()  # which waits for the thread
    lane.close()
    with pytest.raises(LibraryError, match="is closed"):
        await lane.ask(endless)


async def test_it_sees_what_the_other_connection_wrote_and_writes_nothing_itself(seeded_path: Path) -> None:
    desk = Desk(seeded_path)
    while await desk.catch_up():
        pass
    found = await desk.search_lane.ask(lambda library: library.search.find(Query(Text("the"))))
    assert found.ids
    await desk.library.ask(lambda library: library.delete(found.ids[0]))
    left = await desk.search_lane.ask(lambda library: library.search.find(Query(Text("the"))))
    assert set(left.ids) == set(found.ids[1:])
    with pytest.raises(LibraryError, match="read-only"):
        await desk.search_lane.ask(lambda library: library.delete(found.ids[1]))
    with pytest.raises(NotFoundError):
        await desk.search_lane.ask(lambda library: library.article(99))
    await desk.close()


async def test_it_makes_no_library(library_path: Path) -> None:
    lane = SearchLane(library_path)
    with pytest.raises(LibraryError, match="cannot be opened"):
        await lane.ask(lambda library: library.search.count(Query()))
    lane.close()
    assert not await asyncio.to_thread(library_path.exists)
