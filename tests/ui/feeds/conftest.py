"""Libraries for the tests of the feeds' screens."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from subscribed import fill


@pytest.fixture(scope="session")
def _fed_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("subscribed") / "library.db"
    fill(path)
    return path


@pytest.fixture
def feed_path(_fed_once: Path, library_path: Path) -> Path:
    """The library of ``subscribed.fill``; this test's own copy."""
    library_path.parent.mkdir()
    shutil.copy(_fed_once, library_path)
    return library_path
