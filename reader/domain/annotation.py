"""Annotations: a person's highlights and notes. Data of the user's own; no fetch and no analysis ever changes one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.domain.anchor import Anchor


class Colour(StrEnum):
    """What a highlight is drawn in; also the colours of tags."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    ORANGE = "orange"


class About(StrEnum):
    """What an annotation is about: a stretch of the text, a statement (its words), or the article as a whole."""

    TEXT = "text"
    STATEMENT = "statement"
    ARTICLE = "article"


class Motivation(StrEnum):
    """What an annotation is made for, by its name in the W3C vocabulary."""

    HIGHLIGHTING = "highlighting"
    COMMENTING = "commenting"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A highlight, a note, or both.

    ``anchor`` is where its words stood when it was made, None where it is about the article as a whole. ``body`` is the
    note in Markdown, "" for a bare highlight; ``colour`` is None where nothing is drawn but the note's sign. ``uri``
    names it for ever, anywhere (``urn:uuid:…``); ``created`` and ``modified`` are ISO 8601 in UTC. ``id`` is the
    library's number; None, as "" in the three before it, until it is stored.
    """

    article_id: int
    about: About
    anchor: Anchor | None = None
    body: str = ""
    colour: Colour | None = None
    uri: str = ""
    created: str = ""
    modified: str = ""
    id: int | None = None

    @property
    def motivation(self) -> Motivation:
        """What it is made for."""
        return Motivation.COMMENTING if self.body else Motivation.HIGHLIGHTING
