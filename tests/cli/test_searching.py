"""parley search: articles and statements, for people, as JSON and as CSV; what is no query."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import Any

import pytest
from support import Call, ReadOnly

from reader.analysis.engine import analyse
from reader.domain.article import Draft
from reader.languages.pack import load_pack
from reader.store.library import Library

NEWS = (
    ("Talks", "en", "AP", "Armenia accused Azerbaijan of shelling a truce. “We lost 49 soldiers,” Armenia said."),
    ("Calme", "fr", "=1+1", "L’Arménie a accusé la Russie de mentir. Les pourparlers durent."),
    ("Quiet", "en", None, "Nothing is said here, only peace\x1b[31m and ceasefire talks."),
)


@pytest.fixture
def news(empty_library: Library) -> Library:
    """Three texts, the first the newest, read by the rules alone; 1 is read, 3 is not indexed."""
    empty_library.set_setting("seeded", "1")
    for n, (title, language, source, text) in enumerate(NEWS):
        draft = Draft(text, title, source, published=f"2026-03-0{3 - n}", language=language, url=f"https://e.org/{n}")
        empty_library.add(draft)
        empty_library.save_analysis(draft.text_hash, analyse(text, load_pack(language), None))
    empty_library.set_read(1, True)
    empty_library.index.fill(2)
    return empty_library


def ids(out: str) -> list[int]:
    return [int(line.split()[0]) for line in out.splitlines() if not line.startswith("        ")]


def told(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_articles_with_the_words_around_what_was_found(call: Call, news: Library) -> None:
    found = call("search", "arménie*", "OR", "ARMENIA", "--newest")
    assert found.code == 0
    assert found.out.splitlines() == [
        "    1   2026-03-03 en  AP               Talks",
        "        *Armenia* accused Azerbaijan of shelling a truce. “We lost 49 soldiers,” *Armenia* said.",
        "    2 ● 2026-03-02 fr  =1+1             Calme",
        "        L’*Arménie* a accusé la Russie de mentir. Les pourparlers durent.",
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("talks", {1, 3}),
        ("title:talks", {1}),
        ('"ceasefire talks"', {3}),
        ("truce OR ceasefire -armenia", {3}),
        ("is:unread lang:français", {2}),
        ("on:2026-03 -is:read before:2026-03-02", {3}),
        ("party:Arménie", {1, 2}),
        ("says:armenia target:russie", {2}),
        ("number:>40 counts:soldiers", {1}),
        ("", {1, 2, 3}),
    ],
)
def test_the_language_is_understood(call: Call, news: Library, query: str, expected: set[int]) -> None:
    assert set(ids(call("search", "--", query).out)) == expected


def test_of_many_some_are_shown_and_the_rest_is_told(call: Call, news: Library) -> None:
    found = call("search", "-n", "1", "--newest", "talks OR arménie OR armenia")
    assert ids(found.out.rsplit("\n", 2)[0]) == [1]
    assert found.out.endswith("… and 2 more; -n shows as many as you say.\n")


def test_nothing(call: Call, news: Library) -> None:
    for args in ((), ("--statements",)):
        assert call("search", *args, "zebra") == (0, "Nothing found.\n", "", [])
        assert call("search", *args, "--json", "zebra").out == ""


def test_articles_as_json(call: Call, news: Library) -> None:
    first, second = told(call("search", "--json", "--newest", "truce OR pourparlers").out)
    assert list(first)[:3] == ["id", "title", "url"]
    assert (first["id"], first["read"], first["tags"]) == (1, True, [])
    snippet = second["snippet"]
    assert [snippet["text"][start:end] for start, end in snippet["hits"]] == ["pourparlers"]


def test_a_table_holds_no_formula(call: Call, news: Library) -> None:
    rows = list(csv.DictReader(StringIO(call("search", "--csv", "pourparlers OR peace").out)))
    assert {(row["id"], row["source"], row["url"]) for row in rows} == {
        ("2", "'=1+1", "https://e.org/1"),
        ("3", "", "https://e.org/2"),
    }
    assert all("\x1b" not in row["snippet"] for row in rows)


def test_statements_by_party_then_by_time(call: Call, news: Library) -> None:
    out = call("search", "--statements", "says:Armenia").out
    heads = [line for line in out.splitlines() if not line.startswith(" ")]
    assert heads == ["Armenia (3)"]
    lines = out.splitlines()
    assert lines[1] == "  2026-03-03 AP: accused → Azerbaijan (article 1)"
    assert lines[2].strip() == "of shelling a truce"
    assert any("(article 2)" in line and "→ Russie" in line for line in lines[3:])


def test_statements_as_json_and_as_a_table(call: Call, news: Library) -> None:
    (only,) = told(call("search", "--statements", "--json", "target:Russia").out)
    assert (only["article"], only["act"], only["parties"]) == (2, "accuse", [{"id": "AM", "name": "Arménie"}])
    assert (only["words"], only["source"], only["date"]) == ("de mentir", "=1+1", "2026-03-02")
    (row,) = csv.DictReader(StringIO(call("search", "--statements", "--csv", "target:Russia").out))
    assert (row["targets"], row["source"], row["negated"], row["words"]) == ("Russie", "'=1+1", "false", "de mentir")
    assert len(told(call("search", "--statements", "--json", "-n", "1", "party:Armenia").out)) == 1


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("peace feld:x", ["  peace feld:x", "        ^^^^^"]),
        ("中文 is:x", ["  中文 is:x", "          ^"]),
        ("a\x1b[31m (b", ["  a\N{REPLACEMENT CHARACTER}[31m (b", "         ^"]),
        ("x" * 60 + " OR", ["  …" + "x" * 33 + " OR", "   " + " " * 34 + "^^"]),
    ],
)
def test_what_is_no_query_is_shown_where_it_goes_wrong(call: Call, news: Library, query: str, shown: list[str]) -> None:
    found = call("search", query)
    sentence, *lines = found.err.splitlines()
    assert (found.code, found.out, lines) == (1, "", shown)
    assert sentence.startswith("parley: ")


def test_wrong_usage(call: Call, news: Library) -> None:
    assert call("search").code == 2
    assert call("search", "--json", "--csv", "x").code == 2
    for nothing in ('"', "- !"):
        assert "asks for nothing" in call("search", "--", nothing).err


def test_articles_that_were_never_analysed_are_told_where_it_matters(call: Call, news: Library) -> None:
    news.add(Draft("Armenia accused Georgia of lying.", "Late", language="en"))
    assert call("search", "lying").err == ""
    for asked in (("says:Armenia",), ("peace", "OR", "(-number:>1000)"), ("--statements", "lying")):
        assert "1 article is not analysed yet" in call("search", *asked).err


def test_a_read_only_library_says_what_it_cannot_search(call: Call, news: Library, read_only: ReadOnly) -> None:
    path = news.path
    news.close()
    with read_only(path.parent):
        found = call("search", "talks")
    assert ids(found.out) == [1]
    assert "read-only" in found.err
