"""Take what visits brought into the library: everything of a visit in one transaction, or nothing of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from reader.domain.errors import ParleyError
from reader.domain.feed import Feed, FullText, Visit
from reader.domain.fetching import Response
from reader.domain.intent import New
from reader.ingest.decide import decide
from reader.ingest.reading_worker import ReadDocument
from reader.ingest.visiting import failed, stamp, succeeded
from reader.store.entries import Origin, Saved
from reader.store.library import Library

SHORT = 700
"""Characters up to which a feed's text is taken for a teaser of the article."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a visit brought: ``response`` and ``document`` (None: nothing new to read), or ``error``; ``room`` is what
    is to be given back for it, see ``visit_feed``."""

    feed: Feed
    visit: Visit
    moment: datetime
    response: Response | None = None
    document: ReadDocument | None = None
    body_hash: str | None = None
    error: ParleyError | None = None
    room: int = 0


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of it. ``pages`` are articles whose whole text is to be fetched, with their addresses; ``unsaid`` new
    articles that do not say their language themselves; ``language`` what the feed claims."""

    saved: Saved = field(default_factory=Saved)
    pages: tuple[tuple[int, str], ...] = ()
    unsaid: tuple[int, ...] = ()
    language: str | None = None


def take_in(library: Library, brought: Sequence[Brought], chance: Callable[[], float]) -> list[Taken]:
    """Keep what visits brought. Raises LibraryError, and then nothing of it is kept."""
    with library.transaction(durable=False):
        return [_take_in(library, one, chance()) for one in brought]


def _take_in(library: Library, brought: Brought, jitter: float) -> Taken:
    feed, now = brought.feed, brought.moment
    if brought.error is not None:
        status = brought.response.status if brought.response else None
        after, readdress = failed(brought.visit, brought.error, now=now, jitter=jitter, status=status)
        taken = Taken()
    else:
        assert brought.response is not None
        taken = _articles(library, feed, brought.document, now) if brought.document else Taken()
        after, readdress = succeeded(
            brought.visit,
            brought.response,
            now=now,
            jitter=jitter,
            dates=library.feeds.recent(feed.id),
            parsed=brought.document.feed if brought.document else None,
            body_hash=brought.body_hash,
            fresh=len(taken.saved.new),
        )
    if readdress is not None:
        library.feeds.readdress(feed.id, readdress)
    library.feeds.visited(feed.id, after)
    return taken


def _articles(library: Library, feed: Feed, document: ReadDocument, now: datetime) -> Taken:
    parsed, identities = document.feed, document.identities
    library.feeds.described(feed, parsed)
    intents = decide(
        zip(parsed.items, identities, strict=True),
        library.entries.known(feed.id, identities),
        library.entries.elsewhere(feed.id, identities),
    )
    language = parsed.language or feed.language
    origin = Origin(feed.id, feed.name or parsed.title or feed.shown, language, feed.address)
    saved = library.entries.save(origin, intents, stamp(now))
    items = [intent.item for intent in intents if isinstance(intent, New)]
    fresh = list(zip(saved.new, items, strict=True))
    wanted = {
        FullText.OFF: [],
        FullText.ALWAYS: fresh,
        FullText.SHORT: [(id, item) for id, item in fresh if len(item.text) <= SHORT],
    }[feed.full_text]
    return Taken(
        saved,
        tuple((id, item.url) for id, item in wanted if item.url),
        tuple(id for id, item in fresh if item.language in (None, parsed.language)),
        language,
    )
