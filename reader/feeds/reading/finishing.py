"""A harvest to a ``ParsedFeed``: what items inherit from their feed, and what the feed says of itself."""

from __future__ import annotations

import re
from datetime import datetime

from reader.domain.feed import FeedItem, ParsedFeed
from reader.domain.plain_text import clean_line
from reader.feeds.reading.dates import moment, stamp
from reader.feeds.reading.harvest import Harvest, Reaped
from reader.feeds.reading.people import author_line
from reader.feeds.reading.titles import title_line
from reader.feeds.reading.web_addresses import joined, web_address

_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8}){0,4}")
_NO_LANGUAGE = frozenset({"und", "mul", "zxx", "mis", "xx", "zz", "non"})
_DAYS = {
    name: number
    for number, names in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
    for name in (names, names[:3])
}
_LONGEST_TTL = 60 * 24 * 30  # minutes


def finished(
    harvest: Harvest,
    reader: str,
    *,
    address: str,
    content_language: str | None,
    last_modified: str | None,
    now: datetime,
) -> ParsedFeed:
    """The feed as the rest of the house knows it. Items without a language have the feed's, in Atom also its authors;
    where no item has a date, all have that of the Last-Modified header."""
    feed = harvest.feed
    base = joined(address, feed.base)
    language = primary_language(feed.language) or primary_language((content_language or "").partition(",")[0])
    author = author_line(feed.authors) if feed.atom else None
    dated = any(item.published for item in harvest.items)
    otherwise = None if dated else moment(last_modified)
    languages: dict[str | None, str | None] = {None: language}
    items = []
    for item in harvest.items:
        if item.language not in languages:
            languages[item.language] = primary_language(item.language) or language
        items.append(_item(item, languages[item.language], author, otherwise, now))
    description = title_line(feed.description)
    return ParsedFeed(
        title=title_line(feed.title) or None,
        items=tuple(items),
        site=web_address(feed.link, base),
        description=description or None,
        language=language,
        self_url=web_address(feed.self_url, base),
        new_url=web_address(feed.new_url, base),
        ttl=_minutes(feed.ttl),
        skip_hours=frozenset(hour % 24 for h in feed.hours if (hour := _number(h)) is not None and hour <= 24),
        skip_days=frozenset(_DAYS[day] for d in feed.days if (day := clean_line(d).lower()) in _DAYS),
        reader=reader,
    )


def primary_language(written: str | None) -> str | None:
    """The primary subtag of a language tag or locale, lower case; None where it is none."""
    found = _LANGUAGE.fullmatch((written or "").strip())
    code = found[1].lower() if found else None
    return None if code in _NO_LANGUAGE else code


def _item(
    item: Reaped, language: str | None, author: str | None, otherwise: datetime | None, now: datetime
) -> FeedItem:
    published = item.published or otherwise
    return FeedItem(
        title=item.title,
        text=item.text,
        guid=item.guid,
        url=item.url,
        layout=item.layout,
        author=item.author or author,
        published=stamp(published, now) if published else None,
        updated=stamp(item.updated, now) if item.updated else None,
        language=language,
        titled=item.titled,
    )


def _number(written: str) -> int | None:
    digits = written.strip()
    return int(digits) if digits.isdecimal() and len(digits) < 8 else None


def _minutes(written: str | None) -> int | None:
    number = _number((written or "").partition(".")[0])
    return min(number, _LONGEST_TTL) if number else None
