"""Finding words in the open article, as they are typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events, on
from textual.widgets import Footer

from reader.ui.arrangement import Place
from reader.ui.deeds_screen import NO_ARTICLE
from reader.ui.keeping.keeping_screen import KeepingScreen
from reader.ui.search.messages import FindEnded, FindTyped, FindWalked
from reader.ui.search.walk import Walk

if TYPE_CHECKING:
    from reader.ui.search.find_line import FindLine

NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True)
class _Before:
    """What was looked at before anything was typed: the region; line, place and hits of the article."""

    at: Place
    line: float
    place: int
    walk: Walk
    sought: str


class FindingScreen(KeepingScreen):
    """The line stands at the foot for as long as something is typed in it."""

    _finding: FindLine | None = None
    _before_finding: _Before | None = None

    def find_in_article(self) -> None:
        """Ask what to find."""
        if self.article is None:
            self.tell(NO_ARTICLE)
            return
        if self._finding is not None:
            return
        from reader.ui.search.find_line import FindInput, FindLine

        view = self.view
        self._before_finding = _Before(self.at, view.scroll_y, view.place, view.walk, view.sought)
        if not view.display:
            self.go(Place.ARTICLE)
        self._finding = FindLine()
        self.mount(self._finding, before=self.query_one(Footer))
        self.call_after_refresh(lambda: self.query(FindInput).first().focus())

    @on(FindTyped)
    def _find(self, message: FindTyped) -> None:
        if self._finding is None or self._before_finding is None or self.article is None:
            return
        from reader.domain.query.hits import find

        spans = find(message.words, self.article.text)
        self.view.show_hits(Walk.begin(spans, self._before_finding.place), message.words)
        if not spans:
            self.view.scroll_to(y=self._before_finding.line, animate=False)
        self._tell_found(message.words)

    @on(FindWalked)
    def _walk_found(self, message: FindWalked) -> None:
        if self._finding is not None:
            self.view.action_hit(message.step)
            self._tell_found(self.view.sought)

    def _tell_found(self, words: str) -> None:
        if self._finding is not None:
            self._finding.tell((self.view.walk.told or NOT_FOUND) if words.strip() else "")

    @on(FindEnded)
    def _end_finding(self, message: FindEnded) -> None:
        before, view = self._before_finding, self.view
        self._close_find_line()
        if before is None:
            return
        if message.keep and view.walk.spans:
            self.go(Place.ARTICLE)
            return
        view.show_hits(before.walk, before.sought)
        view.scroll_to(y=before.line, animate=False)
        self.go(before.at)

    def _close_find_line(self) -> None:
        if self._finding is not None:
            self._finding.remove()
        self._finding = self._before_finding = None

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Who goes somewhere else keeps what was found."""
        super().on_descendant_focus(event)
        if self._finding is not None and self._finding.left_for(event.widget):
            self._close_find_line()
