"""Kinds of rows the user made: settings, reading state, tags, notes, searches, corrections, deeds."""

from __future__ import annotations

from reader.domain.annotation import About
from reader.domain.colour import Colour
from reader.domain.correction import CorrectionKind
from reader.domain.story import StoryWishKind
from reader.domain.watch import WatchKind
from reader.store.transfer.row import Hash, Id, Json, Number, Row


class SettingRow(Row, tag="setting"):
    """A value kept under a key."""

    key: str
    value: str


class StatusRow(Row, tag="status"):
    """What was done with an article."""

    article_id: Id
    read: bool
    bookmarked: bool
    deleted: bool
    position: Number
    looked: str


class TagRow(Row, tag="tag"):
    """A tag."""

    id: Id
    name: str
    folded: str
    colour: Colour | None = None


class TaggingRow(Row, tag="tagging"):
    """An article's tag."""

    id: Id
    article_id: Id
    tag_id: Id


class AnnotationRow(Row, tag="annotation"):
    """A highlight or a note."""

    id: Id
    uri: str
    article_id: Id
    about: About
    body: str
    created: str
    modified: str
    colour: Colour | None = None
    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    start: Number | None = None
    text_hash: Hash | None = None


class DraftRow(Row, tag="draft"):
    """A note that is not finished."""

    subject: str
    body: str
    saved: str


class SearchRow(Row, tag="search"):
    """A saved search."""

    id: Id
    name: str
    query: str
    position: Number
    added: str


class MarkRow(Row, tag="story_mark"):
    """What was said of the story an article is in."""

    article_id: Id
    name: str
    followed: bool
    muted: bool
    looked: str


class WishRow(Row, tag="story_wish"):
    """What was said of articles: together or apart."""

    id: Id
    kind: StoryWishKind
    articles: Json
    others: Json
    made: str


class WatchRow(Row, tag="watch"):
    """What is watched for."""

    id: Id
    name: str
    kind: WatchKind
    query: str
    seen: str
    added: str
    story: Id | None = None


class CorrectionRow(Row, tag="correction"):
    """What was said of an analysis."""

    id: Id
    kind: CorrectionKind
    made: str
    undone: Number
    actor: str | None = None
    value: str | None = None
    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    start: Number | None = None
    text_hash: Hash | None = None


class DeedRow(Row, tag="deed"):
    """Something that was done, and how to undo it."""

    id: Id
    kind: str
    label: str
    made: str
    changes: Json
    undone: Number


class SequenceRow(Row, tag="sequence"):
    """The last number given out in a table: none is given out twice."""

    name: str
    seq: Id
