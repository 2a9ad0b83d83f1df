"""The line in which a query is typed, and what is told of it below: what is wrong and where, what would complete it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from reader.domain.errors import ParleyError, QueryError
from reader.domain.plain_text import clean_line
from reader.domain.query.completion import Completion
from reader.ui.search.completing import Offer, completions
from reader.ui.search.foot import Foot, TypedLine
from reader.ui.search.messages import SearchEnded, SearchTyped

if TYPE_CHECKING:
    from reader.ingest.desk import Desk

NOTHING = "Nothing here can be completed."


class QueryInput(TypedLine):
    """What is typed, with what its keys do."""

    def typed(self, words: str) -> None:
        self.post_message(SearchTyped(words))

    def action_go(self) -> None:
        """To what was found."""
        self.post_message(SearchEnded(self.value, keep=True))

    def action_leave(self) -> None:
        """Give it up."""
        self.post_message(SearchEnded(self.value, keep=False))

    async def action_complete(self, step: int) -> None:
        """Complete the word, or take another that would do."""
        await self.query_ancestor(QueryFoot).complete(step)

    def action_help(self) -> None:
        """Say what can be asked for."""
        from reader.ui.search.language_sheet import LanguageSheet

        self.app.push_screen(LanguageSheet())

    def cell(self, position: int) -> int:
        """In which cell of the line a character stands."""
        return cell_len(self.value[:position]) - round(self.scroll_x)


class QueryFoot(Foot):
    """Holds the line, and below it two places for what is told."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._offer: Offer | None = None
        self._error: QueryError | None = None

    @property
    def line(self) -> QueryInput:
        """Where is typed."""
        return self.query_one(QueryInput)

    def tell_well(self) -> None:
        """Nothing is wrong with what is typed now."""
        self._error = None

    def tell_error(self, error: ParleyError) -> None:
        """Say what is wrong, and mark where, if that is known."""
        place = Content()
        self._error = error if isinstance(error, QueryError) else None
        if isinstance(error, QueryError):
            width = max(self.size.width - 3, 1)
            first = min(max(self.line.cell(error.position), 0), width)
            last = min(max(self.line.cell(error.end), first + 1), width + 1)
            place = Content.styled(" " * first + "^" * (last - first), "$error")
        self.say(place, Content.styled(clean_line(str(error)), "$error"))

    def say(self, place: Content, said: Content) -> None:
        """Tell something below the line, where no completion is offered."""
        offer = self._offer
        if offer is not None and offer.words == self.line.value:
            place = offer.line(self.size.width - 2)
            said = said if said else Content.styled(offer.taken.aside, "$quiet")
        self.query_one("#search-place", Static).update(place, layout=False)
        below = self.query_one("#search-said", Static)
        # A sentence too long for the line has another; nothing is laid out anew for those that fit.
        below.styles.height = 2 if said.cell_length > self.size.width - 2 > 0 else 1
        below.update(said, layout=False)

    # Completing

    async def complete(self, step: int) -> None:
        """Complete what is typed, or put right what is wrong with it; again, take another that would do."""
        words, cursor = self.line.value, self.line.cursor_position
        if self._offer is not None and self._offer.words == words and not self._offer.is_single:
            self._offer = self._offer.step(step)
        else:
            try:
                options = await self._options(words, cursor)
            except ParleyError as error:
                self.tell_error(error)
                return
            if not options:
                self.say(Content(), Content.styled(NOTHING, "$quiet"))
                return
            self._offer = Offer(words, options, 0 if step > 0 else len(options) - 1)
        self.line.put(self._offer.words, self._offer.cursor)
        self.say(Content(), Content())

    async def _options(self, words: str, cursor: int) -> Sequence[Completion]:
        wrong = self._error
        if wrong is not None and wrong.suggestion is not None:
            return [Completion(wrong.position, wrong.end, wrong.suggestion, wrong.suggestion)]
        return await completions(self._desk, words, cursor)
