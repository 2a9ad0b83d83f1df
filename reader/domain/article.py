"""Articles as they are stored."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.domain.tag import Tag


@dataclass(frozen=True, slots=True)
class Draft:
    """A text on its way into the library: plain text, already clean, with what is known about it.

    ``published`` is an ISO 8601 date or date and time, UTC where a time is given; ``language`` a BCP 47 code;
    ``example`` marks a story the project wrote itself. ``origin`` says where it came from (path or address) and is
    only shown, never read. ``layout`` is a ``Layout`` as JSON; ``guid`` what its feed calls it.
    """

    text: str
    title: str
    source: str | None = None
    author: str | None = None
    place: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    origin: str | None = None
    example: bool = False
    layout: str = ""
    updated: str | None = None
    guid: str | None = None

    @property
    def text_hash(self) -> str:
        """SHA-256 of the text, in hex: what an analysis is keyed by."""
        return hash_text(self.text)


class Shown(StrEnum):
    """Which of an article's texts is shown: its feed's (or file's), or that of its page."""

    FEED = "feed"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Article:
    """One stored text with its identity and status. ``added`` is ISO 8601 in UTC; ``position`` the code point
    of the text that stood at the top of the screen when it was left.

    ``dated`` is what it is sorted by: its date, or when it was first seen. ``changed`` is when its words last became
    others, or None; ``feed_id`` the feed it first came from. ``tags`` are the names of its tags, in their order.
    """

    id: int
    text: str
    text_hash: str
    title: str
    source: str | None
    author: str | None
    place: str | None
    published: str | None
    language: str
    url: str | None
    origin: str | None
    example: bool
    added: str
    read: bool
    position: int
    dated: str = ""
    updated: str | None = None
    guid: str | None = None
    feed_id: int | None = None
    shown: Shown = Shown.FEED
    changed: str | None = None
    layout: str = ""
    bookmarked: bool = False
    deleted: bool = False
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What the list shows of an article. Of its tags only name and colour are told."""

    id: int
    title: str
    source: str | None
    published: str | None
    language: str
    example: bool
    read: bool
    changed: bool = False
    bookmarked: bool = False
    tags: tuple[Tag, ...] = ()


def hash_text(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hex."""
    import hashlib

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
