"""Other readers with as many articles, where they can do the same: newsboat, and the reader library."""

from __future__ import annotations

import os
import shutil
import sqlite3
import statistics
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from library_corpus import FEEDS, Articles

from reader.domain.feed import FeedItem

PEER_PYTHON = "PARLEY_PEER_PYTHON"
_ADD = """
import sys, json, datetime
from reader import make_reader
reader = make_reader(sys.argv[1])
for n in range({feeds}):
    reader.add_feed(f"https://news{{n}}.example/feed")
for line in sys.stdin:
    one = json.loads(line)
    one["published"] = datetime.datetime.fromisoformat(one["published"])
    reader.add_entry(one)
reader.enable_search()
reader.update_search()
"""
_ASK = """
import sys, time, itertools
from reader import make_reader
started = time.perf_counter()
reader = make_reader(sys.argv[1])
first = list(itertools.islice(reader.get_entries(), 100))
print(time.perf_counter() - started)
for word in sys.argv[2:]:
    started = time.perf_counter()
    list(itertools.islice(reader.search_entries(word), 20))
    print(time.perf_counter() - started)
"""


def newsboat(folder: Path, articles: int, runs: int) -> float | None:
    """Seconds newsboat takes to open its cache and say how many articles are unread; None where it is not installed."""
    if shutil.which("newsboat") is None:
        return None
    home = folder / f"newsboat-{articles}"
    home.mkdir(exist_ok=True)
    (home / "urls").write_text("".join(f"https://news{n}.example/feed\n" for n in range(FEEDS)))
    command = ["newsboat", "-u", str(home / "urls"), "-c", str(home / "cache.db"), "-C", os.devnull]
    command += ["-x", "print-unread"]
    if not (home / "cache.db").exists():
        subprocess.run(command, capture_output=True, env={**os.environ, "HOME": str(home)})
        with closing(sqlite3.connect(home / "cache.db")) as db, db:
            db.executemany(
                "INSERT INTO rss_feed (rssurl, url, title) VALUES (?, ?, ?)",
                ((f"https://news{n}.example/feed", f"https://news{n}.example", f"News {n}") for n in range(FEEDS)),
            )
            db.executemany(
                "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (i.guid, i.title, i.author, i.url, f"https://news{n % FEEDS}.example/feed", n, i.text, n % 5 == 0)
                    for n, i in _items(articles)
                ),
            )
    took = []
    for _ in range(runs + 1):
        started = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True, env={**os.environ, "HOME": str(home)})
        took.append(time.perf_counter() - started)
    return statistics.median(took[1:])


def reader_library(folder: Path, articles: int, words: list[str]) -> dict[str, float] | None:
    """Seconds the reader library takes for its first hundred entries and for searches; None where there is none."""
    import json

    python = os.environ.get(PEER_PYTHON)
    if python is None:
        return None
    path = folder / f"reader-{articles}.db"
    if not path.exists():
        child = subprocess.Popen(
            [python, "-c", _ADD.format(feeds=FEEDS), str(path)], stdin=subprocess.PIPE, text=True, cwd="/"
        )
        assert child.stdin is not None
        for number, item in _items(articles):
            one = {
                "feed_url": f"https://news{number % FEEDS}.example/feed",
                "id": item.guid,
                "title": item.title,
                "link": item.url,
                "published": item.published,
                "content": [{"value": item.text, "type": "text/plain"}],
            }
            child.stdin.write(json.dumps(one) + "\n")
        child.stdin.close()
        if child.wait():
            return None
    done = subprocess.run([python, "-c", _ASK, str(path), *words], stdout=subprocess.PIPE, text=True, cwd="/")
    if done.returncode:
        return None
    return dict(zip(["the first hundred", *words], map(float, done.stdout.split()), strict=True))


def _items(articles: int) -> Iterator[tuple[int, FeedItem]]:
    all_of_them = Articles(articles)
    return ((number, all_of_them.item(number)) for number in range(articles))
