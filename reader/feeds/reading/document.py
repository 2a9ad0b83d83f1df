"""Start here: a feed's bytes to a ``ParsedFeed``, by the reader that gets most out of them.

A JSON Feed is read as such. XML that is well-formed, at once or after small repairs, is read quickly by lxml. What is
not is read by feedparser and, item by item, by a reader that trusts no structure; the one in which a person can read
more is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from reader.domain.errors import FeedError
from reader.domain.feed import ParsedFeed
from reader.feeds.reading.harvest import Harvest
from reader.feeds.reading.raw import MOST_ITEMS, RawFeed, RawItem

_CLEARLY_MORE = 1.02  # so much more has the salvage to give before it goes before feedparser


def read_feed(
    body: bytes,
    *,
    address: str,
    content_type: str | None = None,
    content_language: str | None = None,
    last_modified: str | None = None,
    now: datetime,
) -> ParsedFeed:
    """The feed in ``body``, fetched from ``address``, which its relative links start from.

    The other arguments are the server's headers and the time, with a zone, that no date may be later than. Raises
    FeedError where there is no feed in ``body``.
    """
    from reader.feeds.reading.finishing import finished
    from reader.feeds.reading.unpacking import unpacked

    harvest, reader = _read(unpacked(body, address), address, content_type)
    return finished(
        harvest,
        reader,
        address=address,
        content_language=content_language,
        last_modified=last_modified,
        now=now,
    )


def _read(body: bytes, address: str, content_type: str | None) -> tuple[Harvest, str]:
    from reader.feeds.reading.encoding import decoded, may_be_utf8
    from reader.feeds.reading.json_feed import is_json, read_json
    from reader.feeds.reading.mending import mended
    from reader.feeds.reading.recognition import is_feed

    if not body.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise FeedError(f"The feed at {address} is empty.", subject=address)
    if body.lstrip(b"\xef\xbb\xbf")[:1] == b"<" and may_be_utf8(body):
        harvest = _quick(body, address)
        if harvest is not None:
            return harvest, "fast"
    text = decoded(body, content_type)
    if is_json(text):
        harvest = Harvest(address)
        feed = read_json(text, harvest.add)
        if feed is not None:
            harvest.feed = feed
            return harvest, "json"
    if _is_no_feed(text) or not is_feed(text):
        raise _refusal(text, address)
    better = mended(text)
    harvest = _quick(better.encode("utf-8", "ignore"), address)
    if harvest is not None and len(harvest.items) >= _visible(text):
        return harvest, "fast"
    return _best(text, better, address)


def _best(text: str, better: str, address: str) -> tuple[Harvest, str]:
    """The harvest of feedparser or of the salvage, whichever a person can read more in."""
    from reader.feeds.reading.salvage import read_salvage

    salvaged = _gathered(partial(read_salvage, text), address)
    reference = _reference(better, address)
    if reference is None:
        return salvaged, "salvage"
    more = len(salvaged.items) > len(reference.items)
    fewer = len(salvaged.items) < len(reference.items)
    if more or (not fewer and salvaged.readable() > reference.readable() * _CLEARLY_MORE):
        return salvaged, "salvage"
    return reference, "feedparser"


def _gathered(read: Callable[[Callable[[RawItem], None]], RawFeed], address: str) -> Harvest:
    harvest = Harvest(address)
    harvest.feed = read(harvest.add)
    return harvest


def _quick(body: bytes, address: str) -> Harvest | None:
    """What lxml reads, or None where the document is not clean."""
    from reader.feeds.reading.tree import NotClean, read_tree

    try:
        return _gathered(partial(read_tree, body), address)
    except NotClean:
        return None


def _reference(text: str, address: str) -> Harvest | None:
    """What feedparser reads, or None where the document is too large for it or breaks it."""
    from reader.feeds.reading.reference import can_read, read_reference

    if not can_read(text):
        return None
    try:
        return _gathered(partial(read_reference, text), address)
    except Exception:  # a parser of this age meets documents nobody thought of; the salvage reads those
        return None


def _visible(text: str) -> int:
    """How many items the document shows, of those that are taken at all."""
    from reader.feeds.reading.openings import openings

    return min(len(openings(text)), MOST_ITEMS)


def _is_no_feed(text: str) -> bool:
    from reader.feeds.reading.recognition import is_page

    return is_page(text)


def _refusal(text: str, address: str) -> FeedError:
    if _is_no_feed(text):
        return FeedError(f"{address} is a web page, not a feed.", subject=address)
    return FeedError(f"What {address} sent is not a feed.", subject=address)
