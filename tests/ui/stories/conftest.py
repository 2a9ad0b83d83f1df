"""Libraries with stories."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from told import fill


@pytest.fixture(scope="session")
def _told_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("told") / "library.db"
    fill(path)
    return path


@pytest.fixture
def told_path(_told_once: Path, library_path: Path) -> Path:
    """Two stories: boats in four articles of four outlets, a mill in two; this test's own copy."""
    library_path.parent.mkdir()
    shutil.copy(_told_once, library_path)
    return library_path
