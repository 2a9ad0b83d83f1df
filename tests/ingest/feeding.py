"""Feeds as a test server serves them, and a library that is fed from it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from impatient import Impatient

from reader.domain.article import Article
from reader.domain.feed import Feed, Visit
from reader.feeds.credentials import find
from reader.ingest.library_lane import LibraryLane
from reader.ingest.outcome import Outcome
from reader.ingest.refreshing import Refresher
from reader.ingest.subscribing import Subscriptions
from reader.store.library import Library


def rss(*items: str, title: str = "The Bay Post", more: str = "") -> bytes:
    """A feed with these items."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>{title}</title>{more}'
        f"{''.join(items)}</channel></rss>"
    ).encode()


def entry(name: str, text: str = "", more: str = "") -> str:
    """An item called ``name``, escaped as it is given."""
    return (
        f"<item><title>Title {name}</title><guid isPermaLink='false'>{name}</guid>"
        f"<link>https://bay.example/{name}</link><description>{text or f'Text of {name}.'}</description>{more}</item>"
    )


class Fed:
    """A library, and what feeds it."""

    def __init__(self, path: Path, hurry: tuple[str, ...]) -> None:
        self.lane = LibraryLane(path)
        self.refresher = Refresher(self.lane, fetcher=Impatient(*hurry, credentials=find))
        self.subscriptions = Subscriptions(self.lane, self.refresher)

    async def follow(self, *addresses: str) -> list[Feed]:
        """Subscribe without asking anybody."""
        return await self.lane.ask(lambda library: [library.feeds.subscribe(address) for address in addresses])

    async def refresh(self, *, force: bool = True) -> dict[str, Outcome]:
        """Refresh everything; outcomes by the last part of the feed's address."""
        outcomes = await self.refresher.refresh(force=force)
        return {outcome.address.rpartition("/")[2]: outcome for outcome in outcomes}

    async def articles(self) -> list[Article]:
        """Every article, newest first."""

        def all_of(library: Library) -> list[Article]:
            return [library.article(row.id) for row in library.rows() if not row.example and row.source != "AP"]

        return await self.lane.ask(all_of)

    async def titles(self) -> set[str]:
        """What the articles are called."""
        return {article.title for article in await self.articles()}

    async def visit(self, feed: Feed) -> Visit:
        """How the feed's last visit went."""
        return await self.lane.ask(lambda library: library.feeds.visit(feed.id))


@asynccontextmanager
async def fed(path: Path, *hurry: str) -> AsyncIterator[Fed]:
    """A library without the seed stories, for as long as the block lasts. Nobody is waited for long at the paths
    ``hurry``."""
    Library.open(path).close()
    one = Fed(path, hurry)
    await one.lane.ask(lambda library: None)
    try:
        yield one
    finally:
        await one.refresher.close()
        one.lane.close()
