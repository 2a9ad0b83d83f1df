"""What a screen needs of the library and the analysis, each question awaitable, none blocking the loop."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.domain.confidence import Strictness
from reader.domain.scope import EVERYTHING, Scope
from reader.ingest.library_lane import LibraryLane
from reader.ingest.process_tracker import start_tracker
from reader.ingest.strictness import set_strictness, strictness
from reader.store.library import Library

if TYPE_CHECKING:
    from reader.domain.analysis import Analysis
    from reader.domain.article import Article, ArticleRow
    from reader.domain.correction import Correction
    from reader.ingest.adding import PathResult
    from reader.ingest.analyst import Analyst
    from reader.ingest.refreshing import Refresher
    from reader.ingest.search_counts import SearchCounts
    from reader.ingest.search_lane import SearchLane
    from reader.ingest.stories.placer import Placer
    from reader.ingest.stories.placing import Done
    from reader.ingest.subscribing import Subscriptions
    from reader.ingest.watch_lane import WatchLane
    from reader.store.records import Counts, StoredAnalysis

_INDEXED_AT_ONCE, _TOLD_AT_ONCE = 100, 20  # articles: other questions are answered in between


class Desk:
    """One library, one analyst, and what brings news in. The library lives on a thread of its own: one writer, no
    cross-thread errors; whatever is not here is asked of ``library``.

    Every method may raise ParleyError, whose text is a sentence to show.
    """

    def __init__(self, path: Path, analyst: Analyst | None = None) -> None:
        self.path = path
        self._analyst = analyst
        # Processes are started only when there is work for them, and then a screen is there.
        start_tracker()
        self.library = LibraryLane(path)
        self._analyses: dict[str, asyncio.Task[Analysis]] = {}
        self._tried: set[int] = set()
        self._level: Strictness | None = None
        self._closed = False
        self._refresher: Refresher | None = None
        self._search_counts: SearchCounts | None = None
        self._search_lane: SearchLane | None = None
        self._watching: WatchLane | None = None
        self._placer: Placer | None = None

    @property
    def analyst(self) -> Analyst:
        """Analyses texts; made when it is first needed."""
        if self._analyst is None:
            from reader.ingest.analyst import Analyst

            self._analyst = Analyst()
        return self._analyst

    @property
    def refresher(self) -> Refresher:
        """Refreshes feeds; made when it is first needed."""
        if self._refresher is None:
            from reader.ingest.refreshing import Refresher

            self._refresher = Refresher(self.library)
        return self._refresher

    @property
    def subscriptions(self) -> Subscriptions:
        """Subscribes to feeds."""
        from reader.ingest.subscribing import Subscriptions

        return Subscriptions(self.library, self.refresher)

    @property
    def search_counts(self) -> SearchCounts:
        """What is unread in saved searches."""
        if self._search_counts is None:
            from reader.ingest.search_counts import SearchCounts

            self._search_counts = SearchCounts(self.path, self._keep_counted)
            if self._closed:
                self._search_counts.close()
        return self._search_counts

    async def _keep_counted(self, counted: Mapping[int, str]) -> None:
        await self.library.ask(lambda library: library.searches.keep_counted(counted))

    @property
    def search_lane(self) -> SearchLane:
        """Searches, beside whatever ``library`` is busy with; made when it is first needed."""
        if self._search_lane is None:
            from reader.ingest.search_lane import SearchLane

            self._search_lane = SearchLane(self.path)
            if self._closed:
                self._search_lane.close()
        return self._search_lane

    @property
    def placer(self) -> Placer:
        """Gives articles their place in stories; made when it is first needed."""
        if self._placer is None:
            from reader.ingest.stories.placer import Placer

            self._placer = Placer(self.library, lambda: self.analyst)
        return self._placer

    async def place_some(self) -> Done:
        """Place some of the articles that wait; none where there are none any more."""
        return await self.placer.place_some()

    async def place_waiting(self) -> None:
        """Place everything whose place the user just changed."""
        await self.placer.place_waiting()

    def stories_changed(self) -> bool:
        """Whether placing changed stories since this was asked last; who asks tells every screen."""
        return self.placer.take_changed()

    @property
    def watching(self) -> WatchLane:
        """What rules have to tell; made when it is first needed."""
        if self._watching is None:
            from reader.ingest.watch_lane import WatchLane

            self._watching = WatchLane(self.path, self.library)
            if self._closed:
                self._watching.close()
        return self._watching

    async def full_text(self, id: int) -> Article:
        """See ``reader.ingest.full_text``."""
        from reader.ingest.full_text import full_text

        return await full_text(id, self.library, self.refresher)

    async def rows(
        self, limit: int = 500, offset: int = 0, *, after: int | None = None, scope: Scope = EVERYTHING
    ) -> list[ArticleRow]:
        """See ``Library.rows``."""
        return await self.library.ask(lambda library: library.rows(limit, offset, after=after, scope=scope))

    async def counts(self, scope: Scope = EVERYTHING) -> Counts:
        """See ``Library.counts``."""
        return await self.library.ask(lambda library: library.counts(scope))

    async def article(self, id: int) -> Article:
        """See ``Library.article``."""
        return await self.library.ask(lambda library: library.article(id))

    async def stored_analysis(self, article: Article) -> StoredAnalysis | None:
        """The newest analysis of the article's text, of whatever engine, as the user corrected it; or None."""
        return await self.library.ask(partial(self._stored, article=article))

    async def is_current(self, article: Article, stored: StoredAnalysis) -> bool:
        """True where the present engine would not find anything else."""
        from reader.ingest.engine import engine_key

        return await self.library.ask(lambda _: stored.engine_key == engine_key(article.language))

    async def analyse(self, article: Article) -> Analysis:
        """Analyse an article, keep the result, and give it as the user corrected it.

        Asked twice at once it is done once; leaving does not stop it.
        """
        task = self._analyses.get(article.text_hash)
        if task is None:
            task = asyncio.create_task(self._analyse(article))
            self._analyses[article.text_hash] = task
            task.add_done_callback(lambda done: self._forget(article.text_hash, done))
        analysis = await asyncio.shield(task)
        return await self.library.ask(partial(self._revised, article=article, analysis=analysis))

    async def pending(self, limit: int = 500) -> list[int]:
        """Ids of articles the present engine has not analysed, newest first.

        Without those tried since this desk was opened: what failed once is not tried again and again.
        """
        from reader.ingest.engine import engine_key

        ids = await self.library.ask(lambda library: library.pending(engine_key, limit + len(self._tried)))
        return [id for id in ids if id not in self._tried][:limit]

    async def set_read(self, id: int, read: bool) -> None:
        """See ``Library.set_read``; nothing is kept in a read-only library."""
        await self.library.ask(lambda library: None if library.read_only else library.set_read(id, read))

    async def set_position(self, id: int, line: int) -> None:
        """See ``Library.set_position``; nothing is kept in a read-only library."""
        await self.library.ask(lambda library: None if library.read_only else library.set_position(id, line))

    async def setting(self, key: str) -> str | None:
        """See ``Library.setting``."""
        return await self.library.ask(lambda library: library.setting(key))

    async def set_setting(self, key: str, value: str) -> None:
        """See ``Library.set_setting``; nothing is kept in a read-only library."""
        await self.library.ask(lambda library: None if library.read_only else library.set_setting(key, value))

    async def corrections(self) -> tuple[Correction, ...]:
        """Everything the user said of analyses, the undone too, in the order it counts."""
        return await self.library.ask(lambda library: library.corrections.all())

    async def correct(self, correction: Correction) -> Correction:
        """Keep a correction; analyses asked for from now on follow it. Gives it with its id and time."""
        return await self.library.ask(lambda library: library.corrections.add(correction))

    async def undo_correction(self, id: int | None = None) -> Correction | None:
        """Undo the last correction that stands, or the one with that id; None where there is none."""
        return await self.library.ask(lambda library: library.corrections.undo(id))

    async def strictness(self) -> Strictness:
        """How sure a statement must be to be shown."""
        return await self.library.ask(strictness) if self._level is None else self._level

    async def set_strictness(self, level: Strictness) -> None:
        """Keep how sure a statement must be, in a read-only library for as long as this desk is open; analyses asked
        for from now on follow it."""
        self._level = level
        await self.library.ask(lambda library: None if library.read_only else set_strictness(library, level))

    async def hidden(self, article: Article) -> int:
        """How many statements of the article's stored analysis are left out as too doubtful."""
        return await self.library.ask(partial(_hidden, article=article, level=self._level))

    async def catch_up(self) -> bool:
        """Take some of what searches do not know yet into their indexes; False where nothing waits."""
        return await self.library.ask(_catch_up)

    async def add_paths(self, paths: Iterable[str]) -> list[PathResult]:
        """As ``reader.ingest.adding.add_paths``; other questions are answered between the files."""
        from reader.ingest.adding import read, store, texts

        results = []
        for path in texts(paths):
            draft = await asyncio.to_thread(read, path)
            results.append(await self.library.ask(partial(store, path=path, draft=draft)))
        return results

    async def close(self) -> None:
        """Stop the analysis at once and let go of the library. Closing twice is harmless."""
        tasks = list(self._analyses.values())
        for task in tasks:
            task.cancel()
        self._stop_analyst()
        if self._refresher is not None:
            await self._refresher.close()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.to_thread(self.stop)

    def stop(self) -> None:
        """As ``close``, for after the loop has ended."""
        if self._closed:
            return
        self._closed = True
        self._stop_analyst()
        if self._search_counts is not None:
            self._search_counts.close()
        if self._search_lane is not None:
            self._search_lane.close()
        if self._watching is not None:
            self._watching.close()
        self.library.close()

    async def _analyse(self, article: Article) -> Analysis:
        from reader.ingest.engine import keep_analysis

        self._tried.add(article.id)
        analysis = await self.analyst.analyse(article.text, article.language)
        await self.library.ask(partial(keep_analysis, text_hash=article.text_hash, analysis=analysis))
        return analysis

    def _stop_analyst(self) -> None:
        if self._analyst is not None:
            self._analyst.cancel()

    def _stored(self, library: Library, article: Article) -> StoredAnalysis | None:
        from reader.store.records import StoredAnalysis

        stored = library.analysis(article.text_hash)
        if stored is None:
            return None
        return StoredAnalysis(self._revised(library, article, stored.analysis), stored.engine_key)

    def _revised(self, library: Library, article: Article, analysis: Analysis) -> Analysis:
        from reader.ingest.revising import revised

        return revised(library, article.text, article.language, analysis, level=self._level)

    def _forget(self, text_hash: str, task: asyncio.Task[Analysis]) -> None:
        self._analyses.pop(text_hash, None)
        # Where everyone who asked has left, nobody else collects the error.
        if not task.cancelled():
            task.exception()


def _catch_up(library: Library) -> bool:
    if library.read_only:
        return False
    from reader.ingest.telling_analyses import tell_analyses

    return bool(library.index.fill(_INDEXED_AT_ONCE)) or bool(tell_analyses(library, _TOLD_AT_ONCE))


def _hidden(library: Library, article: Article, level: Strictness | None) -> int:
    from reader.ingest.revising import revised

    stored = library.analysis(article.text_hash)
    floor = strictness(library).floor
    if stored is None or all(s.confidence >= floor for s in stored.analysis.statements):
        return 0
    shown, found = (
        revised(library, article.text, article.language, stored.analysis, level=one).statements
        for one in (level, Strictness.WIDE)
    )
    return len(found) - len(shown)
