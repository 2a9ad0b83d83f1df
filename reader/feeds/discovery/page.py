"""The feeds a page names: declared in its head, or linked where people see them."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from reader.domain.errors import DocumentError, FeedError
from reader.domain.plain_text import clean_line
from reader.feeds.decoding import decode
from reader.feeds.discovery.addresses import address_key, normalise_address
from reader.feeds.discovery.found import FoundFeed, FoundKind
from reader.feeds.discovery.likeness import (
    DECLARED_TYPES,
    SHARED_TYPES,
    is_about_comments,
    is_name_of_feed,
    looks_like_feed,
    may_look_like_feed,
)
from reader.feeds.discovery.tags import Tag, tags_of

MOST_FOUND = 50
LOOKED_AT = 1 << 20  # characters or bytes: no page names its feeds only behind its first megabyte
_MOST_WEIGHED = 1000
_LONGEST_TITLE = 200
_WEB = re.compile("(?:https?|feed):", re.IGNORECASE)


class _Rank(IntEnum):
    DECLARED = 0  # as a feed
    SHARED = 1  # as something a feed can be
    LINKED = 2  # on the page's own site
    ELSEWHERE = 3  # linked, on another site


class _Candidate(NamedTuple):
    comments: bool
    rank: _Rank
    place: int
    feed: FoundFeed


def feeds_in_page(html: str | bytes, address: str) -> list[FoundFeed]:
    """The feeds a page at ``address`` names, the likeliest first, at most ``MOST_FOUND``; never raises.

    First what the page declares as a feed, then what it declares as something a feed can be, then links that look like
    one, those on its own site before others; feeds of comments come last. Bytes are decoded as the page declares.
    """
    text = _decoded(html[:LOOKED_AT]) if isinstance(html, bytes) else html[:LOOKED_AT]
    tags = list(tags_of(text))
    base = next((tag.attributes["href"] for tag in tags if tag.name == "base" and tag.attributes.get("href")), "")
    candidates = sorted(_candidates(tags, _joined(address, base) or address), key=lambda candidate: candidate[:3])
    found: dict[str, FoundFeed] = {}
    for candidate in candidates:
        found.setdefault(address_key(candidate.feed.address), candidate.feed)
    return list(found.values())[:MOST_FOUND]


def _candidates(tags: list[Tag], base: str) -> Iterator[_Candidate]:
    own = _site(base)
    weighed = 0
    for place, tag in enumerate(tags):
        judged = _judged(tag)
        if judged is None:
            continue
        rank, kind, certain = judged
        address = _absolute(base, tag.attributes.get("href", ""))
        weighed += 1
        if address is not None and (certain or looks_like_feed(address)):
            if rank is _Rank.LINKED and _site(address) != own:
                rank = _Rank.ELSEWHERE
            title = tag.attributes.get("title") or tag.words or tag.attributes.get("aria-label", "")
            title = clean_line(title)[:_LONGEST_TITLE].rstrip()
            yield _Candidate(is_about_comments(title, address), rank, place, FoundFeed(address, title, kind))
        if weighed == _MOST_WEIGHED:
            return


def _judged(tag: Tag) -> tuple[_Rank, FoundKind, bool] | None:
    """A tag's rank and kind, and whether it counts whatever its address looks like; None for what names no feed."""
    kind = tag.attributes.get("type", "").partition(";")[0].strip().lower()
    if tag.name == "a":
        certain = kind in DECLARED_TYPES or any(map(is_name_of_feed, _names(tag)))
        if not certain and not may_look_like_feed(tag.attributes.get("href", "")):
            return None
        return _Rank.LINKED, DECLARED_TYPES.get(kind, FoundKind.LINK), certain
    relations = set(tag.attributes.get("rel", "").lower().split())
    if tag.name != "link" or not relations & {"alternate", "feed"} or "stylesheet" in relations:
        return None
    if kind in DECLARED_TYPES:
        return _Rank.DECLARED, DECLARED_TYPES[kind], True
    if "feed" in relations:
        return _Rank.DECLARED, SHARED_TYPES.get(kind, FoundKind.LINK), True
    if kind in SHARED_TYPES:
        # Far more pages declare their editor's JSON than a feed in it.
        return _Rank.SHARED, SHARED_TYPES[kind], SHARED_TYPES[kind] is FoundKind.XML
    # Without a type it is most often the page in another language.
    return None if kind or "hreflang" in tag.attributes else (_Rank.SHARED, FoundKind.LINK, False)


def _names(tag: Tag) -> Iterator[str]:
    yield tag.words
    yield from (clean_line(tag.attributes[key]) for key in ("title", "aria-label") if key in tag.attributes)


def _absolute(base: str, href: str) -> str | None:
    """The http or https address ``href`` leads to from ``base``, or None."""
    joined = _joined(base, re.sub("[\t\r\n]", "", href).strip())
    try:
        return normalise_address(joined) if joined and _WEB.match(joined) else None
    except FeedError:
        return None


def _joined(base: str, href: str) -> str | None:
    if not href:
        return None
    try:
        return urljoin(base, href)
    except ValueError:  # brackets that hold no IPv6 address
        return None


def _site(address: str) -> str:
    """The last two labels of the host: near enough to tell a page's own links from others."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return ".".join(host.split(".")[-2:])


def _decoded(page: bytes) -> str:
    try:
        # Not the final piece: the page may be cut inside a character.
        return codecs.getincrementaldecoder("utf-8-sig")().decode(page)
    except UnicodeDecodeError:
        pass
    try:
        return decode(page, "the page", html=True)
    except DocumentError:
        return page.decode("cp1252", "replace")
