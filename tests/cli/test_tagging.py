"""Tags and marks by command: given, listed, renamed, merged, removed; many marked at once; each undone at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import Call

from reader.domain.article import Draft
from reader.store.library import Library


@pytest.fixture
def path(library_path: Path) -> Path:
    """A library of four articles, ids 1 to 4, the last the newest."""
    with Library.open(library_path) as library:
        library.set_setting("seeded", "1")
        for n in range(4):
            library.add(Draft(f"Text {n}.", f"Title {n}", published=f"2026-03-0{n + 1}"))
    return library_path


def listed(call: Call, *args: str) -> list[int]:
    """Ids ``parley list`` gives."""
    return [json.loads(line)["id"] for line in call("list", "--json", *args).out.splitlines()]


def test_tags_are_given_listed_and_taken(call: Call, path: Path) -> None:
    assert call("tags").out == "There are no tags; tag articles with: parley tag add NAME ID\n"
    assert call("tag", "add", "Black Sea", "1", "3").out == "tagged Black Sea: 2 articles\n"
    done = call("tag", "add", "black SEA", "3", "4", "99")
    assert (done.code, done.out) == (1, "tagged Black Sea: 2 articles\n")
    assert "no article 99" in done.err
    assert listed(call, "--tag", "BLACK sea") == [4, 3, 1]
    call("mark", "read", "3")
    assert listed(call, "--tag", "Black Sea", "--unread") == [4, 1]
    assert call("tag", "colour", "black sea", "blue").out == "Black Sea is blue\n"
    assert json.loads(call("tags", "--json").out) == {"name": "Black Sea", "colour": "blue", "articles": 3, "unread": 2}
    assert call("tags").out.split() == ["3", "2", "unread", "blue", "Black", "Sea"]
    assert call("tag", "remove", "Black Sea", "1", "2").out == "no longer tagged Black Sea: 1 article\n"
    assert call("undo").out == "undone: took “Black Sea” from an article: Title 0\n"
    assert listed(call, "--tag", "Black Sea") == [4, 3, 1]
    for args in (("list", "--tag", "x\x1b[0m"), ("tag", "delete", "nothing"), ("tag", "remove", "sea", "1")):
        failed = call(*args)
        assert (failed.code, failed.err.count("\n")) == (1, 1)
        assert "There is no tag" in failed.err
    assert call("list", "--tag", "Black Sea", "--feed", "1").code == 2


def test_tags_are_renamed_merged_and_deleted(call: Call, path: Path) -> None:
    call("tag", "add", "sea", "1", "2")
    call("tag", "add", "ocean", "2", "3")
    assert call("tag", "rename", "sea", "Sea").out == "sea is called Sea\n"
    assert call("tag", "merge", "ocean", "sea").out == "ocean is part of Sea: 3 articles\n"
    call("undo")
    assert call("tag", "rename", "ocean", "SEA").out == "ocean is part of Sea\n"
    assert call("tag", "colour", "sea", "none").out == "Sea has no colour\n"
    assert call("tag", "delete", "sea").out == "deleted the tag Sea; 3 articles had it\n"
    call("undo")
    assert listed(call, "--tag", "sea") == [3, 2, 1]
    assert call("tag", "rename", "sea", " ").err == "parley: A tag needs a name.\n"


def test_many_are_marked_at_once(call: Call, path: Path) -> None:
    assert call("mark", "read", "--before", "2026-03-03").out == "marked read: 2 articles\n"
    assert listed(call, "--unread") == [4, 3]
    assert call("mark", "read", "--all").out == "marked read: 2 articles\n"
    assert call("mark", "unread", "1", "2", "3").out == "marked unread: 3 articles\n"
    assert [call("undo").out for _ in range(2)] == [
        "undone: marked 3 articles unread\n",
        "undone: marked 2 articles read\n",
    ]
    assert listed(call, "--unread") == [4, 3]
    with Library.open(path) as library:
        feed = library.feeds.subscribe("https://bay.example/feed", name="Bay", folder=library.folders.add("News"))
    assert call("mark", "read", "--feed", "Bay").out == "marked read: 0 articles\n"
    assert call("mark", "read", "--folder", "News", "--before", "2026-01-01").out == "marked read: 0 articles\n"
    assert feed.id == 1
    for args in (("read",), ("read", "1", "--all"), ("read", "1", "--before", "2026-01-01"), ("gone", "1")):
        assert call("mark", *args).code == 2


def test_bookmarks_and_deletions_of_several_are_undone_at_once(call: Call, path: Path) -> None:
    assert call("bookmark", "1", "2", "2").out == "bookmarked 1: Title 0\nbookmarked 2: Title 1\n"
    assert call("delete", "1", "2", "3").code == 0
    assert listed(call) == [4]
    assert call("undo").out == "undone: deleted 3 articles\n"
    assert call("undo").out == "undone: bookmarked 2 articles\n"
    assert listed(call) == [4, 3, 2, 1]


def test_a_folder_made_on_the_way_is_undone_with_what_went_there(call: Call, path: Path) -> None:
    with Library.open(path) as library:
        library.feeds.subscribe("https://bay.example/feed", name="Bay")
        library.folders.add("Old")
    call("feed", "move", "Bay", "News/France")
    assert call("undo").out == "undone: moved Bay to France\n"
    call("folder", "move", "Old", "Archive")
    assert call("undo").out == "undone: moved the folder Old\n"
    with Library.open(path) as library:
        assert [folder.name for folder in library.folders.all()] == ["Old"]
