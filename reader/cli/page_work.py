"""Pages of the web: fetched for an analysis, or stored."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial

from reader.cli.at_work import at_work
from reader.cli.output import complain, say
from reader.cli.session import Session
from reader.domain.article import Draft
from reader.domain.errors import LibraryError, ParleyError
from reader.ingest.adding_pages import AddedPage, Became, add_page, page_article
from reader.ingest.library_lane import LibraryLane
from reader.ingest.refreshing import Refresher

_SAID = {
    Became.NEW: "added as",
    Became.CHANGED: "changed, a new version of",
    Became.WHOLE: "its whole text is shown now in",
    Became.KNOWN: "already there as",
}


def fetch_page(session: Session, address: str) -> Draft:
    """The article in a page, not stored. Raises ParleyError."""
    return at_work(session, lambda library, refresher: page_article(address, library, refresher))


def stored_page(session: Session, address: str) -> int:
    """The id of the article in a page, stored. Raises ParleyError."""
    return at_work(session, lambda library, refresher: add_page(address, library, refresher)).id


def add_pages(session: Session, addresses: Sequence[str], language: str | None) -> bool:
    """Store the articles of pages, fetched at once, and say in order what became of each; True where one failed."""

    async def work(library: LibraryLane, refresher: Refresher) -> bool:
        tasks = [add_page(address, library, refresher, language=language) for address in addresses]
        failed = False
        for done in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(done, AddedPage):
                article = await library.ask(partial(lambda library, id: library.article(id), id=done.id))
                say(f"{_SAID[done.became]} {done.id}: {article.title}")
            elif isinstance(done, ParleyError) and not isinstance(done, LibraryError):
                advice = getattr(done, "advice", None)
                complain(f"{done} {advice}" if advice else str(done))
                failed = True
            else:
                raise done
        return failed

    return at_work(session, work)
