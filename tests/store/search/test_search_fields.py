"""Each field of a query, one by one: what it finds, by what name, and in what order."""

from __future__ import annotations

import pytest
from stories_to_search import Said, Stored, Story, store, titles

from reader.domain.confidence import SETTING, Strictness
from reader.domain.query.terms import All, Any, Facet, Field, Not, Number, Query, Term, Text, Where
from reader.domain.statement import Act
from reader.store.library import Library

PESKOV = Said("Dmitri Peskov", "Russie", "Ukraine", Act.ACCUSE, 0, 20, numbers=((49, "soldats tués"),))
STORIES = (
    Story("The ferry is late", "Nobody waits.", source="The Bay Post", author="Anna Quill", dated="2026-01-01"),
    Story("Harbour news", "The ferry, the ferry, the ferry.", source="L’Été", dated="2026-01-02", tags=("Sea life",)),
    Story("Tides", "A long day; a ferry passed far out at sea, and nobody saw it come back.", dated="2026-01-03"),
    Story("Guerre", "Moscou accuse Kiev de mentir sur ses soldats.", language="fr", said=(PESKOV,), dated="2026-01-04"),
    Story(
        "Paix",
        "L’Arménie dit vrai.",
        language="fr",
        said=(Said("N. P.", "Arménie", "", Act.URGE, 2, 9),),
        note="A *ferry*!",
    ),
)


@pytest.fixture
def stored(empty_library: Library) -> Stored:
    return store(empty_library, STORIES)


def found(stored: Stored, *terms: Term, newest: bool = True) -> list[str]:
    query = Query(All(terms) if len(terms) > 1 else terms[0])
    return titles(stored, stored.library.search.find(query, newest=newest).ids)


def test_words_are_found_anywhere_even_in_notes(stored: Stored) -> None:
    assert found(stored, Text("ferry")) == ["Paix", "Tides", "Harbour news", "The ferry is late"]
    assert found(stored, Text("ferry", Where.TITLE)) == ["The ferry is late"]
    assert found(stored, Text("ferry"), Not(Text("late"))) == ["Paix", "Tides", "Harbour news"]
    assert found(stored, Text("ferry"), Text("arménie")) == ["Paix"]
    assert found(stored, Text("quill", Where.AUTHOR)) == ["The ferry is late"]
    assert found(stored, Text("the ferry")) == ["Harbour news", "The ferry is late"]


def test_titles_come_first_then_what_is_most_about_it(stored: Stored) -> None:
    assert found(stored, Text("ferry"), newest=False)[:3] == ["The ferry is late", "Harbour news", "Tides"]


def test_titles_come_first_however_they_are_asked_for(stored: Stored) -> None:
    for text in (Text("fer", prefix=True), Text("the fer", prefix=True), Text("the ferry")):
        assert found(stored, text, newest=False)[0] == "The ferry is late"
    assert found(stored, Any((Text("fer", prefix=True), Text("tides"))), newest=False)[:2] == [
        "Tides",
        "The ferry is late",
    ]
    assert found(stored, Text("ferry"), Text("!!!"), newest=False)[0] == "The ferry is late"


def test_of_two_alike_the_newer_comes_first(empty_library: Library) -> None:
    stored = store(empty_library, [Story(title, "A ferry.") for title in ("one", "two", "three")])
    assert found(stored, Text("ferry"), newest=False) == ["three", "two", "one"]


@pytest.mark.parametrize("typed", ["ar", "arm", "armé", "ARMENI", "l'armen"])
def test_a_word_is_found_by_how_it_begins(stored: Stored, typed: str) -> None:
    assert "Paix" in found(stored, Text(typed, prefix=True))
    assert "Paix" not in found(stored, Text(typed))


def test_a_single_letter_is_a_word(stored: Stored) -> None:
    assert found(stored, Text("f", prefix=True)) == []
    assert found(stored, Text("the f", prefix=True)) == []


def test_ids_of_parties_are_exact_and_names_are_words(stored: Stored) -> None:
    says, target = Field.SAYS, Field.TARGET
    assert found(stored, Facet(says, "Russia", ("russie",))) == ["Guerre"]
    assert found(stored, Facet(says, "Russia", ("arménie", "none"))) == ["Paix"]
    assert found(stored, Facet(says, "peskov")) == found(stored, Facet(says, "russie")) == ["Guerre"]
    assert found(stored, Facet(says, "rus"), Facet(target, "x", ("ukraine",))) == []
    assert (
        found(stored, Facet(Field.PARTY, "x", ("ukraine",)))
        == found(stored, Facet(Field.ACTOR, "Peskov"))
        == ["Guerre"]
    )
    assert found(stored, Facet(Field.PARTY, "x", ("russie ukraine",))) == []
    assert (
        found(stored, Facet(says, "russ", prefix=True)) == found(stored, Facet(says, "pesk", prefix=True)) == ["Guerre"]
    )
    assert found(stored, Facet(says, "ussie", prefix=True)) == []


def test_side_by_side_is_about_one_statement(stored: Stored, empty_library: Library) -> None:
    urged = Facet(Field.ACT, "urge", ("urge",))
    either = Any((urged, Facet(Field.ACT, "accuse")))
    assert found(stored, Facet(Field.SAYS, "russie"), urged) == []
    assert found(stored, Facet(Field.SAYS, "russie"), either) == ["Guerre"]


def test_numbers_are_of_what_is_counted(stored: Stored) -> None:
    soldiers = Facet(Field.COUNTS, "soldats")
    assert found(stored, soldiers, Number(">40", 40, None, with_low=False)) == ["Guerre"]
    assert found(stored, soldiers, Number(">49", 49, None, with_low=False)) == []
    assert found(stored, Number("49", 49, 49)) == found(stored, Facet(Field.COUNTS, "tues")) == ["Guerre"]
    assert found(stored, Facet(Field.COUNTS, "sold", prefix=True)) == ["Guerre"]
    assert found(stored, Facet(Field.COUNTS, "oldats", prefix=True)) == []


def test_languages_go_by_their_first_part(empty_library: Library) -> None:
    stored = store(empty_library, [Story("a", "a", language="fr-CA"), Story("b", "b", language="fr"), Story("c", "c")])
    assert found(stored, Facet(Field.LANGUAGE, "French", ("fr",))) == ["b", "a"]
    assert found(stored, Facet(Field.LANGUAGE, "fr-CA")) == ["a"]


def test_what_was_read_while_it_was_listed_stays_unread_there(stored: Stored) -> None:
    stored.library.set_read(1, True)
    unread = Query(Facet(Field.IS, "unread"))
    assert 1 not in stored.library.search.find(unread).ids
    assert stored.library.search.find(unread, kept=frozenset({1})).ids[-1] == 1


def test_doubtful_statements_are_found_as_they_are_shown(empty_library: Library) -> None:
    doubtful = Said("Anna", "Bay", "", Act.DENY, 0, 5, confidence=0.1)
    store(empty_library, [Story("a", "Anna denies.", said=(doubtful,))])
    denied = Query(Facet(Field.ACT, "deny"))
    assert empty_library.search.find(denied).ids == ()
    empty_library.set_setting(SETTING, Strictness.WIDE)
    assert empty_library.search.find(denied).ids == (1,)
    assert [one.sid for one in empty_library.search.statements(denied).statements] == ["s0"]


def test_answers_beyond_the_limit_are_told_of(stored: Stored) -> None:
    search = stored.library.search
    some = search.find(Query(), limit=2)
    assert (len(some.ids), some.more) == (2, True)
    assert not search.find(Query(), limit=5).more
    assert search.count(Query()) == 5
    assert search.count(Query(), most=3) == 3
    assert (len(search.statements(Query(), limit=1).statements), search.statements(Query(), limit=1).more) == (1, True)


def test_values_are_offered_by_how_they_or_their_words_begin(stored: Stored) -> None:
    values = stored.library.search.values
    assert values(Field.SOURCE, "bay") == ["The Bay Post"]
    assert values(Field.SOURCE, "L'e") == ["L’Été"]
    assert values(Where.AUTHOR, "q") == ["Anna Quill"]
    assert values(Field.PARTY, "ukr") == ["Ukraine"]
    assert values(Field.SAYS, "") == ["Arménie", "Dmitri Peskov", "N. P.", "Russie"]
    assert values(Field.ACTOR, "dm") == ["Dmitri Peskov"]
    assert values(Field.TAG, "life") == ["Sea life"]
    assert values(Field.LANGUAGE, "") == ["en", "fr"]
    assert values(Field.COUNTS, "sol") == ["soldats"]
    assert values(Field.COUNTS, "tu") == []  # not in the text
    assert values(Field.HAS, "n") == []


def test_what_is_counted_is_found_by_the_texts_words_and_by_those_of_the_language_pack(stored: Stored) -> None:
    assert found(stored, Facet(Field.COUNTS, "soldats")) == ["Guerre"]
    assert found(stored, Facet(Field.COUNTS, "soldats tués")) == ["Guerre"]


def test_a_snippet_shows_the_articles_own_words_and_the_hits(stored: Stored) -> None:
    snippet = stored.library.search.snippets(Query(Text("nobody saw")), [3])[3]
    assert [snippet.text[a:b] for a, b in snippet.hits] == ["nobody saw"]
    assert stored.library.search.snippets(Query(), [4, 99])[4].text.startswith("Moscou accuse")
