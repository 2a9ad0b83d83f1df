"""``parley list``: parts of the library, and JSON Lines for other programs."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from http_server import serve
from news import follow, parley_at, rss
from support import Call

from reader.domain.article import Draft
from reader.store.library import Library

FIELDS = [
    *("id", "title", "url", "guid", "published", "updated", "author", "source", "feed", "language"),
    *("read", "bookmarked", "tags"),
]


@pytest.fixture(scope="module")
def _fed_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    path = tmp_path_factory.mktemp("listed") / "library.db"
    shared = rss("Hill Post", "a1", "b1")
    with serve({"/a": rss("Bay Post", "a1", "a2"), "/b": shared}) as server:
        follow(path, server.at("/a"), server.at("/b"))
        assert parley_at(path, "refresh", "1") == parley_at(path, "refresh", "2") == 0
        assert parley_at(path, "feed", "move", "2", "News/Hills") == 0
        with Library.open(path) as library:
            library.add(Draft("A text of mine.", "Mine", published="2026-03-01", language="en"))
        return path, server.at("/a")


@pytest.fixture
def fed(_fed_once: tuple[Path, str], library_path: Path) -> str:
    """A library with two feeds that share an article and a file, this test's own copy; gives the first feed's
    address."""
    path, address = _fed_once
    library_path.parent.mkdir()
    shutil.copy(path, library_path)
    return address


def test_json_has_every_field_with_its_type(call: Call, fed: str) -> None:
    outcome = call("list", "--json", "--all")
    objects = [json.loads(line) for line in outcome.out.splitlines()]
    assert (outcome.code, outcome.err, len(objects)) == (0, "", 4)
    assert all(list(one) == FIELDS for one in objects)
    by_title = {one["title"]: one for one in objects}
    article = by_title["Title a1"]
    assert (article["guid"], article["url"], article["feed"]) == ("a1", "https://bay.example/a1", fed)
    assert (article["published"], article["updated"]) == ("2026-03-02T09:00:00Z", None)
    assert (article["source"], article["language"]) == ("Bay Post", "en")
    assert (article["read"], article["bookmarked"], article["tags"]) == (False, False, [])
    assert isinstance(article["id"], int)
    mine = by_title["Mine"]
    assert (mine["published"], mine["feed"], mine["url"], mine["guid"]) == ("2026-03-01", None, None, None)


def test_without_a_date_it_is_when_it_was_first_seen(call: Call, library_path: Path) -> None:
    body = re.sub(rb"<pubDate>.*?</pubDate>", b"", rss("Bay Post", "a1"))
    with serve({"/a": body}) as server:
        follow(library_path, server.at("/a"))
        call("refresh")
    (one,) = map(json.loads, call("list", "--json").out.splitlines())
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", one["published"])


def test_what_the_user_did_is_told(call: Call, fed: str, library_path: Path) -> None:
    with Library.open(library_path) as library:
        id = library.rows()[0].id
        library.set_read(id, True)
        with library.transaction():
            for tag in ("b", 'a "quoted"'):
                key = library._db.execute("INSERT INTO tag (name, folded) VALUES (?, ?)", (tag, tag)).lastrowid
                library._db.execute("INSERT INTO tagging (article_id, tag_id) VALUES (?, ?)", (id, key))
    call("bookmark", str(id))
    one = json.loads(call("list", "--json", "-n", "1").out)
    assert (one["id"], one["read"], one["bookmarked"], one["tags"]) == (id, True, True, ['a "quoted"', "b"])
    assert id not in [json.loads(line)["id"] for line in call("list", "--json", "--unread").out.splitlines()]


def test_a_feed_has_what_others_have_too_under_its_own_name(call: Call, fed: str) -> None:
    objects = [json.loads(line) for line in call("list", "--json", "--feed", "Hill Post").out.splitlines()]
    assert {one["title"] for one in objects} == {"Title a1", "Title b1"}
    assert {one["feed"] for one in objects} == {fed.removesuffix("/a") + "/b"}
    assert len(call("list", "--feed", fed).out.splitlines()) == 2


def test_a_folder_has_what_its_feeds_have(call: Call, fed: str) -> None:
    for name in ("News", "News/Hills", "Hills"):
        lines = call("list", "--folder", name).out.splitlines()
        assert sorted(line[-8:] for line in lines) == ["Title a1", "Title b1"]
    assert len(call("list", "--folder", "News", "--limit", "1").out.splitlines()) == 1
    assert call("list", "--folder", "Nowhere").err == "parley: There is no folder Nowhere.\n"


def test_the_articles_of_a_feed_given_up_can_be_listed(call: Call, fed: str) -> None:
    call("unsubscribe", fed)
    assert len(call("list", "--feed", fed).out.splitlines()) == 2
    assert call("refresh", fed).err == "parley: You are no longer subscribed to Bay Post.\n"


def test_a_part_without_articles(call: Call, fed: str, library_path: Path) -> None:
    follow(library_path, "https://empty.example/feed")
    assert call("list", "--feed", "https://empty.example/feed").out == "Nothing there.\n"
    assert call("list", "--json", "--feed", "https://empty.example/feed").out == ""
    outcome = call("list", "--feed", "https://other.example/feed")
    assert (outcome.code, outcome.out) == (1, "")
    assert "parley feeds" in outcome.err


def test_json_stays_json_whatever_a_title_holds(call: Call, empty_library: Library) -> None:
    """Also what an older library may hold: nothing a terminal obeys, nothing changed for a program."""
    empty_library.set_setting("seeded", "")
    title = 'Red \x1b[31m "\u009b", \u202e\u2028 end'
    empty_library.add(Draft("A text.", title))
    out = call("list", "--json").out
    assert not set(out) & set("\x1b\x9b\u202e\u2028")
    assert json.loads(out)["title"] == title


def test_many_are_told_page_by_page(call: Call, empty_library: Library) -> None:
    empty_library.set_setting("seeded", "")
    with empty_library.transaction():
        for n in range(1203):
            empty_library.add(Draft(f"Text {n}", f"T{n}", published="2020-01-01"))
    assert len({json.loads(line)["id"] for line in call("list", "--json").out.splitlines()}) == 1203


@pytest.mark.parametrize("args", [["--feed", "a", "--folder", "b"], ["--all", "--limit", "3"], ["-n", "0"]])
def test_wrong_usage(call: Call, args: list[str]) -> None:
    assert call("list", *args).code == 2
