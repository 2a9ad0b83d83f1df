"""Whatever the bytes are, reading ends with a clean feed or with one sentence."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from broken import json_feeds, markup, structure
from broken.case import ADDRESS, THREE
from feed_contract import assert_contract
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.errors import FeedError
from reader.domain.plain_text import clean_line
from reader.feeds.reading.dates import moment
from reader.feeds.reading.document import read_feed
from reader.feeds.reading.web_addresses import web_address

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
CLEAN = sorted((Path(__file__).parent / "clean").glob("*.xml"))
SEEDS = [path.read_bytes() for path in CLEAN] + [json_feeds.TEXT.encode(), THREE.encode()]
SEEDS += [case.body for case in structure.CASES[::5] + markup.CASES[::5]]
SCRAPS = [
    *(
        b"<item>",
        b"</item>",
        b"<entry",
        b"<![CDATA[",
        b"]]>",
        b"<!--",
        b"-->",
        b"<!DOCTYPE x [",
        b"<title>",
        b"</title>",
    ),
    *(
        b"<link>",
        b"&",
        b"&#x1b;",
        b"&#0;",
        b"\x00",
        b"\x1b[2J",
        b"\xff",
        b"\xe2\x80\xae",
        b"\xed\xa0\x80",
        b"{",
        b"]",
        b'"',
    ),
    *(b'xml:base="::"', b"\xfe\xff", b"<?xml ", b"https://[", b"\xc2\x9b", b"<media:content url='", b"\\ud800", b"<p>"),
]


def assert_readable(body: bytes) -> None:
    """``body`` is read as the contract says, or refused with one sentence."""
    refusal = None
    try:
        feed = read_feed(body, address=ADDRESS, now=NOW, last_modified="x", content_type="x")
    except FeedError as error:
        refusal = str(error)
    if refusal is None:
        assert_contract(feed, NOW)
    else:
        assert clean_line(refusal) == refusal
        assert ADDRESS in refusal


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_a_feed_cut_anywhere(path: Path) -> None:
    body = path.read_bytes()
    for end in range(0, len(body), 97):
        assert_readable(body[:end])


def test_no_item_is_lost_before_the_cut() -> None:
    body = THREE.encode()
    for end in range(0, len(body), 7):
        whole = body[:end].count(b"</item>")
        if whole:
            titles = [item.title for item in read_feed(body[:end], address=ADDRESS, now=NOW).items]
            assert titles[:whole] == [f"Title {n + 1}" for n in range(whole)]


def test_a_json_feed_cut_anywhere() -> None:
    body = json_feeds.TEXT.encode()
    for end in range(len(body)):
        assert_readable(body[:end])


@settings(max_examples=250)
@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(SCRAPS)), max_size=6),
)
def test_a_feed_with_scraps_in_it(body: bytes, changes: list[tuple[float, int, bytes]]) -> None:
    for where, dropped, scrap in changes:
        place = int(where * len(body))
        body = body[:place] + scrap + body[place + dropped :]
    assert_readable(body)


@settings(max_examples=150)
@given(st.binary(max_size=300))
def test_any_bytes(body: bytes) -> None:
    assert_readable(body)
    assert_readable(b"<rss><channel><item><title>" + body + b"</title></item></channel></rss>")
    assert_readable(b'{"items": [{"title": "' + body + b'"}]}')


@given(st.text(max_size=60))
def test_any_date(written: str) -> None:
    found = moment(written)
    assert found is None or (found.tzinfo is UTC and found.year >= 1900)


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_address(written: str, base: str) -> None:
    found = web_address(written, "http://x.example/" + base)
    assert found is None or (found.lower().startswith(("http://", "https://")) and clean_line(found) == found)


ENDLESS = "&#" + "1" * 5000 + ";"  # more digits than Python reads as one number


@pytest.mark.parametrize(
    "document",
    [
        f"<rss><channel><item><title>A {ENDLESS}</title><description>{ENDLESS}</description></item>",
        f"<rss><channel><item><title>A</title><link>https://bay.example/{ENDLESS}</link></item></channel></rss>",
        f'<feed><entry><title>A</title><link href="/{ENDLESS}"/><content type="html">{ENDLESS}',
        f'<rss version="2.0"><channel><item><title>A &amp;#{"1" * 5000};</title></item></channel></rss>',
    ],
)
def test_a_reference_of_endless_digits_costs_itself_alone(document: str) -> None:
    (item,) = read_feed(document.encode(), address=ADDRESS, now=NOW).items
    assert item.title.startswith("A")
