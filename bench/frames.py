"""How long the screen stands still while feeds are refreshed, against when nothing happens.

    python bench/frames.py [--feeds 200] [--write] [--json]

The real app runs without a terminal (Textual's pilot, 120x40) on a library with that many feeds that were never read,
from a server on the same machine. A task of its loop looks at the clock every 5 ms; a frame gap is the time between two
looks, and what the loop cannot do meanwhile: draw, or answer a key. Gaps are taken for two seconds before the refresh,
then from the key that begins it to its end, articles coming into the list and the analysis running as they do.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from feed_corpus import ENTRIES, FEEDS, Corpus
from feed_server import served
from reload_programs import programs
from speed_report import put

EVERY = 0.005
LONG = 0.1
AIM_MS = 100
IDLE_SECONDS = 2.0


async def watch(gaps: list[float]) -> None:
    """Add the gaps between looks at the clock, until cancelled."""
    before = time.perf_counter()
    while True:
        await asyncio.sleep(EVERY)
        now = time.perf_counter()
        gaps.append(now - before)
        before = now


def figures(gaps: list[float]) -> dict[str, Any]:
    """Percentile, longest and share of the time in long gaps, of gaps in seconds."""
    ordered = sorted(gaps)
    return {
        "p99_ms": round(1000 * ordered[int(0.99 * (len(ordered) - 1))], 1),
        "longest_ms": round(1000 * ordered[-1], 1),
        "in_long_gaps_percent": round(100 * sum(gap for gap in gaps if gap > LONG) / sum(gaps), 1),
        "seconds": round(sum(gaps), 1),
    }


async def measure(library: Path, articles: int) -> dict[str, Any]:
    """Run the app and a refresh of everything; to be called in a fresh process."""
    from reader.ingest.desk import Desk
    from reader.ui.app import ParleyApp

    desk = Desk(library)
    app = ParleyApp(desk)
    idle: list[float] = []
    busy: list[float] = []
    try:
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause(1)
            watching = asyncio.create_task(watch(idle))
            await asyncio.sleep(IDLE_SECONDS)
            watching.cancel()
            watching = asyncio.create_task(watch(busy))
            await pilot.press("R")
            while True:
                await asyncio.sleep(0.1)
                waiting = await desk.library.ask(lambda one: (one.counts().articles, one.index.waiting()))
                if waiting[0] >= articles and not waiting[1]:
                    break
            watching.cancel()
    finally:
        desk.stop()
    return {"idle": figures(idle), "refresh": figures(busy)}


def in_fresh_process(feeds: int) -> dict[str, Any]:
    """``measure`` on a library made for it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        served_from, home = folder / "feeds", folder / "home"
        served_from.mkdir()
        home.mkdir()
        corpus = Corpus()
        for number in range(feeds):
            (served_from / f"{number}.xml").write_bytes(corpus.feed(number))
        with served(served_from) as origin:
            programs()[0][0].set_up(home, [f"{origin}/{number}.xml" for number in range(feeds)])
            command = [sys.executable, __file__, "--only", str(home / "library.db"), "--feeds", str(feeds)]
            environment = {**os.environ, "HOME": str(home)}
            done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise SystemExit(done.returncode)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def report(found: dict[str, Any], feeds: int) -> str:
    lines = [
        "## The screen while feeds are refreshed",
        "",
        f"Made by `python bench/frames.py --write`: gaps in the app's loop, looked at each {1000 * EVERY:.0f} ms, idle",
        f"and during a refresh of {feeds} feeds with {ENTRIES} new entries each (aim: under {AIM_MS} ms at the 99th",
        "percentile).",
        "",
        "| | 99th percentile | longest | share of the time in gaps over 100 ms | measured for |",
        "|---|---|---|---|---|",
    ]
    for name, f in found.items():
        lines.append(
            f"| {name} | {f['p99_ms']} ms | {f['longest_ms']} ms | {f['in_long_gaps_percent']} % | {f['seconds']} s |"
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=FEEDS)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--only", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        print(json.dumps(asyncio.run(measure(options.only, options.feeds * ENTRIES))))
        return
    found = in_fresh_process(options.feeds)
    if options.write:
        put(report(found, options.feeds))
    print(json.dumps(found) if options.json else report(found, options.feeds))


if __name__ == "__main__":
    main()
