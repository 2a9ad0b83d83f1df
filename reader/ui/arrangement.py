"""Which regions fit on a screen of a given size, and how they stand. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

THREE_PANES = 160
TWO_PANES = 100
STRIP = 24
"""Below this height two panes leave no room for the list above the article."""

HEADER = 6
FOOTER = 12


class Place(StrEnum):
    """The regions of the reading screen, in the order Tab goes through them; each value is its widget's id."""

    LIST = "list"
    ARTICLE = "article"
    PANEL = "panel"


ORDER = tuple(Place)
NAMES = ("-one", "-two", "-three")

LIST_WIDTHS = (32, 44)
PANEL_WIDTHS = (46, 52)
"""From the narrowest three panes to where both have all they need; what is more goes to the article."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """``name`` is the css class of the layout: ``-three``, ``-two`` or ``-one``; ``page`` the region that fills the
    screen, where only one does.

    The widths of list and panel in cells are None where the styles decide.
    """

    name: str
    visible: frozenset[Place]
    header: bool
    footer: bool
    list_width: int | None = None
    panel_width: int | None = None
    page: Place | None = None


def arrange(width: int, height: int, at: Place, zen: bool = False) -> Arrangement:
    """The arrangement for a screen of so many cells, with the focus in region ``at``."""
    if zen:
        return Arrangement("-one", frozenset({Place.ARTICLE}), header=False, footer=False, page=Place.ARTICLE)
    page: Place | None = None
    widths: tuple[int | None, int | None] = (None, None)
    if width >= THREE_PANES:
        name, visible = "-three", frozenset(ORDER)
        spare = width - THREE_PANES
        widths = (
            min(LIST_WIDTHS[0] + spare * 3 // 5, LIST_WIDTHS[1]),
            min(PANEL_WIDTHS[0] + spare // 3, PANEL_WIDTHS[1]),
        )
    elif width >= TWO_PANES:
        name, visible = "-two", frozenset(ORDER)
        if height < STRIP:
            visible -= {Place.ARTICLE if at is Place.LIST else Place.LIST}
    else:
        name, visible, page = "-one", frozenset({at}), at
    return Arrangement(name, visible, height >= HEADER, height >= FOOTER, *widths, page)
