"""Take one article in from its page. The same page again is recognised, and what changed in it is a new version."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from urllib.parse import urlsplit

from reader.domain.article import Draft, Shown
from reader.domain.entry import address_key, identity
from reader.domain.feed import FeedItem
from reader.domain.fetching import Request
from reader.domain.intent import New, Rewritten
from reader.ingest.decide import decide
from reader.ingest.library_lane import LibraryLane
from reader.ingest.pages import ACCEPT, PageWork
from reader.ingest.refreshing import Refresher
from reader.ingest.visiting import stamp
from reader.store.entries import Origin
from reader.store.library import Library


class Became(StrEnum):
    """What became of a page: a ``new`` article, a new version (``changed``) of one that is there, the text of an
    article a feed brought (``whole``), or nothing, because it is there as it is (``known``)."""

    NEW = "new"
    CHANGED = "changed"
    WHOLE = "whole"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class AddedPage:
    """The article a page stands for now, and what it took."""

    id: int
    became: Became


async def page_article(address: str, library: LibraryLane, refresher: Refresher) -> Draft:
    """The article at an address a person typed, not stored. A name and password in the address go where such things
    are kept. Raises FeedError (no address), FetchError, DocumentError (no text in it)."""
    from reader.feeds.discovery.addresses import normalise_address
    from reader.feeds.fetching.addresses import split_credentials

    typed, user, password = split_credentials(normalise_address(address))
    if user:
        from reader.feeds.credentials import keep

        await asyncio.to_thread(keep, typed, user, password or "")
    request = Request(typed, typed=True, accept=ACCEPT)
    draft = await PageWork(library, refresher.fetcher, refresher.readers).draft(request)
    where = draft.origin or draft.url or typed
    return replace(draft, url=_own_address(draft.url or where, where), source=draft.source or _server(where))


async def add_page(
    address: str, library: LibraryLane, refresher: Refresher, *, language: str | None = None
) -> AddedPage:
    """Store the article at an address; ``language`` goes before what the page says. Raises as ``page_article``, and
    LibraryError."""
    draft = await page_article(address, library, refresher)
    draft = replace(draft, language=language or draft.language)
    added = await library.ask(partial(store_page, draft=draft, now=stamp(datetime.now(UTC))))
    await refresher.finish()
    return added


def store_page(library: Library, draft: Draft, now: str) -> AddedPage:
    """Keep an article that was found in a page; one the user deleted comes back, since it is asked for. ``now`` is ISO
    8601 in UTC. Raises LibraryError."""
    item = _item(draft)
    who = identity(item)
    with library.transaction():
        _bring_back(library, [e.article_id for e in library.entries.known(None, [who]) if e.deleted])
        known = library.entries.known(None, [who])
        there = None if known else _brought_by_feed(library, item, draft.origin)
        if there is not None:
            return _show(library, there, draft, now)
        intents = decide([(item, who)], known)
        same = library.find(draft.text_hash) if any(isinstance(intent, New) for intent in intents) else None
        if same is not None:
            return AddedPage(same, Became.KNOWN)
        saved = library.entries.save(Origin(None, draft.source, draft.language, draft.origin), intents, now)
        if saved.new:
            return AddedPage(saved.new[0], Became.NEW)
        changed = [intent.article_id for intent in intents if isinstance(intent, Rewritten)]
        return AddedPage(changed[0], Became.CHANGED) if changed else AddedPage(known[0].article_id, Became.KNOWN)


def _item(draft: Draft) -> FeedItem:
    return FeedItem(
        title=draft.title,
        text=draft.text,
        url=draft.url,
        layout=draft.layout,
        author=draft.author,
        published=draft.published,
        updated=draft.updated,
        language=draft.language,
    )


def _brought_by_feed(library: Library, item: FeedItem, fetched: str | None) -> int | None:
    """The newest article that a feed brought with the page's own address, or with the one it was fetched from."""
    identities = [identity(replace(item, url=url)) for url in (item.url, fetched) if url]
    wanted = {who.url_key for who in identities}
    elsewhere = library.entries.elsewhere(None, identities)
    return max((id for (url, _), id in elsewhere.items() if url in wanted), default=None)


def _show(library: Library, id: int, draft: Draft, now: str) -> AddedPage:
    _bring_back(library, [id])
    before = library.article(id)
    library.versions.show_page(id, draft.text, draft.layout, now)
    if before.shown is not Shown.PAGE:
        return AddedPage(id, Became.WHOLE)
    return AddedPage(id, Became.KNOWN if before.text_hash == draft.text_hash else Became.CHANGED)


def _bring_back(library: Library, ids: list[int]) -> None:
    for id in ids:
        article = library.article(id)
        if article.deleted:
            library.deeds.note("add", f"added again: {article.title}", [library.deeds.update("status", id, deleted=0)])


def _own_address(canonical: str, fetched: str) -> str:
    """What a page calls its address, where that can be believed: on the same server, and not the server's first page
    for another. Else one page could take another's place."""
    server = _server(fetched)
    if _server(canonical) != server:
        return fetched
    return fetched if address_key(canonical) == server != address_key(fetched) else canonical


def _server(address: str) -> str | None:
    """Host and port, without "www."."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address_key(f"{parts.scheme}://{parts.netloc}")
