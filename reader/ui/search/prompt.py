"""The line at the foot of the screen in which is typed what to search for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reader.domain.plain_text import clean_line
from reader.domain.scope import Scope
from reader.ui.actions import Region, bindings
from reader.ui.search.earlier import Earlier
from reader.ui.search.found_list import found_words
from reader.ui.search.messages import SearchReordered, SearchSaved, SearchTurned
from reader.ui.search.query_line import QueryFoot, QueryInput

if TYPE_CHECKING:
    from reader.ingest.desk import Desk

HELP = (
    'words  "a phrase"  -not  this OR that  source:  lang:  title:  tag:  is:unread',
    "after:2026-03-01  says:Armenia  act:accuse  number:>1000  has:note   F1: all",
)
"""What can be asked for, on two lines, while nothing is."""


HEADING = "Search"


class SearchInput(QueryInput):
    """What is typed, with the keys that complete it, recall earlier searches and say what becomes of it."""

    BINDINGS = bindings(Region.PROMPT)

    def __init__(self, words: str, earlier: Sequence[str], *, of_articles: bool) -> None:
        super().__init__(words)
        self._of_articles = of_articles
        self._earlier = Earlier(list(earlier))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Statements stand in the order of time."""
        return self._of_articles if action == "order" else super().check_action(action, parameters)

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


class SearchPrompt(QueryFoot):
    """``words`` stand in it at first; what is told of them stands below."""

    def __init__(self, words: str, earlier: Sequence[str], desk: Desk, heading: str = HEADING) -> None:
        super().__init__(desk)
        self._heading = heading
        self._words = words
        self._earlier = earlier

    def compose(self) -> ComposeResult:
        yield SearchInput(self._words, self._earlier, of_articles=self._heading == HEADING)
        yield Static(id="search-place")
        yield Static(id="search-said")

    def on_mount(self) -> None:
        self.head(self._heading)
        if not self._words:
            self.tell_help()

    # What is told

    def tell_help(self) -> None:
        """Say what can be asked for."""
        self.say(Content.styled(HELP[0], "$quiet"), Content.styled(HELP[1], "$quiet"))

    def tell_answer(self, scope: Scope, words: str, *, newest: bool) -> None:
        """Say how many were found for ``words``, in which order, and for what else where that is so."""
        self.tell_well()
        if scope.query is None or scope.found is None:
            self.head(self._heading)
            self._say_nothing_asked()
            return
        found = found_words(len(scope.found.ids), more=scope.found.more)
        self.head(self._heading, found, "the newest first" if newest else "the best first")
        note = begun_note(words) if scope.text != words else unseen_note(scope.found.unseen)
        self.say(Content(), note)

    def _say_nothing_asked(self) -> None:
        if self.line.value.strip():
            self.say(Content(), Content())
        else:
            self.tell_help()

    def tell_found(self, counted: str, *, begun: bool, unseen: int = 0) -> None:
        """Say how much was found, or where nothing is asked for, what can be. ``begun``: what was typed last was taken
        for the beginning of a word; so many ``unseen`` articles are not looked at for stories yet."""
        self.tell_well()
        self.head(self._heading, counted)
        if counted:
            self.say(Content(), begun_note(self.line.value) if begun else unseen_note(unseen))
        else:
            self._say_nothing_asked()


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
