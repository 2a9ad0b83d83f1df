"""Numbers and names as words of an index: none is missed, none is taken for another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.confidence import Strictness
from reader.domain.folding import words
from reader.domain.quantity import Hedge, Quantity, QuantityKind
from reader.domain.query.terms import Number
from reader.store.search.names import key, names_in, names_text, parties_in, parties_text
from reader.store.search.numbering import GRADES, article_of, first_of, grade, last_of, least, number
from reader.store.search.sizes import asked_words, ends, size_words

COUNT = Quantity("q", (0, 1), "1", QuantityKind.CARDINAL, 1.0, None, None, Hedge.EXACT, None, None, None, None)

values = st.floats(-1e9, 1e18, allow_nan=False)
# Written out, U+E000 and its neighbours are what nobody types.
names = (
    st.text(st.characters(exclude_categories=("Co", "Cs", "Cc")), min_size=1, max_size=12)
    .filter(str.strip)
    .map(str.strip)
)
ids = st.text("abcdefghijklmnopqrstuvwxyz0123456789-' ", min_size=1, max_size=8).map(str.strip).filter(bool)


@given(values, values, st.none() | values, st.none() | values)
def test_a_number_that_is_meant_shares_a_word(one: float, other: float, low: float | None, high: float | None) -> None:
    first, last = sorted((one, other))
    meant = (low is None or last >= low) and (high is None or first <= high)
    if meant and (low is None or high is None or low <= high):
        assert size_words(first, last) & set(asked_words(Number("", low, high)))


@given(values)
def test_the_words_of_a_number_are_single_words(value: float) -> None:
    assert all(words(word) == (word,) for word in size_words(value, value))
    assert size_words(value, value) & set(asked_words(Number("", value, value)))


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        (COUNT, (1.0, 1.0)),
        (replace(COUNT, value=None, low=200.0), (200.0, 200.0)),
        (replace(COUNT, value=None, low=10.0, high=20.0), (10.0, 20.0)),
        (replace(COUNT, value=49.0, low=49.0), (49.0, 49.0)),
        (replace(COUNT, value=None), (None, None)),
        (replace(COUNT, kind=QuantityKind.DATE), None),
        (replace(COUNT, kind=QuantityKind.ORDINAL), None),
    ],
)
def test_what_numbers_a_quantity_tells_of(quantity: Quantity, expected: object) -> None:
    assert ends(quantity) == expected


@given(st.lists(st.tuples(ids, names), max_size=4), st.lists(names, max_size=4))
def test_names_are_read_as_they_were_written(parties: list[tuple[str, str]], actors: list[str]) -> None:
    assert list(parties_in(parties_text(parties))) == parties
    assert list(names_in(names_text(actors))) == actors
    for id, _ in parties:
        assert words(key(id)) == (key(id),)


@given(st.integers(1, 2**40), st.integers(0, 4_095), st.floats(0, 1))
def test_an_id_tells_its_article_and_how_sure_it_is(article: int, place: int, confidence: float) -> None:
    id = number(article, place, grade(confidence))
    assert article_of(id) == article
    assert first_of(article) <= id <= last_of(article) < first_of(article + 1)
    for level in Strictness:
        assert (id & GRADES >= least(level)) == (confidence >= level.floor)
