"""Kill `parley refresh` at random moments, again and again, and see whether an article is lost or doubled.

    python bench/kills.py [--kills 100] [--seed 1] [--keeping]

A local server has feeds whose items change from one round to the next. Each round a refresh is started and killed
(SIGKILL, with the processes it started) after a random part of the time one takes; then the library is checked:
`PRAGMA integrity_check`, foreign keys, no item twice, every article that was there before still there. In the end an
undisturbed refresh must give the same articles as a library that was never disturbed.

With ``--keeping`` two processes write what a user makes into one library and are killed instead
(``keeping_writer.py``): whatever either of them said is kept must be there, and a copy made meanwhile must be whole.
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


def write(library: Path, name: str) -> subprocess.Popen[str]:
    """A process that writes what a user makes."""
    command = [sys.executable, str(Path(__file__).with_name("keeping_writer.py")), str(library), name]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def missing(path: Path, said: list[str]) -> list[str]:
    """What was said to be kept and is not there."""
    with closing(sqlite3.connect(path)) as db:
        found = [row[0] for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
        found += [f"foreign key of {row[0]}" for row in db.execute("PRAGMA foreign_key_check")]
        there = {
            "note": {body for (body,) in db.execute("SELECT body FROM annotation")},
            "tag": {name for (name,) in db.execute("SELECT name FROM tag JOIN tagging ON tag_id = tag.id")},
            "draft": {subject for (subject,) in db.execute("SELECT subject FROM draft")},
        }
    kept = [line.rstrip("\n").partition(" ") for line in said if line.endswith("\n")]
    return found + [f"{kind} {what} is lost" for kind, _, what in kept if kind in there and what not in there[kind]]


def kill_writers(folder: Path, kills: int, chance: random.Random) -> int:
    """See ``--keeping``. Gives the exit code."""
    from keeping_writer import ARTICLES

    from reader.domain.article import Draft
    from reader.store.backups.making import back_up
    from reader.store.library import Library

    path = folder / "kept.db"
    with Library.open(path) as library:
        for n in range(ARTICLES):
            library.add(Draft(f"Text {n}.", f"Title {n}"))
    wrong: list[str] = []
    said: list[str] = []
    for round in range(kills):
        writers = [write(path, f"{name}{round}-") for name in "ab"]
        said += [writer.stdout.readline() for writer in writers if writer.stdout is not None]
        time.sleep(chance.random() * 0.4)
        if round % 10 == 0:
            back_up(path)
        for writer in writers:
            writer.send_signal(signal.SIGKILL)
        for writer in writers:
            said += writer.communicate()[0].splitlines(keepends=True)
        wrong += [f"kill {round}: {problem}" for problem in missing(path, said)]
    print(f"{kills} kills of two writers, {len(said)} changes were said to be kept.")
    print("\n".join(wrong[:20]) or "Nothing lost, every check passed.")
    return int(bool(wrong))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keeping", action="store_true")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    if options.keeping:
        with tempfile.TemporaryDirectory() as folder:
            return kill_writers(Path(folder), options.kills, chance)
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
