"""The quick reader and feedparser say the same of every clean feed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from feed_contract import assert_contract

from reader.domain.feed import ParsedFeed
from reader.feeds.reading.document import read_feed
from reader.feeds.reading.finishing import finished
from reader.feeds.reading.harvest import Harvest
from reader.feeds.reading.raw import RawFeed, RawItem
from reader.feeds.reading.reference import read_reference
from reader.feeds.reading.salvage import read_salvage

CLEAN = sorted((Path(__file__).parent / "clean").glob("*.xml"))
ADDRESS = "http://news.example/feeds/all.xml"
NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def read_by(read: Callable[[str, Callable[[RawItem], None]], RawFeed], path: Path) -> ParsedFeed:
    """The feed in ``path`` by a reader of one's choice."""
    harvest = Harvest(ADDRESS)
    harvest.feed = read(path.read_text(encoding="utf-8"), harvest.add)
    return finished(harvest, "fast", address=ADDRESS, content_language=None, last_modified=None, now=NOW)


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_feedparser_finds_the_same(path: Path) -> None:
    quick = read_feed(path.read_bytes(), address=ADDRESS, now=NOW)
    assert quick.reader == "fast"
    assert_contract(quick, NOW)
    reference = read_by(read_reference, path)
    assert len(quick.items) == len(reference.items) > 0
    for mine, theirs in zip(quick.items, reference.items, strict=True):
        assert mine == theirs
    # Addresses it moved to and hours to leave it alone are kept by feedparser for the last of several only.
    assert replace(quick, skip_hours=frozenset()) == replace(reference, skip_hours=frozenset())


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_the_salvage_finds_the_same(path: Path) -> None:
    quick = read_feed(path.read_bytes(), address=ADDRESS, now=NOW)
    salvaged = read_by(read_salvage, path)
    for mine, theirs in zip(quick.items, salvaged.items, strict=True):
        assert mine == theirs
    assert quick == salvaged
