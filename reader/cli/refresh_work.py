"""One run of ``parley refresh``: which feeds, how each fared, whether all worked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from reader.cli.feed_words import find_feeds
from reader.cli.refresh_reports import Report, Told
from reader.domain.article import Article
from reader.domain.feed import Feed, Visit
from reader.ingest.analyst import Analyst
from reader.ingest.library_lane import LibraryLane
from reader.ingest.outcome import Outcome, Step
from reader.ingest.refreshing import Refresher
from reader.ingest.visiting import forbidden
from reader.store.library import Library

_BUSY = (429, 503)


@dataclass(frozen=True, slots=True)
class Which:
    """What is asked for: feeds by what they are called (all where none are), and how."""

    words: tuple[str, ...] = ()
    force: bool = False
    scheduled: bool = False
    analyse: bool = False


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known before: the feeds, their visits, those named (None: all), those a server keeps off even them."""

    feeds: dict[int, Feed]
    visits: dict[int, Visit]
    named: list[int] | None
    held: list[Outcome]


class RefreshWork:
    """Ask feeds, tell the report."""

    def __init__(self, library: LibraryLane, refresher: Refresher, which: Which, report: Report) -> None:
        self._library = library
        self._refresher = refresher
        self._which = which
        self._report = report
        self._failed = False

    async def run(self) -> int:
        """Gives the exit code. Raises NotFoundError, LibraryError."""
        which, report = self._which, self._report
        known = await self._library.ask(partial(_known, which=which))
        if not known.feeds:
            report.nothing("There are no feeds yet; subscribe with: parley subscribe ADDRESS")
            return 0
        before = set(await self._library.ask(_unanalysed)) if which.analyse else set()

        def tell(step: Step) -> None:
            if step.outcome is None:
                report.begin(step.total)
            else:
                self._tell(known, step.outcome)

        for outcome in known.held:
            self._tell(known, outcome)
        outcomes = await self._refresher.refresh(
            known.named, force=which.force or known.named is not None, scheduled=which.scheduled, tell=tell
        )
        # What it says must not come after the summary.
        await self._keep_up()
        asked = len(outcomes) + len(known.held)
        report.end(left_out=0 if which.words else len(known.feeds) - asked)
        if which.analyse:
            await self._analyse([id for id in await self._library.ask(_unanalysed) if id not in before])
        return int(self._failed)

    def _tell(self, known: _Known, outcome: Outcome) -> None:
        visit = known.visits.get(outcome.feed_id, Visit())
        troubled = outcome.error is not None or (outcome.skipped is not None and (visit.gone or visit.failures > 0))
        self._failed = self._failed or troubled
        self._report.feed(Told(outcome, known.feeds[outcome.feed_id].subscribed, troubled))

    async def _keep_up(self) -> None:
        from reader.cli.sizes import counting
        from reader.ingest.upkeep import keep_up

        line = self._report.line
        kept = await keep_up(self._library, counting(line, "copying the library"))
        if line is not None:
            line.clear()
        if kept.removed:
            self._report.cleaned(kept.removed)
        if kept.problem is not None:
            self._report.problem(kept.problem)

    async def _analyse(self, ids: list[int]) -> None:
        from reader.domain.errors import ParleyError
        from reader.ingest.engine import keep_analysis
        from reader.ingest.stories.placer import Placer

        analyst = Analyst()
        try:
            for at, id in enumerate(ids):
                article = await self._library.ask(partial(_article, id=id))
                self._report.analysing(at, len(ids), article.title)
                try:
                    analysis = await analyst.analyse(article.text, article.language)
                except ParleyError as error:
                    self._failed = True
                    self._report.problem(f"Article {id}: {error}")
                    continue
                await self._library.ask(partial(keep_analysis, text_hash=article.text_hash, analysis=analysis))
            await Placer(self._library, lambda: analyst).place_these(ids)
            self._report.analysed(len(ids), await self._library.ask(_never_analysed))
        finally:
            analyst.cancel()


def _article(library: Library, id: int) -> Article:
    return library.article(id)


def _known(library: Library, which: Which) -> _Known:
    feeds = {feed.id: feed for feed in library.feeds.all()}
    visits = library.feeds.visits()
    if not which.words:
        return _Known(feeds, visits, None, [])
    now = datetime.now(UTC)
    named, held = [], []
    for feed in find_feeds(library, which.words):
        visit = visits.get(feed.id, Visit())
        # Whoever names a feed wants it now; but a server that said when to come back is taken at its word.
        why = forbidden(visit, now) if visit.status in _BUSY and not which.force else None
        if why is None:
            named.append(feed.id)
        else:
            held.append(Outcome(feed.id, feed.shown, feed.address, status=visit.status, skipped=why))
    return _Known(feeds, visits, named, held)


def _unanalysed(library: Library) -> list[int]:
    from reader.ingest.engine import engine_key

    return library.pending(engine_key, 2**31)


def _never_analysed(library: Library) -> int:
    from reader.cli.story_work import TOLD

    return library.told.count_unanalysed(TOLD)
