"""The thin line at the top: how much is unread, what goes on behind, and on a small screen where you are."""

from __future__ import annotations

from pathlib import Path

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from reader.domain.plain_text import clean_line
from reader.ui.arrangement import ORDER, Place
from reader.ui.row_text import fit

USUAL = "library"
"""The file name of the library that is opened where none is chosen."""

LONGEST = 24
"""Cells for the name of a library."""

NAMES = {Place.LIST: "Articles", Place.ARTICLE: "Article", Place.PANEL: "Panel"}


class TitleLine(Widget):
    """One line of text; every part is optional but the name."""

    library: reactive[str] = reactive("")
    """The name of the library, where it is not the usual one."""

    articles: reactive[int] = reactive(0)
    unread: reactive[int] = reactive(0)
    work: reactive[str] = reactive("")
    """What goes on in the background, in a few words."""

    fetching: reactive[tuple[str, str]] = reactive(("", ""))
    """How far a refresh is, at length and where there is little room; empty while there is none."""

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
        long, short = self.fetching
        for parts in (
            (long, self.work, self.library, counts),
            (long, self.work, counts),
            (long, counts),
            *(((long,), (short, counts), (short,)) if short else ()),
            (self.work, counts),
            (self.library, counts),
            (counts,),
        ):
            right = " · ".join(part for part in parts if part)
            if right and cell_len(right) <= room:
                gap = " " * (self.content_size.width - left.cell_length - cell_len(right))
                return left + gap + Content.styled(right, "$quiet")
        return left


def library_name(path: Path) -> str:
    """What to call a library on the screen: its file's name, with the ending that tells it is one; nothing for the
    usual one."""
    return "" if path.stem == USUAL else fit(clean_line(path.name), LONGEST).rstrip()
