"""Words are the words of the index: compared with SQLite's own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.folding import TOKENIZER, fold, tokens


class Index:
    """A full-text index of one text."""

    def __init__(self) -> None:
        self.db = sqlite3.connect(":memory:", isolation_level=None)
        self.db.execute(f'CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = "{TOKENIZER}")')
        self.db.execute("CREATE VIRTUAL TABLE v USING fts5vocab (t, instance)")

    def words(self, text: str) -> list[str]:
        self.db.execute("DELETE FROM t")
        self.db.execute("INSERT INTO t (x) VALUES (?)", (text,))
        return [word for (word,) in self.db.execute("SELECT term FROM v ORDER BY offset")]


@pytest.fixture(scope="module")
def index() -> Iterator[Index]:
    index = Index()
    yield index
    index.db.close()


NASTY = st.text(
    st.one_of(
        st.sampled_from(
            "aAéÉ'’ʼ‘ -—\u0301\u0308\u0316\u00a0\u202f\u200b\n.,;:0123½ŒœßſİıǅΩάиЙй中한ªº€¼²\U0001f600\u0378"
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=25,
)


@settings(max_examples=300)
@given(text=NASTY)
def test_words_are_those_of_the_index(index: Index, text: str) -> None:
    assert [token.text for token in tokens(text)] == index.words(text)


@settings(max_examples=150)
@given(text=NASTY)
def test_a_word_stands_where_the_index_finds_it(index: Index, text: str) -> None:
    for token in tokens(text)[:3]:
        assert token.start < token.end
        assert index.words(text[token.start : token.end]) == [token.text]
        for beside in (text[: token.start], text[token.end :]):
            assert len(index.words(beside)) < len(tokens(text))


def test_every_character_is_taken_as_the_index_takes_it(index: Index) -> None:
    text = " ".join(f"a{chr(code)}z" for code in range(0x20, 0x3000))
    assert [token.text for token in tokens(text)] == index.words(text)


def test_an_accent_of_its_own_belongs_to_its_word() -> None:
    assert tokens("l’e\u0301te\u0301 ") == [("l", 0, 1), ("ete", 2, 7)]


def test_half_a_character_is_no_word() -> None:
    assert [token.text for token in tokens("a\ud800b")] == ["a", "b"]


@pytest.mark.parametrize("text", ["L'ARMÉNIE", "l’arménie", "lʼarme\u0301nie", "L‘Arménie"])
def test_folding_leaves_what_a_person_takes_for_the_same(text: str) -> None:
    assert fold(text) == "l'armenie"


def test_folding_leaves_signs_alone() -> None:
    assert fold("50\u202f% [«É»]\t€") == "50 % [«e»] €"
