"""The story every new library opens with, analysed for real."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reader.analysis.engine import analyse
from reader.domain.analysis import Analysis
from reader.domain.article import Draft
from reader.feeds.documents import read_document
from reader.languages.pack import Pack, load_pack

STORY = Path(__file__).resolve().parents[3] / "seeds" / "stories" / "000_15728a63912c0743.txt"


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack("fr")


@pytest.fixture(scope="session")
def story() -> Draft:
    return read_document(STORY)


@pytest.fixture(scope="session")
def found(story: Draft, pack: Pack, french_model: Any) -> Analysis:
    """What the analysis finds in the story, uncorrected."""
    return analyse(story.text, pack, french_model)
