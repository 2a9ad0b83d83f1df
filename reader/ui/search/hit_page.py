"""A text with the hits of a search in it, which n and N walk for as long as they are shown."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from reader.domain.layout import Layout
from reader.domain.plain_text import clean_line
from reader.domain.span import Span
from reader.ui.page_view import PageView
from reader.ui.row_text import fit
from reader.ui.search.walk import Walk

LONGEST = 40
"""Cells for what was searched for, beside the place among its hits."""


class HitPage(PageView):
    """``walk`` is empty while no hits are shown."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.walk = Walk()
        self.sought = ""
        """What was searched for, as it is told."""

        self._awaited: Span | None = None
        self._marked_title: tuple[Span, ...] = ()

    def set_text(self, title: str, facts: str, text: str, place: int, layout: Layout | None = None) -> None:
        """Show another text, without hits."""
        super().set_text(title, facts, text, place, layout)
        self.clear_hits()

    def show_hits(self, walk: Walk, sought: str, *, reveal: bool = True) -> None:
        """Mark hits, and bring the one that is looked at into view; without any, none are marked any more."""
        self.walk, self.sought = walk, clean_line(sought)
        self.set_hits(walk.spans, walk.at)
        self._awaited = None
        if walk.span is not None and reveal and self._page is not None:
            self.reveal(walk.span)
        elif reveal:
            # The page is laid out only once it is on the screen.
            self._awaited = walk.span
        words = fit(self.sought, LONGEST).rstrip()
        self.border_title = Content(f"{words} · {walk.told}" if walk.told else "")
        self.refresh_bindings()

    def show_title_hits(self, spans: Sequence[Span]) -> None:
        """Mark what was searched for in the ``shown_title`` as well."""
        self._marked_title = tuple(spans)
        self.set_title_hits(spans)
        self.refresh_bindings()

    def _lay_out(self) -> None:
        super()._lay_out()
        if self._awaited is not None and self._page is not None:
            self.call_after_refresh(self.reveal, self._awaited)
            self._awaited = None

    def clear_hits(self) -> bool:
        """Mark no hits any more. False where there were none."""
        had = self.shows_hits
        self._marked_title = ()
        self.set_title_hits(())
        self.show_hits(Walk(), "")
        return had

    @property
    def shows_hits(self) -> bool:
        """True where some are marked, if only in the title."""
        return bool(self.walk.spans or self._marked_title)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done with hits can be done only while there are some."""
        if action == "clear_hits":
            return self.shows_hits
        return bool(self.walk.spans) if action == "hit" else super().check_action(action, parameters)

    def action_hit(self, step: int) -> None:
        """To the next hit or the one before, round and round."""
        self.show_hits(self.walk.step(step), self.sought)

    def action_clear_hits(self) -> None:
        """Mark no hits any more."""
        self.clear_hits()
