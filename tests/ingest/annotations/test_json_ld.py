"""Highlights and notes as W3C Web Annotations: valid, the same when they come back, and those of other programs."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from web_annotation import check_collection

from reader.domain.annotation import About, Annotation, highlight, note
from reader.domain.article import Article, Draft
from reader.domain.colour import Colour
from reader.domain.errors import AnnotationError
from reader.ingest.annotations.iris import hash_of, is_iri, source_iri, text_iri
from reader.ingest.annotations.json_ld import to_json_ld
from reader.ingest.annotations.json_ld_reading import from_json_ld
from reader.ingest.annotations.taking_in import Imported, import_annotations
from reader.store.library import Library

PIER = "The pier was safe, said the harbour master.\n\n“L’Arménie a un quai,” a répondu la mairie. Nobody asked.\n"
RAIN = "Elsewhere it rains, and nobody counts the drops."
ADDRESS = "https://www.example.org/pier?id=1&utm_source=feed"


def fill(library: Library) -> tuple[Article, Article]:
    pier = library.add(Draft(PIER, "A pier", source="The Bay", url=ADDRESS)).id
    rain = library.add(Draft(RAIN, "Rain", origin="/home/me/rain.txt")).id
    return library.article(pier), library.article(rain)


@pytest.fixture
def articles(empty_library: Library) -> tuple[Article, Article]:
    return fill(empty_library)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Library]:
    """Another library with the same articles, and others before them."""
    with Library.open(tmp_path / "other.db") as library:
        library.add(Draft("Something else.", "Else", url="https://example.org/else"))
        fill(library)
        yield library


def annotate(library: Library, pier: Article, rain: Article) -> None:
    at = PIER.index("L’Arménie")
    for made in (
        highlight(pier, (4, 17), Colour.PINK),
        note(pier, "Is it?\n\n- *no*\n- `yes`", (0, 17), Colour.GREEN),
        note(pier, "who says", (at, at + 9), about=About.STATEMENT),
        highlight(pier, (at, at + 20), Colour.BLUE, About.STATEMENT),
        note(pier, "All of it: <b>bold</b> & “quoted”"),
        note(rain, "wet", (0, 9)),
        note(rain, "# A heading"),
    ):
        library.annotations.add(made)
    library.annotations.change(2, body="Is it so?\n\n- *no*\n- `yes`")
    with sqlite3.connect(library.path) as db:
        db.execute("UPDATE annotation SET created = '2026-01-0' || id || 'T10:00:00Z'")
        db.execute("UPDATE annotation SET modified = '2026-02-01T10:00:00Z' WHERE id = 2")


def kept(library: Library) -> list[Annotation]:
    """All annotations, with the articles' titles in the place of their numbers."""
    titles = {"A pier": 1, "Rain": 2}
    rows = sorted(library.annotations.all(), key=lambda row: row.annotation.uri)
    return [replace(row.annotation, id=None, article_id=titles[row.title]) for row in rows]


def test_what_is_written_is_valid(empty_library: Library, articles: tuple[Article, Article]) -> None:
    assert check_collection(json.loads(to_json_ld([]))) == []
    annotate(empty_library, *articles)
    rows = empty_library.annotations.all()
    data = to_json_ld(rows)
    items = check_collection(json.loads(data))
    assert len(items) == 7
    assert to_json_ld(rows) == data
    by_id = {row.annotation.uri: row.annotation.id for row in rows}
    found = {by_id[item["id"]]: item for item in items}
    assert found[1]["motivation"] == "highlighting"
    assert "body" not in found[1]
    assert found[1]["target"]["source"] == ADDRESS
    assert found[1]["target"]["styleClass"] == "pink"
    assert found[1]["target"]["selector"][0]["exact"] == "pier was safe"
    assert found[2]["motivation"] == "commenting"
    assert found[2]["body"]["value"] == "Is it so?\n\n- *no*\n- `yes`"
    assert [body["purpose"] for body in found[3]["body"]] == ["commenting", "classifying"]
    assert found[5]["target"] == ADDRESS
    assert found[7]["target"] == text_iri(articles[1].text_hash)


def test_our_own_file_comes_back_the_same(
    empty_library: Library, articles: tuple[Article, Article], other: Library
) -> None:
    annotate(empty_library, *articles)
    data = to_json_ld(empty_library.annotations.all())
    assert import_annotations(other, data, "notes.json") == Imported(7, 0)
    assert kept(other) == kept(empty_library)
    assert to_json_ld(sorted(other.annotations.all(), key=lambda row: row.annotation.created, reverse=True)) == data
    assert import_annotations(other, data, "notes.json") == Imported(0, 7)
    assert import_annotations(empty_library, data, "notes.json") == Imported(0, 7)
    deed = other.deeds.undo()
    assert deed is not None
    assert deed.label == "imported 7 notes and highlights from notes.json"
    assert other.annotations.all() == []
    assert other.deeds.undo() is None
    assert other.deeds.redo() is not None
    assert kept(other) == kept(empty_library)


def test_what_the_user_changed_since_is_left_alone(empty_library: Library, articles: tuple[Article, Article]) -> None:
    annotate(empty_library, *articles)
    data = to_json_ld(empty_library.annotations.all())
    empty_library.annotations.change(5, body="mine")
    empty_library.annotations.remove(7)
    assert import_annotations(empty_library, data, "notes.json") == Imported(1, 6)
    assert empty_library.annotations.get(5).body == "mine"


def test_words_that_are_gone_are_told_and_kept(
    empty_library: Library, articles: tuple[Article, Article], other: Library
) -> None:
    annotate(empty_library, *articles)
    data = to_json_ld(empty_library.annotations.all(article=articles[0].id, colour=Colour.PINK))
    (id,) = other.lookup().by_address(ADDRESS)
    with other.transaction():
        other.versions.show_page(id, "Another text under the same address.", "", "2026-03-01T00:00:00Z")
    done = import_annotations(other, data, "notes.json")
    assert (done.added, len(done.problems)) == (1, 1)
    assert done.problems[0] == (
        f"Annotation 1 of notes.json is on words article {id} does not have now, “pier was safe”; "
        "it was kept with them."
    )
    assert other.annotations.of(id)[0].anchor == empty_library.annotations.get(1).anchor


def foreign(**item: Any) -> dict[str, Any]:
    return {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "http://a.example/1", "type": "Annotation", **item}


QUOTED = {"source": "http://example.org/pier?id=1", "selector": {"type": "TextQuoteSelector", "exact": "pier was safe"}}


@pytest.mark.parametrize(
    ("item", "words", "body", "colour"),
    [
        (foreign(body="fine", target=QUOTED), "pier was safe", "fine", None),
        (foreign(bodyValue="fine", motivation="commenting", target=QUOTED), "pier was safe", "fine", None),
        (foreign(motivation="highlighting", target=[QUOTED]), "pier was safe", "", Colour.YELLOW),
        (foreign(motivation=["oa:highlighting"], bodyValue="x", target=QUOTED), "pier was safe", "x", Colour.YELLOW),
        (foreign(body={"type": "TextualBody", "value": "a\x1b[31m b"}, target=ADDRESS), None, "a b", None),
        (foreign(body="a", target={"id": ADDRESS, "format": "text/html"}), None, "a", None),
        (foreign(body="a", target=["https://elsewhere.example/", ADDRESS]), None, "a", None),
        (
            foreign(
                body=[
                    {"type": "TextualBody", "value": "<p>One <b>two</b></p><p>3</p>", "format": "text/html"},
                    {"type": "TextualBody", "value": "ports", "purpose": "tagging"},
                    {"type": "Choice", "items": ["https://x.example/essay"]},
                ],
                target=QUOTED,
            ),
            "pier was safe",
            "One two\n\n3\n\nhttps://x.example/essay\n\n#ports",
            None,
        ),
        (
            foreign(
                target={
                    "source": ADDRESS,
                    "styleClass": ["big", "green"],
                    "selector": [
                        {
                            "type": "FragmentSelector",
                            "value": "x",
                            "refinedBy": {"exact": "Nobody\n      asked", "prefix": ""},
                        },
                        {"type": "RangeSelector"},
                    ],
                },
                stylesheet="https://a.example/css",
            ),
            "Nobody asked",
            "",
            Colour.GREEN,
        ),
        (
            foreign(target={**QUOTED, "styleClass": "green"}),  # to be ignored without a stylesheet
            "pier was safe",
            "",
            Colour.YELLOW,
        ),
        (
            foreign(
                target={
                    "source": "urn:isbn:1",
                    "state": {"type": "TimeState", "cached": text_iri(Draft(PIER, "").text_hash)},
                    "selector": {"type": "TextPositionSelector", "start": 4, "end": 17},
                }
            ),
            "pier was safe",
            "",
            Colour.YELLOW,
        ),
        (
            {"uri": ADDRESS, "id": "Xy1", "text": "hm", "tags": ["a b"], "target": [QUOTED], "updated": "2026-01-01"},
            "pier was safe",
            "hm\n\n#a b",
            None,
        ),
        ({"uri": ADDRESS, "text": "page note", "target": [{"source": ADDRESS}]}, None, "page note", None),
        ({"@id": "_:b0", "@type": "oa:Annotation", "bodyValue": "x", "target": ADDRESS}, None, "x", None),
    ],
)
def test_annotations_of_other_programs(
    empty_library: Library,
    articles: tuple[Article, Article],
    item: dict[str, Any],
    words: str | None,
    body: str,
    colour: Colour | None,
) -> None:
    for data in (item, [item], {"rows": [item]}, {"type": "AnnotationPage", "items": [item]}):
        done = import_annotations(empty_library, json.dumps(data).encode(), "theirs.json")
        assert done.problems == ()
    assert done == Imported(0, 1)
    (annotation,) = empty_library.annotations.of(articles[0].id)
    assert (annotation.body, annotation.colour) == (body, colour)
    assert (annotation.anchor.exact if annotation.anchor else None) == words
    assert annotation.about is (About.TEXT if words else About.ARTICLE)
    if annotation.anchor:
        assert PIER[slice(*annotation.anchor.span)] == words
        assert annotation.anchor.text_hash == articles[0].text_hash
    assert is_iri(annotation.uri)


def test_times_in_any_zone_and_none(empty_library: Library, articles: tuple[Article, Article]) -> None:
    items = [
        foreign(id="urn:x:1", bodyValue="a", target=ADDRESS, created="2026-01-01T01:00:00.123+02:00"),
        foreign(id="urn:x:2", bodyValue="b", target=ADDRESS, created="yesterday", modified=7),
    ]
    assert import_annotations(empty_library, json.dumps(items).encode(), "x").added == 2
    one, two = empty_library.annotations.of(articles[0].id)
    assert one.created == one.modified == "2025-12-31T23:00:00Z"
    assert two.created == two.modified > "2026"


def test_what_cannot_be_taken_in_is_told(empty_library: Library, articles: tuple[Article, Article]) -> None:
    pages = {
        "type": "AnnotationCollection",
        "first": {
            "type": "AnnotationPage",
            "items": [
                foreign(bodyValue="x", target="https://nowhere.example/\x1b[2Ja"),
                "no annotation",
                foreign(bodyValue="x"),
                foreign(target=ADDRESS),
                foreign(target={"source": ADDRESS, "selector": {"type": "TextPositionSelector", "start": 1, "end": 9}}),
                foreign(
                    bodyValue="y", id="urn:x:6", target={**QUOTED, "selector": {"exact": "ninety drowned sailors"}}
                ),
                foreign(bodyValue="z", id="urn:x:7", target={**QUOTED, "selector": {"start": 1, "end": 9}}),
                [],
            ],
            "next": "https://a.example/page2",
        },
    }
    done = import_annotations(empty_library, json.dumps(pages).encode(), "theirs.json")
    assert (done.added, done.already) == (2, 0)
    assert sorted(done.problems) == [
        "Annotation 1 of theirs.json is about https://nowhere.example/a, of which the library has no article; "
        "it was left out.",
        "Annotation 2 of theirs.json is not an annotation; it was left out.",
        "Annotation 3 of theirs.json does not say what it is about; it was left out.",
        "Annotation 4 of theirs.json neither says nor marks anything; it was left out.",
        "Annotation 5 of theirs.json marks words it does not quote; it was left out.",
        "Annotation 6 of theirs.json is on words article 1 does not have now, “ninety drowned sailors”; "
        "it was kept with them.",
        "Annotation 7 of theirs.json marks words it does not quote; it was kept as a note on article 1.",
        "Annotation 8 of theirs.json is not an annotation; it was left out.",
        "The list goes on at https://a.example/page2, which is not in the file.",
    ]
    # The one whose words are not there goes through a file and back like any other.
    data = to_json_ld(empty_library.annotations.all())
    check_collection(json.loads(data))
    assert import_annotations(empty_library, data, "ours.json") == Imported(0, 2)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"", "x.json is not JSON: line 1, column 1"),
        (b'{"type": "Annotation",\n nonsense}', "line 2, column 2"),
        (b"\xff{}", "byte 1 is not UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
        (b"[" + b"9" * 5_000 + b"]", "a number is too long"),
        (b"{}", "x.json holds no annotations"),
        (b'"text"', "x.json holds no annotations"),
        (b'{"type": "AnnotationCollection", "total": 3}', "x.json holds no annotations"),
    ],
)
def test_a_file_that_is_none_takes_nothing_in(empty_library: Library, data: bytes, place: str) -> None:
    with pytest.raises(AnnotationError, match=place):
        import_annotations(empty_library, data, "x.json")
    assert empty_library.deeds.undo() is None


_KEYS = (
    "type id target body value source selector exact start end items first state cached motivation created "
    "styleClass stylesheet refinedBy uri text tags"
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(
            st.sampled_from(_KEYS.split()),
            inside,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(json_values)
@settings(max_examples=150)
def test_whatever_json_it_is_it_is_read_or_refused(value: Any) -> None:
    try:
        read = from_json_ld(json.dumps(value).encode(), "x.json")
    except AnnotationError:
        return
    assert all(target.source for incoming in read.annotations for target in incoming.targets)
    assert all(is_iri(incoming.uri) for incoming in read.annotations)


@pytest.mark.parametrize(
    ("url", "iri"),
    [
        ("https://x.example/a b?q=<é>", "https://x.example/a%20b?q=%3Cé%3E"),
        ("https://x.example/100%", "https://x.example/100%25"),
        ("https://x.example/a%20b", "https://x.example/a%20b"),
        ("file:///etc/passwd", None),
        ("/home/me/a.txt", None),
        ("", None),
        (None, None),
    ],
)
def test_every_article_has_a_name(url: str | None, iri: str | None) -> None:
    text_hash = Draft("x", "x").text_hash
    made = source_iri(url, text_hash)
    assert made == (iri or "ni:///sha-256;LXEWQrcmsEQBYnyp-6wy9chTD7GQPMTbAiWHF5IaSIE")
    assert is_iri(made)
    assert hash_of(made) == (None if iri else text_hash)


@pytest.mark.parametrize("iri", ["ni:///sha-256;", "ni:///sha-256;@@@", "ni:///sha-256;AAAA", "urn:uuid:1", ""])
def test_other_names_name_no_text(iri: str) -> None:
    assert hash_of(iri) is None
