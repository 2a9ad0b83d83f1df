"""Telling what rules watch for while somebody reads, and looking through it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual import on, work

from reader.domain.errors import ParleyError
from reader.ui.messages import AnalysisArrived, LibraryChanged, StoriesChanged, WorkCounted
from reader.ui.search.earlier import load_earlier
from reader.ui.search.searching_screen import SearchingScreen

if TYPE_CHECKING:
    from textual.timer import Timer

    from reader.domain.watch import Sighting
    from reader.store.library import Library
    from reader.ui.app import ParleyApp

PAUSE = 1.0
"""Seconds after something came in until rules look: much comes at once."""

SHOWN = 10.0
"""Seconds for which is shown what they have to tell."""


class WatchingScreen(SearchingScreen):
    """Rules look once new articles, new analyses or new stories are there; one look at a time."""

    _rules_look: Timer | None = None

    # Telling

    @on(AnalysisArrived)
    @on(LibraryChanged)
    @on(StoriesChanged)
    @on(WorkCounted)
    def _look_soon(self) -> None:
        if self._rules_look is None:
            self._rules_look = self.set_timer(PAUSE, self._look)

    def _look(self) -> None:
        self._rules_look = None
        if any(worker.group == "rules" and not worker.is_finished for worker in self.workers):
            self._look_soon()
        else:
            self._look_now()

    @work(group="rules", exit_on_error=False)
    async def _look_now(self) -> None:
        try:
            sightings = await self.desk.watching.look(self.today)
        except ParleyError:
            # A busy library: the next look tells it.
            return
        if sightings:
            self._tell_sightings(sightings)

    def _tell_sightings(self, sightings: list[Sighting]) -> None:
        from reader.ui.actions import first_key
        from reader.ui.watching.toast import toast
        from reader.ui.watching.watched_screen import WatchedScreen

        self.notify(
            toast(sightings, first_key("watched", cast("ParleyApp", self.app).rebound)), timeout=SHOWN, markup=False
        )
        for screen in self.app.screen_stack:
            if isinstance(screen, WatchedScreen):
                screen.post_message(LibraryChanged())

    # Looking through

    @work(group="prompt", exclusive=True, exit_on_error=False)
    async def action_watched(self) -> None:
        """Show the rules and what they told."""
        await self.attempt(self._show_watched)

    async def _show_watched(self) -> None:
        from reader.ingest.watching import rules
        from reader.ui.watching.watched_screen import WatchedScreen

        known = await self.desk.library.ask(rules)
        earlier = await load_earlier(self.desk)
        self.app.push_screen(WatchedScreen(self.desk, self.today, known, earlier), self._watched_left)

    def _watched_left(self, sighting: Sighting | None) -> None:
        self._look_at(sighting)

    @work(group="open", exclusive=True, exit_on_error=False)
    async def _look_at(self, sighting: Sighting | None) -> None:
        await self.attempt(self.desk.library.ask, _looked_at_all)
        if sighting is None:
            return
        await self.attempt(self._open, sighting.article_id, True)
        if self.article is not None and self.article.id == sighting.article_id:
            # The page is laid out only once it is on the screen.
            self.call_after_refresh(partial(self._show_sighted, sighting))

    def _show_sighted(self, sighting: Sighting) -> None:
        said = self.view.analysis.statements if self.view.analysis is not None else ()
        statement = next((one for one in said if one.content[0][0] == sighting.start), None)
        if statement is not None and not sighting.counted:
            self.view.show_statement(statement.id)
            self.panel.select_statement(statement.id)
        else:
            self.view.show_span((sighting.start, sighting.start + max(len(sighting.words), 1)))


def _looked_at_all(library: Library) -> None:
    from reader.ingest.watching import looked_at

    if not library.read_only:
        looked_at(library, [watch.id for watch in library.watches.all()])
