"""What the readers find in a document, as it stands there: nothing resolved, cleaned, chosen or converted yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

MOST_ITEMS = 20_000
"""Items taken from one document; those after them are left."""


class Kind(StrEnum):
    """What a value claims to be. RSS never says, so there one has to look (``GUESS``)."""

    TEXT = "text"
    HTML = "html"
    GUESS = "guess"


@dataclass(slots=True)
class Body:
    """A title or a text; ``base`` is what its relative links start from, where the document says (xml:base)."""

    value: str
    kind: Kind = Kind.GUESS
    base: str | None = None


@dataclass(slots=True)
class Media:
    """Something to hear, see or download: its address as written, its MIME type or medium, its name."""

    url: str
    type: str = ""
    name: str = ""


@dataclass(slots=True)
class RawItem:
    """One item. ``dates`` maps a role of ``vocabulary.DATES`` to what is written there; ``base`` is its xml:base.

    ``original`` is the address behind one that only counts readers; ``caption`` names the first of ``media``,
    ``described`` is what its media say about themselves.
    """

    title: Body | None = None
    contents: list[Body] = field(default_factory=list)
    summaries: list[Body] = field(default_factory=list)
    link: str | None = None
    original: str | None = None
    guid: str | None = None
    guid_is_link: bool = False
    dates: dict[str, str] = field(default_factory=dict)
    authors: list[str] = field(default_factory=list)
    language: str | None = None
    media: list[Media] = field(default_factory=list)
    caption: str | None = None
    described: str | None = None
    base: str | None = None

    def readable(self) -> bool:
        """True where there is anything a person could read or open."""
        words = self.title or self.contents or self.summaries or self.described
        return bool(words or self.link or self.guid or self.media or self.dates)


@dataclass(slots=True)
class RawFeed:
    """What stands around the items. ``atom`` says that items inherit the feed's authors."""

    title: Body | None = None
    description: Body | None = None
    link: str | None = None
    self_url: str | None = None
    new_url: str | None = None
    language: str | None = None
    ttl: str | None = None
    hours: list[str] = field(default_factory=list)
    days: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    atom: bool = False
    base: str | None = None
