"""parley searches: kept, listed, changed, ordered, given out and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import Call

from reader.store.library import Library


@pytest.fixture
def kept(call: Call, seeded_path: Path) -> Path:
    """A library with three saved searches."""
    call("searches", "add", "War", "armenia", "OR", "guerre")
    call("searches", "add", "Élections", "title:élections")
    call("searches", "add", "Unread", "is:unread")
    return seeded_path


def names(path: Path) -> list[str]:
    with Library.open(path) as library:
        return [search.name for search in library.searches.all()]


def test_listed_in_order(call: Call, kept: Path) -> None:
    assert call("searches").out.splitlines() == [
        "   1  War        armenia OR guerre",
        "   2  Élections  title:élections",
        "   3  Unread     is:unread",
    ]
    assert call("searches", "list", "--unread").out.splitlines()[2] == "   3  Unread          5  is:unread"
    assert call("searches", "show", "elections").out == "title:élections\n"


def test_none_yet(call: Call, seeded_path: Path) -> None:
    assert "parley searches add" in call("searches").out


def test_changed_by_name_or_id_and_taken_back(call: Call, kept: Path) -> None:
    assert call("searches", "rename", "WAR", "Guerre").out == "War is called Guerre\n"
    assert call("searches", "edit", "1", "guerre").out == "Guerre searches for guerre\n"
    assert call("searches", "move", "guerre", "3").out == "Guerre is number 3 of 3\n"
    assert call("searches", "remove", "elections").out == "Élections is removed\n"
    assert names(kept) == ["Unread", "Guerre"]
    for _ in range(4):
        call("undo")
    assert names(kept) == ["War", "Élections", "Unread"]
    assert call("searches", "show", "war").out == "armenia OR guerre\n"


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("add", "WAR", "x"), 1, "There is a saved search “War” already."),
        (("add", " ", "x"), 1, "needs a name"),
        (("add", "New", "feld:x"), 1, "  ^^^^^"),
        (("edit", "War", "a OR"), 1, "Nothing stands behind OR"),
        (("add", "New"), 2, "Give a name and a query"),
        (("add", "New", "x", "--from", "-"), 2, "Give a name and a query"),
        (("remove", "Peace"), 1, "There is no saved search Peace."),
        (("show", "99"), 1, "no saved search 99"),
        (("move", "War", "0"), 2, "0"),
    ],
)
def test_refused(call: Call, kept: Path, args: tuple[str, ...], code: int, said: str) -> None:
    done = call("searches", *args)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert names(kept) == ["War", "Élections", "Unread"]


def test_given_out_and_taken_back(call: Call, kept: Path, tmp_path: Path) -> None:
    file = tmp_path / "searches.jsonl"
    file.write_text(call("searches", "export").out, "utf-8")
    call("searches", "remove", "War")
    call("searches", "remove", "Unread")
    assert call("searches", "add", "--from", str(file)).out == "kept 2; 1 left out, as their names are taken\n"
    assert names(kept) == ["Élections", "War", "Unread"]
    assert sorted(call("searches", "export").out.splitlines()) == sorted(file.read_text("utf-8").splitlines())
    call("undo")
    assert names(kept) == ["Élections"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[1]", "Line 2 is no saved search"),
        ("{", "Line 2 is no saved search"),
        ('{"name": "x"}', "Line 2 is no saved search"),
        ('{"name": "x", "query": "feld:x"}', "The search x cannot be understood"),
        ('{"name": "", "query": "x"}', "needs a name"),
        ("[" * 100_000, "Line 2 is no saved search"),
    ],
)
def test_of_a_broken_file_nothing_is_taken(call: Call, kept: Path, tmp_path: Path, line: str, said: str) -> None:
    file = tmp_path / "searches.jsonl"
    file.write_text(f'{{"name": "Good", "query": "x"}}\n{line}\n', "utf-8")
    done = call("searches", "add", "--from", str(file))
    assert done.code == 1
    assert said in done.err
    assert names(kept) == ["War", "Élections", "Unread"]
