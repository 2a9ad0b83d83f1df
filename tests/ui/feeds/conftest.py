"""Libraries for the tests of the feeds' screens."""

from __future__ import annotations

from pathlib import Path

import pytest
from subscribed import fill


@pytest.fixture
def feed_path(library_path: Path) -> Path:
    """The library of ``subscribed.fill``."""
    library_path.parent.mkdir()
    fill(library_path)
    return library_path
