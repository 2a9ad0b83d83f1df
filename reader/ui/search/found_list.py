"""The list of articles while it shows what a search found: each row with the words around what was searched for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work

from reader.domain.article import ArticleRow
from reader.domain.errors import ParleyError
from reader.domain.scope import Scope
from reader.ui.feeds.list_state import ListState
from reader.ui.feeds.scoped_list import ScopedList
from reader.ui.row_text import TITLE, Piece, row_lines
from reader.ui.search.snippet_text import SNIPPET, marked_pieces, snippet_lines

if TYPE_CHECKING:
    from reader.domain.query.snippet import Snippet
    from reader.domain.query.terms import Query
    from reader.ingest.desk import Desk
    from reader.store.library import Library

SEARCHING = "Searching…"
NOTHING_FOUND = "Nothing found. / changes what is searched for, Esc goes back."
MOST = 2_000
"""Snippets kept at hand."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a list showed, and the line it was scrolled to: to be shown again."""

    scope: Scope
    state: ListState
    line: int
    new_above: int


class FoundList(ScopedList):
    """Any list of articles; rows of an answer to a search have a line or two more."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"article-list--snippet", "article-list--hit"}

    def __init__(self, desk: Desk, today: date, id: str | None = None) -> None:
        super().__init__(desk, today, id)
        self._of: Query | None = None
        """What the snippets are of."""

        self._snippets: dict[int, Snippet | None] = {}
        self._wanted: set[int] = set()

    # Not answered yet

    @property
    def _waits(self) -> bool:
        """True where a search is to be shown that is not answered yet."""
        return self.scope.query is not None and self.scope.found is None

    def begin(self, scope: Scope) -> None:
        """List a scope from the start; a search is answered once the first picture is there."""
        super().begin(scope)
        if self._waits:
            self.empty = SEARCHING

    async def recount(self) -> None:
        """Say anew how many articles there are, once there are any."""
        if not self._waits:
            await super().recount()

    # What was looked at before

    def looked(self) -> Looked:
        """What is shown now."""
        pages = self.rows.window.pages()
        state = ListState(self._name or "", self.total, self._unread, self.cursor, None, None, pages)
        return Looked(self.scope, state, round(self.scroll_y), self.new_above)

    async def look_back(self, looked: Looked) -> None:
        """Show what was shown before, then what came or went meanwhile; nothing in sight moves."""
        async with self._reading:
            self.scope, self.new_above = looked.scope, looked.new_above
            self._take(looked.state, looked.state.cursor or 0, y=looked.line)
        await self.reload(self.total)

    # An answer to a search

    def keep(self, id: int) -> None:
        """Let an article that is about to be read stay, though only the unread were searched for."""
        if self.scope.query is None:
            super().keep(id)
        else:
            self.scope = replace(self.scope, kept=self.scope.kept | {id})

    def _take(self, state: ListState, cursor: int, y: int | None) -> None:
        # The list of a search is given more room where it is a strip.
        self.set_class(self.scope.found is not None, "-found")
        super()._take(state, cursor, y)
        self.call_after_refresh(self._show_place)

    def _show_place(self) -> None:
        # A scrollbar that comes with longer rows does not know yet where the list stands.
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = self.scroll_y

    async def reload(self, total: int, now: Callable[[Scope], Scope] | None = None) -> None:
        """Ask for the rows anew, once there are any."""
        if not self._waits:
            await super().reload(total, now)

    async def renew(self, answered: Scope) -> None:
        """Show the same search answered anew; nothing in sight moves."""

        def now(scope: Scope) -> Scope:
            return replace(scope, query=answered.query, found=answered.found)

        await self.reload(self.total, now)

    @property
    def _nothing(self) -> str:
        return super()._nothing if self.scope.query is None else NOTHING_FOUND

    @property
    def _counts(self) -> str:
        if self.scope.found is None:
            return super()._counts
        unread = f" · {self._unread:,} unread" if self._unread else ""
        return f" · {found_words(self.total, more=self.scope.found.more)}{unread}"

    # Rows

    @property
    def lines_a_row(self) -> int:
        """A line more for the words around what was found, or two where a row has room for three."""
        return super().lines_a_row + self._snippet_lines - self._title_lines_less

    @property
    def _snippet_lines(self) -> int:
        if self.scope.found is None:
            return 0
        return 2 if super().lines_a_row > 2 else 1

    @property
    def _title_lines_less(self) -> int:
        """A narrow row gives the second line of its title to them."""
        return 1 if self._snippet_lines > 1 else 0

    def row_lines(self, row: ArticleRow, width: int) -> list[list[Piece]]:
        """What a row says, and around what."""
        count = self._snippet_lines
        lines = row_lines(row, width, self.lines_a_row - count, self._today, is_open=row.id == self.open_id)
        query = self.scope.query
        if query is None:
            return [*lines, *([] for _ in range(count))]
        if not count:
            return lines
        lines = [marked_pieces(line, query, TITLE) for line in lines]
        snippet = self._snippet(row.id)
        drawn = snippet_lines(snippet.text, snippet.hits, width - 3, count) if snippet else [[] for _ in range(count)]
        return [*lines, *([("  ", SNIPPET), *pieces] for pieces in drawn)]

    # Snippets

    def _snippet(self, id: int) -> Snippet | None:
        if self.scope.query != self._of or len(self._snippets) > MOST:
            self._of = self.scope.query
            self._snippets.clear()
            self._wanted.clear()
        if id not in self._snippets and id not in self._wanted:
            if not self._wanted:
                self.call_after_refresh(self._ask_snippets)
            self._wanted.add(id)
        return self._snippets.get(id)

    @work(group="snippets", exit_on_error=False)
    async def _ask_snippets(self) -> None:
        query, ids = self._of, sorted(self._wanted)
        if query is None or not ids:
            return
        try:
            found = await self.desk.library.ask(partial(_snippets, query=query, ids=ids))
        except ParleyError:
            # The rows stay without: whatever keeps the library from answering is told by those who asked for the rows.
            found = {}
        if query == self._of:
            # An article nothing is known of is not asked for again.
            self._snippets |= {id: found.get(id) for id in ids}
            self._wanted.difference_update(ids)
            self.refresh()


def _snippets(library: Library, query: Query, ids: list[int]) -> dict[int, Snippet]:
    return library.search.snippets(query, ids)


def found_words(count: int, *, more: bool) -> str:
    """ "312 found", "10,000+ found"."""
    return f"{count:,}{'+' if more else ''} found"
