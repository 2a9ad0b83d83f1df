"""The panel over the open article, or over the whole story it belongs to; one key goes there and back."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reader.domain.article import Article
from reader.ui.annotating.noted_tabs import NotedTabs
from reader.ui.panel.standing import Known
from reader.ui.panel.tab_line import Tab
from reader.ui.panel.view import Elsewhere, Place, View
from reader.ui.panel.words import clean_line
from reader.ui.party_look import PartyLook
from reader.ui.stories.story_view import StoryView
from reader.ui.stories.told_story import ToldStory

THIS_ARTICLE = "This article"


class ScopedTabs(NotedTabs):
    """Parties, Figures and Actors are of the article or of the story; Notes are always the article's."""

    _told: ToldStory | None = None
    _in_story = False
    _foot = ""
    _article_line = ""
    _left: tuple[Known, Tab, str | None] | None = None
    """What was chosen in the scope that was left, in which tab, and what was chosen instead in the other."""

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield Static(Content(""), id="panel-foot", markup=False)

    def on_mount(self) -> None:
        self._refresh_line()

    # What is shown

    @property
    def in_story(self) -> bool:
        """Whether the story is shown, and not the open article alone."""
        return self._in_story

    @property
    def told_story(self) -> ToldStory | None:
        """The story of the open article, once it is known."""
        return self._told

    def show_story(self, told: ToldStory | None, key: str, looks: Mapping[str, PartyLook]) -> None:
        """Know the story of the open article, or that it has none. What is read stays where it is.

        ``key`` is the one that changes the scope; ``looks`` are those of the article's parties and the story's.
        """
        known = self._standing() if self._in_story else ()
        self._told = told
        self._foot = told.lacking(self._article.id, key) if told is not None and self._article is not None else ""
        was_in_story, self._in_story = self._in_story, self._in_story and told is not None
        if was_in_story:
            self._view = self._to_show(looks)
            self._line = self._line_above(self._article_line)
            self._show_view(known, keep=True)
            self.refresh_bindings()
        elif self.is_mounted:
            self._refresh_line()

    def turn_scope(self, looks: Mapping[str, PartyLook]) -> None:
        """Show the story instead of the article, or the article again. What is chosen stays so where the other has it,
        and is chosen again on the way back where it has not."""
        if self._told is None:
            return
        known, before = self._standing(), self._left
        if before is not None and (before[1], before[2]) == (self._tab, self._chosen_id):
            known = before[0]
        left = self._standing()
        self._in_story = not self._in_story
        self._view = self._to_show(looks)
        self._line = self._line_above(self._article_line)
        self._at_mention = {}
        self._show_view(known, keep=True)
        self._left = (left, self._tab, self._chosen_id) if left else None
        self.refresh_bindings()

    @property
    def _chosen_id(self) -> str | None:
        return self._list(self._tab).chosen_id if self.is_mounted else None

    def _goes_on_with(self, article: Article | None) -> bool:
        in_story = self._in_story and self._told is not None
        if in_story and self._told and article is not None and article.id in self._told.articles:
            return True
        return super()._goes_on_with(article)

    def _to_show(self, looks: Mapping[str, PartyLook] | None) -> View | None:
        if self._article is None or self._told is None or self._article.id not in self._told.articles:
            if self._in_story:
                # The key of the scope leads elsewhere now.
                self.refresh_bindings()
            self._told, self._in_story, self._foot, self._left = None, False, "", None
        if not self._in_story or self._told is None or self._article is None:
            return self._own
        told = self._told
        return StoryView.of(told.board, told.language, known=looks, beside=self._beside, article_id=self._article.id)

    def _line_above(self, line: str) -> str:
        self._article_line = line
        return self._told.line if self._in_story and self._told is not None else line

    def _refresh_line(self) -> None:
        super()._refresh_line()
        heading = THIS_ARTICLE if self._told is not None else ""
        foot = self.query_one("#panel-foot", Static)
        if self._in_story and self._told is not None:
            heading = self._told.heading
        self.border_title = Content(clean_line(heading)) if heading else None
        foot.update(Content(clean_line(self._foot)))
        foot.display = bool(self._foot) and not self._in_story

    # What is chosen

    @property
    def elsewhere(self) -> Elsewhere | None:
        """Where in another article the chosen block stands; None where it is in the open one, or nothing is chosen."""
        place = self._place()
        return self._view.elsewhere(place) if self._view is not None and place is not None else None

    @property
    def chosen_actor(self) -> str | None:
        """As the open article's analysis has it; None where the article does not name the actor."""
        chosen = super().chosen_actor
        place = self._place()
        if not self._in_story or chosen is None or place is None or self._view is None or self._own is None:
            return chosen
        spans = {self._view.own_span(span) for span in place.spans} - {None}
        return next((actor.id for actor in self._own.analysis.actors if spans & set(actor.mentions)), None)

    def _own_place(self, place: Place) -> Place:
        """The same place in the open article; where it is not there, a place of nothing."""
        if self._view is None:
            return place
        statement = self._view.own_statement(place.statement) if place.statement else None
        spans = tuple(own for span in place.spans if (own := self._view.own_span(span)) is not None)
        return Place(statement, spans, place.party, place.is_name, place.note, place.draft)
