"""What holds for every feed that was read, whatever its bytes were."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from reader.domain.feed import FeedItem, ParsedFeed
from reader.domain.layout import Layout
from reader.domain.plain_text import clean_line, clean_text

_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_ADDRESS = re.compile(r"https?://[^\s/]\S*", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def assert_contract(feed: ParsedFeed, now: datetime) -> None:
    """The feed and each of its items are clean and as ``reader.domain.feed`` says."""
    assert feed.reader in ("fast", "feedparser", "json", "salvage")
    assert feed.title is None or (feed.title and clean_line(feed.title) == feed.title)
    assert feed.description is None or clean_line(feed.description) == feed.description
    for address in (feed.site, feed.self_url, feed.new_url):
        assert address is None or _ADDRESS.fullmatch(address)
    assert feed.ttl is None or feed.ttl > 0
    assert feed.skip_hours <= set(range(24))
    assert feed.skip_days <= set(range(7))
    assert len(feed.items) <= 20_000
    for item in feed.items:
        _assert_item(item, now)


def _assert_item(item: FeedItem, now: datetime) -> None:
    assert item.title
    assert clean_line(item.title) == item.title
    assert len(item.title) <= 4_000 if not item.titled else len(item.title) <= 1_000
    assert item.text.strip()
    assert clean_text(item.text) == item.text
    assert len(item.text) <= 2_010_000
    assert item.url is None or _ADDRESS.fullmatch(item.url)
    assert item.guid is None or (clean_line(item.guid) == item.guid and 0 < len(item.guid) <= 2_000)
    assert item.author is None or (item.author and clean_line(item.author) == item.author)
    assert item.language is None or _LANGUAGE.fullmatch(item.language)
    for stamp in (item.published, item.updated):
        assert stamp is None or (_STAMP.fullmatch(stamp) and datetime.fromisoformat(stamp).astimezone(UTC) <= now)
    layout = Layout.from_json(item.layout, len(item.text))
    assert layout.to_json() == item.layout
