"""A text with a title and facts above it, laid out for the width there is, and moved over by keys."""

from __future__ import annotations

from textual.geometry import Size

from reader.domain.layout import Layout
from reader.domain.plain_text import clean_line, mask_text
from reader.domain.span import Span
from reader.ui.intervals import Intervals
from reader.ui.links import foot_lines, links, words_of
from reader.ui.marked_page import GUTTER, MarkedPage
from reader.ui.page import MEASURE, Page
from reader.ui.page_looks import LINK
from reader.ui.sequence import sequence_begun
from reader.ui.steady import steady


class PageView(MarkedPage, can_focus=True, inherit_bindings=False):
    """A title, a line of facts and a text with styled spans and signs in the margin."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._title = ""
        self._facts = ""
        self._layout = Layout()
        self._place = 0
        self._covered = 0

    # What is shown

    def set_text(self, title: str, facts: str, text: str, place: int, layout: Layout | None = None) -> None:
        """Show another text with code point ``place`` at the top. ``facts`` are one line or several."""
        self._title, self._facts = steady(clean_line(title)), _lines(facts)
        self._stored = text
        self._text = steady(mask_text(text)).replace("\t", " ")
        self._layout = layout or Layout()
        self._links = Intervals(((link.start, link.end), (LINK,)) for link in words_of(self._layout))
        self._place = place
        self._page = None
        self.set_marks((), ())
        self.lay_over(())
        self.set_hits(())
        self.set_title_hits(())
        self.set_highlights((), ())
        self._lay_out()

    def set_facts(self, facts: str) -> None:
        """Show other facts below the title; the text stays where it is."""
        if (facts := _lines(facts)) != self._facts:
            self._facts = facts
            self._page = None
            self._lay_out()

    # Layout

    @property
    def shown_title(self) -> str:
        """The title as it is shown."""
        return self._title

    @property
    def place(self) -> int:
        """The place in the text at the top of the view: what is remembered as the article's position."""
        return self._place

    @property
    def at_end(self) -> bool:
        """True where the last words of the text are in sight."""
        if self._page is None:
            return True
        return round(self.scroll_y) + self.scrollable_content_region.height >= self._page.end_of_text

    def _lay_out(self) -> None:
        """Lay the article out for the width there is, with the same words at the top as before."""
        room = self.scrollable_content_region.width
        if room <= 0:
            self.virtual_size = Size(0, 0)
            self.refresh()
            return
        width = max(min(MEASURE, room - GUTTER - 1), 2)
        if self._page is None or self._page.width != width:
            place = self._place
            foot = foot_lines(links(self._layout, self._stored), width)
            self._page = Page(self._title, self._facts, self._text, width, self._layout, foot)
            self._measure()
            self.scroll_to(y=self._page.row_of(place) if place else 0, animate=False, force=True)
            self._place = place
        self.refresh()

    def _measure(self) -> None:
        if self._page is not None:
            # The last lines may be read at the top of the view, so that a page down always moves by a page.
            height = len(self._page) + 2 + self._covered
            self.virtual_size = Size(self.scrollable_content_region.width, height)

    def on_resize(self) -> None:
        """Wrap anew when the width changes."""
        self._lay_out()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember what is at the top."""
        super().watch_scroll_y(old_value, new_value)
        if self._page is not None:
            self._place = self._page.offset_of(round(new_value))

    def cover(self, rows: int) -> None:
        """From now on something lies over so many rows at the foot of the view: nothing is brought into view there."""
        if rows != self._covered:
            self._covered = rows
            self._measure()

    def reveal(self, span: Span) -> None:
        """Scroll as little as shows the whole span, with a line of context."""
        if self._page is None:
            return
        first, last = self._page.row_of(span[0]), self._page.row_of(max(span[1] - 1, span[0]))
        top, height = round(self.scroll_y), max(self.scrollable_content_region.height - self._covered, 1)
        if first - 1 >= top and last + 1 < top + height:
            return
        fits = last - first + 3 <= height
        target = last + 2 - height if fits and last + 1 >= top + height else first - 1
        # Forced: the scrollbar, which otherwise decides, comes only with the next layout.
        self.scroll_to(y=max(target, 0), animate=False, force=True)

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


def _lines(facts: str) -> str:
    """Facts on the lines they come in, each safe to show."""
    return "\n".join(steady(clean_line(line)) for line in facts.split("\n"))
