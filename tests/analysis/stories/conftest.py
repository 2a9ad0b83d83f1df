"""The articles of the invented stories, signed once."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from signed_stories import Signed, sign_told

SCRIPT = Path(__file__).parents[3] / "bench" / "story_set.py"


@pytest.fixture(scope="session")
def story_set() -> ModuleType:
    """What reads the set and scores."""
    spec = importlib.util.spec_from_file_location("story_set", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def signed(story_set: ModuleType) -> list[Signed]:
    """All articles of the set."""
    return [sign_told(told) for told in story_set.read_set()]
