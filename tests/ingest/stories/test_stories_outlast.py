"""What is said of stories comes back from lines of text; articles find their place though the process dies that signs
them, and those first that somebody waits for."""

from __future__ import annotations

import os
import signal
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
from tales import add, stories, tale

from reader.ingest.analyst import Analyst
from reader.ingest.desk import Desk
from reader.ingest.exporting.library_lines import export_library
from reader.ingest.exporting.library_reading import import_library
from reader.ingest.stories.placing import place_all, sign_all
from reader.store.library import Library

SAID = ("story_mark", "story_wish", "deed")


def fill(library: Library) -> None:
    """Three stories of three articles, ids by event; something of everything said about them."""
    for event in (1, 2, 3):
        for number in range(3):
            add(library, tale((event,), 10 * event + number, number / 2))
    place_all(library)
    shelf = library.stories
    shelf.follow(1, True)
    shelf.rename(1, "The tides")
    shelf.look(1)
    shelf.mute(7, True)
    shelf.leave_out(4, [6])
    place_all(library)
    shelf.join(1, 6)
    place_all(library)


def said(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All that was said of stories."""
    with Library.open(path) as library:
        return {table: library._ask(f"SELECT * FROM {table} ORDER BY 1") for table in SAID}


def looked_at(path: Path) -> tuple[list[tuple[int, ...]], list[tuple[int, str, bool, bool, int]]]:
    """The stories, after what waits was placed, and what a list says of each."""
    with Library.open(path) as library:
        place_all(library)
        found = stories(library)
        rows = [library.stories.story(story[0]).row for story in found]
        return found, [(row.id, row.name, row.followed, row.muted, row.new) for row in rows]


def test_stories_with_marks_and_wishes_come_back_from_lines(library_path: Path, tmp_path: Path) -> None:
    with Library.open(library_path) as library:
        fill(library)
    export_library(library_path, tmp_path / "lines.jsonl")
    import_library(tmp_path / "other.db", str(tmp_path / "lines.jsonl"))
    assert said(tmp_path / "other.db") == said(library_path)
    assert looked_at(tmp_path / "other.db") == looked_at(library_path)
    assert looked_at(library_path)[0] == [(1, 2, 3, 6), (4, 5), (7, 8, 9)]
    with Library.open(tmp_path / "other.db") as library:
        while library.deeds.undo() is not None:
            pass
        place_all(library)
        assert stories(library) == [(1, 2, 3), (4, 5, 6), (7, 8, 9)]
        assert library._ask("SELECT article_id FROM story_mark WHERE followed OR muted OR name <> ''") == []
        assert library._ask("SELECT count(*) FROM story_wish") == [(0,)]


def dies_once(pipe: Connection) -> None:
    """A worker that signs, but dies of the first batch of more than one."""
    while True:
        wanted = pipe.recv()
        if len(wanted) > 1:
            os.kill(os.getpid(), signal.SIGKILL)
        made = sign_all(wanted)
        pipe.send([made[one.id] for one in wanted])


def always_dies(pipe: Connection) -> None:
    """A worker that dies of whatever it is to sign."""
    pipe.recv()
    os.kill(os.getpid(), signal.SIGKILL)


async def test_articles_find_their_place_though_the_worker_dies_while_it_signs(library_path: Path) -> None:
    with Library.open(library_path) as library:
        for number in range(3):
            add(library, tale((1,), number, number / 2))
    desk = Desk(library_path, Analyst(dies_once))
    try:
        assert (await desk.place_some()).articles == 3
        assert await desk.library.ask(stories) == [(1, 2, 3)]
        assert (await desk.place_some()).articles == 0
    finally:
        await desk.close()


async def test_what_no_worker_can_sign_is_placed_alone_and_waits_no_more(library_path: Path) -> None:
    with Library.open(library_path) as library:
        for number in range(2):
            add(library, tale((1,), number))
    desk = Desk(library_path, Analyst(always_dies))
    try:
        assert (await desk.place_some()).articles == 2
        assert await desk.library.ask(lambda library: library.stories.is_waiting()) is False
        assert await desk.library.ask(stories) == []
    finally:
        await desk.close()


async def test_after_a_wish_only_what_it_touches_is_placed_first(library_path: Path) -> None:
    with Library.open(library_path) as library:
        for event in (1, 2):
            for number in range(3):
                add(library, tale((event,), 10 * event + number, number / 2))
        place_all(library)
        backlog = [add(library, tale((3,), number, 20 + number / 4)) for number in range(30)]
    desk = Desk(library_path)
    try:
        await desk.library.ask(lambda library: library.stories.join(1, 4))
        await desk.place_waiting()
        assert await desk.library.ask(stories) == [(1, 2, 3, 4, 5, 6)]
        assert await desk.library.ask(lambda library: sorted(library.placings.waiting(100))) == backlog
    finally:
        await desk.close()


async def test_what_is_near_is_loaded_in_pieces_and_all_of_it(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ingest.stories.placer.PIECE", 1)
    with Library.open(library_path) as library:
        for number in range(5):
            add(library, tale((1,), number, number / 2))
        place_all(library)
        add(library, tale((1,), 5, 3.0))
        add(library, tale((2,), 6, 3.0))
    desk = Desk(library_path)
    try:
        assert (await desk.place_some()).articles == 2
        assert await desk.library.ask(stories) == [(1, 2, 3, 4, 5, 6)]
        assert await desk.library.ask(lambda library: len(library.placings.links((6,)))) == 5
    finally:
        await desk.close()
