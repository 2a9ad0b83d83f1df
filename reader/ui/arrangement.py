"""Which regions fit on a screen of a given size, and how they stand. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

ROOMY = 190
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
NAMES = ("-one", "-two", "-three", "-roomy")


@dataclass(frozen=True, slots=True)
class Arrangement:
    """``name`` is the css class of the layout: ``-three``, ``-two`` or ``-one``."""

    name: str
    visible: frozenset[Place]
    header: bool
    footer: bool


def arrange(width: int, height: int, at: Place, zen: bool = False) -> Arrangement:
    """The arrangement for a screen of so many cells, with the focus in region ``at``."""
    if zen:
        return Arrangement("-one", frozenset({Place.ARTICLE}), header=False, footer=False)
    if width >= THREE_PANES:
        name, visible = "-roomy" if width >= ROOMY else "-three", frozenset(ORDER)
    elif width >= TWO_PANES:
        name, visible = "-two", frozenset(ORDER)
        if height < STRIP:
            visible -= {Place.ARTICLE if at is Place.LIST else Place.LIST}
    else:
        name, visible = "-one", frozenset({at})
    return Arrangement(name, visible, header=height >= HEADER, footer=height >= FOOTER)
