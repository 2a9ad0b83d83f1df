"""What the user made is there once it was said to be kept: two processes at once, killed, on a full disk, read-only.

``bench/kills.py --keeping`` kills at random moments, many times.
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from support import ReadOnly

from reader.domain.annotation import About, Annotation
from reader.domain.article import Draft
from reader.domain.errors import LibraryError
from reader.store.library import Library

WRITER = Path(__file__).resolve().parents[2] / "bench" / "keeping_writer.py"
ARTICLES = 40


def write(library: Path, name: str, *rounds: int) -> subprocess.Popen[str]:
    command = [sys.executable, str(WRITER), str(library), name, *map(str, rounds)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.fixture
def stocked(empty_library: Library) -> Library:
    """A library with the articles the writers write about."""
    with empty_library.transaction():
        for n in range(ARTICLES):
            empty_library.add(Draft(f"Text {n}.", f"Title {n}"))
    return empty_library


def kept(path: Path) -> dict[str, set[str]]:
    """What is in a library that is whole."""
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        return {
            "note": {body for (body,) in db.execute("SELECT body FROM annotation")},
            "tag": {name for (name,) in db.execute("SELECT name FROM tag JOIN tagging ON tag_id = tag.id")},
            "draft": {subject for (subject,) in db.execute("SELECT subject FROM draft")},
        }


def promised(said: str) -> dict[str, set[str]]:
    """What was said to be kept, but for a line that was cut off."""
    promises: dict[str, set[str]] = {"note": set(), "tag": set(), "draft": set()}
    for line in said.splitlines(keepends=True):
        kind, _, what = line.rstrip("\n").partition(" ")
        if line.endswith("\n") and kind in promises:
            promises[kind].add(what)
    return promises


def test_two_processes_writing_at_once_lose_nothing(stocked: Library, library_path: Path) -> None:
    writers = [write(library_path, name, 20) for name in ("a", "b")]
    for n in range(20):
        stocked.annotations.add(Annotation(1, About.ARTICLE, None, f"mine {n}"))
        stocked.tags.put([2], [f"mine{n}"])
    said = [writer.communicate() for writer in writers]
    assert [errors for _, errors in said] == ["", ""]
    there = kept(library_path)
    for name, (out, _) in zip("ab", said, strict=True):
        promises = promised(out)
        assert {kind: len(what) for kind, what in promises.items()} == {"note": 20, "tag": 20, "draft": 20}
        assert all(what <= there[kind] for kind, what in promises.items()), name
    assert {f"mine {n}" for n in range(20)} <= there["note"]
    assert {f"mine{n}" for n in range(20)} <= there["tag"]
    assert len(stocked.annotations.all()) == 60


@pytest.mark.parametrize("lines", [1, 2, 3, 18])
def test_killed_at_any_moment_what_was_said_is_there(stocked: Library, library_path: Path, lines: int) -> None:
    stocked.close()
    writer = write(library_path, "k")
    assert writer.stdout is not None
    said = "".join(writer.stdout.readline() for _ in range(lines))
    writer.kill()
    said += writer.communicate()[0]
    promises = promised(said)
    there = kept(library_path)
    assert sum(map(len, promises.values())) > 0
    assert all(what <= there[kind] for kind, what in promises.items())
    with Library.open(library_path) as library:
        assert library.deeds.undo() is not None


def changes(library: Library) -> list[Callable[[int], object]]:
    """One change of each kind a user makes; the number tells one time from the next."""
    return [
        lambda n: library.annotations.add(Annotation(n % ARTICLES + 1, About.ARTICLE, None, f"note {n} " * 300)),
        lambda n: library.tags.put([n % ARTICLES + 1], [f"tag {n}"]),
        lambda n: library.drafts.keep(f"draft {n}", "Words. " * 500),
        lambda n: library.set_bookmarked(n % ARTICLES + 1, n // ARTICLES % 2 == 0),
        lambda n: library.searches.add(f"search {n}", "ferry " * 300),
        lambda n: library.set_setting(f"setting {n}", "value " * 300),
    ]


def test_on_a_full_disk_what_was_kept_stays_and_the_rest_is_refused_whole(stocked: Library, library_path: Path) -> None:
    db = stocked._db
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    db.execute(f"PRAGMA max_page_count = {pages + 4}")  # SQLite says of that what it says of a disk that is full
    refused = list[str]()
    for n in range(12):
        for change in changes(stocked):
            before = list(db.iterdump())
            try:
                change(n)
            except LibraryError as error:
                refused.append(str(error))
                if list(db.iterdump()) != before:
                    refused.append("something of it was kept")
    assert len(refused) > 5
    assert all("is full; nothing was changed" in sentence for sentence in refused)
    state = list(db.iterdump())
    stocked.close()
    kept(library_path)
    with Library.open(library_path) as library:
        assert list(library._db.iterdump()) == state
        for change in changes(library):
            change(1_000)


def test_in_a_read_only_folder_everything_is_read_and_nothing_written(
    stocked: Library, library_path: Path, read_only: ReadOnly
) -> None:
    for change in changes(stocked):
        change(1)
    before = list(stocked._db.iterdump())
    stocked.close()
    with read_only(library_path.parent), Library.open(library_path) as library:
        for change in changes(library):
            with pytest.raises(LibraryError, match="read-only; nothing can be saved in it"):
                change(2)
        assert len(library.annotations.all()) == 1
        assert library.drafts.get("draft 1") is not None
        assert list(library._db.iterdump()) == before
