"""What the article and the panel ask of the screen that is about highlights and notes."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from reader.domain.colour import Colour


@dataclass
class UnitAsked(Message):
    """The selection shall take in the ``sentences`` or the ``paragraphs`` it touches."""

    kind: str


@dataclass
class HighlightAsked(Message):
    """What is selected shall be highlighted; without a colour in the one used last.

    ``apart``: what is selected inside a highlight is highlighted by itself, instead of the whole in another colour.
    """

    colour: Colour | None = None
    apart: bool = False


@dataclass
class NoteAsked(Message):
    """A note shall be written on what is selected, or on the article."""


@dataclass
class RemovalAsked(Message):
    """The annotation that keys act on shall be removed."""


@dataclass
class NoteCopied(Message):
    """The annotation that keys act on shall go to the clipboard."""


@dataclass
class NoteChosen(Message):
    """An annotation was chosen in the panel: the article shows its place."""

    id: int


@dataclass
class NoteOpened(Message):
    """Enter on an annotation in the panel: the article shows its place and takes the focus."""

    id: int


@dataclass
class DraftOpened(Message):
    """Enter on a note that was begun and not kept; ``key`` is the name of its draft."""

    key: str
