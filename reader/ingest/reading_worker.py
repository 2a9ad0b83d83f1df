"""The readers' other end: a process that makes documents and pages into articles until its pipe closes."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from reader.domain.entry import Identity, identity
from reader.domain.errors import FeedError, ParleyError
from reader.domain.feed import ParsedFeed
from reader.ingest.silence import silence

_TOGETHER = 5
"""Texts of a feed that tell its language where it does not."""

_OBJECTS = 50_000

Body = bytes | Path
"""A body, or the file it was put down in because it is large."""


@dataclass(frozen=True, slots=True)
class ReadFeed:
    """Read a feed's document; answered with a ReadDocument."""

    body: Body
    address: str
    content_type: str | None
    content_language: str | None
    last_modified: str | None
    now: datetime


@dataclass(frozen=True, slots=True)
class GetReady:
    """Import what reading feeds needs, before there is one to read; answered with None."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """Find the article in a page; answered with a Draft."""

    body: Body
    address: str
    content_type: str | None


@dataclass(frozen=True, slots=True)
class FindFeeds:
    """Find the feeds a page offers; answered with a tuple of FoundFeed, None where the body is no page."""

    body: Body
    address: str


@dataclass(frozen=True, slots=True)
class GuessLanguages:
    """Tell the languages of texts that are probably of one language, the ``claimed`` one where something is claimed;
    answered with a code for each, None where that takes a closer look."""

    texts: tuple[str, ...]
    claimed: str | None


@dataclass(frozen=True, slots=True)
class LookCloser:
    """Tell the languages of texts, which takes 120 MB; answered with a code for each, "und" where that is not sure."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A feed, and what tells each of its items from others, in their order: found here, where a core has time."""

    feed: ParsedFeed
    identities: tuple[Identity, ...]


def serve(pipe: Connection) -> None:
    """Answer each question, or send the ParleyError that says why there is no answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    silence()
    # Documents hold no cycles: Python's usual search for them among so many objects takes a tenth of the reading.
    gc.set_threshold(_OBJECTS, 20, 20)
    while True:
        try:
            question = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer = _ANSWERS[type(question)](question)
        except ParleyError as error:
            answer = error
        except Exception as error:  # whatever a document does to a parser, it costs that document alone
            subject = getattr(question, "address", "")
            answer = FeedError(f"{subject} cannot be read ({type(error).__name__}).", subject=subject)
        pipe.send(answer)


def _content(body: Body) -> bytes:
    return body if isinstance(body, bytes) else body.read_bytes()


def _get_ready(question: GetReady) -> None:
    from reader.feeds.reading import document  # noqa: F401


def _read_feed(question: ReadFeed) -> object:
    from reader.feeds.reading.document import read_feed

    feed = read_feed(
        _content(question.body),
        address=question.address,
        content_type=question.content_type,
        content_language=question.content_language,
        last_modified=question.last_modified,
        now=question.now,
    )
    return ReadDocument(feed, tuple(identity(item) for item in feed.items))


def _read_page(question: ReadPage) -> object:
    from reader.feeds.pages import page_draft

    return page_draft(_content(question.body), question.address, question.content_type)


def _find_feeds(question: FindFeeds) -> object:
    from reader.feeds.discovery.page import feeds_in_page
    from reader.feeds.reading.recognition import looks_like_html

    body = _content(question.body)
    return tuple(feeds_in_page(body, question.address)) if looks_like_html(body) else None


def _guess_languages(question: GuessLanguages) -> object:
    from reader.feeds.function_words import language_by_words

    probable = question.claimed or language_by_words("\n".join(question.texts[:_TOGETHER]))
    return tuple(language_by_words(text, probable) for text in question.texts)


def _look_closer(question: LookCloser) -> object:
    from reader.feeds.language_guess import guess_language

    return tuple(guess_language(text) for text in question.texts)


_ANSWERS: dict[type, Callable[[Any], object]] = {
    GetReady: _get_ready,
    ReadFeed: _read_feed,
    ReadPage: _read_page,
    FindFeeds: _find_feeds,
    GuessLanguages: _guess_languages,
    LookCloser: _look_closer,
}
