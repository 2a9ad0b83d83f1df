"""A refresh that is killed: what is stored is whole, and the next refresh brings what is missing, once.

``bench/kills.py`` does the same at a hundred random moments.
"""

from __future__ import annotations

import itertools
import os
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path

import pytest
from feeding import entry, rss
from http_server import Answer, Server, serve
from http_server.answers import Received

from reader.store.library import Library

FEEDS = 12


def start(library: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "reader", "--library", str(library), "refresh", "--force", "--quiet"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def subscribe(path: Path, server: Server) -> None:
    with Library.open(path) as library:
        for n in range(FEEDS):
            library.feeds.subscribe(server.at(f"/{n}"))


@pytest.mark.parametrize("kill_at", [1, 5, FEEDS])
def test_nothing_is_lost_and_nothing_comes_twice(library_path: Path, kill_at: int) -> None:
    first: Future[subprocess.Popen[bytes]] = Future()
    numbers = itertools.count(1)

    def serve_feed(request: Received) -> Answer:
        # Many ask at once: each has a number of its own.
        if next(numbers) == kill_at:
            os.killpg(first.result().pid, signal.SIGKILL)
        name = request.path[1:]
        return Answer(200, rss(*(entry(f"{name}-{item}") for item in range(30))))

    with serve({f"/{n}": serve_feed for n in range(FEEDS)}) as server:
        subscribe(library_path, server)
        first.set_result(start(library_path))
        assert first.result().wait() == -signal.SIGKILL
        assert start(library_path).wait() == 0
        assert start(library_path).wait() == 0
    with closing(sqlite3.connect(library_path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        found = sorted(guid for (guid,) in db.execute("SELECT guid FROM article WHERE feed_id IS NOT NULL"))
    assert found == sorted(f"{n}-{item}" for n in range(FEEDS) for item in range(30))
