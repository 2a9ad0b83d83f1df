"""The line at the foot of the screen in which is typed what to search for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reader.domain.errors import ParleyError, QueryError
from reader.domain.plain_text import clean_line
from reader.domain.query.completion import Completion
from reader.domain.scope import Scope
from reader.ui.actions import Region, bindings
from reader.ui.search.completing import Offer, completions
from reader.ui.search.earlier import Earlier
from reader.ui.search.foot import Foot, TypedLine
from reader.ui.search.found_list import found_words
from reader.ui.search.messages import SearchEnded, SearchReordered, SearchSaved, SearchTurned, SearchTyped

if TYPE_CHECKING:
    from reader.ingest.desk import Desk

HELP = (
    'words  "a phrase"  -not  this OR that  source:  lang:  title:  tag:  is:unread',
    "after:2026-03-01  says:Armenia  act:accuse  number:>1000  has:note   F1: all",
)
"""What can be asked for, on two lines, while nothing is."""


HEADING = "Search"
NOTHING = "Nothing here can be completed."


class SearchInput(TypedLine):
    """What is typed, with the keys that complete it, recall earlier searches and say what becomes of it."""

    BINDINGS = bindings(Region.PROMPT)

    def __init__(self, words: str, earlier: Sequence[str], *, of_articles: bool) -> None:
        super().__init__(words)
        self._of_articles = of_articles
        self._earlier = Earlier(list(earlier))

    def typed(self, words: str) -> None:
        self.post_message(SearchTyped(words))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Statements stand in the order of time."""
        return self._of_articles if action == "order" else super().check_action(action, parameters)

    def action_go(self) -> None:
        """To what was found."""
        self.post_message(SearchEnded(self.value, keep=True))

    def action_leave(self) -> None:
        """Give it up."""
        self.post_message(SearchEnded(self.value, keep=False))

    def action_recall(self, step: int) -> None:
        """The search before, or the one after."""
        words = self._earlier.step(step, self.value)
        if words is not None:
            self.put(words)

    def action_statements(self) -> None:
        """Statements, or articles again."""
        self.post_message(SearchTurned())

    def action_order(self) -> None:
        """The best first, or the newest."""
        self.post_message(SearchReordered())

    def action_keep(self) -> None:
        """Keep the search among the feeds."""
        self.post_message(SearchSaved())

    async def action_complete(self, step: int) -> None:
        """Complete the word, or take another that would do."""
        await self.query_ancestor(SearchPrompt).complete(step)

    def action_help(self) -> None:
        """Say what can be asked for."""
        from reader.ui.search.language_sheet import LanguageSheet

        self.app.push_screen(LanguageSheet())

    def cell(self, position: int) -> int:
        """In which cell of the line a character stands."""
        return cell_len(self.value[:position]) - round(self.scroll_x)


class SearchPrompt(Foot):
    """``words`` stand in it at first; what is told of them stands below."""

    def __init__(self, words: str, earlier: Sequence[str], desk: Desk, heading: str = HEADING) -> None:
        super().__init__()
        self._heading = heading
        self._words = words
        self._earlier = earlier
        self._desk = desk
        self._offer: Offer | None = None
        self._error: QueryError | None = None

    def compose(self) -> ComposeResult:
        yield SearchInput(self._words, self._earlier, of_articles=self._heading == HEADING)
        yield Static(id="search-place")
        yield Static(id="search-said")

    def on_mount(self) -> None:
        self.head(self._heading)
        if not self._words:
            self.tell_help()

    @property
    def line(self) -> SearchInput:
        """Where is typed."""
        return self.query_one(SearchInput)

    # What is told

    def tell_help(self) -> None:
        """Say what can be asked for."""
        self._say(Content.styled(HELP[0], "$quiet"), Content.styled(HELP[1], "$quiet"))

    def tell_answer(self, scope: Scope, words: str, *, newest: bool) -> None:
        """Say how many were found for ``words``, in which order, and for what else where that is so."""
        self._error = None
        if scope.query is None or scope.found is None:
            self.head(self._heading)
            self._say_nothing_asked()
            return
        found = found_words(len(scope.found.ids), more=scope.found.more)
        self.head(self._heading, found, "the newest first" if newest else "the best first")
        note = begun_note(words) if scope.text != words else unseen_note(scope.found.unseen)
        self._say(Content(), note)

    def _say_nothing_asked(self) -> None:
        if self.line.value.strip():
            self._say(Content(), Content())
        else:
            self.tell_help()

    def tell_found(self, counted: str, *, begun: bool) -> None:
        """Say how much was found, or where nothing is asked for, what can be. ``begun``: what was typed last was taken
        for the beginning of a word."""
        self._error = None
        self.head(self._heading, counted)
        if counted:
            self._say(Content(), begun_note(self.line.value) if begun else Content())
        else:
            self._say_nothing_asked()

    def tell_error(self, error: ParleyError) -> None:
        """Say what is wrong, and mark where, if that is known."""
        place = Content()
        self._error = error if isinstance(error, QueryError) else None
        if isinstance(error, QueryError):
            width = max(self.size.width - 3, 1)
            first = min(max(self.line.cell(error.position), 0), width)
            last = min(max(self.line.cell(error.end), first + 1), width + 1)
            place = Content.styled(" " * first + "^" * (last - first), "$error")
        self._say(place, Content.styled(clean_line(str(error)), "$error"))

    def _say(self, place: Content, said: Content) -> None:
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
                self._say(Content(), Content.styled(NOTHING, "$quiet"))
                return
            self._offer = Offer(words, options, 0 if step > 0 else len(options) - 1)
        self.line.put(self._offer.words, self._offer.cursor)
        self._say(Content(), Content())

    async def _options(self, words: str, cursor: int) -> Sequence[Completion]:
        wrong = self._error
        if wrong is not None and wrong.suggestion is not None:
            return [Completion(wrong.position, wrong.end, wrong.suggestion, wrong.suggestion)]
        return await completions(self._desk, words, cursor)


def begun_note(words: str) -> Content:
    """Say that what was typed last is no word, but words begin so."""
    return Content.styled(clean_line(f"No word is “{last_word(words)}”: found are words that begin so."), "$quiet")


def unseen_note(count: int) -> Content:
    """Say how many articles are not looked at for stories yet; nothing where all are."""
    if not count:
        return Content()
    many = "1 article is" if count == 1 else f"{count:,} articles are"
    return Content.styled(f"{many} not looked at for stories yet; later there may be more.", "$quiet")


def last_word(words: str) -> str:
    """What was typed last, without the field it is for."""
    return re.split(r'[\s:()|"“”„«]', words.rstrip())[-1].lstrip("-−")
