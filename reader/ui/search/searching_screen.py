"""Searching the library and the open article: articles in the list, statements on a screen of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work

from reader.domain.errors import ParleyError
from reader.ui.arrangement import Place
from reader.ui.search.earlier import load_earlier
from reader.ui.search.messages import SearchTurned
from reader.ui.search.typing_screen import TypingScreen

if TYPE_CHECKING:
    from reader.domain.found_statement import FoundStatement
    from reader.ui.search.statement_keys import Left


class SearchingScreen(TypingScreen):
    """The key for finding means what the person looks at."""

    _left: Left | None = None
    """How the statements found were left; ``_left_for`` is what was searched for in the list then."""

    _left_for = ""

    def action_find(self) -> None:
        """In the list search the library, elsewhere find in the article."""
        if self.at is Place.LIST and not self.zen:
            self.action_search()
        else:
            self.find_in_article()

    # Statements

    def action_statements(self) -> None:
        """Show who said what was searched for; statements that were gone through already, from where they were left."""
        left = self._left
        if left is not None and self._left_for == self.list.scope.text:
            self.show_statements(left.words, left.block_id)
        else:
            self.show_statements(self.list.scope.text)

    @on(SearchTurned)
    def _turn(self) -> None:
        if self._prompt is not None:
            words = self._prompt.line.value
            self._close_prompt()
            self.go(Place.LIST)
            self.show_statements(words)

    @work(group="prompt", exclusive=True, exit_on_error=False)
    async def show_statements(self, words: str, chosen: str | None = None) -> None:
        """Show over the whole screen what was said; ``chosen`` is the block to begin with."""
        from reader.ui.search.statements_screen import StatementsScreen

        try:
            earlier = await load_earlier(self.desk)
        except ParleyError as error:
            self.tell_error(error)
            return
        self.app.push_screen(StatementsScreen(self.desk, self.today, words, earlier, chosen), self._statements_left)

    def _statements_left(self, left: Left | None) -> None:
        if left is None:
            return
        self._left, self._left_for = left, self.list.scope.text
        if left.statement is not None:
            self._open_statement(left.statement)
        elif left.articles:
            self._search_for(left.words)

    @work(group="open", exclusive=True, exit_on_error=False)
    async def _open_statement(self, statement: FoundStatement) -> None:
        await self.attempt(self._open, statement.article_id, True)
        if self.article is None or self.article.id != statement.article_id:
            return
        # The page is laid out only once it is on the screen.
        self.call_after_refresh(self._show_said, statement)

    def _show_said(self, statement: FoundStatement) -> None:
        self.view.show_statement(statement.sid)
        if self.view.selected is None:
            # Not analysed as it was when it was found.
            self.view.show_span((statement.start, statement.start + 1))
        else:
            self.panel.select_statement(statement.sid)

    @work(group="search", exclusive=True, exit_on_error=False)
    async def _search_for(self, words: str) -> None:
        await self.attempt(self._list_found, words)

    async def _list_found(self, words: str) -> None:
        if not words.strip():
            return
        if self.list.scope.query is None:
            self._origin = self.list.looked()
        await self.list.narrow(await self._answer_surely(words, typing=False), top=True)
        self.go(Place.LIST)
