"""What one element of an item says, for every reader of XML: its name, words and attributes into a RawItem."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from typing import Protocol

from reader.feeds.reading import vocabulary as words
from reader.feeds.reading.raw import Body, Kind, Media, RawItem

_KINDS = {
    "html": Kind.HTML,
    "xhtml": Kind.HTML,
    "text/html": Kind.HTML,
    "application/xhtml+xml": Kind.HTML,
    "text": Kind.TEXT,
    "text/plain": Kind.TEXT,
}


class Element(Protocol):
    """An element as a reader sees it. ``get`` gives an attribute or None; ``base`` is its own xml:base, if any.

    ``marked_up`` is True where its words are the serialised elements it holds.
    """

    name: str
    words: str
    marked_up: bool
    base: str | None

    def get(self, attribute: str) -> str | None: ...


def take(item: RawItem, element: Element, *, atom: bool) -> None:
    """Put what ``element`` says where it belongs in ``item``; ``atom`` is True in an Atom document."""
    handler = _HANDLERS.get(element.name)
    if handler is not None:
        handler(item, element, atom)


def body(element: Element, atom: bool) -> Body | None:
    """The words of ``element`` and what they are; None where there are none."""
    value, kind = element.words, _kind(element, atom)
    declared = element.get("type")
    if element.get("mode") == "base64" or (declared and kind is Kind.GUESS and _is_binary(declared)):
        value = unpacked_base64(value) or ""
        kind = Kind.GUESS
    value = value.strip()
    return Body(value, kind, element.base) if value else None


def unpacked_base64(value: str) -> str | None:
    """The text inside ``value``, or None where it is no base64 or no text."""
    try:
        text = base64.b64decode("".join(value.split()), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return None
    return text if text.replace("\n", "").replace("\r", "").replace("\t", "").isprintable() else None


def _kind(element: Element, atom: bool) -> Kind:
    if element.marked_up:
        return Kind.HTML
    declared = element.get("type")
    if not declared:
        return Kind.TEXT if atom and element.name in _TYPED else Kind.GUESS
    return _KINDS.get(declared.strip().lower(), Kind.GUESS)


_TYPED = frozenset({"title", "summary", "content", "subtitle"})


def _is_binary(declared: str) -> bool:
    kind = declared.strip().lower().partition(";")[0]
    return "/" in kind and not kind.startswith(("text/", "message/")) and not kind.endswith(("/xml", "+xml"))


def _title(item: RawItem, element: Element, atom: bool) -> None:
    if item.title is None or (element.name == "title" and not item.title.value):
        item.title = body(element, atom)


def _content(item: RawItem, element: Element, atom: bool) -> None:
    source = element.get("src")
    found = body(element, atom)
    if found is not None:
        item.contents.append(found)
    elif source:
        item.media.append(Media(source, element.get("type") or ""))


def _summary(item: RawItem, element: Element, atom: bool) -> None:
    found = body(element, atom)
    if found is not None:
        item.summaries.append(found)


def _caption(item: RawItem, element: Element, atom: bool) -> None:
    value = element.words.strip()
    item.caption = item.caption or value or None
    if element.name == "media:description" and len(value) > len(item.described or ""):
        item.described = value


def _link(item: RawItem, element: Element, atom: bool) -> None:
    href = element.get("href") or element.words.strip()
    if href:
        take_link(item, href, element.get("rel"), element.get("type"), element.get("title"))


def take_link(item: RawItem, href: str, rel: str | None, kind: str | None, name: str | None) -> None:
    """A link of an item: its page, or something to play or download."""
    relation = (rel or "alternate").strip().lower()
    if relation == "enclosure":
        item.media.append(Media(href, kind or "", name or ""))
    elif relation == "alternate" and (item.link is None) and (not kind or "html" in kind):
        item.link = href


def _guid(item: RawItem, element: Element, atom: bool) -> None:
    value = element.words.strip()
    if value and item.guid is None:
        take_guid(item, value, None if atom or element.name == "id" else element.get("ispermalink") or "")


def take_guid(item: RawItem, value: str, permalink: str | None) -> None:
    """An item's identifier; ``permalink`` is what isPermaLink says, "" where it says nothing, None in Atom.

    Without a word on it, only what looks like an address is one.
    """
    item.guid = value
    said = permalink.strip().lower() if permalink is not None else "false"
    item.guid_is_link = said == "true" or (said != "false" and value.startswith(("http:", "https:", "/")))


def _date(item: RawItem, element: Element, atom: bool) -> None:
    value = element.words.strip()
    if value:
        item.dates.setdefault(words.DATES[element.name], value)


def _author(item: RawItem, element: Element, atom: bool) -> None:
    value = element.words.strip()
    if value:
        item.authors.append(value)


def _language(item: RawItem, element: Element, atom: bool) -> None:
    item.language = element.words.strip() or item.language


def _original(item: RawItem, element: Element, atom: bool) -> None:
    item.original = element.words.strip() or None


def _media(item: RawItem, element: Element, atom: bool) -> None:
    url = element.get("url") or element.get("href")
    if url:
        kind = element.get("type") or element.get("medium") or ""
        item.media.append(Media(url, kind, element.get("title") or ""))


_Handler = Callable[[RawItem, Element, bool], None]
_HANDLERS: dict[str, _Handler] = {
    **dict.fromkeys(words.TITLES, _title),
    **dict.fromkeys(words.CONTENTS, _content),
    **dict.fromkeys(words.SUMMARIES, _summary),
    **dict.fromkeys(words.CAPTIONS, _caption),
    **dict.fromkeys(words.GUIDS, _guid),
    **dict.fromkeys(words.DATES, _date),
    **dict.fromkeys(words.AUTHORS, _author),
    **dict.fromkeys(words.LANGUAGES, _language),
    **dict.fromkeys(words.ORIGINALS, _original),
    **dict.fromkeys(words.MEDIA, _media),
    "link": _link,
}
KNOWN = frozenset(_HANDLERS)
"""The names that ``take`` knows."""
