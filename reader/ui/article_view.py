"""The article: its head, then its text at a comfortable measure, with highlights that never move a letter.

Drawn line by line from a ``Page``: highlights arrive by restyling the lines in sight, whatever the article's length.
"""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from reader.domain.analysis import Analysis
from reader.domain.article import Article
from reader.domain.plain_text import mask_text
from reader.domain.span import Span
from reader.domain.statement import Statement
from reader.ui.actions import Region, bindings
from reader.ui.article_head import meta_line
from reader.ui.highlight import KIND_CLASS, Mark, Shown, extent, margin, marks, statement_marks
from reader.ui.intervals import Intervals
from reader.ui.messages import StatementActivated, StatementSelected
from reader.ui.page import MEASURE, Page, Row, RowKind
from reader.ui.party_look import COLOURS, NO_PARTY, PartyLook, party_look
from reader.ui.sequence import sequence_begun

GUTTER = 3
CONTINUED = "│"
EVERYTHING = frozenset(Shown)


class ArticleView(ScrollView, can_focus=True, inherit_bindings=False):
    """One article. ``show`` an article, then ``show`` it again with its analysis: the text stays where it is."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"party-{i}" for i in range(COLOURS)),
        NO_PARTY,
        *KIND_CLASS.values(),
        "article--title",
        "article--meta",
        "figure",
        "counted",
        "date",
        "statement-content",
        "statement-cue",
        "statement-source",
        "span-current",
        "party-current",
    }
    BINDINGS = bindings(Region.ARTICLE)

    shown: reactive[frozenset[Shown]] = reactive(EVERYTHING)
    """The kinds of highlight that are switched on."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.article: Article | None = None
        self.analysis: Analysis | None = None
        self.selected: Statement | None = None
        self._page: Page | None = None
        self._text = ""
        self._place = 0
        self._looks: dict[str, PartyLook] = {}
        self._marks: Intervals[tuple[str, ...]] = Intervals(())
        self._over: Intervals[tuple[str, ...]] = Intervals(())
        self._margin: Intervals[PartyLook] = Intervals(())
        self._styles: dict[tuple[str, ...], Style] = {}

    # What is shown

    def show(self, article: Article | None, analysis: Analysis | None = None) -> None:
        """Show an article from where it was left; the article that is already there only gets its analysis."""
        if article is None or self.article is None or article.text_hash != self.article.text_hash:
            self._text = mask_text(article.text).replace("\t", " ") if article else ""
            self._place = article.position if article else 0
            self._page = None
            self.selected = None
        self.article = article
        self._set_analysis(analysis)
        self._lay_out()

    def _set_analysis(self, analysis: Analysis | None) -> None:
        self.analysis = analysis
        self._looks = dict(party_look(analysis)) if analysis else {}
        # A newer engine may number statements anew: the one selected is known again by its place.
        place = extent(self.selected) if self.selected else None
        self._select(next((s for s in analysis.statements if extent(s) == place), None) if analysis else None)
        self._mark()

    def _mark(self) -> None:
        if self.analysis is None:
            self._marks, self._margin = Intervals(()), Intervals(())
        else:
            self._marks = Intervals(marks(self.analysis, self._looks, self.shown))
            speaking = Shown.STATEMENTS in self.shown
            self._margin = Intervals(margin(self.analysis, self._looks) if speaking else ())
        self.refresh()

    def watch_shown(self) -> None:
        """Restyle when a kind of highlight is switched."""
        self._mark()

    # Layout

    @property
    def place(self) -> int:
        """The place in the text at the top of the view: what is remembered as the article's position."""
        return self._place

    @property
    def at_end(self) -> bool:
        """True where the last words are in sight."""
        return self._page is None or round(self.scroll_y) + self.scrollable_content_region.height >= len(self._page)

    def _lay_out(self) -> None:
        """Lay the article out for the width there is, with the same words at the top as before."""
        room = self.scrollable_content_region.width
        if self.article is None or room <= 0:
            self.virtual_size = Size(0, 0)
            self.refresh()
            return
        width = max(min(MEASURE, room - GUTTER - 1), 2)
        if self._page is None or self._page.width != width:
            place = self._place
            self._page = Page(mask_text(self.article.title), meta_line(self.article), self._text, width)
            # The last lines may be read at the top of the view, so that a page down always moves by a page.
            self.virtual_size = Size(room, len(self._page) + 2)
            self.scroll_to(y=self._page.row_of(place) if place else 0, animate=False, immediate=True)
            self._place = place
        self.refresh()

    def on_resize(self) -> None:
        """Wrap anew when the width changes."""
        self._lay_out()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember what is at the top."""
        super().watch_scroll_y(old_value, new_value)
        if self._page is not None:
            self._place = self._page.offset_of(round(new_value))

    @property
    def _left(self) -> int:
        """How many cells stand before the text: half of what is to spare, and the margin."""
        assert self._page is not None
        spare = self.scrollable_content_region.width - self._page.width - GUTTER
        return GUTTER + max(spare // 2, 0)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One row of the page; see ``Page``."""
        width, base = self.size.width, self.rich_style
        at = y + round(self.scroll_y)
        if self._page is None or not 0 <= at < len(self._page):
            return Strip.blank(width, base)
        row = self._page.rows[at]
        if row.kind is RowKind.TEXT:
            segments = [*self._margin_segments(row, base), *self._text_segments(row, base)]
        else:
            style = base
            if row.kind is not RowKind.BLANK:
                style += self._style_of(("article--title" if row.kind is RowKind.TITLE else "article--meta",))
            segments = [Segment(" " * self._left, base), Segment(self._page.words(row), style)]
        return Strip(segments).adjust_cell_length(width, base)

    def _margin_segments(self, row: Row, base: Style) -> list[Segment]:
        """Who speaks in this row: a party's mark where its statement begins, a line where it goes on."""
        # A statement's next row starts inside its extent; only the row with its first letter shows the mark.
        here = self._margin.touching(row.start, row.end)[-(GUTTER - 1) :]
        signs = [
            Segment(look.mark if span[0] >= row.start else CONTINUED, base + self._style_of((look.css_class,)))
            for span, look in here
        ]
        return [Segment(" " * (self._left - 1 - len(signs)), base), *signs, Segment(" ", base)]

    def _text_segments(self, row: Row, base: Style) -> list[Segment]:
        touching: list[Mark] = [*self._over.touching(row.start, row.end), *self._marks.touching(row.start, row.end)]
        chosen = self._selection_span
        cuts = {row.start, row.end, *(chosen or ()), *(e for span, _ in touching for e in span)}
        edges = sorted(edge for edge in cuts if row.start <= edge <= row.end)
        segments = []
        for start, end in pairwise(edges):
            names = tuple(name for span, names in touching if span[0] <= start < span[1] for name in names)
            style = base + self._style_of(names)
            if chosen is not None and chosen[0] <= start < chosen[1]:
                style += self.screen.get_component_rich_style("screen--selection", partial=True)
            # The place in the text is what the mouse selects by; every row counts as line 0 of one long line.
            segments.append(Segment(self._text[start:end], style + Style.from_meta({"offset": (start, 0)})))
        return segments

    def _style_of(self, names: tuple[str, ...]) -> Style:
        style = self._styles.get(names)
        if style is None:
            parts = (self.get_component_rich_style(name, partial=True) for name in names)
            style = sum(parts, start=Style.null())
            self._styles[names] = style
        return style

    def notify_style_update(self) -> None:
        """Forget the styles of the old theme."""
        super().notify_style_update()
        self._styles.clear()

    # Selecting with the mouse

    @property
    def _selection_span(self) -> Span | None:
        selection = self.text_selection
        if selection is None:
            return None
        start = selection.start.x if selection.start else 0
        end = selection.end.x if selection.end else len(self._text)
        return (min(start, end), max(start, end))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words as they are stored, for the clipboard."""
        span = self._selection_span
        if span is None or self.article is None:
            return None
        return self.article.text[span[0] : span[1]], "\n"

    # Statements

    def show_statement(self, statement_id: str | None) -> None:
        """Select a statement and bring it into view."""
        statement = self.analysis.statement(statement_id) if self.analysis and statement_id else None
        self._select(statement)
        if statement:
            self._reveal(extent_near(statement))

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
        self._over = Intervals([(span, ("span-current",))])
        self.selected = None
        self._reveal(span)
        self.refresh()

    def show_party(self, party_id: str | None) -> None:
        """Bring the names of a party forward, or of none."""
        actors = [a for a in self.analysis.actors if a.party == party_id] if self.analysis and party_id else []
        self._over = Intervals([(span, ("party-current",)) for actor in actors for span in actor.mentions])
        self.selected = None
        self.refresh()

    def clear(self) -> bool:
        """Take back what is selected or brought forward. False where there was nothing."""
        had = self.selected is not None or len(self._over) > 0
        self._select(None)
        return had

    def _select(self, statement: Statement | None) -> None:
        self.selected = statement
        self._over = Intervals(statement_marks(statement) if statement else ())
        self.refresh()

    def _reveal(self, span: Span) -> None:
        """Scroll as little as shows the whole span, with a line of context."""
        if self._page is None:
            return
        first, last = self._page.row_of(span[0]), self._page.row_of(max(span[1] - 1, span[0]))
        top, height = round(self.scroll_y), self.scrollable_content_region.height
        if first - 1 >= top and last + 1 < top + height:
            return
        fits = last - first + 3 <= height
        target = last + 2 - height if fits and last + 1 >= top + height else first - 1
        self.scroll_to(y=max(target, 0), animate=False)

    def on_click(self, event: events.Click) -> None:
        """A click on a statement selects it; a second click asks for its card."""
        offset = event.style.meta.get("offset")
        if offset is None or self.analysis is None or self._selection_span:
            return
        hits = [s for s in self.analysis.statements if _covers(s, offset[0])]
        if not hits:
            return
        statement = min(hits, key=lambda s: extent(s)[1] - extent(s)[0])
        if statement is self.selected:
            self.post_message(StatementActivated(statement.id))
        else:
            self._select(statement)
            self.post_message(StatementSelected(statement.id))

    # Keys

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.scroll_to(y=self.scroll_y + lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by a view, less a line to find one's way by."""
        self.scroll_to(y=self.scroll_y + pages * max(self.scrollable_content_region.height - 2, 1), animate=False)

    def action_top(self) -> None:
        """To the start."""
        if not sequence_begun(self.app):
            self.scroll_to(y=0, animate=False)

    def action_bottom(self) -> None:
        """To the end."""
        self.scroll_to(y=self.max_scroll_y, animate=False)

    def action_card(self) -> None:
        """Ask for the card of the selected statement."""
        if self.selected is not None:
            self.post_message(StatementActivated(self.selected.id))


def _covers(statement: Statement, offset: int) -> bool:
    spans = (*statement.content, *(span for span in (statement.source, statement.cue) if span))
    return any(start <= offset < end for start, end in spans)


def extent_near(statement: Statement) -> Span:
    """What to bring into view of a statement: its content with its cue, without a source sentences away."""
    spans = [*statement.content, *([statement.cue] if statement.cue else [])] or [extent(statement)]
    return (min(span[0] for span in spans), max(span[1] for span in spans))
