"""A library with feeds in folders, made by hand: what the tests of the feeds' screens share."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reading import Reading, reading

from reader.domain.entry import identity
from reader.domain.feed import FeedItem, Visit
from reader.domain.intent import New
from reader.store.entries import Origin
from reader.store.library import Library
from reader.ui.feeds.on_feeds import OnFeeds

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)


def stamp(days: float = 0) -> str:
    """A time so many days before the present of these tests, as the library keeps it."""
    return (NOW - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")


def bring(library: Library, feed: int, titles: list[str], days: float = 1.0) -> list[int]:
    """New articles of a feed, the first the newest, dated from so many days ago."""
    items = [
        FeedItem(t, f"{t}: a text.", guid=f"{feed} {t}", published=stamp(days + n / 1000), language="und")
        for n, t in enumerate(titles)
    ]
    with library.transaction():
        name = library.feeds.get(feed).shown
        return list(library.entries.save(Origin(feed, name), [New(i, identity(i)) for i in items], stamp()).new)


def fill(path: Path) -> dict[str, int]:
    """Feeds Alpha and Beta in World / Far, Gamma at the top; ids by name. Nothing is analysed or asked by itself."""
    with Library.open(path) as library:
        library.set_setting("seeded", "1")
        quiet(library)
        world = library.folders.add("World")
        far = library.folders.add("Far", world)
        ids = {}
        for name, folder, count in (("Alpha", world, 3), ("Beta", far, 40), ("Gamma", None, 2)):
            feed = library.feeds.subscribe(f"https://{name.lower()}.example/feed", name=name, folder=folder)
            ids[name] = feed.id
            bring(library, feed.id, [f"{name} {n}" for n in range(count)])
        far_next = (datetime.now(UTC) + timedelta(days=30)).strftime("%Y-%m-%dT%H:%M:%SZ")
        library.feeds.visited(ids["Alpha"], Visit(tried=stamp(), succeeded=stamp(), status=200, next_try=far_next))
        error = "The server of beta.example answered 500."
        library.feeds.visited(
            ids["Beta"],
            Visit(
                tried=stamp(), status=500, failures=3, error=error, advice="It is asked again later.", next_try=far_next
            ),
        )
        return ids


def quiet(library: Library) -> None:
    """Let nothing happen by itself."""
    library.set_setting("ui.paused", "1")
    library.set_setting("ui.schedule", "0")


def drawer(reader: Reading) -> OnFeeds:
    """The drawer or health screen that lies on top."""
    screen = reader.app.screen
    assert isinstance(screen, OnFeeds)
    return screen


@asynccontextmanager
async def subscribed(path: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Reading]:
    """The app on a library that ``fill`` made."""
    async with reading(path, size) as reader:
        yield reader
