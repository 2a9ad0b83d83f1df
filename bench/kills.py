"""Kill `parley refresh` at random moments, again and again, and see whether an article is lost or doubled.

    python bench/kills.py [--kills 100] [--seed 1]

A local server has feeds whose items change from one round to the next. Each round a refresh is started and killed
(SIGKILL, with the processes it started) after a random part of the time one takes; then the library is checked:
`PRAGMA integrity_check`, foreign keys, no item twice, every article that was there before still there. In the end an
undisturbed refresh must give the same articles as a library that was never disturbed.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing, suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from http_server import Server, serve

FEEDS, ITEMS = 24, 40
CONTENT = "SELECT title, text, url, guid FROM article WHERE feed_id IS NOT NULL ORDER BY guid, title, text"
DOUBLES = "SELECT feed_id, guid, count(*) FROM entry GROUP BY feed_id, guid HAVING count(*) > 1"


def document(feed: int, edition: int) -> bytes:
    """A feed that gains an item with every edition and rewrites one."""
    items = []
    for n in range(edition, ITEMS + edition):
        words = f"Edition {edition}." if n == edition + 3 else "As before."
        items.append(
            f"<item><title>Item {n} of feed {feed}</title><guid isPermaLink='false'>{feed}-{n}</guid>"
            f"<link>https://bay.example/{feed}/{n}</link><description>{'Words. ' * 60}{words}</description></item>"
        )
    return f"<rss version='2.0'><channel><title>Feed {feed}</title>{''.join(items)}</channel></rss>".encode()


def publish(server: Server, edition: int) -> None:
    """Put an edition of every feed on the server."""
    for feed in range(FEEDS):
        server.routes[f"/{feed}"] = document(feed, edition)


def refresh(library: Path) -> subprocess.Popen[bytes]:
    """A refresh in a session of its own."""
    command = [sys.executable, "-m", "reader", "--library", str(library), "refresh", "--force", "--quiet"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def new_library(path: Path, server: Server) -> Path:
    """A library that is subscribed to every feed and has read none."""
    from reader.store.library import Library

    with Library.open(path) as library:
        for feed in range(FEEDS):
            library.feeds.subscribe(server.at(f"/{feed}"))
    return path


def problems(path: Path, before: set[str]) -> list[str]:
    """What is wrong with a library; ``before`` are the guids it had."""
    with closing(sqlite3.connect(path)) as db:
        found = [row[0] for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
        found += [f"foreign key of {row[0]}" for row in db.execute("PRAGMA foreign_key_check")]
        found += [f"feed {feed} has {guid} {n} times" for feed, guid, n in db.execute(DOUBLES)]
        found += [f"{guid} is lost" for guid in before - guids(db)]
        return found


def guids(db: sqlite3.Connection) -> set[str]:
    """Those of every article from a feed."""
    return {row[0] for row in db.execute("SELECT guid FROM article WHERE feed_id IS NOT NULL")}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder, serve({}) as server:
        publish(server, 0)
        disturbed, calm = (new_library(Path(folder) / name, server) for name in ("disturbed.db", "calm.db"))
        begun = time.perf_counter()
        refresh(calm).wait()
        takes = time.perf_counter() - begun
        wrong: list[str] = []
        stopped = 0
        for round in range(options.kills):
            publish(server, round // 5)
            with closing(sqlite3.connect(disturbed)) as db:
                before = guids(db)
            process = refresh(disturbed)
            time.sleep(chance.random() * takes)
            stopped += process.poll() is None
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            wrong += [f"kill {round}: {problem}" for problem in problems(disturbed, before)]
            if round % 5 == 4:
                # What one library is shown the other must be too: an edition neither read completely leaves a gap.
                for library in (disturbed, calm):
                    refresh(library).wait()
        for library in (disturbed, calm):
            refresh(library).wait()
        with closing(sqlite3.connect(disturbed)) as one, closing(sqlite3.connect(calm)) as other:
            ours, theirs = one.execute(CONTENT).fetchall(), other.execute(CONTENT).fetchall()
    if ours != theirs:
        wrong.append(f"{len(set(ours) ^ set(theirs))} articles differ from the library that was left in peace")
    print(f"{options.kills} kills, {stopped} of them while a refresh ran; {len(ours)} articles in the end.")
    print("\n".join(wrong) or "Nothing lost, nothing twice, every check passed.")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
