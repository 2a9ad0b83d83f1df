"""What is to be done with one item of a feed: decided without a library, carried out by it."""

from __future__ import annotations

from dataclasses import dataclass

from reader.domain.entry import Identity
from reader.domain.feed import FeedItem


@dataclass(frozen=True, slots=True)
class New:
    """An article the library does not have."""

    item: FeedItem
    identity: Identity


@dataclass(frozen=True, slots=True)
class Joined:
    """An article that another feed brought already, word for word."""

    article_id: int
    item: FeedItem
    identity: Identity


@dataclass(frozen=True, slots=True)
class Rewritten:
    """An article whose title or text became another: a new version. ``owner`` is False where only this feed's entry
    changes, because the article is another feed's."""

    entry_id: int
    article_id: int
    item: FeedItem
    identity: Identity
    owner: bool


@dataclass(frozen=True, slots=True)
class Amended:
    """An article with the same words of which something else became known: author, dates, address, layout."""

    entry_id: int
    article_id: int
    item: FeedItem
    identity: Identity
    owner: bool


Intent = New | Joined | Rewritten | Amended
