"""The thin line at the top: how much is unread, what goes on behind, and on a small screen where you are."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from reader.ui.arrangement import ORDER, Place

NAMES = {Place.LIST: "Articles", Place.ARTICLE: "Article", Place.PANEL: "Panel"}


class TitleLine(Widget):
    """One line of text; every part is optional but the name."""

    articles: reactive[int] = reactive(0)
    unread: reactive[int] = reactive(0)
    work: reactive[str] = reactive("")
    """What goes on in the background, in a few words."""

    page: reactive[Place | None] = reactive(None)
    """The region that fills the screen, where only one does."""

    def render(self) -> Content:
        """Name and place on the left, counts and work on the right, as far as there is room."""
        left = Content.styled("Parley", "bold")
        if self.page is not None:
            for place in ORDER:
                style = "bold" if place is self.page else "$quiet"
                left = left + "  " + Content.styled(NAMES[place], f"{style} underline" if place is self.page else style)
        s = "" if self.articles == 1 else "s"
        counts = f"{self.articles} article{s} · {self.unread} unread" if self.articles else ""
        room = self.content_size.width - left.cell_length - 2
        for right in (" · ".join(part for part in (self.work, counts) if part), counts):
            if right and len(right) <= room:
                gap = " " * (self.content_size.width - left.cell_length - len(right))
                return left + gap + Content.styled(right, "$quiet")
        return left
