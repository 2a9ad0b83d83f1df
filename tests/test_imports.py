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

NOT_YET = (
    *("reader.analysis", "reader.feeds", "reader.languages", "reader.domain.analysis", "reader.domain.query"),
    *("reader.ui.reading_screen", "reader.ui.region_screen", "reader.ui.actions", "reader.ui.messages"),
    *("reader.ui.panel", "reader.ui.article_view", "reader.ui.search", "reader.ui.annotating", "reader.ui.exporting"),
    *("reader.ui.keeping", "reader.ui.correcting"),
)
"""What the reading screen needs and its first picture does not."""


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


def test_the_first_picture_waits_for_nothing_it_does_not_show(seeded_path: Path) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from reader.ingest.desk import Desk\n"
        "from reader.ui.app import ParleyApp\n"
        "class Started(ParleyApp):\n"
        "    def on_ready(self):\n"
        "        strips = self.screen._compositor.render_strips()\n"
        "        self.shown = any('\u25cf' in segment.text for strip in strips for segment in strip)\n"
        "        self.loaded = set(sys.modules)\n"
        "        self.exit()\n"
        "app = Started(Desk(Path(sys.argv[1])))\n"
        "app.run(headless=True, size=(120, 40))\n"
        "assert app.shown\n"
        "rooms = {'.'.join(name.split('.')[:3]) for name in app.loaded if name.startswith('reader.')}\n"
        f"waits = rooms & {set(NOT_YET)!r}\n"
        "assert not waits, waits\n"
    )
    assert loaded_after(code, seeded_path) == {"textual", "rich"}


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
