"""Snippets: the article's own words, around those that were asked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.domain.query.hits import hits
from reader.domain.query.snippet import LENGTH, cut
from reader.domain.query.terms import Query, Text

FAR = "Nobody knew. " * 60 + "At last the ferry came, and the ferry left. " + "Nothing more. " * 60


def test_a_short_text_is_shown_whole() -> None:
    assert cut("The ferry.", [(4, 9)]).text == "The ferry."
    assert cut("", []).text == ""


def test_a_long_one_begins_near_the_most_hits() -> None:
    snippet = cut(FAR, [(0, 6), *hits(Query(Text("ferry")), FAR)])
    assert [snippet.text[a:b] for a, b in snippet.hits] == ["ferry", "ferry"]
    assert snippet.text.startswith("…")
    assert snippet.text.endswith("…")
    assert " the ferry came" in snippet.text[:LENGTH]


@given(st.lists(st.sampled_from(["ferry", "été", "l’eau\n\n", "a" * 90, "."]), max_size=80).map(" ".join))
def test_hits_are_what_was_asked_for_and_the_words_are_the_texts(text: str) -> None:
    found = hits(Query(Text("ferry")), text)
    snippet = cut(text, found)
    assert len(snippet.text) <= LENGTH + 2
    assert snippet.text.strip("…") in "".join(" " if char.isspace() else char for char in text)
    assert all(snippet.text[a:b] == "ferry" for a, b in snippet.hits)
    assert bool(snippet.hits) == bool(found)
