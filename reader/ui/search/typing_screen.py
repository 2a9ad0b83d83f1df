"""Searching the library as one types: the list shows at once what is found."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.widgets import Footer

from reader.domain.errors import ParleyError
from reader.domain.scope import Scope
from reader.ui.arrangement import Place
from reader.ui.search.earlier import load_earlier, save_earlier
from reader.ui.search.found_list import Looked
from reader.ui.search.messages import SearchEnded, SearchReordered, SearchSaved, SearchTyped
from reader.ui.search.results_screen import ResultsScreen

if TYPE_CHECKING:
    from reader.ui.search.prompt import SearchPrompt

PAUSE = 0.04
"""Seconds without a key after which what is typed is searched for."""


@dataclass(frozen=True, slots=True)
class _Before:
    """What was looked at before anything was typed."""

    at: Place
    zen: bool
    looked: Looked
    newest: bool


class TypingScreen(ResultsScreen):
    """The prompt stands at the foot for as long as something is typed in it."""

    _prompt: SearchPrompt | None = None
    _searched_from: _Before | None = None

    @work(group="prompt", exclusive=True, exit_on_error=False)
    async def action_search(self) -> None:
        """Ask what to search for; what is searched for already can be changed."""
        await self.attempt(self._ask_what, self.list.scope.text)

    async def _ask_what(self, words: str) -> None:
        from reader.ui.search.prompt import SearchPrompt

        earlier = await load_earlier(self.desk)
        if self._prompt is not None:
            return
        looked = self.list.looked()
        self._searched_from = _Before(self.at, self.zen, looked, self.newest)
        if looked.scope.query is None:
            self._origin = looked
        self.go(Place.LIST)
        self.list.add_class("-searching")
        self._prompt = SearchPrompt(words, earlier, self.desk)
        await self.mount(self._prompt, before=self.query_one(Footer))
        self._prompt.line.focus()

    # While something is typed

    @on(SearchTyped)
    def _search_typed(self, message: SearchTyped) -> None:
        if self._prompt is not None:
            self._search(message.words, PAUSE)

    @work(group="search", exclusive=True, exit_on_error=False)
    async def _search(self, words: str, pause: float) -> None:
        await asyncio.sleep(pause)
        await self._show_found(words, typing=True)

    async def _show_found(self, words: str, *, typing: bool) -> bool:
        """List what is found, or what was listed before where nothing is asked for. False where nothing can be."""
        prompt, before = self._prompt, self._searched_from
        if prompt is None or before is None:
            return False
        try:
            scope = await self._answer_surely(words, typing=typing)
            if scope.query is None:
                await self.list.look_back(self._origin or before.looked)
            else:
                await self.list.narrow(scope, top=True)
        except ParleyError as error:
            prompt.tell_error(error)
            return False
        prompt.tell_answer(scope, words, newest=self.newest)
        return True

    async def _answer_surely(self, words: str, *, typing: bool) -> Scope:
        from reader.ingest.search_lane import Superseded

        while True:
            try:
                return await self.answer(Scope(text=words), typing=typing)
            except Superseded:
                # Another question came between; had something else been typed, this would have been cancelled.
                continue

    @on(SearchReordered)
    def _reorder_typed(self) -> None:
        if self._prompt is not None:
            self.newest = not self.newest
            self._search(self._prompt.line.value, 0)

    # The end of typing

    @on(SearchEnded)
    def _end_search(self, message: SearchEnded) -> None:
        if self._prompt is None:
            return
        if message.keep and message.words.strip():
            self._go_to_found(message.words)
        else:
            self._give_up()

    @work(group="search", exclusive=True, exit_on_error=False)
    async def _go_to_found(self, words: str) -> None:
        if await self._settle(words):
            self._close_prompt()
            self.go(Place.LIST)

    async def _settle(self, words: str) -> bool:
        """Search for what was typed as it stands, and remember it. False where it asks for nothing that can be found.

        What was taken for the beginning of a word stays so.
        """
        begun = f"{words}*"
        words = begun if self.list.scope.text == begun else words
        if not await self._show_found(words, typing=False) or self.list.scope.query is None:
            return False
        await self.attempt(save_earlier, self.desk, words)
        return True

    @work(group="search", exclusive=True, exit_on_error=False)
    async def _give_up(self) -> None:
        before = self._searched_from
        self._close_prompt()
        if before is None:
            return
        self.newest = before.newest
        self.go(before.at)
        self.zen = before.zen
        if before.looked.scope.query is None:
            self._origin = None
        await self.attempt(self.list.look_back, before.looked)

    def _close_prompt(self) -> None:
        if self._prompt is not None:
            self._prompt.remove()
        self._prompt = self._searched_from = None
        self.list.remove_class("-searching")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Who goes somewhere else keeps what was found."""
        super().on_descendant_focus(event)
        if self._prompt is not None and self._prompt.left_for(event.widget):
            self._close_prompt()

    # Keeping

    @on(SearchSaved)
    def _save_typed(self) -> None:
        if self._prompt is not None:
            self._settle_and_keep(self._prompt.line.value)

    @work(group="search", exclusive=True, exit_on_error=False)
    async def _settle_and_keep(self, words: str) -> None:
        if await self._settle(words):
            self._close_prompt()
            self.go(Place.LIST)
            self.action_keep_search()
