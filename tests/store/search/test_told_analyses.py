"""Searches follow what analyses find, what the user says of them, and what becomes of the articles."""

from __future__ import annotations

import pytest
from stories_to_search import Said, Story, analysis_of, fill, store

from reader.domain.article import Draft, hash_text
from reader.domain.correction import not_statement, party_correction, same_actor, speaker_correction
from reader.domain.query.terms import Facet, Field, Query, Text
from reader.domain.statement import Act
from reader.ingest.engine import keep_analysis
from reader.ingest.telling_analyses import tell_all, tell_analyses
from reader.store.library import Library

PIER = Story(
    "The pier",
    "We will sell the pier, said Edda Mornby; no one asked us, said Tom Vale.",
    said=(
        Said("Edda Mornby", "Bay", "", Act.PROMISE, 0, 22, numbers=((3, "piers"),)),
        Said("Tom Vale", "Cape", "Bay", Act.ACCUSE, 41, 57),
    ),
)


@pytest.fixture
def library(empty_library: Library) -> Library:
    store(
        empty_library, [PIER, Story("Other", "Tom Vale waits.", said=(Said("Tom Vale", "Cape", "", Act.ASK, 9, 14),))]
    )
    return empty_library


def says(library: Library, name: str) -> list[tuple[int, str]]:
    found = library.search.statements(Query(Facet(Field.SAYS, name)))
    return [(one.article_id, one.sid) for one in found.statements]


def test_what_a_statement_is_found_with(library: Library) -> None:
    (one,) = library.search.statements(Query(Facet(Field.TARGET, "x", ("bay",)))).statements
    assert (one.article_id, one.sid, one.start, one.words) == (1, "s1", 41, "no one asked us,")
    assert (one.parties, one.speakers, one.targets) == ((("cape", "Cape"),), ("Tom Vale",), (("bay", "Bay"),))
    assert (one.act, one.negated, one.confidence, one.title, one.dated) == (
        Act.ACCUSE,
        False,
        0.9,
        "The pier",
        "2026-03-01",
    )


def test_a_corrected_speaker_is_found_until_it_is_undone(library: Library) -> None:
    text, statement = library.article(1).text, analysis_of(PIER).statements[0]
    library.corrections.add(speaker_correction(text, statement, "Tom Vale"))
    tell_all(library)
    assert says(library, "vale") == [(2, "s0"), (1, "s0"), (1, "s1")]
    assert says(library, "mornby") == []
    library.deeds.undo()
    tell_all(library)
    assert says(library, "vale") == [(2, "s0"), (1, "s1")]
    assert says(library, "mornby") == [(1, "s0")]
    library.deeds.redo()
    tell_all(library)
    assert says(library, "mornby") == []


def test_what_is_no_statement_is_not_found(library: Library) -> None:
    text, statement = library.article(1).text, analysis_of(PIER).statements[1]
    library.corrections.add(not_statement(text, statement))
    tell_all(library)
    assert says(library, "vale") == [(2, "s0")]


def test_a_corrected_party_is_found_in_every_article(library: Library) -> None:
    library.corrections.add(party_correction("Tom Vale", "Harbour Board"))
    library.corrections.add(same_actor("Tom Vale", "Edda Mornby"))
    tell_all(library)
    assert says(library, "harbour board") == [(2, "s0"), (1, "s0"), (1, "s1")]
    assert library.search.find(Query(Facet(Field.PARTY, "cape"))).ids == ()


def test_what_is_said_of_one_name_is_found_under_the_other(empty_library: Library) -> None:
    other = Story("Other", "M. Q. waits.", said=(Said("M. Quill", "Cape", "", Act.ASK, 0, 5),))
    store(empty_library, [other])
    empty_library.corrections.add(same_actor("Mary Ferry", "M. Quill"))
    tell_all(empty_library)
    empty_library.corrections.add(party_correction("Mary Ferry", "Harbour Board"))
    assert tell_all(empty_library) == 1
    assert says(empty_library, "harbour board") == [(1, "s0")]


def test_a_new_analysis_takes_the_place_of_the_old(library: Library) -> None:
    hash = library.article(1).text_hash
    keep_analysis(library, hash, analysis_of(Story(PIER.title, PIER.text, said=PIER.said[:1])))
    assert not library.told.is_waiting()
    assert [pair for pair in says(library, "vale") if pair[0] == 1] == []
    assert says(library, "mornby") == [(1, "s0")]


def test_another_text_has_other_statements(library: Library) -> None:
    other = "Nobody says anything."
    with library.transaction():
        library.versions.show_page(1, other, "", "2026-03-02T00:00:00Z")
    assert says(library, "mornby") == []
    assert library.search.find(Query(Facet(Field.COUNTS, "piers"))).ids == ()
    library.save_analysis(
        hash_text(other), analysis_of(Story("", other, said=(Said("Mornby", "Bay", "", Act.DENY, 0, 6),)))
    )
    assert tell_analyses(library) == 1
    assert says(library, "mornby") == [(1, "s0")]
    with library.transaction():
        library.versions.swap(1)
    assert tell_analyses(library) == 1
    assert says(library, "vale") == [(2, "s0"), (1, "s1")]


def test_the_same_words_from_elsewhere_are_told_too(library: Library) -> None:
    library.delete(2)
    assert says(library, "vale") == [(1, "s1")]
    again = library.add(Draft(library.article(2).text, "Again", language="en"))
    assert again.new
    assert tell_analyses(library) == 1
    assert says(library, "vale") == [(again.id, "s0"), (1, "s1")]


def test_what_is_removed_leaves_nothing_behind(library: Library) -> None:
    with library.transaction():
        library._db.execute("DELETE FROM tagging")
        library._db.execute("DELETE FROM article")
    for table in ("statement", "quantity", "told", "untold"):
        assert library._ask(f"SELECT * FROM {table}") == []
    for table in ("said", "named", "search"):
        library._db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")


def test_progress_is_told(library: Library) -> None:
    library._db.execute("INSERT INTO untold SELECT id FROM article")
    told: list[tuple[int, int]] = []
    assert tell_all(library, lambda done, total: told.append((done, total))) == 2
    assert told == [(2, 2)]
    fill(library)
    assert library.search.find(Query(Text("pier"))).ids == (1,)
