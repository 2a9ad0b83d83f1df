"""The reference reader: feedparser, for what is not clean. Imports feedparser: only for reading such a feed."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable
from typing import Any

import feedparser

from reader.feeds.reading import elements, feed_elements
from reader.feeds.reading.raw import MOST_ITEMS, Body, Kind, Media, RawFeed, RawItem
from reader.feeds.reading.vocabulary import DATES

LARGEST = 4 * 1024 * 1024
"""Characters of a document that feedparser is given; for more it takes too much memory."""

_MOST_TAGS = 80_000  # feedparser reads some 30,000 a second
# What feedparser would take for the item's own summary, title or date goes by names that it leaves alone.
_RENAMED = {
    "media:title": "parleycaption",
    "media:description": "parleydescribed",
    "dc:date": "parleydate",
    "itunes:summary": "parleysummary",
    "itunes:subtitle": "parleysubtitle",
    "itunes:title": "parleytitle",
}
_RENAME = re.compile(rf"<(/?)({'|'.join(_RENAMED)})(?=[\s>])[^<>]*>", re.IGNORECASE)
_HEADERS = {"content-type": "application/xml; charset=utf-8"}


def can_read(text: str) -> bool:
    """Whether ``text`` is small enough for feedparser's memory and time."""
    return len(text) <= LARGEST and text.count("<") <= _MOST_TAGS


def read_reference(text: str, take: Callable[[RawItem], None]) -> RawFeed:
    """Read ``text``, which holds no document type, with feedparser; each item goes to ``take``."""
    text = _RENAME.sub(lambda tag: f"<{tag[1]}{_RENAMED[tag[2].lower()]}>", text)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parsed = feedparser.parse(
            io.BytesIO(text.encode("utf-8", "ignore")),
            response_headers=_HEADERS,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    feed = _feed(parsed.get("feed", {}), str(parsed.get("version") or "").startswith("atom"))
    for entry in parsed.get("entries", ())[:MOST_ITEMS]:
        take(_item(entry, feed.atom, rdf=parsed.get("version") in ("rss090", "rss10")))
    return feed


def _feed(found: Any, atom: bool) -> RawFeed:
    feed = RawFeed(atom=atom, language=_text(found, "language") or None)
    feed.language = feed.language or (found.get("title_detail") or {}).get("language")
    feed.title, feed.description = _body(found, "title", atom), _body(found, "subtitle", atom)
    for link in found.get("links", ()):
        feed_elements.take_link(feed, str(link.get("href") or ""), link.get("rel"), link.get("type"))
    feed.link = feed.link or _text(found, "link") or None
    feed.new_url = _text(found, "newlocation") or _text(found, "itunes_new-feed-url") or None
    feed.ttl = _text(found, "ttl") or None
    feed.hours, feed.days = [_text(found, "hour")], [_text(found, "day")]
    feed.authors = _names(found) if atom else []
    return feed


def _item(entry: Any, atom: bool, rdf: bool) -> RawItem:
    item = RawItem(title=_body(entry, "title", atom), original=_text(entry, "feedburner_origlink") or None)
    for content in entry.get("content", ()):
        _take_content(item, content, atom)
    summary = _body(entry, "summary", atom)
    if summary and all(summary.value != content.value for content in item.contents):
        item.summaries.append(summary)
    item.summaries += [Body(value) for key in ("parleysummary", "parleysubtitle") if (value := _text(entry, key))]
    for link in entry.get("links", ()):
        href = str(link.get("href") or "")
        if href:
            elements.take_link(item, href, link.get("rel"), link.get("type"), link.get("title"))
    for media in entry.get("media_content", ()):
        url = media.get("url") or media.get("href")
        if url:
            item.media.append(Media(url, media.get("type") or media.get("medium") or "", media.get("title") or ""))
    guid = _text(entry, "id")
    if guid:
        elements.take_guid(item, guid, "" if rdf or entry.get("guidislink") else "false")
    for role, names in _ROLES.items():
        value = next((found for name in names if (found := _text(entry, name))), "")
        if value:
            item.dates[role] = value
    item.authors = _names(entry)
    item.language = _text(entry, "language") or _language(entry)
    item.caption, item.described = _text(entry, "parleycaption") or None, _text(entry, "parleydescribed") or None
    item.caption = item.caption or item.described
    return item


_ROLES = {
    "published": ("published",),
    "date": ("parleydate", "date"),
    "prism": tuple(name.replace(":", "_") for name, role in DATES.items() if role == "prism"),
    "created": ("created",),
    "updated": ("updated",),
}


def _take_content(item: RawItem, content: Any, atom: bool) -> None:
    kind, value = str(content.get("type") or ""), str(content.get("value") or "")
    if content.get("src") and not value:
        item.media.append(Media(str(content["src"]), kind))
    elif value and not (kind and "/" in kind and not kind.startswith("text/") and not kind.endswith("xml")):
        item.contents.append(Body(value, _kind(kind, atom), content.get("base") or None))
    elif value and (text := elements.unpacked_base64(value)):
        item.contents.append(Body(text))


def _body(found: Any, name: str, atom: bool) -> Body | None:
    value = _text(found, name)
    if not value:
        return None
    detail = found.get(f"{name}_detail") or {}
    return Body(value, _kind(str(detail.get("type") or ""), atom), detail.get("base") or None)


def _kind(declared: str, atom: bool) -> Kind:
    """feedparser says text/plain for RSS too, where it only means that nothing was declared."""
    if declared == "application/xhtml+xml" or (atom and declared == "text/html"):
        return Kind.HTML
    return Kind.TEXT if atom and declared == "text/plain" else Kind.GUESS


def _text(found: Any, name: str) -> str:
    value = dict.get(found, name)
    return value.strip() if isinstance(value, str) else ""


def _names(found: Any) -> list[str]:
    written = _text(found, "author")
    if "@" in written and len(found.get("authors", ())) < 2:
        return [written]  # feedparser tells name and address apart only where the address ends as they did in 2002
    people = [str(person.get("name") or person.get("email") or "") for person in found.get("authors", ())]
    return [name for name in people if name] or ([written] if written else [])


def _language(entry: Any) -> str | None:
    details = [entry.get("title_detail"), entry.get("summary_detail"), *entry.get("content", ())]
    return next((str(detail["language"]) for detail in details if detail and detail.get("language")), None)
