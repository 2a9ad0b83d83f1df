"""Annotations: a person's highlights and notes. Data of the user's own; no fetch and no analysis ever changes one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.domain.anchor import Anchor, anchor_of
from reader.domain.article import Article
from reader.domain.colour import Colour
from reader.domain.errors import AnnotationError
from reader.domain.plain_text import clean_text
from reader.domain.span import Span


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


@dataclass(frozen=True, slots=True)
class AnnotationRow:
    """An annotation as a list over all articles shows it: with what its article is called and where it is from.

    ``dated`` is the article's date, ``text_hash`` that of its text as it is now, ``deleted`` True where the user put
    the article out of every list.
    """

    annotation: Annotation
    title: str
    source: str | None
    author: str | None
    url: str | None
    dated: str
    text_hash: str
    deleted: bool = False

    @property
    def drifted(self) -> bool:
        """True where the article's text is no longer the one the annotation was made in: its words are to be looked
        for."""
        anchor = self.annotation.anchor
        return anchor is not None and anchor.text_hash != self.text_hash


def highlight(article: Article, span: Span, colour: Colour = Colour.YELLOW, about: About = About.TEXT) -> Annotation:
    """A highlight of a span of the article's text, not stored yet. Raises AnnotationError for a span without words."""
    return note(article, "", span, colour, about)


def note(
    article: Article, body: str, span: Span | None = None, colour: Colour | None = None, about: About = About.TEXT
) -> Annotation:
    """A note in Markdown on a span of the article's text, or without one on the article as a whole; not stored yet.

    Raises AnnotationError for a span without words.
    """
    if span is None:
        return Annotation(article.id, About.ARTICLE, body=clean_body(body))
    start, end = span
    if not (0 <= start < end <= len(article.text)) or not article.text[start:end].strip():
        raise AnnotationError("There are no words to mark; select some first.")
    return Annotation(article.id, about, anchor_of(article.text, span), clean_body(body), colour)


def clean_body(body: str) -> str:
    """A note without anything a terminal could obey, and without empty lines around it."""
    return clean_text(body).strip("\n").rstrip()
