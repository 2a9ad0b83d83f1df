"""The colour a highlight is made in: the one used last, the next of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.domain.colour import Colour

if TYPE_CHECKING:
    from reader.ingest.desk import Desk

_SETTING = "ui.highlight"


async def last_colour(desk: Desk) -> Colour:
    """The colour used last, yellow at first."""
    kept = await desk.setting(_SETTING)
    return next((colour for colour in Colour if colour == kept), Colour.YELLOW)


async def remember_colour(desk: Desk, colour: Colour) -> None:
    """Highlight in that colour from now on."""
    await desk.set_setting(_SETTING, colour)


def next_colour(colour: Colour) -> Colour:
    """The colour behind one, the first behind the last."""
    colours = list(Colour)
    return colours[(colours.index(colour) + 1) % len(colours)]
