"""Every kind of broken feed: all that a person could read in it is kept."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from broken import bombs, dates, encodings, fields, json_feeds, markup, structure
from broken.case import ADDRESS, Case
from feed_contract import assert_contract

from reader.feeds.reading.document import read_feed

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
CASES = [
    *structure.CASES,
    *markup.CASES,
    *encodings.CASES,
    *fields.CASES,
    *dates.CASES,
    *json_feeds.CASES,
    *bombs.CASES,
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_can_be_read_is_kept(case: Case) -> None:
    feed = read_feed(case.body, address=ADDRESS, now=NOW, **case.given)
    assert_contract(feed, NOW)
    assert [item.title if item.titled else None for item in feed.items] == case.titles
    for item, words in zip(feed.items, case.holds, strict=False):
        assert words is None or words in item.text
    if case.urls is not None:
        assert [item.url for item in feed.items] == case.urls
    if case.published is not None:
        assert [item.published for item in feed.items] == case.published


def test_no_two_kinds_share_a_name() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
