"""Libraries for the tests of the screen."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import textual.app
import textual.pilot
from at_rest import at_rest, never_by_itself
from correcting import name_speakers
from reading import fill
from textual.message_pump import MessagePump
from textual.notifications import Notification
from textual.pilot import Pilot


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


@pytest.fixture(autouse=True)
def _steady_pilot(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pilot waits until the app is at rest; what the app does every few seconds comes only where a test calls it, and
    what it tells for a few seconds stays."""
    monkeypatch.setattr(textual.app, "wait_for_idle", at_rest)
    monkeypatch.setattr(textual.pilot, "wait_for_idle", at_rest)
    monkeypatch.setattr(Pilot, "_wait_for_screen", lambda pilot, timeout=0.0: at_rest())
    for name in ("set_interval", "set_timer"):
        monkeypatch.setattr(MessagePump, name, never_by_itself(getattr(MessagePump, name)))
    monkeypatch.setattr(Notification, "time_left", property(lambda told: told.timeout))


@pytest.fixture(autouse=True)
def _garbage_as_ever() -> Iterator[None]:
    """What an app left is looked through in the tests after it, however long it would have put that off."""
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)
    gc.enable()
