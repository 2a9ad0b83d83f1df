"""Libraries for the tests of the screen."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from correcting import name_speakers
from reading import fill


@pytest.fixture(scope="session")
def _stories_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stories") / "library.db"
    fill(path)
    return path


@pytest.fixture
def story_path(_stories_once: Path, library_path: Path) -> Path:
    """A library of four analysed stories, ids 1 to 4 from the newest; this test's own copy."""
    library_path.parent.mkdir()
    shutil.copy(_stories_once, library_path)
    return library_path


@pytest.fixture
def spoken_path(story_path: Path) -> Path:
    """The same, where it is known which actor makes each statement of the first story."""
    name_speakers(story_path)
    return story_path


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The colours of a test are those it asks for, whoever runs it."""
    monkeypatch.delenv("NO_COLOR", raising=False)
