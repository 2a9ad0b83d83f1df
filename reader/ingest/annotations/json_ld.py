"""Highlights and notes as a W3C Annotation Collection in JSON-LD, with its only page inside.

Every annotation is complete in itself. The model has a place for all there is to say: the colour is a class of the
target with a stylesheet (a tag would be taken for one of the user's), the exact text a note was made in is the
target's state, a copy named by its hash, and that the words are a statement is a body that classifies them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import msgspec

from reader.domain.annotation import About, Annotation, AnnotationRow
from reader.domain.colour import Colour
from reader.ingest.annotations.iris import source_iri, text_iri

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
STATEMENT = "statement"
"""What a classifying body calls the words of a statement."""

_LABEL = "Highlights and notes"
_CSS = {
    Colour.YELLOW: "#fff176",
    Colour.GREEN: "#a5d6a7",
    Colour.BLUE: "#90caf9",
    Colour.PINK: "#f8bbd0",
    Colour.ORANGE: "#ffcc80",
}


def to_json_ld(rows: Iterable[AnnotationRow]) -> bytes:
    """The annotations of these rows, in their order. The same rows give the same bytes."""
    items = [_annotation(row) for row in rows]
    # Named by what is in it, so that a second export of the same is the same.
    named = f"urn:uuid:{uuid5(NAMESPACE_URL, ' '.join(item['id'] for item in items))}"
    collection: dict[str, Any] = {
        "@context": CONTEXT,
        "id": named,
        "type": "AnnotationCollection",
        "label": _LABEL,
        "generator": {"type": "Software", "name": "Parley"},
        "total": len(items),
    }
    if items:  # a page is never empty
        page = f"urn:uuid:{uuid5(NAMESPACE_URL, named)}"
        collection["first"] = {"id": page, "type": "AnnotationPage", "partOf": named, "startIndex": 0, "items": items}
        collection["last"] = page
    return msgspec.json.format(msgspec.json.encode(collection), indent=2) + b"\n"


def _annotation(row: AnnotationRow) -> dict[str, Any]:
    annotation = row.annotation
    made: dict[str, Any] = {
        "@context": CONTEXT,
        "id": annotation.uri,
        "type": "Annotation",
        "motivation": str(annotation.motivation),
        "created": annotation.created,
        "modified": annotation.modified,
    }
    bodies = list(_bodies(annotation))
    if bodies:
        made["body"] = bodies if len(bodies) > 1 else bodies[0]
    if annotation.colour is not None:
        css = f".{annotation.colour} {{ background-color: {_CSS[annotation.colour]} }}"
        made["stylesheet"] = {"type": "CssStylesheet", "value": css}
    return {**made, "target": _target(row)}


def _bodies(annotation: Annotation) -> Iterable[dict[str, str]]:
    if annotation.body:
        yield {"type": "TextualBody", "value": annotation.body, "format": "text/markdown", "purpose": "commenting"}
    if annotation.about is About.STATEMENT:
        yield {"type": "TextualBody", "value": STATEMENT, "format": "text/plain", "purpose": "classifying"}


def _target(row: AnnotationRow) -> str | dict[str, Any]:
    source = source_iri(row.url, row.text_hash)
    anchor = row.annotation.anchor
    if anchor is None:
        return source
    quoted = {"type": "TextQuoteSelector", "exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix}
    stood = {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.span[1]}
    target: dict[str, Any] = {"type": "SpecificResource", "source": source, "selector": [quoted, stood]}
    if anchor.text_hash:
        state = {"type": "TimeState", "sourceDate": row.annotation.created, "cached": text_iri(anchor.text_hash)}
        target["state"] = state
    if row.annotation.colour is not None:
        target["styleClass"] = str(row.annotation.colour)
    return target
