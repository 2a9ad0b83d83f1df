"""The app on a large library: from the start of the process to the first list, keys answered, memory.

Each run is a process of its own, without a terminal (headless, 120x40). A key is answered when the screen is idle again
and the row under the cursor is there. The library's articles count as analysed, so that no language model runs.
"""

from __future__ import annotations

import asyncio
import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from startup import EMPTY, PARLEY, first_frame

KEYS = [*["j"] * 150, *["pagedown"] * 40, "G", *["k"] * 30, *["pageup"] * 10, "g", "g", *["j"] * 20]


def opening(path: Path, runs: int) -> dict[str, float]:
    """Median seconds to the first frame, and memory by then, of an empty Textual app and of the app on a library."""
    first_frame(EMPTY), first_frame(PARLEY, str(path))
    empty, ours = [], []
    for _ in range(runs):
        empty.append(first_frame(EMPTY))
        ours.append(first_frame(PARLEY, str(path)))
    at = {
        name: [statistics.median(run[n] for run in all) for n in (0, 1)]
        for name, all in (("empty", empty), ("ours", ours))
    }
    return {
        "empty_ms": 1000 * at["empty"][0],
        "ours_ms": 1000 * at["ours"][0],
        "ratio": at["ours"][0] / at["empty"][0],
    }


def pressing(path: Path) -> dict[str, float]:
    """Milliseconds a key takes to be answered, at the median and the 99th percentile, and memory by the end in MiB."""
    found: dict[str, float] = _in_process("--press", str(path))
    found["empty_mib"] = _in_process("--empty")["mib"]
    return found


def _in_process(*arguments: str) -> Any:
    done = subprocess.run([sys.executable, __file__, *arguments], stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


async def _press(path: Path) -> dict[str, float]:
    from reader.ingest.desk import Desk
    from reader.ui.app import ParleyApp

    desk = Desk(path)
    app = ParleyApp(desk)
    took: list[float] = []
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(1)
        articles = app.reading.list
        articles.focus()
        for key in KEYS:
            started = time.perf_counter()
            await pilot.press(key)
            while articles.cursor_row is None:
                await pilot.pause(0.001)
            took.append(1000 * (time.perf_counter() - started))
        searching = await _type(app, pilot)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {**_told(took, ""), **_told(searching, "typing_"), "mib": memory}


async def _type(app: Any, pilot: Any) -> list[float]:
    """Type a search; how long each letter keeps the loop."""
    took = []
    await pilot.press("S")
    for letter in "president says:Armenia":
        started = time.perf_counter()
        await pilot.press({" ": "space", ":": "colon"}.get(letter, letter))
        took.append(1000 * (time.perf_counter() - started))
    await pilot.press("escape", "escape")
    return took


def _told(took: list[float], name: str) -> dict[str, float]:
    ordered = sorted(took)
    return {
        f"{name}median_ms": statistics.median(took),
        f"{name}p99_ms": ordered[int(0.99 * (len(ordered) - 1))],
        f"{name}longest_ms": ordered[-1],
    }


async def _empty() -> dict[str, float]:
    from textual.app import App

    app: App[None] = App()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(1)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"mib": memory}


if __name__ == "__main__":
    if sys.argv[1] == "--press":
        print(json.dumps(asyncio.run(_press(Path(sys.argv[2])))))
    else:
        print(json.dumps(asyncio.run(_empty())))
