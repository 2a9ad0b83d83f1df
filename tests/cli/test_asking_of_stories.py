"""Commands that ask of stories give what waits its place first, or tell how much has none; watching with a refresh."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from http_server import in_turn, serve
from news import follow, rss
from support import Call, ReadOnly
from watched import news

from reader.cli import placing
from reader.store.derived_stories import remake_stories
from reader.store.library import Library

TELLS = "2 articles have no place in stories yet; that is done by: parley stories"


@pytest.fixture
def waiting(seeded_path: Path) -> Path:
    """A library in which two articles about one event are in no story yet."""
    with Library.open(seeded_path) as library:
        news(library, 1)
        news(library, 2)
        with library.transaction():
            remake_stories(library._db)
    return seeded_path


def count_waiting(path: Path) -> int:
    with Library.open(path) as library:
        return library.placings.count_waiting()


@pytest.mark.parametrize(
    "query", ["story:fight", "is:story", "bridge heard:Russia -is:followed", "x OR unheard:Russia"]
)
def test_what_is_asked_of_stories_is_placed_first(call: Call, waiting: Path, query: str) -> None:
    before = call("search", "bridge")
    assert before.err == ""
    assert count_waiting(waiting) == 2
    found = call("search", "--", query)
    assert (found.code, "no place" in found.err) == (0, False)
    assert count_waiting(waiting) == 0
    assert ("Fight 1" in found.out, "Fight 2" in found.out) == ("unheard" not in query,) * 2


def test_where_many_wait_it_is_told(call: Call, waiting: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placing, "MOST", 1)
    monkeypatch.setattr(placing, "PLACED", 0)
    assert TELLS in call("search", "story:fight").err
    assert TELLS in call("search", "--statements", "heard:Russia").err
    assert TELLS not in call("search", "fight").err
    assert TELLS not in call("search", "--statements", "says:Russia").err
    call("watch", "add", "says:Russia")
    assert call("watch").err == ""
    call("watch", "add", "is:followed")
    assert TELLS in call("watch").err
    assert count_waiting(waiting) == 2
    monkeypatch.setattr(placing, "PLACED", 1)
    assert "1 article has no place" in call("search", "story:fight").err
    assert count_waiting(waiting) == 1


def test_a_read_only_library_says_so(call: Call, waiting: Path, read_only: ReadOnly) -> None:
    call("search", "fight")
    with read_only(waiting.parent):
        assert "in no story yet" in call("search", "story:fight").err
        assert call("search", "fight").err == ""


def test_rules_look_after_a_refresh(call: Call, library_path: Path) -> None:
    def said(name: str, words: str) -> bytes:
        body = rss("La Bahía", name, more="<language>es</language>")
        return body.replace(f"The words of {name}, as they came.".encode(), words.encode())

    first = said("a1", "Rusia acusó a Ucrania de bombardear el puente de la ciudad el domingo por la noche.")
    then = said("a2", "«El alto el fuego sigue en pie y nadie ha cruzado la línea», dijo Rusia el lunes.")
    with serve({"/a": in_turn([first, then, then])}) as server:
        follow(library_path, server.at("/a"))
        call("refresh", "--analyse")
        call("watch", "add", "says:Rusia", "--name", "Rusia")
        assert call("watch", "--json") == (0, "", "", [])
        told = call("watch", "--json", "--refresh")
        assert (told.code, told.err) == (0, "")
        (line,) = map(json.loads, told.out.splitlines())
        assert (line["name"], line["title"], line["source"]) == ("Rusia", "Title a2", "La Bahía")
        assert "alto el fuego" in line["words"]
        assert call("watch", "--json", "--refresh").out == ""
        assert server.count("/a") == 3
    gone = call("watch", "--refresh")
    assert gone.code == 1
    assert gone.out == "Nothing new.\n"
