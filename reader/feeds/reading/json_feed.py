"""JSON Feed 1.0 and 1.1, whatever their values turn out to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from reader.feeds.reading.json_text import elements_of, loaded, top_level, whole_object
from reader.feeds.reading.raw import MOST_ITEMS, Body, Kind, Media, RawFeed, RawItem

_SIGNS = ("version", "items", "feed_url", "home_page_url")


def is_json(text: str) -> bool:
    """Whether ``text`` begins like JSON."""
    return text[:1000].lstrip("\ufeff \t\r\n\x00")[:1] in ("{", "[")


def read_json(text: str, take: Callable[[RawItem], None]) -> RawFeed | None:
    """Read a JSON Feed, as far as it goes where it is cut off; each item goes to ``take``.

    None where ``text`` is JSON of another kind, or none.
    """
    head, pieces = _parts(text)
    if not any(sign in head for sign in _SIGNS) or not (head.get("items") or "jsonfeed" in str(head.get("version"))):
        return None
    for found, _ in zip(_objects(pieces), range(MOST_ITEMS), strict=False):
        take(_item(found))
    feed = RawFeed(atom=True)
    feed.title = _body(head.get("title"), Kind.TEXT)
    feed.description = _body(head.get("description"), Kind.TEXT)
    feed.link, feed.self_url = _string(head.get("home_page_url")), _string(head.get("feed_url"))
    feed.language = _string(head.get("language"))
    feed.authors = _authors(head)
    return feed


def _parts(text: str) -> tuple[dict[str, Any], Iterator[Any]]:
    """The feed without its items, and the items: at once where ``text`` is sound, else one by one."""
    whole = whole_object(text)
    if whole is None:
        return top_level(text), map(loaded, elements_of(text, "items"))
    items = whole.get("items")
    found: list[Any] = items if isinstance(items, list) else []
    return {**whole, "items": isinstance(items, list)}, iter(found)


def _objects(pieces: Iterator[Any]) -> Iterator[dict[str, Any]]:
    for found in pieces:
        if isinstance(found, dict) and found:
            yield found
        elif isinstance(found, str) and any(c.isalpha() for c in found):
            yield {"content_text": found}


def _item(found: dict[str, Any]) -> RawItem:
    item = RawItem(title=_body(found.get("title"), Kind.GUESS))
    for key, kind in (("content_html", Kind.HTML), ("content_text", Kind.TEXT)):
        content = _body(found.get(key), kind)
        if content:
            item.contents.append(content)
    summary = _body(found.get("summary"), Kind.TEXT)
    item.summaries = [summary] if summary else []
    item.guid = _string(found.get("id"))
    item.link = _string(found.get("url")) or _string(found.get("external_url"))
    item.guid_is_link = bool(item.guid and item.guid.startswith(("http:", "https:")))
    for key, role in (("date_published", "published"), ("date_modified", "updated")):
        value = _string(found.get(key))
        if value:
            item.dates[role] = value
    item.authors = _authors(found)
    item.language = _string(found.get("language"))
    for attachment in _list(found.get("attachments")):
        if isinstance(attachment, dict) and (url := _string(attachment.get("url"))):
            mime, name = _string(attachment.get("mime_type")), _string(attachment.get("title"))
            item.media.append(Media(url, mime or "", name or ""))
    for key in ("image", "banner_image"):
        if url := _string(found.get(key)):
            item.media.append(Media(url, "image"))
            break
    return item


def _authors(found: dict[str, Any]) -> list[str]:
    names = []
    for author in [*_list(found.get("authors")), found.get("author")]:
        name = _string(author.get("name") if isinstance(author, dict) else author)
        if name and name not in names:
            names.append(name)
    return names


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value] if isinstance(value, dict) else []


def _body(value: object, kind: Kind) -> Body | None:
    words = _string(value)
    return Body(words, kind) if words else None


def _string(value: object) -> str | None:
    """Words, or a number as it is written; nothing else."""
    return value.strip() or None if isinstance(value, str) else None
