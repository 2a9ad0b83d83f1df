"""Pages of the web by their address: added, analysed, compared, opened; and the whole text of a feed's article."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from http_server import Answer, in_turn, serve
from http_server.answers import redirect
from http_server.signing_in import Basic
from news import follow, page, rss
from support import Call

from reader.feeds.credentials_file import VARIABLE
from reader.store.library import Library

WORDS = "The minister said on Monday that all was well in the bay."
META = (
    "<meta name='author' content='Ann Example'><meta property='article:published_time' "
    "content='2026-03-01T10:00:00+01:00'><meta property='og:site_name' content='Bay Post'>"
)


def test_add_takes_the_article_out_of_a_page(call: Call, seeded_path: Path) -> None:
    with serve({"/s": page("A story", WORDS, head=META)}) as server:
        outcome = call("add", server.at("/s"))
        again = call("add", server.at("/s"))
    assert (outcome.code, outcome.out, outcome.err) == (0, "added as 6: A story\n", "")
    assert again.out == "already there as 6: A story\n"
    one = json.loads(call("list", "--json", "-n", "1").out)
    assert (one["title"], one["author"], one["source"]) == ("A story", "Ann Example", "Bay Post")
    assert one["published"].startswith("2026-03-01")
    assert (one["url"], one["feed"], one["language"]) == (server.at("/s"), None, "en")
    assert WORDS in call("show", "6").out


def test_a_page_that_changed_is_a_version(call: Call, seeded_path: Path) -> None:
    bodies = in_turn([page("A story", WORDS), page("A story", WORDS.replace("well", "lost"))])
    with serve({"/s": bodies}) as server:
        call("add", server.at("/s"))
        assert call("add", server.at("/s")).out == "changed, a new version of 6: A story\n"


def test_files_and_pages_in_their_order_and_one_that_fails(call: Call, seeded_path: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A text of mine.")
    with serve({"/s": page("A story", WORDS), "/pdf": Answer(200, b"%PDF", {"Content-Type": "application/pdf"})}) as s:
        outcome = call("add", s.at("/s"), s.at("/no"), s.at("/pdf"), tmp_path / "a.txt", s.at("/s"))
    assert outcome.code == 1
    assert outcome.out.splitlines() == [
        "added as 6: A story",
        "added as 7: A text of mine.",
        "already there as 6: A story",
    ]
    missing, binary = outcome.err.splitlines()
    assert "404" in missing
    assert "application/pdf" in binary


def test_a_named_language_goes_before_the_pages(call: Call, seeded_library: Library) -> None:
    with serve({"/s": page("A story", WORDS)}) as server:
        call("add", "--language", "de", server.at("/s"))
    assert seeded_library.article(6).language == "de"


def test_a_page_cannot_pose_as_another(call: Call, seeded_library: Library) -> None:
    """A canonical address is believed on the page's own host only, and not where every page names the first."""
    elsewhere = "<link rel='canonical' href='https://bay.example/real'>"
    with serve({"/s": page("A story", WORDS, head=elsewhere)}) as server:
        first = f"<link rel='canonical' href='{server.at('/')}'>"
        server.routes["/t"] = page("Other", "Other words, said elsewhere.", head=first)
        server.routes["/old"] = redirect("/s", 301)
        call("add", server.at("/s"), server.at("/t"))
        assert {seeded_library.article(id).url for id in (6, 7)} == {server.at("/s"), server.at("/t")}
        assert "already there" in call("add", server.at("/old")).out


def test_a_feeds_article_gets_the_text_of_its_page(call: Call, library_path: Path) -> None:
    with serve({"/s": page("Title a1", WORDS)}) as server:
        server.routes["/f"] = rss("Bay", "a1").replace(b"https://bay.example/a1", server.at("/s").encode())
        follow(library_path, server.at("/f"))
        call("refresh")
        assert call("add", server.at("/s")).out == "its whole text is shown now in 1: Title a1\n"
        assert WORDS in call("show", "1").out
        back = call("full-text", "1")
        assert (back.code, back.out) == (0, "the feed's text is shown (7 words): Title a1\n")
        assert "as they came" in call("show", "1").out
        assert "the page's text is shown" in call("full-text", "1").out
        assert len(call("list").out.splitlines()) == 1


def test_full_text_on_demand(call: Call, library_path: Path) -> None:
    with serve({"/s": page("Title a1", WORDS)}) as server:
        body = rss("Bay", "a1", "a2").replace(b"https://bay.example/a1", server.at("/s").encode())
        server.routes["/f"] = body.replace(b"https://bay.example/a2", server.at("/none").encode())
        follow(library_path, server.at("/f"))
        call("refresh")
        ids = {json.loads(line)["guid"]: json.loads(line)["id"] for line in call("list", "--json").out.splitlines()}
        assert "the page's text is shown" in call("full-text", str(ids["a1"])).out
        assert WORDS in call("show", str(ids["a1"])).out
        failed = call("full-text", str(ids["a2"]))
        assert (failed.code, failed.out) == (1, "")
        assert "404" in failed.err


def test_analyse_and_compare_read_a_page_without_storing_it(call: Call, seeded_path: Path) -> None:
    with serve({"/s": page("A story", WORDS)}) as server:
        found = json.loads(call("analyse", "--json", server.at("/s")).out)
        assert (found["id"], found["source"], found["title"]) == (server.at("/s"), server.at("/s"), "A story")
        assert found["statements"]
        assert "A story" in call("compare", server.at("/s")).out
        outcome = call("analyse", server.at("/none"))
    assert (outcome.code, outcome.out) == (1, "")
    assert "404" in outcome.err
    assert len(call("list").out.splitlines()) == 5


def test_open_stores_a_page_and_opens_it(call: Call, seeded_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    with serve({"/s": page("A story", WORDS)}) as server:
        assert call("open", server.at("/s")).opened == [(seeded_path, 6)]
        assert call("open", server.at("/s")).opened == [(seeded_path, 6)]


def test_a_password_in_an_address_is_used_and_stays_out_of_the_library(
    call: Call, seeded_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "credentials.json"))
    with serve({"/s": Basic(page("A story", f"{WORDS} <a href='/more'>More.</a>"), "ann", "xyzzy99")}) as server:
        address = server.at("/s").replace("//", "//ann:xyzzy99@")
        outcomes = [call("add", address), call("list", "--json"), call("analyse", "--json", address)]
    assert [outcome.code for outcome in outcomes] == [0, 0, 0]
    assert not [outcome for outcome in outcomes if "xyzzy99" in outcome.out + outcome.err]
    with Library.open(seeded_path) as library:
        assert "xyzzy99" not in repr(library.article(6))
