"""Kinds of rows that came in: subscriptions, what their feeds held, articles and their other texts."""

from __future__ import annotations

from reader.domain.article import Shown
from reader.store.transfer.row import Hash, Id, Json, Number, PackedJson, Row


class FeedRow(Row, tag="feed"):
    """A subscription, given up or not."""

    id: Id
    address: str
    subscribed: str
    full_text: str
    paused: bool
    typed: bool
    insecure: bool
    added: str
    name: str | None = None
    title: str | None = None
    site: str | None = None
    description: str | None = None
    language: str | None = None
    proxy: str | None = None
    unsubscribed: str | None = None


class AddressRow(Row, tag="address"):
    """An address a feed was ever known by."""

    address: str
    feed_id: Id


class FolderRow(Row, tag="folder"):
    """A folder of feeds."""

    id: Id
    name: str
    position: Number
    attributes: Json
    parent: Id | None = None


class PlacementRow(Row, tag="placement"):
    """Where a feed stands."""

    id: Id
    feed_id: Id
    position: Number
    attributes: Json
    folder: Id | None = None


class VisitRow(Row, tag="visit"):
    """How a feed's last visits went."""

    feed_id: Id
    failures: Number
    next_try: str
    not_before: str
    skip_hours: str
    skip_days: str
    moved_visits: Number
    gone: bool
    fresh: Number
    tried: str | None = None
    succeeded: str | None = None
    status: Number | None = None
    error: str | None = None
    advice: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    ttl: Number | None = None
    moved_to: str | None = None


class ArticleRow(Row, tag="article"):
    """An article with its text and layout."""

    id: Id
    dated: str
    title: str
    language: str
    added: str
    example: bool
    shown: Shown
    text_hash: Hash
    text: str
    layout: Json
    source: str | None = None
    author: str | None = None
    place: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    guid: str | None = None
    origin: str | None = None
    feed_id: Id | None = None
    changed: str | None = None


class VersionRow(Row, tag="version"):
    """What an article said before."""

    id: Id
    article_id: Id
    replaced: str
    shown: Shown
    title: str
    text_hash: Hash
    text: str
    layout: Json
    author: str | None = None
    published: str | None = None
    updated: str | None = None


class AlternateRow(Row, tag="alternate"):
    """The text an article could show instead."""

    article_id: Id
    shown: Shown
    text_hash: Hash
    text: str
    layout: Json


class EntryRow(Row, tag="entry"):
    """What identifies an item of a feed, and the article it became."""

    id: Id
    article_id: Id
    dated: str
    title_key: str
    text_key: str
    facts_key: str
    feed_id: Id | None = None
    guid: str | None = None
    url_key: str | None = None


class SignatureRow(Row, tag="signature"):
    """What an article is about, in little."""

    article_id: Id
    day: float
    key: str
    parties: Json
    body: PackedJson
    agency: str | None = None


class AnalysisRow(Row, tag="analysis"):
    """What was found in a text."""

    id: Id
    text_hash: Hash
    engine_key: str
    body: PackedJson
