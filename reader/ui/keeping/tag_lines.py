"""Tags as rows of a list: their colour, name and how many articles have them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from reader.domain.colour import Colour
from reader.domain.tag import Tag
from reader.ui.feeds.line_list import Line, LineList
from reader.ui.row_text import Piece, fit

SIGN, NO_COLOUR = "■", "□"
"""What a tag's colour is shown in; a tag without one has the other."""

ALL, SOME, NONE = "✓", "–", " "
"""Before a tag: all, some or none of the articles have it."""

ROOM_FOR_COLOUR = 40
"""From this width on a colour is named too."""


class TagList(LineList):
    """Rows with the colours of tags."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"lines--tag-{colour}" for colour in Colour}


def sign(colour: Colour | None) -> Piece:
    """The sign of a colour, and the part of the row that styles it."""
    return (NO_COLOUR, "quiet") if colour is None else (SIGN, f"tag-{colour}")


@dataclass(frozen=True)
class TagChoice(Line):
    """A tag to take: ``mark`` says which of the articles have it. ``new``: there is no such tag yet."""

    name: str
    colour: Colour | None = None
    mark: str = NONE
    count: int = 0
    new: bool = False

    def pieces(self, width: int) -> list[Piece]:
        """Mark, colour, name, and how many articles have it."""
        aside = " new tag " if self.new else f" {self.count:,} "
        style = "strong" if self.mark == ALL else "name"
        name = fit(self.name, max(width - 5 - len(aside), 1))
        return [(f" {self.mark} ", "name"), sign(self.colour), (f" {name}", style), (aside, "quiet")]


@dataclass(frozen=True)
class TagLine(Line):
    """A tag among all of them."""

    tag: Tag

    def pieces(self, width: int) -> list[Piece]:
        """Colour, name, and how many articles have it, read and unread."""
        tag = self.tag
        unread = f" · {tag.unread:,} unread" if tag.unread else ""
        # No two colours must be told apart by the eye alone.
        colour = f"{tag.colour} · " if tag.colour and width >= ROOM_FOR_COLOUR else ""
        aside = f" {colour}{counted(tag.articles)}{unread} "
        name = fit(tag.name, max(width - 3 - len(aside), 1))
        return [(" ", "name"), sign(tag.colour), (f" {name}", "strong" if tag.unread else "name"), (aside, "quiet")]


def counted(count: int) -> str:
    """ "1 article", "1,200 articles"."""
    return f"{count:,} article{'' if count == 1 else 's'}"
