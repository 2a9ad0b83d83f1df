"""Whole articles from their pages, for feeds that only have the beginning."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.domain.article import Draft
from reader.domain.errors import ParleyError
from reader.domain.feed import Feed
from reader.domain.fetching import Request
from reader.ingest.library_lane import LibraryLane
from reader.ingest.readers import Readers, put_down
from reader.ingest.reading_worker import ReadPage
from reader.ingest.visiting import stamp
from reader.ingest.visitor import fetch

if TYPE_CHECKING:
    from reader.feeds.fetching.fetcher import Fetcher
    from reader.store.library import Library

ACCEPT = "text/html, application/xhtml+xml;q=0.9, text/plain;q=0.5, */*;q=0.1"


class PageWork:
    """Fetches pages and finds the articles in them."""

    def __init__(self, library: LibraryLane, fetcher: Fetcher, readers: Readers) -> None:
        self._library = library
        self._fetcher = fetcher
        self._readers = readers

    async def draft(self, request: Request) -> Draft:
        """The article in a page. Raises FetchError, FeedError, DocumentError."""
        response = await fetch(request, self._fetcher)
        body, response = response.body or b"", replace(response, body=None)
        async with put_down(body) as put:
            del body
            draft: Draft = await self._readers.ask(
                ReadPage(put, response.address, response.headers.get("content-type"))
            )
        return draft

    async def show(self, article_id: int, address: str, feed: Feed | None) -> str | None:
        """Show the text of an article's page, the feed's kept beside it; why not, where that cannot be done."""
        try:
            draft = await self.draft(page_request(address, feed))
        except ParleyError as error:
            return str(error)
        await self._library.ask(lambda library: _keep(library, article_id, draft))
        return None


def page_request(address: str, feed: Feed | None) -> Request:
    """How an article's page is asked for: on a private network only where its feed, named by the user, is there too."""
    if feed is None:
        return Request(address, accept=ACCEPT)
    near = feed.typed and urlsplit(address).netloc == urlsplit(feed.address).netloc
    return Request(address, typed=near, insecure=feed.insecure and near, proxy=feed.proxy, accept=ACCEPT)


def _keep(library: Library, article_id: int, draft: Draft) -> None:
    with library.transaction(durable=False):
        library.versions.show_page(article_id, draft.text, draft.layout, stamp(datetime.now(UTC)))
