"""What the Web Annotation Data Model demands (its MUSTs), for what we write. https://www.w3.org/TR/annotation-model/"""

from __future__ import annotations

import re
from typing import Any

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_IRI = re.compile(r'[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+')
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
# fmt: off
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying",
    "linking", "moderating", "questioning", "replying", "tagging",
}
# fmt: on


def check_collection(collection: dict[str, Any]) -> list[dict[str, Any]]:
    """Fails where a collection breaks the model; gives its annotations."""
    assert collection["@context"] == CONTEXT
    assert is_iri(collection["id"])
    assert collection["type"] == "AnnotationCollection"
    assert isinstance(collection["label"], str)
    if not collection["total"]:
        assert "first" not in collection
        return []
    page = collection["first"]
    assert is_iri(page["id"])
    assert page["type"] == "AnnotationPage"
    assert "@context" not in page
    assert page["startIndex"] == 0
    assert page["partOf"] == collection["id"]
    assert collection["last"] == page["id"]
    assert "next" not in page
    items: list[dict[str, Any]] = page["items"]
    assert len(items) == collection["total"]
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        check_annotation(item)
    return items


def check_annotation(item: dict[str, Any]) -> None:
    """Fails where an annotation breaks the model."""
    known = {"@context", "id", "type", "motivation", "created", "modified", "body", "stylesheet", "target"}
    assert set(item) <= known
    assert item["@context"] == CONTEXT
    assert is_iri(item["id"])
    assert item["type"] == "Annotation"
    assert item["motivation"] in MOTIVATIONS
    assert all(_MOMENT.fullmatch(item[key]) for key in ("created", "modified"))
    bodies = item.get("body", [])
    for body in bodies if isinstance(bodies, list) else [bodies]:
        assert body["type"] == "TextualBody"
        assert isinstance(body["value"], str)
        assert body["purpose"] in MOTIVATIONS
        assert body["format"] in ("text/markdown", "text/plain")
    target = item["target"]
    if isinstance(target, str):
        assert is_iri(target)
        assert "stylesheet" not in item
        return
    assert set(target) <= {"type", "source", "selector", "state", "styleClass"}
    assert is_iri(target["source"])
    quotation, position = target["selector"]
    assert quotation["type"] == "TextQuoteSelector"
    assert all(isinstance(quotation[key], str) for key in ("exact", "prefix", "suffix"))
    assert quotation["exact"]
    assert position["type"] == "TextPositionSelector"
    assert 0 <= position["start"] < position["end"] == position["start"] + len(quotation["exact"])
    if "state" in target:
        assert target["state"]["type"] == "TimeState"
        assert _MOMENT.fullmatch(target["state"]["sourceDate"])
        assert is_iri(target["state"]["cached"])
    if "styleClass" in target:  # to be ignored where the stylesheet does not have it
        assert f".{target['styleClass']} {{" in item["stylesheet"]["value"]
        assert item["stylesheet"]["type"] == "CssStylesheet"


def is_iri(word: object) -> bool:
    return isinstance(word, str) and _IRI.fullmatch(word) is not None
