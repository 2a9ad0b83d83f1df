"""How placing articles in stories, and opening one, behave as the library grows.

    python bench/stories.py [--articles 10000 100000] [--folder DIR] [--write] [--json]

Each library (``story_corpus.py``; larger ones are grown, see ``library_growth.py``) has 5,000 articles in a fortnight.
Four hundred more arrive, one at a time and sixteen at a time: signing one is timed apart, as it is done where the
language models are; placing is everything else, the transaction too. The story that is opened has 200 articles of real
words (those of seeds/ and of the tests' hand-made events, joined until each has 400 words) analysed by the real models.
Times are of this process' own processor time; quote them beside those of the smallest library.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from library_corpus import FEEDS, add_analysed, build, count_as_analysed
from library_growth import grow
from speed_report import put
from story_corpus import EVERY, StoryArticles
from story_of_many import WORDS, add_story

from reader.domain.story import Stories
from reader.ingest.stories.memory import Memory
from reader.ingest.stories.opening import fetch, put_together
from reader.ingest.stories.placing import next_to_place, place, place_all, sign_all
from reader.store.library import Library

SIZES = (10_000, 100_000, 1_000_000)
ARRIVING, TOGETHER, MEMBERS = 200, 16, 200
AIMS = {"placing": 10, "opening": 200, "index": 100}
"""Milliseconds, milliseconds, MB; at 100,000 articles."""


def made(folder: Path, articles: int) -> Path:
    """The library of so many articles, made where it is not there yet."""
    path = folder / f"stories-{articles}.db"
    if not path.exists():
        started = time.time()
        if articles > SIZES[0]:
            grow(made(folder, articles // 10), path, 10, EVERY)
        else:
            build(path, articles, StoryArticles(articles))
            with Library.open(path) as library:
                place_all(library)
        print(f"{path} took {time.time() - started:.0f} s to make", flush=True)
    count_as_analysed(path)
    return path


def measure(folder: Path, articles: int) -> dict[str, Any]:
    """Everything for one size, on a copy that is thrown away."""
    path = _copied(made(folder, articles), folder / "stories-scratch.db")
    with Library.open(path) as library:
        feeds = [feed.id for feed in library.feeds.all()][:FEEDS]
        arriving = StoryArticles(SIZES[0])
        numbers = range(SIZES[0], SIZES[0] + 2 * ARRIVING)
        ids = add_analysed(library, feeds, arriving, numbers)
        signing, alone, batched, index = _placing(library, ids)
        opening = _opening(library)
        pages = _milliseconds(lambda: library.stories.rows(100), 20)
        unread = _milliseconds(lambda: library.stories.rows(100, which=Stories.UNREAD), 20)
        counts = _milliseconds(library.stories.counts, 20)
    return {
        "signing": _middle(signing),
        "placing": _middle(alone),
        "placing p95": _late(alone),
        "placing p99": _late(alone, 99),
        "placing together": _middle(batched),
        "index": index,
        **opening,
        "page": _late(pages),
        "page of unread": _late(unread),
        "counts": _late(counts),
    }


def _placing(library: Library, ids: Sequence[int]) -> tuple[list[float], list[float], list[float], float]:
    """Milliseconds of signing, of placing one alone, of placing one among others; and MB of the index."""
    tracemalloc.start()
    memory, signing, alone, batched = Memory(), [], [], []
    _place(library, memory, 1, [], [])  # loads the days
    index = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    for _ in range(ARRIVING):
        _place(library, memory, 1, signing, alone)
    while _place(library, memory, TOGETHER, signing, batched):
        pass
    assert library.placings.count_waiting() == 0
    assert len(alone) + len(batched) >= len(ids) - 1
    return signing, alone, batched, index


def _place(library: Library, memory: Memory, most: int, signing: list[float], placing: list[float]) -> bool:
    start = time.process_time()
    ids, wanted = next_to_place(library, most)
    between = time.process_time()
    signed = sign_all(wanted)
    after = time.process_time()
    place(library, memory, ids, signed)
    end = time.process_time()
    if ids:
        signing += [1000 * (after - between) / len(ids)] * len(ids)
        placing += [1000 * (end - after + between - start) / len(ids)] * len(ids)
    return bool(ids)


def _opening(library: Library) -> dict[str, float]:
    """Milliseconds to open a story of 200 articles for the first time in a process, and again; the library's part of
    it; how many statements it has."""
    id = add_story(library, MEMBERS)
    first = _milliseconds(lambda: put_together(fetch(library, id)), 1)
    again = _milliseconds(lambda: put_together(fetch(library, id)), 5)
    asking = _milliseconds(lambda: fetch(library, id), 5)
    board = put_together(fetch(library, id)).board
    assert len(board.texts) == MEMBERS
    return {
        "opening": _middle(first),
        "opening again": _middle(again),
        "opening, library": _middle(asking),
        "statements": len(board.analysis.statements),
    }


def _milliseconds(task: Callable[[], object], rounds: int) -> list[float]:
    found = []
    for _ in range(rounds):
        start = time.process_time()
        task()
        found.append(1000 * (time.process_time() - start))
    return found


def _middle(times: Sequence[float]) -> float:
    return statistics.median(times)


def _late(times: Sequence[float], percentile: int = 95) -> float:
    return statistics.quantiles(times, n=100, method="inclusive")[percentile - 1]


def _copied(path: Path, scratch: Path) -> Path:
    import sqlite3
    from contextlib import closing

    scratch.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(scratch)) as target:
        source.backup(target)
    return scratch


def report(found: dict[int, dict[str, Any]]) -> str:
    """The section of docs/speed.md."""
    sizes = sorted(found)
    told = {
        "placing": "placing an article that arrives alone, beside its analysis and signature (median)",
        "placing p95": "the same, 95th percentile",
        "placing p99": "the same, 99th percentile",
        "placing together": f"placing one of {TOGETHER} at a time",
        "signing": "signing it, where the language models are",
        "opening": f"opening a story of {MEMBERS} articles, first time",
        "opening again": "opening it again",
        "opening, library": "of that, on the library's thread",
        "page": "a page of the list of stories (95th percentile)",
        "page of unread": "a page of those with something unread",
        "counts": "how many there are",
        "index": "the index in memory, MB",
    }
    statements = found[sizes[0]]["statements"]
    lines = [
        "## Stories",
        "",
        f"Made by `python bench/stories.py --write`: 5,000 articles in a fortnight, {2 * ARRIVING} that arrive; a",
        f"story of {MEMBERS} articles of {WORDS} real words and {statements:,} statements. Milliseconds of processor",
        "time. Aims at 100,000 articles: placing under 10, opening under 200, the index under 100 MB.",
        "The first opening of all, in the smallest library, also makes the packs' phrases ready.",
        "",
        f"| | {' | '.join(f'{size:,}' for size in sizes)} |",
        f"|---|{'---|' * len(sizes)}",
    ]
    lines += [f"| {said} | {' | '.join(f'{found[size][key]:.1f}' for size in sizes)} |" for key, said in told.items()]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=list(SIZES[:2]), choices=SIZES)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--json", action="store_true")
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = wish.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        found = {articles: measure(folder, articles) for articles in wish.articles}
    print(json.dumps(found) if wish.json else report(found))
    if wish.write:
        put(report(found))


if __name__ == "__main__":
    main()
