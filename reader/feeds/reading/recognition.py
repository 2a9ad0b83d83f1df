"""What a body is before it is read: a feed, a page, or neither."""

from __future__ import annotations

import re

_HEAD = 200_000
_SKIPPED = re.compile(r"[\s\ufeff\x00]+|<!--.*?-->|<\?.*?\?>", re.DOTALL)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)(?=[\s>/])", re.IGNORECASE)
_ROOT = re.compile(
    r"<(?:rss|rdf:rdf|feed|channel|[\w.-]{1,30}:feed|(?:[\w.-]{1,30}:)?(?:item|entry))(?=[\s>/])", re.IGNORECASE
)
_TAG = re.compile(r"<[a-zA-Z!]")
_PAGE_TAG = re.compile(
    r"<(?:a|b|br|center|div|font|form|h[1-6]|hr|iframe|img|input|link|meta|nav|main|header|ol|p|pre|script|section|span"
    r"|strong|style|table|title|ul)(?=[\s>/])",
    re.IGNORECASE,
)


def looks_like_html(body: bytes) -> bool:
    """True where ``body`` is a web page, so that its feed is to be looked for: not where it holds a feed itself."""
    from reader.feeds.reading.encoding import decoded

    return is_page(decoded(body[:_HEAD]))


def is_page(text: str) -> bool:
    """``looks_like_html`` for text: by its first tag, whatever comments and declarations stand before it."""
    place = 0
    while skipped := _SKIPPED.match(text, place, _HEAD):
        place = skipped.end()
    if _PAGE.match(text, place):
        return True
    first = _TAG.search(text, place, _HEAD)
    if first is None or is_feed(text):
        return False
    return bool(_PAGE_TAG.match(text, first.start()) or _PAGE.search(text, place, _HEAD))


def is_feed(text: str) -> bool:
    """Whether there is anything in ``text`` that only feeds have."""
    return _ROOT.search(text) is not None
