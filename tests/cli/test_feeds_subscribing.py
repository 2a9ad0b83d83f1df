"""``parley subscribe``: feeds, pages with one feed or several, what fails beside what works."""

from __future__ import annotations

from pathlib import Path

import pytest
from http_server import Answer, serve
from http_server.signing_in import Basic
from news import CTRL_C, at_terminal, linking, rss
from support import Call, Command

from reader.domain.feed import FullText
from reader.feeds.credentials_file import VARIABLE
from reader.store.library import Library


@pytest.fixture(autouse=True)
def credentials(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file names and passwords go to; never the keyring of whoever runs the tests."""
    path = tmp_path / "credentials.json"
    monkeypatch.setenv(VARIABLE, str(path))
    return path


def test_several_addresses_at_once_one_line_each(call: Call, seeded_path: Path) -> None:
    with serve({"/a": rss("Bay Post", "a1", "a2"), "/b": rss("Hill Post", "b1"), "/no": b"no feed"}) as server:
        outcome = call("subscribe", server.at("/a"), server.at("/no"), "ftp://example.org/x", server.at("/b"))
        again = call("subscribe", server.at("/a"))
    assert outcome.out.splitlines() == [
        f"subscribed to Bay Post ({server.at('/a')}): 2 articles",
        f"subscribed to {server.at('/no')}",
        f"subscribed to Hill Post ({server.at('/b')}): 1 article",
    ]
    assert outcome.code == 1
    assert [line.startswith("parley: ") for line in outcome.err.splitlines()] == [True, True]
    assert "ftp" in outcome.err
    assert (again.code, again.out) == (0, f"already subscribed to Bay Post ({server.at('/a')})\n")


def test_what_cannot_be_reached_now_is_subscribed_to_and_said(call: Call, seeded_path: Path) -> None:
    with serve({}) as server:
        address = server.at("/later")
        outcome = call("subscribe", address, "--name", "Later")
        assert (outcome.code, outcome.out) == (1, f"subscribed to Later ({address})\n")
        assert "404" in outcome.err
        server.routes["/later"] = rss("Bay Post", "a1")
        assert call("refresh").code == 0
    assert "Title a1" in call("list", "--feed", "Later").out


def test_name_folder_full_text_and_certificate_are_kept(call: Call, seeded_library: Library) -> None:
    from news import page

    with serve({}) as server:
        body = rss("Bay Post", "a1").replace(b"https://bay.example/a1", server.at("/a1").encode())
        server.routes |= {"/a": body, "/a1": page("Title a1", "The minister said that all was well.")}
        outcome = call(
            *("subscribe", server.at("/a"), "--name", "Mine", "--folder", "News/Bay"),
            *("--full-text", "always", "--insecure"),
        )
    assert (outcome.code, outcome.err) == (0, "")
    (feed,) = seeded_library.feeds.all()
    assert (feed.name, feed.full_text, feed.insecure) == ("Mine", FullText.ALWAYS, True)
    assert "Title a1" in call("list", "--folder", "News/Bay").out
    assert "The minister said that all was well." in call("show", "6").out


def test_a_page_with_one_feed_stands_for_it(call: Call, seeded_path: Path) -> None:
    with serve({"/": linking(("/a", "Posts")), "/a": rss("Bay Post", "a1")}) as server:
        assert call("subscribe", server.at("/")).out == f"subscribed to Bay Post ({server.at('/a')}): 1 article\n"


def test_a_page_with_several_feeds_is_a_choice(call: Call, seeded_path: Path) -> None:
    routes = {
        "/": linking(("/a", "Posts \x1b[31m"), ("/b", "Hills")),
        "/a": rss("Bay Post", "a1"),
        "/b": rss("Hill Post", "b1"),
    }
    with serve(routes) as server:
        outcome = call("subscribe", server.at("/"))
        assert (outcome.code, outcome.out) == (1, "")
        assert f"  1  Posts ({server.at('/a')})\n  2  Hills ({server.at('/b')})\n" in outcome.err
        assert "--choose" in outcome.err
        assert call("subscribe", server.at("/"), "--choose", "3").code == 1
        second = call("subscribe", server.at("/"), "--choose", "2")
        assert (second.code, second.out) == (0, f"subscribed to Hill Post ({server.at('/b')}): 1 article\n")
        both = call("subscribe", server.at("/"), "--all")
    assert both.out.splitlines() == [
        f"subscribed to Bay Post ({server.at('/a')}): 1 article",
        f"already subscribed to Hill Post ({server.at('/b')})",
    ]


def test_on_a_terminal_the_choice_is_asked(seeded_path: Path) -> None:
    routes = {"/": linking(("/a", "Posts"), ("/b", "Hills")), "/a": rss("Bay Post"), "/b": rss("Hill Post", "b1")}
    with serve(routes) as server:
        code, screen = at_terminal("subscribe", server.at("/"), answers=[("Which", "9\n"), ("Which", "2\n")])
    assert code == 0
    assert f"2  Hills ({server.at('/b')})" in screen
    assert f"subscribed to Hill Post ({server.at('/b')}): 1 article" in screen


def test_ctrl_c_at_a_question_ends_it(seeded_path: Path) -> None:
    with serve({"/": linking(("/a", "Posts"), ("/b", "Hills")), "/s": Basic(b"", "ann", "pw")}) as server:
        for path, question in (("/", "Which"), ("/s", "Name"), ("/s2", "Password")):
            server.routes["/s2"] = server.routes["/s"]
            answers = [(question, CTRL_C)]
            if question == "Password":
                answers.insert(0, ("Name", "ann\n"))
            code, screen = at_terminal("subscribe", server.at(path), answers=answers)
            assert code == 130
            assert "Traceback" not in screen


def test_a_page_may_not_lead_into_a_private_network_elsewhere(call: Call, seeded_path: Path) -> None:
    with serve({"/feed": rss("Inside", "a1")}) as inside, serve({}) as server:
        other = inside.url.replace("127.0.0.1", "localhost")
        server.routes["/"] = linking((f"{other}/feed", "One"), (f"{other}/feed?2", "Two"))
        outcome = call("subscribe", server.at("/"), "--all")
        assert inside.requests == []
    assert (outcome.code, outcome.out) == (1, "")
    assert "private network" in outcome.err


def test_a_page_without_a_feed_is_an_error(call: Call, seeded_path: Path) -> None:
    with serve({"/": Answer(200, linking(), {"Content-Type": "text/html"})}) as server:
        outcome = call("subscribe", server.at("/"))
    assert (outcome.code, outcome.out) == (1, "")
    assert "without a feed" in outcome.err


def test_a_file_may_be_named(call: Call, seeded_path: Path, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(rss("From disk", "a1"))
    address = (tmp_path / "feed.xml").as_uri()
    assert call("subscribe", address).out == f"subscribed to From disk ({address}): 1 article\n"


def test_a_feed_that_asks_who_is_there_without_a_terminal(call: Call, seeded_path: Path) -> None:
    with serve({"/a": Basic(rss("Secret", "a1"), "ann", "pw")}) as server:
        outcome = call("subscribe", server.at("/a"))
    assert (outcome.code, outcome.out) == (1, f"subscribed to {server.at('/a')}\n")
    assert "parley feed sign-in 1" in outcome.err


def test_a_password_from_standard_input(parley: Command, seeded_path: Path, credentials: Path) -> None:
    with serve({"/a": Basic(rss("Secret", "a1"), "ann", "pass word")}) as server:
        done = parley("subscribe", server.at("/a"), "--user", "ann", "--password-stdin", stdin="pass word\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"subscribed to Secret ({server.at('/a')}): 1 article\n"
    assert credentials.stat().st_mode & 0o777 == 0o600
    assert b"pass word" not in seeded_path.read_bytes()


def test_on_a_terminal_name_and_password_are_asked_once(seeded_path: Path, credentials: Path) -> None:
    with serve({"/a": Basic(rss("Secret", "a1"), "ann", "pw")}) as server:
        answers = [("Name", "ann\n"), ("Password", "pw\n")]
        code, screen = at_terminal("subscribe", server.at("/a"), answers=answers)
        assert code == 0
        assert f"subscribed to Secret ({server.at('/a')}): 1 article" in screen
        assert "pw" not in screen.replace(str(credentials.parent), "")
        (credentials).unlink()
        code, screen = at_terminal("subscribe", server.at("/b"), answers=answers)
        assert code == 1  # 404: nobody is asked
        assert "Name" not in screen


def test_hostile_names_reach_no_terminal(call: Call, seeded_path: Path) -> None:
    with serve({"/a": rss("Bad &#27;[31m \u202e name\u009b2J", "a1")}) as server:
        printed = call("subscribe", server.at("/a")).out + call("feeds").out + call("feeds", "--json").out
    assert not set(printed) & set("\x1b\x9b\u202e")
    assert "Bad name" in printed


@pytest.mark.parametrize(
    "args",
    [
        ["--name", "x", "a.org", "b.org"],
        ["--choose", "1", "--all", "a.org"],
        ["--password-stdin", "a.org"],
        ["--user", "ann", "a.org"],
        ["--full-text", "perhaps", "a.org"],
        [],
    ],
)
def test_wrong_usage(call: Call, args: list[str]) -> None:
    assert call("subscribe", *args).code == 2
