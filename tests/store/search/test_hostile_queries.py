"""Nothing that can be typed is syntax, and nothing is too much."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories_to_search import Said, Story, store

from reader.domain.errors import SearchError
from reader.domain.query.terms import All, Any, Facet, Field, Not, Query, Term, Text, Where
from reader.store.library import Library

HOSTILE = (
    *('"', '""', "*", "^a", "a AND", "NOT", "NEAR(a b, 2)", "title:x", "{title}: x", "-a", "(((", "a + b", "\\"),
    *("'; DROP TABLE article --", "%", "\0", "a\0b", "\ud800", "\ue000", "\ue000bay", "é" * 5000, "a " * 3000),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    library = Library.open(tmp_path_factory.mktemp("hostile") / "library.db")
    store(library, [Story("a", "a", note="a", tags=("a",), said=(Said("Bay", "Bay", "Bay"),))])
    return library


def asked(library: Library, term: Term) -> None:
    query = Query(term)
    library.search.find(query)
    library.search.count(query, unread=True)
    library.search.statements(query)
    library.search.snippets(query, [1])


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_any_words_are_words(library: Library, typed: str) -> None:
    for where in Where:
        for prefix in (False, True):
            asked(library, Text(typed, where, prefix))
    for field in Field:
        asked(library, Facet(field, typed))
        asked(library, Facet(field, typed, (typed,)))
        library.search.values(field, typed)
    asked(library, Any((All((Text(typed), Not(Text(typed)))), Not(Facet(Field.SAYS, typed)))))


@settings(max_examples=50)
@given(st.text(max_size=30), st.sampled_from(Where), st.booleans())
def test_any_text_can_be_asked_for(library: Library, typed: str, where: Where, prefix: bool) -> None:
    asked(library, Text(typed, where, prefix))


def test_too_many_parts_are_refused_in_a_sentence(library: Library) -> None:
    deep: Term = Text("a")
    for _ in range(3_000):
        deep = Not(All((deep, Text("b"))))
    with pytest.raises(SearchError, match="too many parts"):
        library.search.find(Query(deep))
    with pytest.raises(SearchError, match="too many parts"):
        library.search.count(Query(Any(tuple(Text(f"w{n}") for n in range(1_000)))))


def test_as_many_parts_as_are_taken_can_be_answered(library: Library) -> None:
    asked(library, Any(tuple(Text(f"w{n}") for n in range(390))))
    asked(library, All(tuple(Any((Text(f"w{n}"), Facet(Field.TAG, f"t{n}"))) for n in range(120))))
    deep: Term = Text("a")
    for n in range(18):
        deep = Any((All((deep, Text("a"))), Facet(Field.TAG, f"t{n}")))
    asked(library, deep)
