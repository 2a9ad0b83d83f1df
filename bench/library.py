"""How a library behaves as it grows: what the app asks of it, and the app itself, at 10,000 to 1,000,000 articles.

    python bench/library.py [--articles 10000 100000] [--rounds 20] [--folder DIR] [--quick] [--write] [--json]

Each size is measured on a library of its own (``library_corpus.py``; the largest is grown from the second largest, see
``library_growth.py``), made in DIR and kept there, or in a temporary folder. Questions are timed in turn with the query
a person would write by hand for them (``library_questions.py``); the app runs in fresh processes
(``library_screen.py``); newsboat and the reader library do what they can do of it (``library_peers.py``). Quote ratios:
single times on a shared machine say little.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path
from typing import Any

from library_corpus import BATCH, FEEDS, Articles, add, build, count_as_analysed
from library_growth import grow
from library_peers import newsboat, reader_library
from library_questions import lists, opened, searches, timed
from library_screen import opening, pressing
from speed_report import put

from reader.store.library import Library

SIZES = (10_000, 100_000, 1_000_000)
GROWN = 1_000_000
MORE = 10_000
AIMS = {"first list": 1.3, "key p99": 50, "search p95": 50, "memory": 150}
"""To be reached at 100,000 articles; at 1,000,000 no more than twice as much."""


def made(folder: Path, articles: int) -> Path:
    """The library of so many articles, made where it is not there yet."""
    path = folder / f"{articles}.db"
    if not path.exists():
        started = time.time()
        if articles >= GROWN:
            grow(made(folder, articles // 10), path, 10)
        else:
            build(path, articles)
        print(f"{path} took {time.time() - started:.0f} s to make", flush=True)
    count_as_analysed(path)
    return path


def measure(folder: Path, articles: int, rounds: int, runs: int) -> dict[str, Any]:
    """Everything for one size."""
    path = made(folder, articles)
    found: dict[str, Any] = {
        "bytes": path.stat().st_size // articles,
        **{f"start {k}": v for k, v in opening(path, runs).items()},
        **{f"keys {k}": v for k, v in pressing(path).items()},
    }
    with Library.open(path) as library:
        db = opened(path)
        asked = timed([*lists(library, db), *searches(library, db)], rounds)
        db.close()
    found["asked"] = [[group, name, t.median, t.p95, t.hand] for (group, name), t in asked.items()]
    found |= adding(folder, path, articles)
    found["newsboat"] = newsboat(folder, articles, 1) if articles <= SIZES[0] else None
    found["reader"] = reader_library(folder, articles, ["president"]) if articles <= SIZES[0] else None
    return found


def adding(folder: Path, path: Path, articles: int) -> dict[str, float]:
    """Seconds to take in so many more articles, searchable; and to write their bare rows with an index by hand."""
    all_of_them = Articles(articles + MORE)
    items = [all_of_them.item(articles + number) for number in range(MORE)]
    scratch = folder / "scratch.db"
    scratch.unlink(missing_ok=True)
    copy = opened(path)
    import sqlite3

    target = sqlite3.connect(scratch)
    copy.backup(target)
    target.close(), copy.close()
    with Library.open(scratch) as library:
        feeds = [feed.id for feed in sorted(library.feeds.all(), key=lambda feed: feed.id)][:FEEDS]
        started = time.perf_counter()
        for first in range(0, MORE, BATCH):
            add(library, feeds, items[first : first + BATCH])
        ours = time.perf_counter() - started
        db = library._db
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, title TEXT, dated TEXT, url TEXT, text TEXT)")
        db.execute("CREATE VIRTUAL TABLE bare_search USING fts5(title, text, content = 'bare', content_rowid = 'id')")
        started = time.perf_counter()
        for first in range(0, MORE, BATCH):
            db.execute("BEGIN")
            rows = [(i.title, i.published, i.url, i.text) for i in items[first : first + BATCH]]
            db.executemany("INSERT INTO bare (title, dated, url, text) VALUES (?, ?, ?, ?)", rows)
            db.execute(
                "INSERT INTO bare_search (rowid, title, text) SELECT id, title, text FROM bare WHERE id > ?", (first,)
            )
            db.execute("COMMIT")
        hand = time.perf_counter() - started
    scratch.unlink()
    return {"adding": ours, "adding_hand": hand}


def told(found: dict[int, dict[str, Any]]) -> str:
    """The section of docs/speed.md."""
    sizes = list(found)
    head = "| | " + " | ".join(f"{size:,}" for size in sizes) + " |"
    line = "|---" * (len(sizes) + 1) + "|"

    def row(name: str, cells: list[str]) -> str:
        return f"| {name} | " + " | ".join(cells) + " |"

    def each(name: str, cell: Any) -> str:
        return row(name, [cell(found[size]) for size in sizes])

    lines = [
        "## A library that grows",
        "",
        "Made by `python bench/library.py --write`: libraries of so many articles of 400 words with their analyses,",
        "200 feeds, tags, notes. Aims at 100,000 articles: first list within 1.3 times an empty Textual app's first",
        "paint, a key answered within 50 ms at the 99th percentile, searches within 50 ms at the 95th, memory within",
        "150 MB above the empty app's; at a million none of it more than twice that.",
        "",
        head,
        line,
        each("first list, to an empty app's first paint", lambda f: f"{f['start ratio']:.2f}"),
        each("a key, median / 99th percentile", lambda f: f"{f['keys median_ms']:.0f} / {f['keys p99_ms']:.0f} ms"),
        each(
            "a letter of a search, the same",
            lambda f: f"{f['keys typing_median_ms']:.0f} / {f['keys typing_p99_ms']:.0f} ms",
        ),
        each("memory above an empty app's", lambda f: f"{f['keys mib'] - f['keys empty_mib']:.0f} MiB"),
        each("search, the slowest 95th percentile", lambda f: f"{_worst(f, ('search', 'statements')):.0f} ms"),
        each(
            "adding 10,000 articles, to a bare table with an index", lambda f: f"{f['adding'] / f['adding_hand']:.2f}"
        ),
        each("bytes an article", lambda f: f"{f['bytes']:,}"),
        each("newsboat: opening its cache, to our first list", lambda f: _opening(f)),
        each("the reader library: its first hundred, to ours", lambda f: _hundred(f)),
        "",
        "Questions, in milliseconds at the 95th percentile, and the median as a multiple of a query written by hand:",
        "",
        head,
        line,
    ]
    for at, (group, name, *_) in enumerate(found[sizes[0]]["asked"]):
        lines.append(row(f"{group}: {name}", [_cell(found[size]["asked"][at]) for size in sizes]))
    return "\n".join(lines) + "\n"


def _cell(asked: list[Any]) -> str:
    _, _, median, p95, hand = asked
    return f"{p95:.1f}" + (f" ({median / hand:.2f})" if hand else "")


def _worst(found: dict[str, Any], groups: tuple[str, ...]) -> float:
    return float(max(p95 for group, _, _, p95, _ in found["asked"] if group in groups))


def _opening(found: dict[str, Any]) -> str:
    return f"{found['newsboat'] * 1000 / found['start ours_ms']:.1f}" if found["newsboat"] else ""


def _hundred(found: dict[str, Any]) -> str:
    if not found["reader"]:
        return ""
    first = next(median for group, name, median, _, _ in found["asked"] if (group, name) == ("pages", "first"))
    return f"{found['reader']['the first hundred'] * 1000 / first:.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=SIZES)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--runs", type=int, default=5, help="starts of the app")
    parser.add_argument("--folder", type=Path, help="where libraries are made and kept")
    parser.add_argument("--quick", action="store_true", help="10,000 articles, few rounds")
    parser.add_argument("--write", action="store_true", help="into docs/speed.md")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    sizes, rounds, runs = options.articles, options.rounds, options.runs
    if options.quick:
        sizes, rounds, runs = (SIZES[0],), 5, 3
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        found = {size: measure(folder, size, rounds, runs) for size in sizes}
    if options.write:
        put(told(found))
    print(json.dumps(found) if options.json else told(found))


if __name__ == "__main__":
    main()
