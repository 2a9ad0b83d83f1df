"""Which reader gets most out of a document.

A JSON Feed is read as such. XML that is well-formed, at once or after small repairs, is read quickly by lxml. What is
not is read by feedparser and, item by item, by a reader that trusts no structure; the one in which a person can read
more is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from reader.domain.errors import FeedError
from reader.domain.plain_text import clean_line
from reader.feeds.reading.encoding import decoded, may_be_utf8
from reader.feeds.reading.harvest import Harvest
from reader.feeds.reading.json_feed import is_json, read_json
from reader.feeds.reading.mending import capital_sections, mended
from reader.feeds.reading.openings import openings
from reader.feeds.reading.raw import MOST_ITEMS, RawFeed, RawItem
from reader.feeds.reading.recognition import is_feed, is_page
from reader.feeds.reading.tree import NotClean, read_tree

_CLEARLY_MORE = 1.02  # so much more has the salvage to give before it goes before feedparser
_LARGEST_MENDED = 4 * 1024 * 1024  # characters; a larger document is in memory often enough without a mended copy
_BLANK = b"\0 \t\r\n\xef\xbb\xbf"


def best_harvest(body: bytes, address: str, content_type: str | None) -> tuple[Harvest, str]:
    """What was read in ``body``, and the name of the reader (see ``ParsedFeed``). Raises FeedError."""
    if not body.strip(_BLANK):
        raise _refusal("is empty", address)
    if body.lstrip(_BLANK)[:1] == b"<" and may_be_utf8(body):
        harvest = _quick(body, address)
        if harvest is not None:
            return harvest, "fast"
    text = capital_sections(decoded(body, content_type))
    if is_json(text):
        harvest = Harvest(address)
        feed = read_json(text, harvest.add)
        if feed is not None:
            harvest.feed = feed
            return harvest, "json"
    if is_page(text):
        raise _refusal("is a web page, not a feed", address)
    if not is_feed(text):
        raise _refusal("is not a feed", address)
    del body
    if len(text) > _LARGEST_MENDED:
        return _salvaged(text, address), "salvage"
    better = mended(text)
    harvest = _quick(better.encode("utf-8", "ignore"), address)
    if harvest is not None and len(harvest.items) >= min(len(openings(text)), MOST_ITEMS):
        return harvest, "fast"
    return _better(text, better, address)


def _better(text: str, better: str, address: str) -> tuple[Harvest, str]:
    """The harvest of feedparser or of the salvage, whichever a person can read more in."""
    salvaged = _salvaged(text, address)
    reference = _reference(better, address)
    if reference is None:
        return salvaged, "salvage"
    more = len(salvaged.items) - len(reference.items)
    if more > 0 or (more == 0 and salvaged.readable() > reference.readable() * _CLEARLY_MORE):
        return salvaged, "salvage"
    return reference, "feedparser"


def _salvaged(text: str, address: str) -> Harvest:
    from reader.feeds.reading.salvage import read_salvage

    return _gathered(partial(read_salvage, text), address)


def _gathered(read: Callable[[Callable[[RawItem], None]], RawFeed], address: str) -> Harvest:
    harvest = Harvest(address)
    harvest.feed = read(harvest.add)
    return harvest


def _quick(body: bytes, address: str) -> Harvest | None:
    """What lxml reads, or None where the document is not clean."""
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


def _refusal(what: str, address: str) -> FeedError:
    return FeedError(f"The answer of {clean_line(address)} {what}.", subject=address)
