"""What one element around the items says, for every reader of XML: into a RawFeed."""

from __future__ import annotations

from reader.feeds.reading import vocabulary as words
from reader.feeds.reading.elements import Element, body
from reader.feeds.reading.raw import RawFeed

_DESCRIPTIONS = frozenset({"description", "subtitle", "tagline", "dc:description", "itunes:summary"})
KNOWN = (
    _DESCRIPTIONS
    | words.TITLES
    | words.LANGUAGES
    | words.NEW_ADDRESSES
    | {"link", "atom:link", "ttl", "hour", "day", "author"}
)
"""The names that ``take`` knows."""


def take(feed: RawFeed, element: Element) -> None:
    """Put what ``element`` says where it belongs in ``feed``; the first of each counts."""
    name = element.name
    if name in words.TITLES:
        feed.title = feed.title or body(element, feed.atom)
    elif name in _DESCRIPTIONS:
        feed.description = feed.description or body(element, feed.atom)
    elif name in ("link", "atom:link"):
        take_link(feed, element.get("href") or element.words.strip(), element.get("rel"), element.get("type"))
    elif name in words.LANGUAGES:
        feed.language = element.words.strip() or feed.language
    elif name == "ttl":
        feed.ttl = feed.ttl or element.words
    elif name == "hour":
        feed.hours.append(element.words)
    elif name == "day":
        feed.days.append(element.words)
    elif name in words.NEW_ADDRESSES:
        feed.new_url = feed.new_url or element.words.strip()
    elif name == "author" and feed.atom:
        feed.authors.append(element.words)


def take_link(feed: RawFeed, href: str, rel: str | None, kind: str | None) -> None:
    """A link of the feed: the page it belongs to, or its own address."""
    relation = (rel or "alternate").strip().lower()
    if not href:
        return
    if relation == "self":
        feed.self_url = feed.self_url or href
    elif relation == "alternate" and (not kind or "html" in kind):
        feed.link = feed.link or href
