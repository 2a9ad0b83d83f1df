"""Where the words of a query stand, and find-in-article."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.folding import TOKENIZER, fold
from reader.domain.query.hits import find, hits
from reader.domain.query.terms import All, Any, Facet, Field, Not, Query, Term, Text, Where

TEXT = "L’Arménie accuse l'Azerbaïdjan ; l’armée arménienne a perdu 49 soldats, dit l'Arménie."


def marked(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (Text("arménie"), TEXT.replace("Arménie", "[Arménie]")),
        (Text("ARMENIE"), TEXT.replace("Arménie", "[Arménie]")),
        (Text("l'arménie"), TEXT.replace("L’Arménie", "[L’Arménie]").replace("l'Arménie", "[l'Arménie]")),
        (Text("armen", prefix=True), TEXT.replace("Arménie", "[Arménie]").replace("arménienne", "[arménienne]")),
        (
            Text("l arme", prefix=True),
            TEXT.replace("L’Arménie", "[L’Arménie]")
            .replace("l'Arménie", "[l'Arménie]")
            .replace("l’armée", "[l’armée]"),
        ),
        (Text("49 soldats", Where.TITLE), TEXT.replace("49 soldats", "[49 soldats]")),
        (All((Text("perdu"), Text("perdu 49"))), TEXT.replace("perdu 49", "[perdu 49]")),
        (Any((Text("dit"), Text("rien"))), TEXT.replace("dit", "[dit]")),
        (All((Text("dit"), Not(Text("soldats")))), TEXT.replace("dit", "[dit]")),
        (Not(Not(Text("dit"))), TEXT.replace("dit", "[dit]")),
        (Text("soldat"), TEXT),
        (Text("dit l'arménie et"), TEXT),
        (Text("…"), TEXT),
        (Facet(Field.SOURCE, "dit"), TEXT),
    ],
)
def test_hits(term: Term, expected: str) -> None:
    assert marked(TEXT, hits(Query(term), TEXT)) == expected


def test_an_empty_query_hits_nothing() -> None:
    assert hits(Query(), TEXT) == []


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        ("l'arm", "L’Arménie, l'armée", "[L’Arm]énie, [l'arm]ée"),
        ("ENIE", "L’Arménie arménienne", "L’Arm[énie] arm[énie]nne"),
        ("49  soldats", "49\u00a0\nsoldats", "[49\u00a0\nsoldats]"),
        (" perdu ", TEXT, TEXT.replace("perdu", "[perdu]")),
        ("été", "l’e\u0301te\u0301 ici", "l’[e\u0301te\u0301] ici"),
        ("e\u0301te\u0301", "l'été", "l'[été]"),
        ("a.b", "axb a.b", "axb [a.b]"),
        ("aa", "aaa", "[aa]a"),
        ("50 %", "50\u202f%", "[50\u202f%]"),
        ("  ", "a  b", "a  b"),
        ("", "a", "a"),
    ],
)
def test_find_in_article(typed: str, text: str, expected: str) -> None:
    assert marked(text, find(typed, text)) == expected


PIECES = st.sampled_from(["a", "A", "à", "b", "ab", "a\u0301", "l’", "l'", " ", "  ", "-", "\n", "中", "½", "ʼ"])


@settings(max_examples=150)
@given(
    text=st.lists(PIECES, max_size=12).map("".join),
    phrase=st.lists(PIECES, max_size=4).map("".join),
    more=st.booleans(),
)
def test_hits_are_those_the_index_marks(text: str, phrase: str, more: bool) -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(f'CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = "{TOKENIZER}")')
        db.execute("INSERT INTO t VALUES (?)", (text,))
        asked = f'"{phrase}"{"*" if more else ""}'
        rows = db.execute("SELECT highlight(t, 0, '[', ']') FROM t WHERE t MATCH ?", (asked,)).fetchall()
    assert marked(text, hits(Query(Text(phrase, prefix=more)), text)) == (rows[0][0] if rows else text)


@settings(max_examples=150)
@given(before=st.text(max_size=10), words=st.text(max_size=10), after=st.text(max_size=10))
def test_what_stands_there_is_found(before: str, words: str, after: str) -> None:
    spans = find(words, before + words + after)
    assert bool(spans) or not fold(words).strip()
    assert all(start < end for start, end in spans)
