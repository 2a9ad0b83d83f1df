"""What is done for a library without being asked: a copy a day, the cleanup that was chosen; never in anyone's way."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from reader.domain.article import Draft
from reader.ingest.aside import aside
from reader.ingest.library_lane import LibraryLane
from reader.ingest.upkeep import automatic_cleanup, keep_up, set_automatic_cleanup
from reader.store.backups.shelf import backups
from reader.store.library import Library


@pytest.fixture
def lane(library_path: Path) -> LibraryLane:
    library_path.parent.mkdir()
    with Library.open(library_path) as library:
        library.set_setting("seeded", "")
        library.add(Draft("A text.", "A title"))
    return LibraryLane(library_path)


async def test_a_copy_is_made_once_a_day(lane: LibraryLane) -> None:
    made = await keep_up(lane)
    assert made.problem is None
    assert made.backup is not None
    assert [backup.path for backup in backups(lane.path)] == [made.backup.path]
    await lane.ask(lambda library: library.add(Draft("Another text.", "Another")))
    assert (await keep_up(lane)).backup is None
    lane.close()


def _add_old(library: Library) -> None:
    library.add(Draft("Another text.", "Another"))
    _age(library)


def _age(library: Library) -> None:
    library._db.execute("UPDATE article SET dated = '2020-01-01', added = '2020-01-01T00:00:00Z', feed_id = 1")


async def test_nothing_is_cleaned_up_until_that_is_switched_on_and_then_once_a_day(lane: LibraryLane) -> None:
    await lane.ask(lambda library: library.feeds.subscribe("https://bay.example/feed.xml"))
    await lane.ask(_age)
    assert await lane.ask(automatic_cleanup) is None
    assert (await keep_up(lane)).removed == 0
    await lane.ask(lambda library: set_automatic_cleanup(library, timedelta(days=365)))
    assert await lane.ask(automatic_cleanup) == timedelta(days=365)
    assert (await keep_up(lane)).removed == 1
    await lane.ask(_add_old)
    assert (await keep_up(lane)).removed == 0
    await lane.ask(lambda library: library.set_setting("cleanup.ran", "2020-01-01"))
    assert (await keep_up(lane)).removed == 1
    await lane.ask(lambda library: set_automatic_cleanup(library, None))
    assert await lane.ask(automatic_cleanup) is None
    lane.close()


async def test_what_cannot_be_done_is_a_sentence(lane: LibraryLane) -> None:
    (lane.path.parent / "backups").write_text("in the way")
    problem = (await keep_up(lane)).problem
    assert problem is not None
    assert problem.startswith("No copy of the library can be kept in")
    lane.close()


async def test_a_read_only_library_is_left_alone(lane: LibraryLane) -> None:
    await lane.ask(lambda library: setattr(library, "read_only", True))
    kept = await keep_up(lane)
    assert (kept.backup, kept.problem, backups(lane.path)) == (None, None, [])
    lane.close()


async def test_work_aside_is_told_when_nobody_waits_any_more() -> None:
    begun, ended = threading.Event(), threading.Event()

    def work(stop: Callable[[], bool]) -> int:
        begun.set()
        while not stop():
            pass
        ended.set()
        return 1

    task = asyncio.create_task(aside(work, "test"))
    assert await asyncio.to_thread(begun.wait)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await asyncio.to_thread(ended.wait)


async def test_work_aside_gives_its_answer_or_its_error() -> None:
    assert await aside(lambda stop: 7, "test") == 7

    def fail(stop: Callable[[], bool]) -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await aside(fail, "test")
