"""Looking after feeds and folders: tables, settings, giving up, undo; and bookmarks and deletions of articles."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from http_server import Answer, serve
from http_server.signing_in import Basic
from news import at_terminal, follow, parley_at, rss
from support import Call, Command

from reader.domain.feed import Feed
from reader.feeds.credentials_file import VARIABLE
from reader.store.library import Library


@pytest.fixture(autouse=True)
def credentials(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file names and passwords go to; never the keyring of whoever runs the tests."""
    path = tmp_path / "credentials.json"
    monkeypatch.setenv(VARIABLE, str(path))
    return path


@pytest.fixture(scope="module")
def _fed_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("fed") / "library.db"
    with serve({"/a": rss("Bay Post", "a1", "a2"), "/b": Answer(500)}) as server:
        follow(path, server.at("/a"), server.at("/b"))
        parley_at(path, "refresh")
    follow(path, "https://hill.example/feed")
    return path


@pytest.fixture
def fed(_fed_once: Path, library_path: Path) -> Path:
    """A library with a feed that works, one that fails and one that was not asked; this test's own copy."""
    library_path.parent.mkdir()
    shutil.copy(_fed_once, library_path)
    return library_path


def feed(path: Path, id: int = 1) -> Feed:
    """A feed as it is kept."""
    with Library.open(path) as library:
        return library.feeds.get(id)


def told(call: Call, *args: str) -> list[dict[str, Any]]:
    """What ``parley feeds --json`` tells."""
    return [json.loads(line) for line in call("feeds", "--json", *args).out.splitlines()]


def test_the_table_says_how_each_feed_fares(call: Call, fed: Path) -> None:
    head, *lines = call("feeds").out.splitlines()
    assert head.split() == ["id", "name", "unread", "last", "success", "next", "try", "state"]
    bay, failing, hill = sorted(lines, key=lambda line: int(line.split()[0]))
    assert bay.startswith("   1  Bay Post")
    assert bay.endswith("works")
    assert bay.split()[3] == "2"
    assert "failing: " in failing
    assert "500" in failing
    assert hill.endswith("now               not asked yet")
    call("feed", "pause", "3")
    assert "paused" in call("feeds").out
    assert [line.split() for line in call("feeds", "--failing").out.splitlines()[1:]] == [failing.split()]


def test_the_table_as_json(call: Call, fed: Path) -> None:
    call("feed", "move", "Bay Post", "News/Bay")
    bay, failing, hill = sorted(told(call), key=lambda one: one["id"])
    assert (bay["name"], bay["unread"], bay["folders"], bay["error"]) == ("Bay Post", 2, ["News/Bay"], None)
    assert (failing["status"], failing["failures"], failing["gone"]) == (500, 1, False)
    assert (hill["feed"], hill["succeeded"], hill["paused"]) == ("https://hill.example/feed", None, False)
    assert [one["id"] for one in told(call, "--failing")] == [2]


def test_no_feeds_and_none_that_fail(call: Call, seeded_path: Path) -> None:
    assert "parley subscribe" in call("feeds").out
    follow(seeded_path, "https://hill.example/feed")
    assert call("feeds", "--failing").out == "No feed fails.\n"


def test_rename_and_back(call: Call, fed: Path) -> None:
    assert call("feed", "rename", "1", "My\x1b[31m Post").out == "Bay Post is called My Post\n"
    assert feed(fed).name == "My Post"
    assert call("feed", "rename", "My Post", "").out == "My Post is called Bay Post\n"
    assert feed(fed).name is None


def test_full_text_proxy_and_trust(call: Call, fed: Path) -> None:
    assert call("feed", "full-text", "1", "short").out == "full text of Bay Post: short\n"
    assert call("feed", "trust", "1").code == 0
    assert call("feed", "proxy", "1", "socks5://127.0.0.1:9050").out.endswith("socks5://127.0.0.1:9050\n")
    kept = feed(fed)
    assert (kept.full_text, kept.insecure, kept.proxy) == ("short", True, "socks5://127.0.0.1:9050")
    call("feed", "distrust", "1")
    call("feed", "proxy", "1", "none")
    kept = feed(fed)
    assert (kept.insecure, kept.proxy) == (False, None)


@pytest.mark.parametrize("address", ["gopher://x", "http://", "http://ann:secret@proxy.example:8080"])
def test_a_proxy_that_cannot_be_kept_is_refused(call: Call, fed: Path, address: str) -> None:
    outcome = call("feed", "proxy", "1", address)
    assert (outcome.code, outcome.out, feed(fed).proxy) == (1, "", None)
    assert "secret" not in outcome.err


def test_sign_in_and_out(parley: Command, call: Call, library_path: Path, credentials: Path) -> None:
    with serve({"/a": Basic(rss("Secret", "a1"), "ann", "pw")}) as server:
        follow(library_path, server.at("/a"))
        assert call("refresh").code == 1
        done = parley("feed", "sign-in", "1", "--user", "ann", "--password-stdin", stdin="pw\n")
        assert (done.returncode, done.stderr) == (0, "")
        assert str(credentials) in done.stdout
        assert call("refresh", "1").out == "Secret: 1 new\n1 feed: 1 new\n"
        assert call("feed", "sign-out", "1").out == "forgotten for Secret\n"
        assert call("feed", "sign-out", "1").out == "nothing was kept for Secret\n"
        assert call("refresh", "1").code == 1
        assert call("feed", "sign-in", "1").code == 2  # no terminal to ask at
        code, _ = at_terminal("feed", "sign-in", "1", answers=[("Name", "ann\n"), ("Password", "pw\n")])
        assert code == 0
        assert call("refresh", "1").code == 0


def test_giving_up_says_what_stays(call: Call, fed: Path) -> None:
    with Library.open(fed) as library:
        marked = library.rows()[0].id
    call("bookmark", str(marked))
    assert call("unsubscribe", "Bay Post", "3").out.splitlines() == [
        "unsubscribed from Bay Post: 2 articles kept",
        "unsubscribed from https://hill.example/feed: 0 articles kept",
    ]
    call("undo")
    call("undo")
    outcome = call("unsubscribe", "1", "--remove-articles")
    assert outcome.out == "unsubscribed from Bay Post: 1 article removed, 1 kept\n"
    assert [int(line.split()[0]) for line in call("list").out.splitlines()] == [marked]
    assert call("undo").out == "undone: unsubscribed from Bay Post\n"
    assert len(call("list").out.splitlines()) == 2
    assert call("redo").out == "done again: unsubscribed from Bay Post\n"


def test_nothing_is_given_up_where_one_name_is_wrong(call: Call, fed: Path) -> None:
    outcome = call("unsubscribe", "1", "Nowhere Post")
    assert (outcome.code, outcome.out) == (1, "")
    assert len(told(call)) == 3


def test_one_name_of_several_feeds_asks_which(call: Call, library_path: Path) -> None:
    follow(library_path, "https://a.example/feed", "https://b.example/feed")
    call("feed", "rename", "1", "Post")
    call("feed", "rename", "2", "post")
    assert call("feed", "pause", "POST").err == ("parley: Several feeds are called POST; say which by its id: 1, 2.\n")
    assert call("feed", "pause", "post").out == "paused post\n"
    assert feed(library_path, 2).paused
    assert call("feed", "resume", "2").out == "resumed post\n"


def test_a_feed_is_found_by_an_address_written_otherwise(call: Call, library_path: Path) -> None:
    follow(library_path, "https://a.example/feed")
    for word in ("a.example/feed", "HTTPS://A.example:443/feed", "feed:https://a.example/feed"):
        assert call("feed", "pause", word).code == 0
    for word in ("99999999999999999999", "a.example/feed\x1b[31m", "[", "http://["):
        outcome = call("feed", "pause", word)
        assert (outcome.code, outcome.err.count("\n")) == (1, 1)


def test_folders(call: Call, fed: Path) -> None:
    assert call("folder", "add", "News/Bay").out == "there is a folder News/Bay\n"
    assert call("folder", "add", "News/Bay").out == "there is a folder News/Bay\n"
    call("feed", "move", "1", "Bay")
    call("feed", "move", "3", "News/Bay")
    assert call("folder", "rename", "News/Bay", "Shore").out == "News/Bay is called News/Shore\n"
    assert call("folder", "move", "Shore", "/").out == "Shore is now Shore\n"
    assert sorted(one["folders"][0] for one in told(call) if one["folders"]) == ["Bay", "Shore"]


def test_a_folder_is_not_put_into_itself(call: Call, fed: Path) -> None:
    call("folder", "add", "News/Bay")
    outcome = call("folder", "move", "News", "News/Bay")
    assert (outcome.code, outcome.err) == (1, "parley: The folder News cannot be put into itself.\n")
    assert call("folder", "remove", "News").out == "News is dissolved\n"
    assert call("list", "--folder", "Bay").out == "Nothing there.\n"
    assert call("folder", "remove", "News").err == "parley: There is no folder News.\n"
    assert call("folder", "add", "/").code == call("folder", "rename", "Bay", " ").code == 2


def test_articles_are_bookmarked_and_deleted(call: Call, seeded_library: Library) -> None:
    outcome = call("bookmark", "1", "99")
    assert outcome.code == 1
    assert outcome.out.startswith("bookmarked 1: ")
    assert outcome.err == "parley: The library has no article 99.\n"
    assert seeded_library.article(1).bookmarked
    assert call("bookmark", "1", "--remove").out.startswith("no longer bookmarked 1: ")
    assert not seeded_library.article(1).bookmarked
    assert call("delete", "1", "99").code == 1
    assert len(call("list").out.splitlines()) == 4
    assert call("undo").out.startswith("undone: deleted: ")
    assert len(call("list").out.splitlines()) == 5


def test_undo_goes_back_through_corrections_too(call: Call, seeded_path: Path) -> None:
    assert call("undo").err == "parley: There is nothing to undo.\n"
    assert call("redo").err == "parley: There is nothing to do again.\n"
    call("bookmark", "1")
    call("correct", "same", "Hewlett-Packard", "HP")
    assert call("undo").out == "undone: Hewlett-Packard and HP are the same actor\n"
    assert call("undo").out.startswith("undone: bookmarked: ")
    assert call("redo").out.startswith("done again: bookmarked: ")
    assert call("redo").out == "done again: Hewlett-Packard and HP are the same actor\n"


@pytest.mark.parametrize(
    "name",
    [
        *("feed rename", "feed move", "feed pause", "feed resume", "feed full-text", "feed retry", "feed proxy"),
        *("feed trust", "feed distrust", "feed sign-in", "feed sign-out"),
        *("folder add", "folder rename", "folder move", "folder remove"),
    ],
)
def test_each_explains_itself_with_an_example(call: Call, name: str) -> None:
    outcome = call(*name.split(), "--help")
    assert outcome.code == 0
    assert f"  parley {name}" in outcome.out or f"| parley {name}" in outcome.out


def test_completion_offers_feeds_and_folders(parley: Command, fed: Path) -> None:
    parley("feed", "rename", "1", "Bay Post")
    parley("folder", "add", "News/Bay")

    def offered(words: str, at: int) -> list[str]:
        env = {"_PARLEY_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(at)}
        return [line.partition(",")[2] for line in parley(**env).stdout.splitlines()]

    assert offered("parley refresh ba", 2) == ["Bay Post"]
    assert offered("parley unsubscribe https://hill", 2) == ["https://hill.example/feed"]
    assert offered("parley feed pause 1", 3) == ["1"]
    assert offered("parley list --folder ", 3) == ["News", "News/Bay"]
