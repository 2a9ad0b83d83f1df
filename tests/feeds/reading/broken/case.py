"""A broken feed and what has to be found in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

ADDRESS = "http://news.example/feeds/all.xml"
NAMESPACES = (
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
)


@dataclass(frozen=True)
class Case:
    """``titles`` of the items in order, None for one that has none; ``holds`` are words that must be in an item's text
    in the order of the items (None: no matter), ``urls`` their addresses. ``given`` goes to ``read_feed``."""

    name: str
    body: bytes
    titles: list[str | None]
    holds: list[str | None] = field(default_factory=list)
    urls: list[str | None] | None = None
    published: list[str | None] | None = None
    given: dict[str, Any] = field(default_factory=dict)


def item(n: int, title: str | None = None, body: str | None = None, more: str = "") -> str:
    """An RSS item of three lines."""
    return (
        f"<item>\n<title>{title if title is not None else f'Title {n}'}</title>"
        f"<link>http://news.example/{n}</link><guid>http://news.example/{n}</guid>\n"
        f"<description>{body if body is not None else f'Words of item {n}.'}</description>{more}\n</item>\n"
    )


def rss(*items: str, namespaces: str = NAMESPACES, head: str = '<?xml version="1.0" encoding="UTF-8"?>\n') -> str:
    """An RSS 2.0 document."""
    return (
        f'{head}<rss version="2.0"{namespaces}>\n<channel>\n<title>News</title><link>http://news.example/</link>'
        f"<description>All of it</description>\n{''.join(items)}</channel>\n</rss>\n"
    )


def entry(n: int, more: str = "", title: str | None = None) -> str:
    """An Atom entry."""
    return (
        f"<entry><title>{title if title is not None else f'Title {n}'}</title><id>urn:{n}</id>"
        f'<link href="http://news.example/{n}"/><updated>2022-09-14T10:00:00Z</updated>{more}</entry>'
    )


def atom(*entries: str, root: str = "", head: str = '<?xml version="1.0" encoding="utf-8"?>\n') -> str:
    """An Atom 1.0 document."""
    return (
        f'{head}<feed xmlns="http://www.w3.org/2005/Atom"{root}><title>News</title><id>urn:news</id>'
        f'<link href="http://news.example/"/>{"".join(entries)}</feed>'
    )


THREE = rss(item(1), item(2), item(3))
TITLES: list[str | None] = ["Title 1", "Title 2", "Title 3"]
WORDS: list[str | None] = ["Words of item 1.", "Words of item 2.", "Words of item 3."]


def case(
    name: str, text: str, titles: list[str | None] = TITLES, holds: list[str | None] | None = None, **more: Any
) -> Case:
    """A case in UTF-8; by default all three items whole."""
    if holds is None:
        holds = WORDS if titles == TITLES else []
    return Case(name, text.encode("utf-8", "surrogatepass"), titles, holds, **more)
