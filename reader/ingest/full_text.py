"""The whole article of one stored article, and back to what its feed gave."""

from __future__ import annotations

from reader.domain.article import Article
from reader.domain.errors import DocumentError
from reader.ingest.library_lane import LibraryLane
from reader.ingest.pages import PageWork
from reader.ingest.refreshing import Refresher
from reader.store.library import Library


async def full_text(article_id: int, library: LibraryLane, refresher: Refresher) -> Article:
    """Show the other of an article's two texts: that of its page, fetched where it is not stored, or its feed's.

    Gives the article as it is then. Raises DocumentError (no address, no text on the page), FetchError, LibraryError.
    """
    swapped = await library.ask(lambda library: _swap(library, article_id))
    article = await library.ask(lambda library: library.article(article_id))
    if swapped:
        return article
    if not article.url:
        raise DocumentError("This article has no address on the web.", subject=str(article_id))
    feed_id = article.feed_id
    feed = None if feed_id is None else await library.ask(lambda library: library.feeds.get(feed_id))
    work = PageWork(library, refresher.fetcher, refresher.readers)
    problem = await work.show(article_id, article.url, feed)
    if problem is not None:
        raise DocumentError(problem, subject=article.url)
    await refresher.finish()
    return await library.ask(lambda library: library.article(article_id))


def _swap(library: Library, article_id: int) -> bool:
    with library.transaction():
        return library.versions.swap(article_id) is not None
