"""What every test may use: a library of its own, real models loaded once, a process that runs the command."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from sample import sample_analysis
from support import Command, ReadOnly, bound_by_permissions

from reader.domain.analysis import Analysis
from reader.ingest.location import VARIABLE
from reader.ingest.seeding import open_library
from reader.store.library import Library

# Hundreds of programs are started here; none should have to compile the whole package again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Apps and analyses make objects by the million: to look for circles among them every 700 costs a fifth of the time.
gc.set_threshold(20_000, 10, 10)

# The same examples every time and everywhere: a test that fails once fails again.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def library_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's library is or will be; never the library of whoever runs the tests."""
    path = tmp_path / "library" / "library.db"
    monkeypatch.setenv(VARIABLE, str(path))
    return path


@pytest.fixture
def empty_library(library_path: Path) -> Iterator[Library]:
    """A new library without the seeds."""
    with Library.open(library_path) as library:
        yield library


@pytest.fixture(scope="session")
def _seeded_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seeded") / "library.db"
    open_library(path).close()
    return path


@pytest.fixture
def seeded_path(_seeded_once: Path, library_path: Path) -> Path:
    """The file of a library that holds the seed stories; this test's own copy."""
    library_path.parent.mkdir()
    shutil.copy(_seeded_once, library_path)
    return library_path


@pytest.fixture
def seeded_library(seeded_path: Path) -> Iterator[Library]:
    """A library that holds the seed stories; this test's own copy."""
    with Library.open(seeded_path) as library:
        yield library


@pytest.fixture(scope="session")
def _storied_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from story_news import fill

    path = tmp_path_factory.mktemp("storied") / "library.db"
    with Library.open(path) as library:
        fill(library)
    return path


@pytest.fixture
def storied_path(_storied_once: Path, library_path: Path) -> Path:
    """The file of a library that holds a story of four articles and one article alone; this test's own copy."""
    library_path.parent.mkdir()
    shutil.copy(_storied_once, library_path)
    return library_path


@pytest.fixture
def storied_library(storied_path: Path) -> Iterator[Library]:
    """A library that holds a story of four articles and one article alone; this test's own copy."""
    with Library.open(storied_path) as library:
        yield library


@pytest.fixture(scope="session")
def french_model() -> Any:
    """The French pipeline, loaded once."""
    return _model("fr")


@pytest.fixture(scope="session")
def english_model() -> Any:
    """The English pipeline, loaded once."""
    return _model("en")


def _model(code: str) -> Any:
    from reader.languages.models import load_model
    from reader.languages.pack import load_pack

    return load_model(load_pack(code))


@pytest.fixture
def hand_made() -> Analysis:
    """A small analysis with one of everything."""
    return sample_analysis()


@pytest.fixture
def parley(library_path: Path) -> Command:
    """Runs ``parley`` with these arguments as a process of its own, on this test's library, without a terminal."""

    def command(*args: str | Path, stdin: str | bytes = b"", **env: str) -> subprocess.CompletedProcess[str]:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        environment = {**os.environ, "PYTHONUTF8": "1", **env}
        done = subprocess.run(
            [sys.executable, "-m", "reader", *map(str, args)], input=data, capture_output=True, env=environment
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    return command


@pytest.fixture
def read_only() -> ReadOnly:
    """Makes a folder read-only inside a ``with`` block, for an administrator too."""

    @contextmanager
    def block(folder: Path) -> Iterator[None]:
        files = list(folder.iterdir())
        for file in files:
            file.chmod(0o444)
        folder.chmod(0o555)
        try:
            with bound_by_permissions():
                yield
        finally:
            folder.chmod(0o755)
            for file in files:
                file.chmod(0o644)

    return block
