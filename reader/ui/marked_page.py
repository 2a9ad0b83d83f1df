"""The lines of a ``Page`` as they are drawn: marks restyle those in sight and move no letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from reader.domain.layout import BlockKind
from reader.domain.span import Span
from reader.ui.highlight import Mark
from reader.ui.intervals import Intervals
from reader.ui.page import Page, Row, RowKind
from reader.ui.page_looks import BAR, BLOCKS, COMPONENTS, HIT, HIT_AT, ROWS, SELECTED
from reader.ui.party_look import PartyLook

GUTTER = 3
CONTINUED = "│"


class MarkedPage(ScrollView):
    """Draws ``_page``: the lines of ``_text``, which is ``_stored`` as it is shown, letter for letter."""

    COMPONENT_CLASSES: ClassVar[set[str]] = COMPONENTS

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = ""
        self._stored = ""
        self._page: Page | None = None
        self._links: Intervals[tuple[str, ...]] = Intervals(())
        self._marks: Intervals[tuple[str, ...]] = Intervals(())
        self._over: Intervals[tuple[str, ...]] = Intervals(())
        self._under: Intervals[tuple[str, ...]] = Intervals(())
        self._margin: Intervals[PartyLook] = Intervals(())
        self._hits: Intervals[tuple[str, ...]] = Intervals(())
        self._title_hits: Intervals[tuple[str, ...]] = Intervals(())
        self._highlights: Intervals[tuple[str, ...]] = Intervals(())
        self._signs: Intervals[tuple[int, str, str]] = Intervals(())
        self._styles: dict[tuple[str, ...], Style] = {}

    # What is marked

    def set_marks(self, marks: Iterable[Mark], margin: Iterable[tuple[Span, PartyLook]]) -> None:
        """Style spans of the text by component classes, and show looks in the margin beside spans."""
        self._marks, self._margin = Intervals(marks), Intervals(margin)
        self.refresh()

    def lay_over(self, over: Iterable[Mark], under: Iterable[Mark] = ()) -> None:
        """Style spans for as long as something is selected, on top of the marks and underneath."""
        self._over, self._under = Intervals(over), Intervals(under)
        self.refresh()

    def set_highlights(self, highlights: Iterable[Mark], signs: Iterable[tuple[Span, tuple[str, str]]]) -> None:
        """Style what a person highlighted, on top of the marks; where a span begins, show a sign with its component
        class at the right of the text, the first of them where there is not room for all."""
        ranked = ((span, (rank, sign, name)) for rank, (span, (sign, name)) in enumerate(signs))
        self._highlights, self._signs = Intervals(highlights), Intervals(ranked)
        self.refresh()

    def set_hits(self, spans: Sequence[Span], at: int | None = None) -> None:
        """Mark what was searched for, on top of everything else; ``at`` is the index of the one that is looked at."""
        self._hits = Intervals((span, (HIT_AT if n == at else HIT,)) for n, span in enumerate(spans))
        self.refresh()

    def set_title_hits(self, spans: Sequence[Span]) -> None:
        """Mark what was searched for in the title, as it is shown."""
        self._title_hits = Intervals((span, (HIT,)) for span in spans)
        self.refresh()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One row of the page; see ``Page``."""
        width, base = self.size.width, self.rich_style
        at = y + round(self.scroll_y)
        if self._page is None or not 0 <= at < len(self._page):
            return Strip.blank(width, base)
        row = self._page.rows[at]
        if self._page.first_text_row <= at < self._page.end_of_text:
            segments = [*self._margin_segments(row, base), *self._text_segments(row, base), *self._signs_of(row, base)]
        else:
            segments = [Segment(" " * self._left, base), *self._head_segments(row, base)]
        return Strip(segments).adjust_cell_length(width, base)

    def _margin_segments(self, row: Row, base: Style) -> list[Segment]:
        """Who speaks in this row: a party's mark where its statement begins, a line where it goes on."""
        # Only the row with a statement's first letter shows the mark; a party's statements share one column.
        signs: dict[PartyLook, str] = {}
        for span, look in self._margin.touching(row.start, max(row.end, row.start + 1)):
            begins = span[0] >= row.start and row.kind is RowKind.TEXT
            if begins or look not in signs:
                signs[look] = look.mark if begins else CONTINUED
        shown = list(signs.items())[-(GUTTER - 1) :]
        segments = [Segment(sign, base + self._style_of((look.css_class,))) for look, sign in shown]
        return [Segment(" " * (self._left - 1 - len(segments)), base), *segments, Segment(" ", base)]

    def _text_segments(self, row: Row, base: Style) -> list[Segment]:
        layers = (self._under, self._links, self._marks, self._highlights, self._over, self._hits)
        touching: list[Mark] = [mark for layer in layers for mark in layer.touching(row.start, row.end)]
        look = (BLOCKS[row.block],) if row.block in BLOCKS else ()
        chosen = self._selection_span
        cuts = {row.start, row.end, *(chosen or ()), *(e for span, _ in touching for e in span)}
        edges = sorted(edge for edge in cuts if row.start <= edge <= row.end)
        segments = [Segment(row.lead, base + self._style_of((BAR, *look)))] if row.lead else []
        for start, end in pairwise(edges):
            names = look + tuple(name for span, names in touching if span[0] <= start < span[1] for name in names)
            if chosen is not None and chosen[0] <= start < chosen[1]:
                # All of it looks alike: where there are few colours, no mark in it may undo the other's.
                names = (*look, SELECTED)
            style = base + self._style_of(names)
            # The place in the text is what the mouse selects by; every row counts as line 0 of one long line.
            segments.append(Segment(self._text[start:end], style + Style.from_meta({"offset": (start, 0)})))
        if row.block is BlockKind.CODE and self._page is not None:
            # One ground for all of it, however long its lines are.
            rest = self._page.width - sum(segment.cell_length for segment in segments)
            segments.append(Segment(" " * max(rest, 0), base + self._style_of(look)))
        return segments

    def _head_segments(self, row: Row, base: Style) -> Iterator[Segment]:
        """A row of the head or the foot."""
        assert self._page is not None
        words = self._page.words(row)
        names = (ROWS[row.kind],) if row.kind in ROWS else ()
        hits = self._title_hits.touching(row.start, row.end) if row.kind is RowKind.TITLE else []
        edges = {row.start, row.end, *(edge for span, _ in hits for edge in span)}
        for start, end in pairwise(sorted(edge for edge in edges if row.start <= edge <= row.end)):
            inside = tuple(name for span, found in hits if span[0] <= start < span[1] for name in found)
            yield Segment(words[start - row.start : end - row.start], base + self._style_of(names + inside))

    def _signs_of(self, row: Row, base: Style) -> list[Segment]:
        """Signs of what a person highlighted or noted, where it begins: as many as there is room for."""
        assert self._page is not None
        found = self._signs.touching(row.start, max(row.end, row.start + 1)) if row.kind is RowKind.TEXT else []
        ranked = sorted(sign for span, sign in found if span[0] >= row.start)
        signs = list(dict.fromkeys((sign, name) for _, sign, name in ranked))
        if not signs:
            return []
        code = self._page.width if row.block is BlockKind.CODE else 0
        words = cell_len(row.lead) + cell_len(self._text[row.start : row.end])
        gap = " " * max(self._page.width - max(words, code), 0)
        room = max(self.scrollable_content_region.width - self._left - self._page.width, 0)
        shown = [Segment(sign, base + self._style_of((name,))) for sign, name in signs[:room]]
        return [Segment(gap, base), *shown]

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

    @property
    def _left(self) -> int:
        """How many cells stand before the text: half of what is to spare, and the margin."""
        assert self._page is not None
        spare = self.scrollable_content_region.width - self._page.width - GUTTER
        return GUTTER + max(spare // 2, 0)

    # What the mouse selected

    @property
    def _selection_span(self) -> Span | None:
        selection = self.text_selection
        if selection is None:
            return None
        start = selection.start.x if selection.start else 0
        end = selection.end.x if selection.end else len(self._text)
        return (min(start, end), max(start, end)) if start != end else None

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words as they are stored, for the clipboard."""
        span = self._selection_span
        if span is None:
            return None
        return self._stored[span[0] : span[1]], "\n"
