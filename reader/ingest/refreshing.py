"""Refresh feeds: many at once, each on its own, every one told as it is done; then what can wait until all are in."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from reader.domain.errors import ParleyError
from reader.domain.feed import Feed, Visit
from reader.ingest.library_lane import LibraryLane
from reader.ingest.outcome import Outcome, Step
from reader.ingest.pages import PageWork
from reader.ingest.readers import Readers
from reader.ingest.room import Room
from reader.ingest.schedule import is_due
from reader.ingest.taking_in import Brought, Taken, take_in
from reader.ingest.telling_analyses import tell_analyses
from reader.ingest.telling_languages import tell_languages
from reader.ingest.visiting import advice, forbidden
from reader.ingest.visitor import visit_feed

if TYPE_CHECKING:
    from reader.feeds.fetching.fetcher import Fetcher
    from reader.store.library import Library

AT_ONCE = 48
"""Feeds under way; the fetcher lets fewer of them talk at a time."""

_BYTES = 16 * 1024 * 1024
"""Of bodies whose documents are being read or wait to be kept: as many as the largest one may have."""

_ITEMS_A_BATCH = 1_000
"""Items after which a transaction ends, so that nothing else waits long for the library."""

_TOLD_BATCHES = 10
"""Batches of analyses that searches are told of: what waits since an upgrade is not what a refresh should wait for."""


def _silent(step: Step) -> None:
    pass


class Refresher:
    """Refreshes the feeds of one library, for one event loop. ``index_batch`` is how many articles are taken into the
    full-text index at a time, between which other questions are answered."""

    def __init__(self, library: LibraryLane, *, index_batch: int = 300, fetcher: Fetcher | None = None) -> None:
        self._library = library
        self._index_batch = index_batch
        self._readers: Readers | None = None
        self._fetcher = fetcher
        self._busy = asyncio.Lock()

    @property
    def readers(self) -> Readers:
        """The processes that read documents."""
        self._readers = self._readers or Readers()
        return self._readers

    @property
    def fetcher(self) -> Fetcher:
        """The HTTP client. Importing it takes a tenth of a second: only once something is fetched."""
        if self._fetcher is None:
            from reader.feeds.credentials import find
            from reader.feeds.fetching.fetcher import Fetcher

            self._fetcher = Fetcher(credentials=find)
        return self._fetcher

    async def close(self) -> None:
        """Ends every connection and process at once."""
        if self._readers is not None:
            self._readers.cancel()
        if self._fetcher is not None:
            with suppress(Exception):
                await self._fetcher.close()

    async def refresh(
        self,
        feeds: Sequence[int] | None = None,
        *,
        force: bool = False,
        scheduled: bool = False,
        tell: Callable[[Step], None] = _silent,
    ) -> list[Outcome]:
        """Refresh the feeds with these ids, or all that are not paused; outcomes in the order they came in.

        ``scheduled`` leaves out those whose time has not come; ``force`` asks also those whose server wants to be left
        alone. Cancelling it keeps what is stored. Raises LibraryError.
        """
        async with self._busy:
            chosen = await self._library.ask(partial(_chosen, ids=feeds, scheduled=scheduled))
            run = _Run(self, len(chosen), tell)
            tell(Step(0, len(chosen)))
            now = datetime.now(UTC)
            asked: list[tuple[Feed, Visit]] = []
            for feed, visit in chosen:
                why = None if force else forbidden(visit, now)
                if why is None:
                    asked.append((feed, visit))
                else:
                    run.done(Outcome(feed.id, feed.shown, feed.address, status=visit.status, skipped=why))
            await run.visit(asked)
            return run.outcomes

    async def finish(self, taken: Sequence[Taken] = ()) -> None:
        """Do what can wait: the full-text index, the languages of articles that do not say them."""
        try:
            async with asyncio.TaskGroup() as group:
                # First, so that its question to the library does not wait for the index.
                if any(each.unsaid for each in taken):
                    group.create_task(tell_languages(taken, self.readers, self._library))
                group.create_task(self._index())
        except BaseExceptionGroup as problems:
            raise _first(problems) from None

    async def _index(self) -> None:
        while await self._library.ask(lambda library: library.index.fill(self._index_batch)):
            pass
        for _ in range(_TOLD_BATCHES):
            if not await self._library.ask(tell_analyses):
                break

    async def take(self, brought: Sequence[Brought]) -> list[Taken]:
        """Keep what visits brought."""
        return await self._library.ask(partial(take_in, brought=brought, chance=random.random))

    async def pages(self, taken: Sequence[Taken], feeds: Sequence[Feed]) -> None:
        """Fetch the whole text of articles whose feeds want it."""
        work = PageWork(self._library, self.fetcher, self.readers)
        await asyncio.gather(
            *(work.show(id, url, feed) for each, feed in zip(taken, feeds, strict=True) for id, url in each.pages)
        )


class _Run:
    """One refresh: visits under way, what they brought, what has been told."""

    def __init__(self, refresher: Refresher, total: int, tell: Callable[[Step], None]) -> None:
        self._refresher = refresher
        self._total = total
        self._tell = tell
        self._brought: asyncio.Queue[Brought | None] = asyncio.Queue(maxsize=AT_ONCE)
        self._room = Room(_BYTES)
        self._taken: list[tuple[Feed, Taken]] = []
        self.outcomes: list[Outcome] = []

    def done(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)
        self._tell(Step(len(self.outcomes), self._total, outcome))

    async def visit(self, asked: Sequence[tuple[Feed, Visit]]) -> None:
        if not asked:
            return
        refresher = self._refresher
        # What was never read will be: with many of these both processes are needed at once.
        refresher.readers.start(sum(visit.body_hash is None for _, visit in asked))
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._save())
                waiting = iter(asked)
                async with asyncio.TaskGroup() as visits:
                    for _ in range(min(AT_ONCE, len(asked))):
                        visits.create_task(self._visitor(waiting))
                await self._brought.put(None)
        except BaseExceptionGroup as problems:
            raise _first(problems) from None
        feeds, taken = [feed for feed, _ in self._taken], [each for _, each in self._taken]
        await refresher.finish(taken)
        if any(each.pages for each in taken):
            await refresher.pages(taken, feeds)
            await refresher.finish()
        refresher.readers.rest()

    async def _visitor(self, waiting: Iterator[tuple[Feed, Visit]]) -> None:
        for feed, visit in waiting:
            refresher = self._refresher
            # Without a name: what was brought, which may be large, must not live until this feed's successor is read.
            await self._brought.put(await visit_feed(feed, visit, refresher.fetcher, refresher.readers, self._room))

    async def _save(self) -> None:
        """Keep what came in meanwhile, together: one transaction costs less than many."""
        last = False
        while not last:
            batch: list[Brought] = []
            items = 0
            one = await self._brought.get()
            while one is not None:
                batch.append(one)
                items += len(one.document.identities) if one.document else 0
                if items >= _ITEMS_A_BATCH or self._brought.empty():
                    break
                one = self._brought.get_nowait()
            last = one is None
            if batch:
                taken = await self._refresher.take(batch)
                for brought, each in zip(batch, taken, strict=True):
                    self._room.give(brought.room)
                    self._taken.append((brought.feed, each))
                    self.done(_outcome(brought, each))
                del brought, one


def _chosen(library: Library, ids: Sequence[int] | None, scheduled: bool) -> list[tuple[Feed, Visit]]:
    now = datetime.now(UTC)
    visits = library.feeds.visits()
    feeds = [library.feeds.get(id) for id in ids] if ids is not None else library.feeds.all()
    pairs = [(feed, visits.get(feed.id, Visit())) for feed in feeds if ids is not None or not feed.paused]
    return [(feed, visit) for feed, visit in pairs if not scheduled or is_due(visit, now)]


def _outcome(brought: Brought, taken: Taken) -> Outcome:
    feed, error = brought.feed, brought.error
    name = feed.name or (brought.document.feed.title if brought.document else None) or feed.shown
    status = brought.response.status if brought.response else getattr(error, "status", None)
    return Outcome(
        feed.id,
        name,
        feed.address,
        len(taken.saved.new),
        len(taken.saved.rewritten),
        status,
        error=str(error) if error else None,
        advice=advice(error) if error else None,
    )


def _first(problems: BaseExceptionGroup) -> BaseException:
    """What ended the work: an expected error before any other."""
    flat: list[BaseException] = []
    waiting: list[BaseException] = [problems]
    while waiting:
        one = waiting.pop()
        if isinstance(one, BaseExceptionGroup):
            waiting.extend(one.exceptions)
        else:
            flat.append(one)
    return next((one for one in flat if isinstance(one, ParleyError)), flat[0])
