"""Time from the start of the process to the first painted frame, as a ratio to an empty Textual app.

    python bench/startup.py [--runs 9] [--json]

The two apps start in turn, each in a process of its own, without a terminal (headless, 120x40), Parley on a freshly
seeded library. Quote the ratio of the medians: single times on a shared machine say little. Memory is the largest
resident size of the process until it ended right after the first frame.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
COMPILED["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir()) / "parley-bench-bytecode")
"""The environment of the apps: as when installed, nothing is compiled at every start."""

EMPTY = """
from textual.app import App
class Timed(App):
    def on_ready(self): self.exit(); report()
Timed().run(headless=True, size=(120, 40))
"""
PARLEY = """
import gc
gc.disable()  # as reader.__main__ does
from pathlib import Path
from reader.ingest.desk import Desk
from reader.ui.app import ParleyApp
class Timed(ParleyApp):
    def on_ready(self): self.exit(); report()
desk = Desk(Path(sys.argv[1]))
Timed(desk).run(headless=True, size=(120, 40))
"""
REPORT = """
import sys, time
def report():
    late = [m for m in ("spacy", "httpx", "feedparser", "sqlite_utils", "trafilatura", "babel") if m in sys.modules]
    print(time.time(), *late, file=sys.stderr)
"""


def first_frame(code: str, *arguments: str) -> tuple[float, float, list[str]]:
    """Seconds to the first frame, peak memory in MiB, and the heavy modules imported by then."""
    started = time.time()
    with tempfile.TemporaryFile("w+") as said:
        child = subprocess.Popen(
            [sys.executable, "-c", REPORT + code, *arguments], stdout=subprocess.DEVNULL, stderr=said, env=COMPILED
        )
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        lines = said.read().splitlines()
    if child.returncode or not lines:
        raise SystemExit("the app did not reach its first frame:\n" + "\n".join(lines))
    at, *late = lines[0].split()
    return float(at) - started, usage.ru_maxrss / 1024, late


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        library = str(Path(folder) / "library.db")
        first_frame(EMPTY), first_frame(PARLEY, library)  # warm the file cache and seed the library
        empty, parley = [], []
        for _ in range(options.runs):
            empty.append(first_frame(EMPTY))
            parley.append(first_frame(PARLEY, library))
    medians = {
        name: (statistics.median(r[0] for r in runs), statistics.median(r[1] for r in runs))
        for name, runs in (("empty", empty), ("parley", parley))
    }
    figures = {
        "first_frame_ratio": round(medians["parley"][0] / medians["empty"][0], 2),
        "memory_ratio": round(medians["parley"][1] / medians["empty"][1], 2),
        "empty_ms": round(1000 * medians["empty"][0]),
        "parley_ms": round(1000 * medians["parley"][0]),
        "empty_mib": round(medians["empty"][1]),
        "parley_mib": round(medians["parley"][1]),
        "heavy_modules_before_first_frame": sorted({m for run in parley for m in run[2]}),
    }
    if options.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:34} {value}")


if __name__ == "__main__":
    main()
