"""The analysis behind the screen: one article at a time, the open one first, then those without an analysis; and before
those, step by step, what searches do not know yet, and articles that have no place in stories yet."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from textual.message import Message

from reader.domain.article import Article
from reader.domain.errors import ParleyError
from reader.ui.messages import AnalysisArrived, AnalysisFailed, StoriesChanged, WorkCounted

if TYPE_CHECKING:
    from reader.ingest.desk import Desk


TOLD_EVERY = 1.0
"""Seconds between two words that stories changed, while more of them do."""


class Background:
    """What is to be analysed next. ``tell`` receives AnalysisArrived, AnalysisFailed, StoriesChanged and WorkCounted.

    However fast a person switches between articles, only one analysis runs, and only the last article wanted waits.
    """

    def __init__(self, desk: Desk, tell: Callable[[Message], object], paused: bool = False) -> None:
        self._desk = desk
        self._tell = tell
        self._wanted: Article | None = None
        self._tried: set[int] = set()
        self._at: str | None = None
        self._stale = False
        self._regrouped = False
        self._told = 0.0
        self.paused = paused

    def want(self, article: Article) -> None:
        """Analyse this article before any other, even one that was tried before; not twice where it is at work."""
        self._wanted = article if article.text_hash != self._at else None

    def look_again(self) -> None:
        """There may be new articles: what waits is asked for anew before the next one."""
        self._stale = True

    async def run(self) -> None:
        """Work until nothing is left; the articles nobody waits for only while not paused."""
        done, waiting = 0, await self._waiting()
        while True:
            if self._wanted is None and await self._caught_up():
                continue
            # Somebody may have wanted one meanwhile.
            if (article := self._wanted) is not None:
                self._wanted = None
            elif waiting and not self.paused:
                article = await self._article(waiting[0])
            elif self._stale:
                waiting = await self._waiting()
                continue
            else:
                break
            if article is not None:
                self._tell(WorkCounted(done, done + len(waiting)))
                await self._analyse(article)
                done += 1
            waiting = [id for id in waiting if id not in self._tried]
            if self._stale or not waiting:
                waiting = await self._waiting()
        self._tell(WorkCounted(done, done + len(waiting)))

    async def _caught_up(self) -> bool:
        """Let searches know some of what they do not, else place some articles in stories; False where nothing is left
        of either."""
        try:
            if await self._desk.catch_up():
                return True
            placed, _ = await self._desk.place_some()
        except ParleyError:
            return False
        self._regrouped = self._desk.stories_changed() or self._regrouped
        if self._regrouped and (not placed or monotonic() - self._told >= TOLD_EVERY):
            self._regrouped, self._told = False, monotonic()
            self._tell(StoriesChanged())
        return placed > 0

    async def _waiting(self) -> list[int]:
        self._stale = False
        try:
            return [id for id in await self._desk.pending() if id not in self._tried]
        except ParleyError:
            return []

    async def _article(self, id: int) -> Article | None:
        self._tried.add(id)
        try:
            return await self._desk.article(id)
        except ParleyError:
            return None

    async def _analyse(self, article: Article) -> None:
        self._tried.add(article.id)
        self._at = article.text_hash
        try:
            analysis = await self._desk.analyse(article)
            hidden = await self._desk.hidden(article)
            # Asked for last: meanwhile the person may have corrected it. A read-only library has stored nothing.
            stored = await self._desk.stored_analysis(article)
        except ParleyError as error:
            self._tell(AnalysisFailed(article.id, str(error)))
        except Exception as error:
            # A defect in the analysis must not cost anyone the article; it is told in the panel instead.
            self._tell(AnalysisFailed(article.id, f"This article could not be analysed ({type(error).__name__})."))
        else:
            analysis = stored.analysis if stored else analysis
            self._tell(AnalysisArrived(article.id, analysis, True, hidden, article.text_hash))
        finally:
            self._at = None
