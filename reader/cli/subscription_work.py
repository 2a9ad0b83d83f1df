"""Subscribe to several addresses at once and say what became of each, in their order."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import click

from reader.cli.at_work import answering
from reader.cli.counting import counted
from reader.cli.folder_words import make_folder
from reader.cli.output import complain, say
from reader.cli.passwords import asked, has_keyboard
from reader.domain.errors import LibraryError, ParleyError
from reader.domain.feed import Feed, FullText
from reader.domain.plain_text import clean_line
from reader.domain.scope import Scope
from reader.ingest.library_lane import LibraryLane
from reader.ingest.refreshing import Refresher
from reader.ingest.subscribing import Home, SeveralFeedsError, Subscribed, Subscriptions
from reader.ingest.taking_in import SHORT, Taken
from reader.store.library import Library

_UNAUTHORISED = 401


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options of ``parley subscribe`` ask for."""

    name: str | None = None
    folder: str | None = None
    insecure: bool = False
    choose: int | None = None
    every: bool = False
    full_text: FullText | None = None
    credentials: tuple[str, str] | None = None


class SubscriptionWork:
    """One run of ``parley subscribe``."""

    def __init__(self, library: LibraryLane, refresher: Refresher, wanted: Wanted) -> None:
        self._library = library
        self._refresher = refresher
        self._subscriptions = Subscriptions(library, refresher)
        self._wanted = wanted
        # Made with the first subscription, so that both are undone at once.
        self._folder: Home = partial(make_folder, path=wanted.folder) if wanted.folder is not None else None
        self._failed = False

    async def run(self, addresses: Sequence[str]) -> int:
        """Subscribe to all. Gives the exit code. Raises LibraryError."""
        undecided = await self._several(list(dict.fromkeys(addresses)))
        for page in undecided:
            await self._several(self._chosen(page), page=page.subject)
        return int(self._failed)

    async def _several(self, addresses: Sequence[str], page: str | None = None) -> list[SeveralFeedsError]:
        """Subscribe to these at once, which perhaps a page named; gives the pages with several feeds among them."""
        tasks = [asyncio.create_task(self._one(address, page)) for address in addresses]
        pages: list[SeveralFeedsError] = []
        try:
            for task in tasks:
                try:
                    await self._tell(await task)
                except SeveralFeedsError as several:
                    pages.append(several)
                except LibraryError:
                    raise
                except ParleyError as error:
                    self._complain(str(error), getattr(error, "advice", None))
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        return pages

    async def _one(self, address: str, page: str | None) -> Subscribed:
        wanted = self._wanted
        if wanted.credentials is not None:
            await self._library.ask(partial(_keep, address=address, credentials=wanted.credentials))
        done = await self._subscriptions.subscribe(
            address, name=wanted.name, folder=self._folder, insecure=wanted.insecure, page=page
        )
        if wanted.full_text is not None and done.new:
            await self._take_pages(done.feed, wanted.full_text)
        return done

    async def _take_pages(self, feed: Feed, when: FullText) -> None:
        """Say when a feed's whole articles are wanted, and take those of what it brought already."""
        feed, pages = await self._library.ask(partial(_pages, feed=feed, when=when))
        if pages:
            await self._refresher.pages([Taken(pages=pages)], [feed])
            await self._refresher.finish()

    async def _tell(self, done: Subscribed) -> None:
        called = _called(done.feed)
        if not done.new:
            say(f"already subscribed to {called}")
            return
        if done.error is None:
            await self._welcome(done.feed)
            return
        visit = await self._library.ask(lambda library: library.feeds.visit(done.feed.id))
        if visit.status != _UNAUTHORISED:
            say(f"subscribed to {called}")
            self._complain(done.error, done.advice)
        elif self._wanted.credentials is None and has_keyboard():
            await self._sign_in(done.feed)
        else:
            say(f"subscribed to {called}")
            self._complain(done.error, f"Sign in with: parley feed sign-in {done.feed.id}")

    async def _sign_in(self, feed: Feed) -> None:
        """Ask for a name and password, once, and try again."""
        with answering():
            pair = asked(feed.address)
        kept = await self._library.ask(partial(_keep, address=feed.address, credentials=pair))
        click.echo(clean_line(kept), err=True)
        (outcome,) = await self._refresher.refresh([feed.id], force=True)
        if outcome.error is None:
            await self._welcome(await self._library.ask(lambda library: library.feeds.get(feed.id)))
        else:
            say(f"subscribed to {_called(feed)}")
            self._complain(outcome.error, outcome.advice)

    async def _welcome(self, feed: Feed) -> None:
        """Say what a feed has, be it also in others."""
        counts = await self._library.ask(lambda library: library.counts(Scope(feed=feed.id)))
        say(f"subscribed to {_called(feed)}: {counted(counts.articles, 'article')}")

    def _chosen(self, page: SeveralFeedsError) -> list[str]:
        """The addresses wanted of a page's feeds: all, the Nth, what the user says now; or none, with the reason."""
        found = [feed.address for feed in page.found]
        if self._wanted.every:
            return found
        number = self._wanted.choose
        lines = [
            f"  {n}  {clean_line(feed.title) or feed.kind.value} ({clean_line(feed.address)})"
            for n, feed in enumerate(page.found, start=1)
        ]
        if number is None and has_keyboard():
            click.echo("\n".join([clean_line(str(page)), *lines]), err=True)
            with answering():
                number = click.prompt("Which", type=click.IntRange(1, len(found)), err=True)
        if number is None or number > len(found):
            self._complain(str(page), "Say which with --choose N, or take them with --all:")
            click.echo("\n".join(lines), err=True)
            return []
        return [found[number - 1]]

    def _complain(self, sentence: str, advice: str | None = None) -> None:
        self._failed = True
        complain(f"{sentence} {advice}" if advice else sentence)


def _called(feed: Feed) -> str:
    name, address = clean_line(feed.shown), clean_line(feed.address)
    return name if name == address else f"{name} ({address})"


def _keep(library: Library, address: str, credentials: tuple[str, str]) -> str:
    """Keep a name and password for an address as it was typed. Raises FeedError, FetchError."""
    from reader.feeds.credentials import keep
    from reader.feeds.discovery.addresses import normalise_address
    from reader.feeds.fetching.addresses import split_credentials

    return keep(split_credentials(normalise_address(address)).address, *credentials)


def _pages(library: Library, feed: Feed, when: FullText) -> tuple[Feed, tuple[tuple[int, str], ...]]:
    """Set when full text is wanted; the articles, with their addresses, that want it now."""
    library.feeds.set_full_text(feed.id, when)
    pages = []
    if when is not FullText.OFF:
        for record in library.records(Scope(feed=feed.id)):
            id, url = record["id"], record["url"]
            if url and (when is FullText.ALWAYS or len(library.article(id).text) <= SHORT):
                pages.append((id, url))
    return library.feeds.get(feed.id), tuple(pages)
