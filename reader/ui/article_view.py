"""The article with its highlights: names, numbers, who speaks where, and the statement that is selected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import events
from textual.reactive import reactive

from reader.domain.analysis import Analysis
from reader.domain.article import Article, Shown
from reader.domain.colour import Colour
from reader.domain.layout import Layout
from reader.domain.span import Span
from reader.domain.statement import Statement
from reader.ui import key_footer
from reader.ui.actions import Region, bindings, first_key
from reader.ui.annotating.annotated_page import AnnotatedPage
from reader.ui.annotating.messages import HighlightAsked, NoteAsked, RemovalAsked, UnitAsked
from reader.ui.article_head import meta_line, notes_line
from reader.ui.highlight import Shown as Highlight
from reader.ui.highlight import content_marks, extent, margin, marks, speaker_marks
from reader.ui.links import NumberedLink, links
from reader.ui.messages import StatementActivated, StatementSelected
from reader.ui.party_look import PartyLook, party_look

EVERYTHING = frozenset(Highlight)
NO_WORDS = "There are no words to select."


class ArticleView(AnnotatedPage):
    """One article. ``show`` an article, then ``show`` it again with its analysis: the text stays where it is."""

    # The first that may act takes a key: while something is selected by keys, that is the selection.
    BINDINGS = bindings(Region.PICKING) + bindings(Region.ARTICLE)

    shown: reactive[frozenset[Highlight]] = reactive(EVERYTHING)
    """The kinds of highlight that are switched on."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.article: Article | None = None
        self.analysis: Analysis | None = None
        self.selected: Statement | None = None
        self.other: Shown | None = None
        """Whose text is kept beside the one shown, where there is one; to be told before the article is shown."""
        self.annotated = ""
        """How many highlights and notes it has, for the facts; to be told before the article is shown."""
        self._looks: Mapping[str, PartyLook] = {}

    def show(
        self, article: Article, analysis: Analysis | None = None, looks: Mapping[str, PartyLook] | None = None
    ) -> None:
        """Show an article from where it was left; the article that is already there only gets its analysis.

        The statement that is selected stays so, or the next one is where it is gone. ``looks`` are known already.
        """
        before, self.article = self.article, article
        if before is None or _set_as(article) != _set_as(before):
            self.selected = None
            layout = Layout.from_json(article.layout, len(article.text))
            same = before is not None and (before.id, before.text_hash) == (article.id, article.text_hash)
            place = self.place if same else article.position
            self.set_text(article.title, self._facts_of(article), article.text, place, layout)
        self.analysis = analysis
        self._looks = party_look(analysis, looks) if analysis else {}
        held = self.held
        self._select(_again(self.selected, analysis.statements) if analysis and self.selected else None)
        if held is not None:
            self.hold(held, reveal=False)
        self._mark()

    @property
    def told_keys(self) -> tuple[str, ...]:
        """While words are selected by keys, the keys for that; see ``key_footer``."""
        return key_footer.ARTICLE if self.picking is None else key_footer.PICKING

    def show_facts(self, article: Article, other: Shown | None) -> None:
        """Show what is known of the open article now: whether it is bookmarked, has changed, has an ``other`` text."""
        self.other = other
        self.set_facts(self._facts_of(article))

    def _facts_of(self, article: Article) -> str:
        keymap = getattr(self.app, "rebound", {})
        keys = {id: first_key(id, keymap) for id in ("undo", "changes", "full_text")}
        lines = (meta_line(article), notes_line(article, self.other, keys, self.annotated))
        return "\n".join(line for line in lines if line)

    @property
    def links(self) -> tuple[NumberedLink, ...]:
        """The links of the article, as they are numbered below it."""
        return links(self._layout, self._stored)

    def _mark(self) -> None:
        if self.analysis is None:
            self.set_marks((), ())
        else:
            speaking = margin(self.analysis, self._looks) if Highlight.STATEMENTS in self.shown else ()
            self.set_marks(marks(self.analysis, self._looks, self.shown), speaking)

    def watch_shown(self) -> None:
        """Restyle when a kind of highlight is switched."""
        self._mark()

    # Statements

    def show_statement(self, statement_id: str | None) -> None:
        """Select a statement and bring it into view."""
        statement = self.analysis.statement(statement_id) if self.analysis and statement_id else None
        self.unselect()
        self._select(statement)
        if statement:
            self.reveal(extent_near(statement))

    def step_statement(self, step: int) -> None:
        """Select the next or previous statement; without a selection, the nearest one from the top of the view."""
        statements = self.analysis.statements if self.analysis else ()
        if not statements:
            return
        if self.selected is not None:
            at = statements.index(self.selected) + step
        elif step > 0:
            at = next((i for i, s in enumerate(statements) if extent(s)[1] > self._place), 0)
        else:
            at = next((i for i in reversed(range(len(statements))) if extent(statements[i])[0] <= self._place), -1)
        statement = statements[min(max(at, 0), len(statements) - 1)]
        self.show_statement(statement.id)
        self.post_message(StatementSelected(statement.id))

    def show_span(self, span: Span) -> None:
        """Bring a place of the text into view and mark it."""
        self.lay_over([(span, ("span-current",))])
        self.selected, self.held = None, None
        self.reveal(span)

    def show_party(self, party_id: str | None) -> None:
        """Bring the names of a party forward, or of none."""
        actors = [a for a in self.analysis.actors if a.party == party_id] if self.analysis and party_id else []
        self.lay_over([(span, ("party-current",)) for actor in actors for span in actor.mentions])
        self.selected, self.held = None, None

    def clear(self) -> bool:
        """Take back what is selected or brought forward. False where there was nothing."""
        if self.unselect():
            return True
        had = self.selected is not None or len(self._over) > 0
        self._select(None)
        return had

    def _select(self, statement: Statement | None) -> None:
        self.selected, self.held = statement, None
        if statement is None:
            self.lay_over(())
        else:
            self.lay_over(speaker_marks(statement), content_marks(statement))

    def on_click(self, event: events.Click) -> None:
        """A click on a statement selects it; a second click asks for its card."""
        _, place = self.screen.get_widget_and_offset_at(event.screen_x, event.screen_y)
        if place is None or self.analysis is None or self._selection_span:
            return
        hits = [s for s in self.analysis.statements if _covers(s, place.x)]
        if not hits:
            return
        statement = min(hits, key=lambda s: extent(s)[1] - extent(s)[0])
        if statement is self.selected:
            self.post_message(StatementActivated(statement.id))
        else:
            self._select(statement)
            self.post_message(StatementSelected(statement.id))

    def action_card(self) -> None:
        """Ask for the card of the selected statement; select one where none is."""
        if self.selected is None:
            self.step_statement(1)
        else:
            self.post_message(StatementActivated(self.selected.id))

    # Selecting, highlighting, writing notes

    def action_select(self) -> None:
        """Select by keys: what the mouse selected, the chosen statement, the hit that is looked at, the first word."""
        statement = extent_of_words(self.selected) if self.selected is not None else None
        if not self.begin_picking(self.selected_span or statement or self.walk.span):
            self.notify(NO_WORDS, timeout=3, markup=False)
        elif statement is not None:
            self._select(None)

    def action_pick_end(self) -> None:
        """Select nothing any more."""
        self.unselect()

    def action_pick_unit(self, kind: str) -> None:
        """Take in sentences or paragraphs."""
        self.post_message(UnitAsked(kind))

    def action_pick_colour(self, colour: str) -> None:
        """Highlight what is selected."""
        self.post_message(HighlightAsked(Colour(colour) if colour else None, apart=bool(colour)))

    def action_note(self) -> None:
        """Write a note."""
        self.post_message(NoteAsked())

    def action_remove(self) -> None:
        """Remove the highlight or note that was gone to."""
        self.post_message(RemovalAsked())


def _set_as(article: Article) -> tuple[int, str, str, str]:
    """What decides how the words stand: where it is the same, nothing moves."""
    return article.id, article.text_hash, article.title, article.layout


def _covers(statement: Statement, offset: int) -> bool:
    spans = (*statement.content, *(span for span in (statement.source, statement.cue) if span))
    return any(start <= offset < end for start, end in spans)


def _again(before: Statement, statements: Sequence[Statement]) -> Statement | None:
    """The statement with the same words, however it is numbered now; else the next one, or the last."""
    same = [s for s in statements if s.content == before.content]
    if same:
        return next((s for s in same if s.id == before.id), same[0])
    after = (s for s in statements if extent(s) >= extent(before))
    return next(after, statements[-1] if statements else None)


def extent_of_words(statement: Statement) -> Span:
    """From the first to the last of the words that were said; where none are told, of what tells of them."""
    spans = statement.content or (extent(statement),)
    return (min(span[0] for span in spans), max(span[1] for span in spans))


def extent_near(statement: Statement) -> Span:
    """What to bring into view of a statement: its content with its cue, without a source sentences away."""
    spans = [*statement.content, *([statement.cue] if statement.cue else [])] or [extent(statement)]
    return (min(span[0] for span in spans), max(span[1] for span in spans))
