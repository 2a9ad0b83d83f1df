"""Subscribe to whatever address a person has: a feed's, or a page's whose feed is looked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from reader.domain.errors import FeedError, ParleyError
from reader.domain.feed import Feed
from reader.domain.fetching import FetchError, Request, Trouble
from reader.ingest.library_lane import LibraryLane
from reader.ingest.readers import put_down
from reader.ingest.reading_worker import FindFeeds, ReadDocument
from reader.ingest.refreshing import Refresher
from reader.ingest.taking_in import Brought
from reader.ingest.visiting import advice
from reader.ingest.visitor import fetch, read
from reader.store.library import Library

if TYPE_CHECKING:
    from reader.domain.fetching import Response
    from reader.feeds.discovery.found import FoundFeed

_GUESSES = 12
"""How many usual places of feeds are tried on a site that names none."""

Home: TypeAlias = "int | Callable[[Library], int | None] | None"
"""The folder a feed goes to, None for the top; or what finds or makes it when the feed is subscribed to."""

_NO_HTTPS = (Trouble.NETWORK, Trouble.CERTIFICATE)


class SeveralFeedsError(ParleyError):
    """A page names several feeds; ``found`` says which, the likeliest first."""

    def __init__(self, sentence: str, *, subject: str, found: tuple[FoundFeed, ...]) -> None:
        super().__init__(sentence, subject=subject)
        self.found = found


@dataclass(frozen=True, slots=True)
class Subscribed:
    """A subscription: ``new`` is False where there was one already. ``articles`` counts those it brought at once;
    ``error`` and ``advice`` say why it brought none yet."""

    feed: Feed
    new: bool
    articles: int = 0
    error: str | None = None
    advice: str | None = None


class Subscriptions:
    """Subscribes for one library."""

    def __init__(self, library: LibraryLane, refresher: Refresher) -> None:
        self._library = library
        self._refresher = refresher

    async def subscribe(
        self,
        address: str,
        *,
        name: str | None = None,
        folder: Home = None,
        insecure: bool = False,
        page: str | None = None,
    ) -> Subscribed:
        """Subscribe to a feed, or to the feed of a page, and take in what it has.

        Without a scheme https is tried first, then http. ``page`` is the address typed where that page named this one:
        then it may lead into a private network only on the page's own host. A feed that cannot be had just now is
        subscribed to all the same, and says so in ``error``. Raises SeveralFeedsError, FeedError (a page without a
        feed), FetchError (not an address that can be fetched).
        """
        typed, given = _typed(address)
        if given is not None:
            from reader.feeds.credentials import keep

            await self._library.ask(lambda _: keep(typed, *given))
        known = await self._library.ask(lambda library: _known(library, typed))
        if known is not None:
            return Subscribed(known, new=False)
        near = page is None or urlsplit(_typed(page)[0]).hostname == urlsplit(typed).hostname
        found = await self._look(typed, insecure, typed=near)
        if getattr(found.error, "trouble", None) in _NO_HTTPS and "://" not in address:
            # https was our guess. Not every small site has it.
            plain = await self._look(typed.replace("https://", "http://", 1), insecure, typed=near)
            found = plain if plain.error is None else found
        if found.error is not None and getattr(found.error, "trouble", None) is Trouble.ADDRESS:
            raise found.error
        return await self._keep(found, typed, name=name, folder=folder, insecure=insecure)

    async def _look(self, address: str, insecure: bool, *, typed: bool = True) -> _Found:
        """What is at an address, or at the address of the feed that the page there names."""
        now = datetime.now(UTC)
        try:
            response = await fetch(Request(address, typed=typed, insecure=insecure), self._refresher.fetcher)
        except ParleyError as error:
            return _Found(address, now, error=error, typed=typed)
        body = response.body or b""
        try:
            document = await read(body, response, self._refresher.readers, now)
            return _Found(address, now, response, document, typed=typed)
        except FeedError as error:
            async with put_down(body) as put:
                feeds = await self._refresher.readers.ask(FindFeeds(put, response.address))
            if feeds is None:
                return _Found(address, now, response, error=error, typed=typed)
        return await self._discover(address, response.address, feeds, insecure)

    async def _discover(self, typed: str, page: str, feeds: Sequence[FoundFeed], insecure: bool) -> _Found:
        from reader.feeds.discovery.well_known import well_known

        if len(feeds) > 1:
            raise SeveralFeedsError(f"{page} has {len(feeds)} feeds; choose one.", subject=typed, found=tuple(feeds))
        for candidate in [feed.address for feed in feeds] or well_known(page)[:_GUESSES]:
            found = await self._look_for_feed(candidate, page, insecure)
            if found is not None and (found.document is not None or feeds):
                return found
        raise FeedError(f"{page} is a page without a feed; add the page itself with: parley add {page}", subject=typed)

    async def _look_for_feed(self, address: str, page: str, insecure: bool) -> _Found | None:
        """The feed at an address a page led to; None where there is a page again."""
        near = urlsplit(address).hostname == urlsplit(page).hostname
        now = datetime.now(UTC)
        try:
            response = await fetch(Request(address, typed=near, insecure=insecure), self._refresher.fetcher)
            document = await read(response.body or b"", response, self._refresher.readers, now)
        except FetchError as error:
            return _Found(address, now, error=error, typed=near)
        except FeedError:
            return None
        return _Found(address, now, response, document, typed=near)

    async def _keep(self, found: _Found, typed: str, *, name: str | None, folder: Home, insecure: bool) -> Subscribed:
        feed, new = await self._library.ask(
            partial(
                _subscribe,
                address=found.address,
                also=typed,
                name=name,
                folder=folder,
                typed=found.typed,
                insecure=insecure,
            )
        )
        visit = await self._library.ask(lambda library: library.feeds.visit(feed.id))
        brought = Brought(feed, visit, found.moment, found.response, found.document, error=found.error)
        (taken,) = await self._refresher.take([brought])
        await self._refresher.finish([taken])
        again = await self._library.ask(lambda library: library.feeds.get(feed.id))
        return Subscribed(
            again,
            new,
            len(taken.saved.new),
            str(found.error) if found.error else None,
            advice(found.error) if found.error else None,
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """What an address led to."""

    address: str
    moment: datetime
    response: Response | None = None
    document: ReadDocument | None = None
    error: ParleyError | None = None
    typed: bool = True


def _known(library: Library, address: str) -> Feed | None:
    """The feed subscribed to under an address that surely leads to the same."""
    from reader.feeds.discovery.addresses import same_address

    exactly = library.feeds.by_address(address)
    if exactly is not None and exactly.unsubscribed is None:
        return exactly
    return next((feed for feed in library.feeds.all() if same_address(feed.address, address)), None)


def _typed(text: str) -> tuple[str, tuple[str, str] | None]:
    """The address a person typed, and the name and password that stood in it. Raises FeedError."""
    from reader.feeds.discovery.addresses import normalise_address
    from reader.feeds.fetching.addresses import split_credentials

    if text.strip().lower().startswith("file:"):
        return text.strip(), None
    split = split_credentials(normalise_address(text))
    return split.address, (split.user, split.password or "") if split.user else None


def _subscribe(
    library: Library, address: str, also: str, name: str | None, folder: Home, typed: bool, insecure: bool
) -> tuple[Feed, bool]:
    with library.deeds.as_one("subscribe"):
        before = library.feeds.by_address(address)
        home = folder(library) if callable(folder) else folder
        feed = library.feeds.subscribe(
            address, name=name, typed=typed, folder=home, also=also if also != address else ""
        )
        if insecure:
            library.feeds.set_access(feed.id, insecure=True)
        return library.feeds.get(feed.id), before is None or before.unsubscribed is not None
