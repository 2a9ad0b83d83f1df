"""Highlights and notes: kept with where they stand, found by their words, undone and done again as they were."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import ReadOnly

from reader.domain.anchor import anchor_of
from reader.domain.annotation import About, Annotation, Motivation, highlight, note
from reader.domain.article import Article, Draft
from reader.domain.colour import Colour
from reader.domain.errors import AnnotationError, LibraryError, NotFoundError
from reader.store.library import Library

TEXT = "The pier was safe, said the harbour master.\n\n“L’Arménie a un quai,” a répondu la mairie. Nobody asked.\n"


@pytest.fixture
def article(empty_library: Library) -> Article:
    return empty_library.article(
        empty_library.add(Draft(TEXT, "A pier", source="The Bay", url="https://b.example/1")).id
    )


def on(article: Article, words: str) -> tuple[int, int]:
    at = article.text.index(words)
    return (at, at + len(words))


def dump(library: Library) -> list[tuple[object, ...]]:
    """What is stored, and what the index finds it by."""
    with sqlite3.connect(library.path) as db:
        db.execute("INSERT INTO noted (noted, rank) VALUES ('integrity-check', 1)")
        return db.execute("SELECT * FROM annotation ORDER BY id").fetchall()


def test_what_is_kept_comes_back_as_it_was(empty_library: Library, article: Article, library_path: Path) -> None:
    notes = empty_library.annotations
    marked = notes.add(highlight(article, on(article, "the harbour master"), Colour.PINK))
    told = notes.add(replace(note(article, "Is *that* so?\n"), uri="urn:uuid:0"))
    said = notes.add(note(article, "who?", on(article, "The pier was safe"), Colour.BLUE, About.STATEMENT))
    assert (marked.id, told.id, said.id) == (1, 2, 3)
    assert marked.uri.startswith("urn:uuid:") and told.uri == "urn:uuid:0"  # noqa: PT018
    assert marked.created == marked.modified
    assert (told.about, told.anchor, told.body) == (About.ARTICLE, None, "Is *that* so?")
    assert [a.motivation for a in (marked, told)] == [Motivation.HIGHLIGHTING, Motivation.COMMENTING]
    empty_library.close()
    with Library.open(library_path) as again:
        assert again.annotations.of(article.id) == [told, said, marked]
        assert again.annotations.get(1) == marked
        assert again.annotations.by_uri("urn:uuid:0") == told
        assert again.annotations.counts([article.id, 99]) == {article.id: 3}


def test_nothing_empty_is_kept(empty_library: Library, article: Article) -> None:
    notes = empty_library.annotations
    for empty in (note(article, " \n"), note(article, "", on(article, "pier"))):
        with pytest.raises(AnnotationError, match="nothing to keep"):
            notes.add(empty)
    with pytest.raises(AnnotationError, match="no words"):
        highlight(article, (43, 45))
    with pytest.raises(AnnotationError, match="as a whole cannot be highlighted"):
        notes.add(Annotation(article.id, About.ARTICLE, colour=Colour.BLUE))
    with pytest.raises(NotFoundError, match="no article 7"):
        notes.add(Annotation(7, About.ARTICLE, body="lost"))
    marked = notes.add(highlight(article, on(article, "pier")))
    with pytest.raises(AnnotationError, match="nothing to keep"):
        notes.change(1, colour=None)
    assert notes.of(article.id) == [marked]
    for missing in (2, 2**70):
        for ask in (notes.get, notes.remove, lambda id: notes.change(id, body="x")):
            with pytest.raises(NotFoundError, match="no note or highlight"):
                ask(missing)
    assert empty_library.deeds.undo() is not None
    assert empty_library.deeds.undo() is None


def test_every_change_is_undone_and_done_again(empty_library: Library, article: Article) -> None:
    notes, deeds = empty_library.annotations, empty_library.deeds
    states = [dump(empty_library)]
    labels = []
    moved = anchor_of(TEXT, on(article, "Nobody asked"))

    def done() -> None:
        states.append(dump(empty_library))

    notes.add(highlight(article, on(article, "the harbour master")))
    done()
    notes.change(1, colour=Colour.GREEN)
    done()
    notes.change(1, body="a liar")
    done()
    notes.change(1, body="no liar", colour=None)
    done()
    notes.change(1, anchor=moved)
    done()
    notes.add(note(article, "An *old* pier"))
    done()
    notes.remove(1)
    done()
    assert notes.change(2, body="An *old* pier\n").body == "An *old* pier"  # nothing new: no deed
    for state in reversed(states[:-1]):
        deed = deeds.undo()
        assert deed is not None
        labels.append(deed.label)
        assert dump(empty_library) == state
    assert deeds.undo() is None
    assert labels[::-1] == [
        "highlighted “the harbour master”",
        "made a highlight green",
        "wrote a note",
        "changed a note",
        "moved a highlight",
        "wrote a note on “A pier”",
        "removed a note on “A pier”",
    ]
    for state in states[1:]:
        assert deeds.redo() is not None
        assert dump(empty_library) == state


def test_labels_stay_short_and_on_one_line(empty_library: Library, article: Article) -> None:
    empty_library.annotations.add(highlight(article, (0, len(TEXT))))
    deed = empty_library.deeds.undo()
    assert deed is not None
    assert deed.label == "highlighted “The pier was safe, said the harbour mas…”"


def test_a_list_over_all_articles(empty_library: Library, article: Article) -> None:
    notes = empty_library.annotations
    other = empty_library.article(empty_library.add(Draft("Elsewhere it rains.", "Rain")).id)
    for day, made in enumerate((highlight(article, (0, 8)), note(other, "wet", (0, 9)), note(article, "all of it")), 1):
        notes.add(replace(made, created=f"2026-03-0{day}T00:00:00Z"))
    rows = notes.all()
    assert [(row.annotation.id, row.title, row.source, row.url) for row in rows] == [
        (3, "A pier", "The Bay", "https://b.example/1"),
        (2, "Rain", None, None),
        (1, "A pier", "The Bay", "https://b.example/1"),
    ]
    assert not any(row.deleted or row.drifted for row in rows)
    pages = [notes.all(1), notes.all(1, after=3), notes.all(1, after=2), notes.all(1, after=1)]
    assert [row for page in pages for row in page] == rows
    assert [row.annotation.id for row in notes.all(notes=True)] == [3, 2]
    assert [row.annotation.id for row in notes.all(notes=False)] == [1]
    assert [row.annotation.id for row in notes.all(colour=Colour.YELLOW)] == [1]
    assert [row.annotation.id for row in notes.all(article=article.id)] == [3, 1]
    assert notes.count() == 3
    assert notes.count(article=article.id, notes=True) == 1
    empty_library.delete(other.id)
    assert [row.deleted for row in notes.all()] == [False, True, False]
    assert notes.of(other.id) == [rows[1].annotation]


def test_another_text_is_noticed_and_nothing_lost(empty_library: Library, article: Article) -> None:
    notes = empty_library.annotations
    notes.add(highlight(article, (0, 8)))
    notes.add(note(article, "all of it"))
    with empty_library.transaction():
        empty_library.versions.show_page(article.id, "Another text.", "", "2026-03-01T00:00:00Z")
    assert [row.drifted for row in notes.all()] == [False, True]
    assert notes.get(1).anchor == anchor_of(TEXT, (0, 8))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("armenie", [1]),
        ("ARMÉNIE", [1]),
        ("l'arm", [1]),
        ("quai un", [1]),
        ("qu", [2, 1]),
        ("question", [2]),
        ("question ", [2]),
        ("questio ", []),
        ("noth", []),
        ("", [2, 1]),
        ("  ", [2, 1]),
        ("?!", []),
        ('"', []),
        ("un -", [1]),
        ('un OR question NOT "quai*', []),
        ("body : un", []),
        ("NEAR(un quai)", []),
        ("un\0quai", [1]),
    ],
)
def test_words_find_notes_and_what_they_are_on(
    empty_library: Library, article: Article, words: str, found: list[int]
) -> None:
    empty_library.annotations.add(highlight(article, on(article, "L’Arménie a un quai")))
    empty_library.annotations.add(note(article, "A good **question**"))
    assert [row.annotation.id for row in empty_library.annotations.all(words=words)] == found
    assert empty_library.annotations.count(words=words) == len(found)


steps = st.lists(st.tuples(st.integers(0, 5), st.integers(1, 6), st.text("ab é\n", max_size=6)), max_size=12)


@given(steps)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_was_done_is_undone_to_where_it_began(
    empty_library: Library, article: Article, done: list[tuple[int, int, str]]
) -> None:
    notes, deeds = empty_library.annotations, empty_library.deeds
    begun = dump(empty_library)
    acts: list[Callable[[int, str], object]] = [
        lambda number, words: notes.add(highlight(article, (number, number + 9), list(Colour)[number % 5])),
        lambda number, words: notes.add(note(article, words, (number, number + 4))),
        lambda number, words: notes.change(number, body=words),
        lambda number, words: notes.change(number, colour=Colour.BLUE if words else None),
        lambda number, words: notes.change(number, anchor=anchor_of(TEXT, (number, number + 4))),
        lambda number, words: notes.remove(number),
    ]
    for act, number, words in done:
        with suppress(AnnotationError, NotFoundError):
            acts[act](number, words)
    ended = dump(empty_library)
    count = 0
    while deeds.undo() is not None:
        count += 1
    assert dump(empty_library) == begun
    for _ in range(count):
        deeds.redo()
    assert dump(empty_library) == ended
    for _ in range(count):
        deeds.undo()


@given(st.text(max_size=12))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_typed_is_a_mistake(empty_library: Library, words: str) -> None:
    assert empty_library.annotations.all(words=words) == []


def test_a_note_cannot_be_torn_from_its_article(empty_library: Library, article: Article) -> None:
    empty_library.annotations.add(note(article, "mine"))
    with sqlite3.connect(empty_library.path) as db:
        db.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError):
            db.execute("DELETE FROM article")


def test_nothing_is_kept_in_a_library_that_is_read_only(
    empty_library: Library, article: Article, library_path: Path, read_only: ReadOnly
) -> None:
    empty_library.annotations.add(note(article, "mine"))
    empty_library.close()
    with read_only(library_path.parent), Library.open(library_path) as library:
        assert library.annotations.get(1).body == "mine"
        assert library.annotations.all(words="mine") != []
        for act in (
            lambda: library.annotations.add(note(article, "more")),
            lambda: library.annotations.change(1, body="more"),
            lambda: library.annotations.remove(1),
            lambda: library.drafts.keep("x", "more"),
            lambda: library.drafts.drop("x"),
        ):
            with pytest.raises(LibraryError, match="read-only"):
                act()
        assert library.drafts.all() == []


def test_drafts_are_kept_until_they_are_dropped(empty_library: Library, library_path: Path) -> None:
    drafts = empty_library.drafts
    assert drafts.get("note 1") is None
    drafts.keep("note 1", "Half a sen")
    drafts.keep("note 2", "Other")
    drafts.keep("note 1", "Half a sentence\n")
    with Library.open(library_path) as again:
        assert again.drafts.get("note 1") == "Half a sentence\n"
        assert {draft.subject: draft.body for draft in again.drafts.all()} == {
            "note 1": "Half a sentence\n",
            "note 2": "Other",
        }
    drafts.keep("note 1", " \n")
    drafts.drop("note 2")
    drafts.drop("nothing")
    assert drafts.all() == []
    assert empty_library.deeds.undo() is None


def test_a_deed_holds_only_what_changed(empty_library: Library, article: Article) -> None:
    empty_library.annotations.add(note(article, "mine"))
    empty_library.annotations.change(1, body="yours")
    with sqlite3.connect(empty_library.path) as db:
        ((changes,),) = db.execute("SELECT changes FROM deed ORDER BY id DESC LIMIT 1")
    ((_, _, before, after),) = json.loads(changes)
    assert before["body"] == "mine"
    assert set(before) == set(after) <= {"body", "modified"}


def test_another_program_that_holds_the_library_is_told_of(empty_library: Library, article: Article) -> None:
    empty_library.annotations.add(note(article, "mine"))
    empty_library.drafts.keep("x", "begun")
    before = dump(empty_library)
    empty_library._db.execute("PRAGMA busy_timeout = 1")
    holder = sqlite3.connect(empty_library.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    for act in (
        lambda: empty_library.annotations.add(note(article, "more")),
        lambda: empty_library.annotations.change(1, body="more"),
        lambda: empty_library.annotations.remove(1),
        lambda: empty_library.drafts.keep("x", "more"),
        lambda: empty_library.drafts.drop("x"),
    ):
        with pytest.raises(LibraryError, match="in use by another program"):
            act()
    assert empty_library.annotations.all(words="mine") != []
    assert empty_library.drafts.get("x") == "begun"
    holder.close()
    assert dump(empty_library) == before
    assert empty_library.annotations.remove(1).body == "mine"
