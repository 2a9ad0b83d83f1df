"""Libraries for the tests of the search."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from searched import fill_to_search


@pytest.fixture(scope="session")
def _searched_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("searched") / "library.db"
    fill_to_search(path)
    return path


@pytest.fixture
def search_path(_searched_once: Path, library_path: Path) -> Path:
    """The library of ``searched.fill_to_search``; this test's own copy."""
    library_path.parent.mkdir()
    shutil.copy(_searched_once, library_path)
    return library_path
