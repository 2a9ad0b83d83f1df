"""What is shown and copied of a highlight or note: the words it is on, then the note."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from reader.domain.annotation import Annotation
from reader.domain.plain_text import clean_text
from reader.ui.annotating.highlights import sign_of
from reader.ui.panel.block import Paragraph
from reader.ui.panel.words import ASIDE, clean_line, plain

SHOWN = 2_000
"""Code points of words and of a note that are shown in a list; all of them are in the article and the editor."""

_LINES = 3


def copied(annotation: Annotation) -> str:
    """The words and the note, for the clipboard."""
    words = annotation.anchor.exact if annotation.anchor is not None else ""
    return "\n\n".join(part for part in (words, annotation.body) if part)


def quote(annotation: Annotation) -> Content:
    """The sign, and the words an annotation is on, on one line."""
    return _signed(annotation, annotation.anchor.exact if annotation.anchor is not None else "")


def first_line(annotation: Annotation) -> tuple[Content, str]:
    """The sign with the first line of a note, and the rest of it."""
    line, _, rest = annotation.body.lstrip("\n").partition("\n")
    return _signed(annotation, line), rest


def _signed(annotation: Annotation, words: str) -> Content:
    sign, name = sign_of(annotation)
    return Content.assemble((f"{sign}\N{NO-BREAK SPACE}", f".{name}"), clean_line(words[:SHOWN]))


def note_paragraphs(body: str) -> Iterator[Paragraph]:
    """The lines of a note, the first of them also while the block is closed."""
    lines = [line for line in clean_text(body[:SHOWN]).split("\n") if line.strip()]
    for at, line in enumerate(lines):
        yield Paragraph(plain(line, ASIDE), limit=2 if at < _LINES else 0, indent=2)
