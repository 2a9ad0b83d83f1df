"""Items of feeds, and a feed to have brought them, for the tests of the store."""

from __future__ import annotations

from reader.domain.entry import identity
from reader.domain.feed import Feed, FeedItem
from reader.ingest.decide import decide
from reader.store.entries import Origin, Saved
from reader.store.library import Library

NOW = "2026-03-01T12:00:00Z"
LATER = "2026-03-01T13:00:00Z"


def item(name: str, text: str = "", **more: str) -> FeedItem:
    """An item called ``name``, with a guid and an address made of it."""
    given = {"guid": f"guid-{name}", "url": f"https://bay.example/{name}", **more}
    return FeedItem(title=f"Title {name}", text=text or f"Text of {name}.", **given)  # type: ignore[arg-type]


def brought(library: Library, feed: Feed, *items: FeedItem, now: str = NOW) -> Saved:
    """What becomes of the items of a feed's document."""
    fresh = [(one, identity(one)) for one in items]
    identities = [who for _, who in fresh]
    with library.transaction():
        known = library.entries.known(feed.id, identities)
        intents = decide(fresh, known, library.entries.elsewhere(feed.id, identities))
        return library.entries.save(Origin(feed.id, feed.shown, "en"), intents, now)


def contents(library: Library) -> list[tuple[object, ...]]:
    """Everything articles and entries hold, whatever their numbers."""
    return [
        *library._ask(
            "SELECT title, text, url, guid, published, updated, author, dated, changed FROM article ORDER BY 1, 2"
        ),
        *library._ask("SELECT feed_id, guid, url_key, title_key, text_key, facts_key FROM entry ORDER BY 1, 2, 3, 4"),
    ]
