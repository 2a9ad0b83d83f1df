"""The list while it shows what a search found: answered, answered anew, opened at the first hit, given up."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import work

from reader.domain.article import Article
from reader.domain.errors import ParleyError
from reader.domain.scope import EVERYTHING, Scope, to_search
from reader.ui.arrangement import Place
from reader.ui.search.finding_screen import FindingScreen
from reader.ui.search.found_list import Looked
from reader.ui.search.walk import Walk

if TYPE_CHECKING:
    from reader.domain.saved_search import SavedSearch

NO_SEARCH = "Nothing is searched for."


class ResultsScreen(FindingScreen):
    """An answer is looked for on a thread of its own; the list shows it like any other articles."""

    newest = False
    """True where the newest of what is found stands first, not the best."""

    _origin: Looked | None = None
    """What the list showed before anything was searched for."""

    _opens_at_hit = False

    async def answer(self, asked: Scope, *, typing: bool = False) -> Scope:
        """What is found for ``asked.text``; see ``answered``. Raises ParleyError, ``Superseded`` where a newer question
        came."""
        from reader.ui.search.answering import answered

        question = partial(answered, asked=asked, today=self.today, newest=self.newest, typing=typing)
        return await self.desk.search_lane.ask(question)

    # What the list shows

    def _begin(self) -> None:
        """Also search anew for what was looked at last."""
        super()._begin()
        if self.list.scope.query is not None:
            self._search_first()

    @work(group="narrow", exclusive=True, exit_on_error=False)
    async def _search_first(self) -> None:
        try:
            await self._narrow(self.list.scope)
        except ParleyError as error:
            self.tell_error(error)
            await self.attempt(self._narrow, EVERYTHING)

    async def _narrow(self, scope: Scope) -> None:
        """A search that is not answered yet is answered first: one that was kept, with the newest first."""
        if scope.query is not None and scope.found is None:
            self.newest = True
            scope = await self.answer(scope)
        if scope.query is None:
            self._forget_search()
        await super()._narrow(scope)

    def _forget_search(self) -> None:
        self._origin = None
        if self.list.scope.query is not None:
            self.view.clear_hits()

    def action_back(self) -> None:
        """One step back; in the list of a search, to what was there before it."""
        scope = self.list.scope
        if (
            self.at is Place.LIST
            and not self.zen
            and scope.query is not None
            and self._origin
            and not self.list.selecting
        ):
            self._end_search_in_list(self._origin)
        else:
            super().action_back()

    @work(group="narrow", exclusive=True, exit_on_error=False)
    async def _end_search_in_list(self, origin: Looked) -> None:
        self._forget_search()
        await self.attempt(self.list.look_back, origin)

    async def show_library(self) -> None:
        """What was searched for may be found elsewhere now."""
        await self._search_again()
        await super().show_library()

    async def _search_again(self) -> None:
        scope = self.list.scope
        if scope.query is None or self._is_searching:
            return
        if scope.saved is not None and not await self._follow_kept(scope.saved):
            return
        scope = self.list.scope
        from reader.ingest.search_lane import Superseded

        try:
            again = await self.answer(replace(scope, found=None))
        except Superseded:
            return
        if again.query is not None and self.list.scope.text == scope.text:
            await self.list.renew(again)

    async def _follow_kept(self, id: int) -> bool:
        """What became of the saved search that is listed: one that was removed is listed as it was typed, one that asks
        for something else now is searched for anew, and then False is returned."""
        kept = await self.desk.library.ask(lambda library: [each for each in library.searches.all() if each.id == id])
        scope = self.list.scope
        if scope.saved != id:
            return False
        if not kept:
            self.list.scope = replace(scope, saved=None)
        elif kept[0].query != scope.text:
            await self._narrow(to_search(kept[0].query, id))
            return False
        return True

    @property
    def _is_searching(self) -> bool:
        """True while what is typed is searched for."""
        return any(worker.group == "search" and not worker.is_finished for worker in self.workers)

    def action_order(self) -> None:
        """The best first, or the newest."""
        if self.list.scope.query is None:
            self.tell(NO_SEARCH)
            return
        self.newest = not self.newest
        self._reorder()
        self.tell("The newest first." if self.newest else "The best first.")

    @work(group="search", exclusive=True, exit_on_error=False)
    async def _reorder(self) -> None:
        await self.attempt(self._search_from_top)

    async def _search_from_top(self) -> None:
        await self.list.narrow(await self.answer(replace(self.list.scope, found=None)), top=True)

    # Opening

    async def _open(self, id: int, take_focus: bool) -> None:
        """An article of a search is opened at the first hit."""
        found = self.list.scope.found
        self._opens_at_hit = found is not None and id in found.ids
        await super()._open(id, take_focus)

    def _show(self, article: Article) -> None:
        super()._show(article)
        opens, self._opens_at_hit = self._opens_at_hit, False
        scope = self.list.scope
        if scope.query is None or scope.found is None or article.id not in scope.found.ids:
            return
        from reader.domain.query.hits import hits

        spans = hits(scope.query, article.text)
        self.view.show_title_hits(hits(scope.query, self.view.shown_title))
        if opens:
            self.view.show_hits(Walk.begin(spans), scope.text)
        elif not self.view.walk.spans:
            self.view.show_hits(Walk.begin(spans, self.view.place), scope.text, reveal=False)

    # Keeping

    def action_keep_search(self) -> None:
        """Keep the search among the feeds."""
        scope = self.list.scope
        if scope.query is None:
            self.tell(NO_SEARCH)
        elif scope.saved is not None:
            self.tell("This search is kept already.")
        else:
            self.ask_to_keep(scope)

    def ask_to_keep(self, scope: Scope) -> None:
        """Ask what to call a search, and keep it."""
        from reader.ui.search.saving import ask_to_keep

        ask_to_keep(self.app, self.desk, scope.text, partial(self.show_kept, scope))

    @work(group="keep-search", exit_on_error=False)
    async def show_kept(self, scope: Scope, saved: SavedSearch) -> None:
        """The list of a search that was kept is called by its name."""
        if self.list.scope.text == scope.text:
            self.list.scope = replace(self.list.scope, saved=saved.id)
        self.tell(f"Kept as “{saved.name}”. {self._key('undo')} takes it back.")
        await self.attempt(self.show_library)
