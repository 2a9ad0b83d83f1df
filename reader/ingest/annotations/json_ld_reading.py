"""Read annotations in JSON-LD: our own, and those of other programs, in the many shapes the model allows.

Taken are a single Annotation, a list, a page, a collection with its pages inside, a graph, and what Hypothesis exports.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from reader.domain.annotation import About
from reader.domain.colour import Colour
from reader.domain.errors import AnnotationError
from reader.ingest.annotations.iris import is_iri
from reader.ingest.annotations.json_ld import STATEMENT
from reader.ingest.annotations.json_ld_values import first, moment, name, several, words
from reader.ingest.annotations.targets import Target, targets

_LISTS = ("items", "@graph", "rows", "annotations")
_HYPOTHESIS = "https://hypothes.is/a/"


@dataclass(frozen=True, slots=True)
class Incoming:
    """An annotation as a file has it, not matched with an article yet. ``number`` counts those of the file from 1;
    times are ISO 8601 in UTC, "" where not told. ``targets`` are what it may be about: the first that is here is."""

    number: int
    uri: str
    targets: tuple[Target, ...]
    about: About
    body: str
    colour: Colour | None
    created: str
    modified: str


@dataclass(frozen=True, slots=True)
class Read:
    """What a file holds, and a sentence for each thing in it that could not be read."""

    annotations: tuple[Incoming, ...]
    problems: tuple[str, ...]


def from_json_ld(data: bytes, file: str) -> Read:
    """The annotations of a file called ``file``.

    Raises AnnotationError where it is not JSON, naming the place, or holds no annotations at all.
    """
    document = _document(data, file)
    found: list[Incoming] = []
    problems: list[str] = []
    number = 0
    for number, item in enumerate(_items(document, problems, 0), 1):
        if not isinstance(item, dict) or not _is_annotation(item):
            problems.append(f"Annotation {number} of {file} is not an annotation; it was left out.")
            continue
        about = targets(item)
        if not about:
            problems.append(f"Annotation {number} of {file} does not say what it is about; it was left out.")
            continue
        found.append(_incoming(number, item, about))
    empty = isinstance(document, dict) and document.get("total") == 0 and "AnnotationCollection" in name(document)
    if not number and not problems and not empty and document != []:
        raise AnnotationError(
            f"{file} holds no annotations: it is neither one, nor a list or collection.", subject=file
        )
    return Read(tuple(found), tuple(problems))


def _document(data: bytes, file: str) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        place = f"byte {error.start + 1} is not UTF-8"
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}: {error.msg[:1].lower()}{error.msg[1:]}"
    except (RecursionError, ValueError):
        place = "it is nested too deeply, or a number is too long"
    raise AnnotationError(f"{file} is not JSON: {place}.", subject=file)


def _items(document: Any, problems: list[str], depth: int) -> Iterator[Any]:
    """What a document lists, in order; what it does not have inside is told among the problems."""
    if isinstance(document, list):
        yield from document
    elif isinstance(document, dict) and not _is_annotation(document):
        for key in _LISTS:
            yield from several(document.get(key))
        for key in ("first", "next"):
            page = document.get(key)
            if isinstance(page, dict) and depth < 1_000:
                yield from _items(page, problems, depth + 1)
            elif isinstance(page, str):
                problems.append(f"The list goes on at {words(page, 200)}, which is not in the file.")
    elif isinstance(document, dict):
        yield document


def _is_annotation(item: dict[str, Any]) -> bool:
    return "Annotation" in name(item) or "target" in item or ("uri" in item and "text" in item)


def _incoming(number: int, item: dict[str, Any], about: list[Target]) -> Incoming:
    notes, classes = _bodies(item)
    body = "\n\n".join(notes)
    motivations = {word.removeprefix("oa:") for word in several(item.get("motivation")) if isinstance(word, str)}
    marked = any(target.quoted for target in about)
    colour = next((Colour(c) for t in about for c in t.classes if c in set(Colour) and "stylesheet" in item), None)
    if colour is None and marked and (not body or "highlighting" in motivations):
        colour = Colour.YELLOW
    kind = About.ARTICLE if not marked else About.STATEMENT if STATEMENT in classes else About.TEXT
    created = moment(item.get("created"))
    modified = moment(first(item, "modified", "updated")) or created
    return Incoming(number, _uri(item), tuple(about), kind, body, colour if marked else None, created, modified)


def _uri(item: dict[str, Any]) -> str:
    """Its own name where that holds anywhere, else one made of it: the same file read twice gives the same names."""
    own = first(item, "id", "@id")
    if is_iri(own):
        return str(own)
    told = _HYPOTHESIS + own if isinstance(own, str) and "uri" in item else json.dumps(item, sort_keys=True)
    return f"urn:uuid:{uuid5(NAMESPACE_URL, told)}"


def _bodies(item: dict[str, Any]) -> tuple[list[str], set[str]]:
    """What was written, piece by piece, and what the target is said to be."""
    notes: list[str] = []
    tags: list[str] = [tag for tag in several(item.get("tags")) if isinstance(tag, str)]
    classes: set[str] = set()
    for body in (*several(item.get("bodyValue")), *several(item.get("text")), *several(item.get("body"))):
        _take(body, notes, tags, classes, 0)
    line = " ".join(f"#{words(tag, 200)}" for tag in tags if tag.strip())
    return [note for note in (*notes, line) if note], classes


def _take(body: Any, notes: list[str], tags: list[str], classes: set[str], depth: int) -> None:
    if isinstance(body, str):
        notes.append(words(body))
    if not isinstance(body, dict) or depth > 20:
        return
    purposes = {word.removeprefix("oa:") for word in several(body.get("purpose")) if isinstance(word, str)}
    value = first(body, "value", "chars", "cnt:chars", "rdf:value", "source", "id", "@id")
    inside = several(body.get("items"))
    for part in inside:
        _take(part, notes, tags, classes, depth + 1)
    if not isinstance(value, str) or inside:
        return
    if "tagging" in purposes:
        tags.append(value)
    elif "classifying" in purposes and value == STATEMENT:
        classes.add(value)
    else:
        notes.append(words(value, html=str(body.get("format", "")).startswith("text/html")))
