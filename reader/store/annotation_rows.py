"""Annotations as rows of the library: columns, conditions and back again."""

from __future__ import annotations

from typing import Any

from reader.domain.anchor import Anchor
from reader.domain.annotation import About, Annotation, AnnotationRow
from reader.domain.colour import Colour

_COLUMNS = (
    *("id", "uri", "article_id", "about", "colour", "body", "exact", "prefix", "suffix", "start", "text_hash"),
    *("created", "modified"),
)
SELECT = ", ".join(f"n.{column}" for column in _COLUMNS)
"""The columns ``made`` takes."""

FROM = "FROM annotation n JOIN article a ON a.id = n.article_id LEFT JOIN status s ON s.article_id = a.id"
ROW = f"a.title, a.source, a.author, a.url, a.dated, a.text_hash, coalesce(s.deleted, 0), {SELECT}"
"""The columns ``row_of`` takes, from ``FROM``."""


def made(row: tuple[Any, ...]) -> Annotation:
    """The annotation of a row of ``SELECT``."""
    id, uri, article_id, about, colour, body, exact, prefix, suffix, start, text_hash, created, modified = row
    anchor = None if exact is None else Anchor(exact, prefix, suffix, start, text_hash)
    hue = None if colour is None else Colour(colour)
    return Annotation(article_id, About(about), anchor, body, hue, uri, created, modified, id)


def row_of(row: tuple[Any, ...]) -> AnnotationRow:
    """The annotation of a row of ``ROW``, with what is known of its article."""
    title, source, author, url, dated, text_hash, deleted, *rest = row
    return AnnotationRow(made(tuple(rest)), title, source, author, url, dated, text_hash, bool(deleted))


def columns(annotation: Annotation) -> dict[str, object]:
    """What is stored of an annotation, without its id."""
    anchor = annotation.anchor
    return {
        "uri": annotation.uri,
        "article_id": annotation.article_id,
        "about": str(annotation.about),
        "colour": None if annotation.colour is None else str(annotation.colour),
        "body": annotation.body,
        "exact": None if anchor is None else anchor.exact,
        "prefix": None if anchor is None else anchor.prefix,
        "suffix": None if anchor is None else anchor.suffix,
        "start": None if anchor is None else anchor.start,
        "text_hash": None if anchor is None else anchor.text_hash,
        "created": annotation.created,
        "modified": annotation.modified,
    }


def condition(
    words: str, colour: Colour | None, notes: bool | None, article: int | None
) -> tuple[str, list[str | int]]:
    """The condition on ``annotation n`` for what ``Annotations.all`` is asked, and its values."""
    where, values = "1", list[str | int]()
    if words.strip():
        where += " AND n.id IN (SELECT rowid FROM noted WHERE noted MATCH ?)"
        values.append(_phrases(words))
    if colour is not None:
        where += " AND n.colour = ?"
        values.append(str(colour))
    if notes is not None:
        where += f" AND n.body {'<>' if notes else '='} ''"
    if article is not None:
        where += " AND n.article_id = ?"
        values.append(article)
    return where, values


def _phrases(words: str) -> str:
    """All of the words, as phrases of FTS5: nothing typed is its syntax. The last may go on. A word without a letter or
    a digit is none to the index, and would match nothing."""
    typed = [word for word in words.replace("\0", " ").split() if any(map(str.isalnum, word))]
    quoted = ['"' + word.replace('"', '""') + '"' for word in typed]
    return " ".join(quoted) + ("*" if quoted and not words[-1].isspace() else "") or '""'
