"""Highlights and notes as records, for tables and other programs."""

from __future__ import annotations

from reader.domain.annotation import AnnotationRow
from reader.domain.plain_text import clean_text

FIELDS = (
    *("id", "article", "title", "source", "author", "address", "published", "about", "colour", "words", "note"),
    *("orphaned", "created", "modified", "uri"),
)
"""What a record tells of an annotation, in this order."""


def record(row: AnnotationRow, *, orphaned: bool) -> dict[str, object]:
    """A dict with ``FIELDS``; None where there is nothing to say. ``orphaned``: its words are gone."""
    annotation = row.annotation
    anchor = annotation.anchor
    values = (
        *(annotation.id, annotation.article_id, _text(row.title), _text(row.source), _text(row.author)),
        *(_text(row.url), row.dated, str(annotation.about)),
        None if annotation.colour is None else str(annotation.colour),
        None if anchor is None else _text(anchor.exact),
        *(_text(annotation.body), orphaned, annotation.created, annotation.modified, annotation.uri),
    )
    return dict(zip(FIELDS, values, strict=True))


def _text(words: str | None) -> str | None:
    return clean_text(words) if words else None
