"""The programs whose reloads are compared: each is set up in a folder of its own and run as a process of its own."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PEER_PYTHON = "PARLEY_PEER_PYTHON"
_POLL = 0.02
_PARLEY_SET_UP = """
import sys, pathlib
from reader.ingest.seeding import open_library
with open_library(pathlib.Path(sys.argv[1])) as library, library.transaction():
    for address in sys.argv[2:]:
        library.feeds.subscribe(address)
"""
_READER = """
import sys, time
from reader import make_reader
reader = make_reader(sys.argv[1])
if sys.argv[2] == "add":
    reader.enable_search()
    for address in sys.argv[3:]:
        reader.add_feed(address)
else:
    reader.update_feeds(workers=int(sys.argv[2]))
    print(time.time(), flush=True)
    reader.update_search()
"""


@dataclass(frozen=True, slots=True)
class Took:
    """What one reload took, in seconds: until all was stored, until the program ended, and of processors."""

    stored: float
    whole: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Program:
    """``set_up(folder, addresses)`` prepares a fresh library, ``command(folder)`` reloads it, ``articles(folder)`` is
    how many it holds."""

    name: str
    set_up: Callable[[Path, Sequence[str]], None]
    command: Callable[[Path], list[str]]
    articles: Callable[[Path], int]

    def reload(self, folder: Path, articles: int) -> Took:
        """Run one reload, which should leave so many articles."""
        started = time.time()
        with start(self.command(folder), folder) as child:
            stored = _seen(folder / "library.db", articles, child.pid) if self.name == "parley" else None
            _, status, usage = os.wait4(child.pid, 0)
            whole = time.time() - started
            child.returncode = os.waitstatus_to_exitcode(status)
            assert child.stdout is not None
            said = child.stdout.read().splitlines()
        there = self.articles(folder)
        if child.returncode or there != articles:
            raise SystemExit(f"{self.name}: exit code {child.returncode}, {there} of {articles} articles\n{said[-5:]}")
        if self.name.startswith("reader"):
            stored = float(said[-1])
        return Took(stored - started if stored else whole, whole, usage.ru_utime + usage.ru_stime)


def programs() -> tuple[list[Program], list[str]]:
    """Those that are there, Parley first, and sentences about those that are not."""
    found, missing = [Program("parley", _set_up_parley, _parley, _counter("library.db", "entry"))], []
    if shutil.which("newsboat"):
        found.append(Program("newsboat", _set_up_newsboat, _newsboat, _counter("cache.db", "rss_item")))
    else:
        missing.append("newsboat is not installed (apt install newsboat).")
    python = os.environ.get(PEER_PYTHON)
    probe = "import reader; reader.make_reader(':memory:').add_feed('http://127.0.0.1/')"
    if python and subprocess.run([python, "-c", probe], cwd="/", capture_output=True).returncode == 0:
        for name, workers in (("reader", 1), ("reader, 4 workers", 4)):
            found.append(Program(name, _set_up_reader(python), _reader(python, workers), _counter("r.db", "entries")))
    else:
        missing.append(f"The reader library is missing; name an interpreter in which it works in {PEER_PYTHON}.")
    return found, missing


def start(command: Sequence[str], folder: Path) -> subprocess.Popen[str]:
    """A program that reloads the library in a folder, with a home of its own."""
    outside = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "PARLEY_", "PYTHON"))}
    environment = outside | {"HOME": str(folder), "PYTHONPATH": str(ROOT) if command[0] == sys.executable else ""}
    return subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def _counter(file: str, table: str) -> Callable[[Path], int]:
    def count(folder: Path) -> int:
        with closing(sqlite3.connect(folder / file)) as db:
            return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    return count


def _seen(path: Path, articles: int, pid: int) -> float | None:
    """The time at which a library holds so many articles; None where the process ends before."""
    with closing(sqlite3.connect(path, timeout=10)) as db:
        while os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            if db.execute("SELECT count(*) FROM entry").fetchone()[0] >= articles:
                return time.time()
            time.sleep(_POLL)
    return None


def _set_up_parley(folder: Path, addresses: Sequence[str]) -> None:
    subprocess.run([sys.executable, "-c", _PARLEY_SET_UP, str(folder / "library.db"), *addresses], check=True, cwd=ROOT)


def _parley(folder: Path) -> list[str]:
    return [sys.executable, "-m", "reader", "--library", str(folder / "library.db"), "refresh", "--quiet"]


def _set_up_newsboat(folder: Path, addresses: Sequence[str]) -> None:
    (folder / "urls").write_text("\n".join(addresses) + "\n")
    (folder / "config").write_text("")


def _newsboat(folder: Path) -> list[str]:
    files = {"-u": "urls", "-c": "cache.db", "-C": "config"}
    return ["newsboat", *(part for flag, name in files.items() for part in (flag, str(folder / name))), "-x", "reload"]


def _set_up_reader(python: str) -> Callable[[Path, Sequence[str]], None]:
    def set_up(folder: Path, addresses: Sequence[str]) -> None:
        subprocess.run([python, "-c", _READER, str(folder / "r.db"), "add", *addresses], check=True, cwd=folder)

    return set_up


def _reader(python: str, workers: int) -> Callable[[Path], list[str]]:
    return lambda folder: [python, "-c", _READER, str(folder / "r.db"), str(workers)]
