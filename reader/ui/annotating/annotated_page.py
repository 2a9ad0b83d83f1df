"""A text with a person's highlights in it, and the selection they make by keys."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual.geometry import Offset
from textual.selection import Selection

from reader.domain.annotation import Annotation
from reader.domain.layout import Layout
from reader.domain.span import Span
from reader.ui.annotating.highlights import highlight_marks, highlight_signs
from reader.ui.annotating.picking import Picking, picking_of
from reader.ui.annotating.word_steps import word_from
from reader.ui.page import RowKind
from reader.ui.page_looks import HELD
from reader.ui.search.hit_page import HitPage

Placed = tuple[Span, Annotation]
"""Where an annotation stands in the text."""


class AnnotatedPage(HitPage):
    """``picking`` is the selection that keys move, None while none does. ``held`` is the annotation that keys act on:
    the one just made, or gone to."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.picking: Picking | None = None
        self.held: int | None = None
        self._notes: Sequence[Placed] = ()
        self._column: int | None = None
        self._awaited: Span | None = None
        """What is to be brought into view as soon as there is one."""

    def set_text(self, title: str, facts: str, text: str, place: int, layout: Layout | None = None) -> None:
        """Show another text, without highlights, nothing selected."""
        self.unselect()
        self.held, self._notes, self._awaited = None, (), None
        super().set_text(title, facts, text, place, layout)

    # Highlights

    def show_notes(self, notes: Sequence[Placed]) -> None:
        """Show the highlights and signs of these annotations in the text."""
        self._notes = notes
        self.set_highlights(highlight_marks(notes), highlight_signs(notes))
        if self.held is not None and self._span_of(self.held) is None:
            self.let_go()

    def hold(self, id: int, *, reveal: bool = True) -> None:
        """Make an annotation the one that keys act on, and bring it into view."""
        span = self._span_of(id)
        if span is None:
            return
        self.lay_over([(span, (HELD,))])
        self.held = id
        if reveal:
            # Where the view is only now coming into sight, its lines are not laid out yet.
            self._awaited = span if self._page is None else None
            self.reveal(span)

    def _lay_out(self) -> None:
        super()._lay_out()
        if self._page is not None and self._awaited is not None:
            span, self._awaited = self._awaited, None
            self.reveal(span)

    def let_go(self) -> bool:
        """Keys act on no annotation any more. False where they did on none."""
        had, self.held = self.held is not None, None
        if had:
            self.lay_over(())
        return had

    def _span_of(self, id: int) -> Span | None:
        return next((span for span, note in self._notes if note.id == id), None)

    def in_sight(self, span: Span) -> bool:
        """True where some of a span can be seen."""
        if self._page is None:
            return False
        top = round(self.scroll_y)
        first, last = self._page.row_of(span[0]), self._page.row_of(max(span[1] - 1, span[0]))
        return first < top + self.scrollable_content_region.height and last >= top

    @property
    def held_in_sight(self) -> int | None:
        """``held``, while its words can be seen."""
        span = self._span_of(self.held) if self.held is not None else None
        return self.held if span is not None and self.in_sight(span) else None

    # Selecting

    @property
    def selected_span(self) -> Span | None:
        """What is selected, by keys or the mouse, without the white space around it; None where that is nothing."""
        span = self._selection_span
        if span is None:
            return None
        words = self._stored[span[0] : span[1]]
        start = span[0] + len(words) - len(words.lstrip())
        return (start, start + len(words.strip())) if words.strip() else None

    def begin_picking(self, span: Span | None = None) -> bool:
        """Select by keys from now on: a span, or the first word in view. False where there is no word."""
        first = span or word_from(self._stored, self._place)
        if first is None:
            return False
        self.let_go()
        self._pick(picking_of(self._stored, first))
        self.refresh_bindings()
        return True

    def unselect(self) -> bool:
        """Select nothing any more. False where nothing was selected."""
        had, self.picking, self._column = self._selection_span is not None, None, None
        if had:
            self.screen.selections = {k: v for k, v in self.screen.selections.items() if k is not self}
            self.refresh_bindings()
        return had

    def selection_updated(self, selection: Selection | None) -> None:
        """Where the mouse selects something else, keys move nothing any more."""
        super().selection_updated(selection)
        if self.picking is not None and self._selection_span != self.picking.span:
            self.picking = None
            self.refresh_bindings()

    def _pick(self, picking: Picking, column: int | None = None) -> None:
        self.picking, self._column = picking, column
        start, end = picking.span
        self.screen.selections = {self: Selection(Offset(start, 0), Offset(end, 0))}
        self.reveal(picking.moving)

    # Keys while selecting

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys belong to the selection for as long as there is one that they move."""
        return self.picking is not None if action.startswith("pick_") else super().check_action(action, parameters)

    def action_pick_word(self, step: int) -> None:
        """The moving end to the next word or the one before."""
        if self.picking is not None:
            self._pick(self.picking.stepped(self._stored, step))

    def action_pick_line(self, step: int) -> None:
        """The moving end to the next line or the one before, as far to the right as it was."""
        if self.picking is None or self._page is None:
            return
        page, place = self._page, self.picking.moving[0]
        at = page.row_of(place)
        row = page.rows[at]
        column = self._column
        if column is None:
            column = cell_len(row.lead) + cell_len(self._text[row.start : max(place, row.start)])
        at += step
        while page.first_text_row <= at < page.end_of_text and page.rows[at].kind is not RowKind.TEXT:
            at += step
        if page.first_text_row <= at < page.end_of_text:
            row = page.rows[at]
            ends = [cell_len(self._text[row.start : n]) for n in range(row.start + 1, row.end + 1)]
            place = row.start + bisect_right(ends, column - cell_len(row.lead))
            moved = self.picking.moved_to(self._stored, place, row.end)
            # A word may go on over several lines.
            self._pick(moved if moved != self.picking else self.picking.stepped(self._stored, step), column)
        elif (word := word_from(self._stored, 0 if step < 0 else len(self._stored))) is not None:
            self._pick(Picking(self.picking.still, word), column)

    def action_pick_swap(self) -> None:
        """Move the other end."""
        if self.picking is not None:
            self._pick(self.picking.swapped())

    def action_pick_anew(self) -> None:
        """Begin again at the word the moving end is on."""
        if self.picking is not None:
            self._pick(self.picking.anew())

    def grow(self, grow: Callable[[Span, bool], Span]) -> None:
        """Select what ``grow`` makes of the selection and of whether its last end moves."""
        if (picking := self.picking) is not None:
            self._pick(picking.grown(self._stored, lambda span: grow(span, picking.forward)))
