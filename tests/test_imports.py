"""What is loaded when: nothing heavy before it is needed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    *("textual", "rich", "spacy", "thinc", "numpy", "httpx", "feedparser", "trafilatura", "babel", "sqlite_utils"),
    *("py3langid", "charset_normalizer"),
)


def loaded_after(code: str, *args: str | Path) -> set[str]:
    """The heavy packages that are loaded once ``code`` has run in a fresh Python."""
    script = f"{code}\nimport sys\nprint('\\n' + ' '.join(name for name in {HEAVY!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", script, *map(str, args)], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    "module",
    [
        "reader.store.library",
        "reader.analysis.engine",
        "reader.analysis.board.board",
        "reader.feeds.documents",
        "reader.ingest.desk",
        "reader.cli.run",
        "reader.cli.group",
        "reader.cli.analysing",
        "reader.languages.models",
        "reader.__main__",
    ],
)
def test_importing_loads_nothing_heavy(module: str) -> None:
    assert loaded_after(f"import {module}") == set()


@pytest.mark.parametrize("args", ["['list']", "['show', '1']", "['--version']", "['add', '--help']"])
def test_a_command_that_needs_no_analysis_loads_nothing_heavy(args: str, seeded_path: Path) -> None:
    assert loaded_after(f"from reader.__main__ import main\nassert main({args}) == 0") == set()


def test_the_first_rows_load_nothing_heavy(seeded_path: Path) -> None:
    code = (
        "import asyncio, pathlib, sys\n"
        "from reader.ingest.desk import Desk\n"
        "desk = Desk(pathlib.Path(sys.argv[1]))\n"
        "assert len(asyncio.run(desk.rows())) == 5\n"
        "desk.stop()"
    )
    assert loaded_after(code, seeded_path) == set()


@pytest.mark.parametrize(("given", "threads"), [(None, "1"), ("3", "3")])
def test_products_of_matrices_take_one_thread_unless_someone_wants_more(given: str | None, threads: str) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "OPENBLAS_NUM_THREADS"}
    if given:
        environment["OPENBLAS_NUM_THREADS"] = given
    script = "import os, reader; print(os.environ['OPENBLAS_NUM_THREADS'])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == threads


def test_a_heavy_package_would_be_noticed() -> None:
    assert loaded_after("import sqlite_utils") >= {"sqlite_utils"}
