"""Feeds: what one holds when it is read, what the user says of it, and how its last visits went."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item of a feed, clean and in plain text.

    ``title`` and ``text`` are never empty: an item without a title is called by its first words, one without a body
    has its title as text. ``layout`` is a ``Layout`` as JSON. Dates are ISO 8601, UTC, to the second, never in the
    future; ``published`` is None where the feed gives none of any kind. ``language`` is a primary subtag ("fr").
    ``titled`` is False where the feed gave no title.
    """

    title: str
    text: str
    guid: str | None = None
    url: str | None = None
    layout: str = ""
    author: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    titled: bool = True


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """What a feed's document says.

    ``site`` is the page it belongs to; ``self_url`` the address it claims for itself, ``new_url`` the one it says it
    moved to; ``ttl`` minutes for which it asks to be left alone; ``skip_hours`` hours (0 to 23, UTC) and ``skip_days``
    days (0 is Monday) in which it does. ``reader`` names how it was read: ``fast``, ``feedparser``, ``json`` or
    ``salvage`` (a broken document, item by item).
    """

    title: str | None
    items: tuple[FeedItem, ...]
    site: str | None = None
    description: str | None = None
    language: str | None = None
    self_url: str | None = None
    new_url: str | None = None
    ttl: int | None = None
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()
    reader: str = "fast"


class FullText(StrEnum):
    """When the whole article is taken from its page: never, where the feed's text is short, always."""

    OFF = "off"
    SHORT = "short"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Feed:
    """A subscription: only what its user said of it, or what it said of itself.

    ``address`` is where it is fetched now, ``subscribed`` the address first subscribed to. ``name`` is the user's name
    for it, ``title`` its own. ``typed`` is True where the user gave the address, so that it may be on a private
    network. ``unsubscribed`` is the time it was given up, or None; its articles stay.
    """

    id: int
    address: str
    subscribed: str
    name: str | None = None
    title: str | None = None
    site: str | None = None
    description: str | None = None
    language: str | None = None
    full_text: FullText = FullText.OFF
    paused: bool = False
    typed: bool = True
    proxy: str | None = None
    insecure: bool = False
    added: str = ""
    unsubscribed: str | None = None

    @property
    def shown(self) -> str:
        """What to call it: the user's name, its own title, or its address."""
        return self.name or self.title or self.address


@dataclass(frozen=True, slots=True)
class Visit:
    """How a feed's visits went. Times are ISO 8601 in UTC.

    ``status`` is the last HTTP status (None where no answer came), ``error`` one sentence or None, ``advice`` what to
    do about it. ``failures`` counts those since the last success. ``next_try`` is when it is due; "" at once.
    ``not_before`` is until when the server, or politeness after several failures, forbids even a person to ask.
    ``body_hash`` is SHA-256 of the last body, in hex. ``moved_to`` is an address permanent redirects led to on the
    last ``moved_visits`` visits. ``gone`` is True once the server said 410: it is not asked again unless told.
    ``fresh`` is how many new articles the last visit that worked brought.
    """

    tried: str | None = None
    succeeded: str | None = None
    status: int | None = None
    error: str | None = None
    advice: str | None = None
    failures: int = 0
    next_try: str = ""
    not_before: str = ""
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    ttl: int | None = None
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()
    moved_to: str | None = None
    moved_visits: int = 0
    gone: bool = False
    fresh: int = 0
