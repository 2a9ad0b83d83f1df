"""``parley refresh``: what it tells, whom it asks, how it ends."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from http_server import Answer, Received, in_turn, serve, validated
from http_server.misbehaving import silent
from news import at_terminal, follow, rss
from support import Call, Command, ReadOnly, heed_interrupts

from reader.store import open_file
from reader.store.library import Library


def objects(out: str) -> list[dict[str, Any]]:
    """The objects of JSON Lines, by feed."""
    return sorted((json.loads(line) for line in out.splitlines()), key=lambda one: one["feed"])


def guids(path: Path) -> list[str]:
    """The guids of everything in a library, the order apart."""
    with Library.open(path) as library:
        return sorted(record["guid"] for record in library.records())


def test_what_is_new_is_told_and_nothing_the_second_time(call: Call, library_path: Path) -> None:
    with serve({"/a": validated(rss("Bay Post", "a1", "a2"), etag='"1"'), "/b": rss("Hill Post", "b1")}) as server:
        follow(library_path, server.at("/a"), server.at("/b"))
        first = call("refresh")
        second = call("refresh")
        assert server.asked("/a")[1].headers["if-none-match"] == '"1"'
    assert (first.code, first.err) == (0, "")
    *feeds, summary = first.out.splitlines()
    assert sorted(feeds) == ["Bay Post: 2 new", "Hill Post: 1 new"]
    assert summary == "2 feeds: 3 new"
    assert second == (0, "2 feeds: 0 new\n", "", [])


def test_a_changed_article_is_told(call: Call, library_path: Path) -> None:
    body = rss("Bay Post", "a1")
    with serve({"/a": in_turn([body, body.replace(b"The words", b"Other words")])}) as server:
        follow(library_path, server.at("/a"))
        call("refresh")
        assert call("refresh").out == "Bay Post: 1 changed\n1 feed: 0 new, 1 changed\n"


def test_one_that_fails_is_an_error_and_the_others_are_done(call: Call, library_path: Path) -> None:
    with serve({"/a": rss("Bay Post", "a1"), "/b": Answer(500)}) as server:
        follow(library_path, server.at("/a"), server.at("/b"))
        outcome = call("refresh")
    assert (outcome.code, outcome.out) == (1, "Bay Post: 1 new\n2 feeds: 1 new, 1 failed\n")
    assert re.fullmatch(rf"parley: {server.at('/b')} .*500.*\n", outcome.err)


def test_quiet_prints_errors_alone(call: Call, library_path: Path) -> None:
    with serve({"/a": rss("Bay Post", "a1"), "/b": Answer(500)}) as server:
        follow(library_path, server.at("/a"), server.at("/b"))
        outcome = call("refresh", "--quiet")
    assert (outcome.code, outcome.out) == (1, "")
    assert "500" in outcome.err


def test_json_tells_each_feed_by_the_address_subscribed_to(call: Call, library_path: Path) -> None:
    with serve({"/a": rss("Bay Post", "a1"), "/b": Answer(404), "/c": rss("C")}) as server:
        server.routes["/c"] = Answer(200, rss("C"), {"Cache-Control": "max-age=3600"})
        follow(library_path, server.at("/a"), server.at("/b"), server.at("/c"))
        first = call("refresh", "--json")
        a, b, _ = objects(first.out)
        assert a == {
            "feed": server.at("/a"),
            "name": "Bay Post",
            "new": 1,
            "changed": 0,
            "status": 200,
            "error": None,
            "advice": None,
            "skipped": None,
        }
        assert (b["status"], b["new"], b["skipped"]) == (404, 0, None)
        assert "404" in b["error"]
        assert b["advice"]
        again = objects(call("refresh", "--json").out)
    assert first.code == 1
    assert re.match("it is left alone until 2.* as its server asks", again[2]["skipped"])
    assert (again[2]["error"], again[2]["status"]) == (None, 200)


def test_a_server_that_wants_to_be_left_alone_is_unless_forced_or_named(call: Call, library_path: Path) -> None:
    with serve({"/a": Answer(200, rss("Bay Post", "a1"), {"Cache-Control": "max-age=3600"})}) as server:
        follow(library_path, server.at("/a"))
        call("refresh")
        outcome = call("refresh")
        assert (outcome.code, server.count("/a")) == (0, 1)
        assert re.search(r"Bay Post: not asked, it is left alone until .*\n1 feed: 0 new, 1 not asked\n", outcome.out)
        call("refresh", "--force")
        assert server.count("/a") == 2
        call("refresh", "Bay Post")
        assert server.count("/a") == 3


def test_a_busy_server_is_taken_at_its_word_by_name_too(call: Call, library_path: Path) -> None:
    with serve({"/a": Answer(429, headers={"Retry-After": "3600"})}) as server:
        follow(library_path, server.at("/a"))
        assert call("refresh").code == 1
        for args in ([], ["1"]):
            outcome = call("refresh", *args)
            assert (outcome.code, server.count("/a")) == (1, 1)
            assert "left alone until" in outcome.err
        call("refresh", "1", "--force")
        assert server.count("/a") == 2


def test_what_is_gone_is_not_asked_and_does_not_count_as_working(call: Call, library_path: Path) -> None:
    with serve({"/a": Answer(410), "/b": rss("B")}) as server:
        follow(library_path, server.at("/a"), server.at("/b"))
        assert call("refresh").code == 1
        outcome = call("refresh")
        assert (outcome.code, server.count("/a"), server.count("/b")) == (1, 1, 2)
        assert "gone for good" in outcome.err
        assert outcome.out == "2 feeds: 0 new, 1 not asked\n"
        server.routes["/a"] = rss("A", "a1")
        assert call("feed", "retry", "1").out == "A: 1 new\n1 feed: 1 new\n"
        assert call("refresh").code == 0


def test_feeds_are_named_by_address_id_or_name(call: Call, library_path: Path) -> None:
    with serve({"/a": rss("Bay Post", "a1"), "/b": rss("Hill Post", "b1")}) as server:
        follow(library_path, server.at("/a"), server.at("/b"))
        assert call("refresh", server.at("/a")).out == "Bay Post: 1 new\n1 feed: 1 new\n"
        call("refresh", "2", "bay post")
        assert (server.count("/a"), server.count("/b")) == (2, 1)
        outcome = call("refresh", "Hill Post", "Valley Post")
        assert (outcome.code, outcome.out) == (1, "")
        assert outcome.err == "parley: There is no feed Valley Post; list them with: parley feeds\n"
        assert server.count("/b") == 1


def test_paused_feeds_are_asked_only_by_name(call: Call, library_path: Path) -> None:
    with serve({"/a": rss("Bay Post", "a1")}) as server:
        follow(library_path, server.at("/a"))
        call("feed", "pause", "1")
        assert call("refresh") == (0, "1 feed: 0 new, 1 not asked\n", "", [])
        assert call("refresh", "1").out == "Bay Post: 1 new\n1 feed: 1 new\n"


def test_scheduled_asks_those_that_are_due(call: Call, library_path: Path) -> None:
    with serve({"/a": rss("Bay Post", "a1")}) as server:
        follow(library_path, server.at("/a"))
        assert call("refresh", "--scheduled").code == 0
        assert call("refresh", "--scheduled").out == "1 feed: 0 new, 1 not asked\n"
        assert server.count("/a") == 1


def test_without_feeds_it_says_how_to_subscribe(call: Call, empty_library: Library) -> None:
    empty_library.set_setting("seeded", "")
    outcome = call("refresh")
    assert (outcome.code, outcome.err) == (0, "")
    assert "parley subscribe" in outcome.out
    assert call("refresh", "--json").out == ""


def test_new_articles_are_analysed_where_wanted(call: Call, library_path: Path) -> None:
    with serve({"/a": rss("Bay Post", "a1", "a2", more="<language>es</language>")}) as server:
        follow(library_path, server.at("/a"))
        outcome = call("refresh", "--analyse")
        assert outcome.out.splitlines()[-2:] == ["1 feed: 2 new", "2 articles analysed"]
        assert call("refresh", "--analyse").out.splitlines()[-1] == "0 articles analysed"
    with Library.open(library_path) as library:
        assert all(library.analysis(library.article(row.id).text_hash) for row in library.rows())


def test_it_is_told_how_many_older_articles_wait_to_be_analysed(call: Call, library_path: Path) -> None:
    with serve({"/a": rss("Bay Post", "a1", "a2", more="<language>es</language>")}) as server:
        follow(library_path, server.at("/a"))
        assert call("refresh").code == 0
        told = "0 articles analysed; 2 older articles are not analysed yet, see: parley stories --analyse"
        assert call("refresh", "--analyse").out.splitlines()[-1] == told
        assert call("refresh", "--analyse", "--quiet").out == ""


def test_on_a_terminal_one_line_is_written_over(library_path: Path) -> None:
    with serve({"/a": rss("Bay Post", "a1"), "/b": Answer(500)}) as server:
        follow(library_path, server.at("/a"), server.at("/b"))
        code, screen = at_terminal("refresh")
    assert code == 1
    assert "2/2 " + "█" * 20 in screen
    assert "1/2 " + "█" * 10 + "░" * 10 in screen
    lines = [line.rpartition("\x1b[2K")[2] for line in screen.splitlines()]
    assert [line for line in lines if line.startswith("parley: ")]
    assert lines[-1] == "2 feeds: 1 new, 1 failed"


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_interrupting_keeps_what_is_in(call: Call, library_path: Path, sent: signal.Signals) -> None:
    with serve({"/a": rss("Bay Post", "a1"), "/b": rss("Hill Post", "b1"), "/c": silent()}) as server:
        follow(library_path, *(server.at(path) for path in ("/a", "/b", "/c")))
        command = [sys.executable, "-m", "reader", "refresh"]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=heed_interrupts
        ) as process:
            assert process.stdout is not None
            told = sorted(process.stdout.readline() for _ in range(2))
            process.send_signal(sent)
            out, err = process.communicate()
    assert told == ["Bay Post: 1 new\n", "Hill Post: 1 new\n"]
    assert (process.returncode, out) == (130, "")
    assert err == "parley: Interrupted: 2 of 3 feeds were asked; what they had is kept.\n"
    assert guids(library_path) == ["a1", "b1"]
    with sqlite3.connect(library_path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_two_at_once_on_one_library_bring_everything_once(library_path: Path) -> None:
    meeting = threading.Barrier(2)
    bodies = {f"/{n}": rss(f"Feed {n}", *(f"{n}-{i}" for i in range(20))) for n in range(6)}

    def together(request: Received) -> bytes:
        """Answered once both have asked."""
        meeting.wait()
        return bodies[request.path]

    with serve(dict.fromkeys(bodies, together)) as server:
        follow(library_path, *(server.at(path) for path in bodies))
        command = [sys.executable, "-m", "reader", "refresh"]
        both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
        ended = [process.communicate() for process in both]
    assert [(process.returncode, err) for process, (_, err) in zip(both, ended, strict=True)] == [(0, b"")] * 2
    assert guids(library_path) == sorted(f"{n}-{i}" for n in range(6) for i in range(20))


def test_a_library_in_use_is_one_sentence(call: Call, library_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_file, "PATIENT_SECONDS", 0.01)
    with serve({"/a": rss("Bay Post", "a1")}) as server:
        follow(library_path, server.at("/a"))
        holder = sqlite3.connect(library_path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        outcome = call("refresh")
        holder.close()
    assert (outcome.code, outcome.out) == (1, "")
    assert (
        outcome.err
        == f"parley: The library {library_path} is in use by another program; close it there or try again.\n"
    )


def test_a_read_only_library_is_one_sentence(call: Call, library_path: Path, read_only: ReadOnly) -> None:
    with serve({"/a": rss("Bay Post", "a1")}) as server:
        follow(library_path, server.at("/a"))
        with read_only(library_path.parent):
            outcomes = [call("refresh"), call("subscribe", server.at("/b")), call("feed", "pause", "1"), call("undo")]
    assert [outcome.code for outcome in outcomes] == [1] * 4
    assert all("is read-only; nothing can be saved in it" in outcome.err for outcome in outcomes)
    assert all(outcome.err.count("\n") == 1 for outcome in outcomes)


def test_a_full_disk_is_one_sentence(call: Call, library_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite's own limit on the size of a file stands in for the disk's."""
    connect = sqlite3.connect

    def connected(*args: Any, **kwargs: Any) -> sqlite3.Connection:
        connection = connect(*args, **kwargs)
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 4}")
        return connection

    with serve({"/a": rss("Bay Post", *(f"a{n}" for n in range(400)))}) as server:
        follow(library_path, server.at("/a"))
        with monkeypatch.context() as limited:
            limited.setattr(sqlite3, "connect", connected)
            outcome = call("refresh")
        assert (outcome.code, outcome.out) == (1, "")
        assert outcome.err == f"parley: The disk that holds the library {library_path} is full; nothing was changed.\n"
        assert call("refresh").out == "Bay Post: 400 new\n1 feed: 400 new\n"


def test_nothing_heavy_is_loaded_to_hear_that_nothing_is_new(library_path: Path) -> None:
    heavy = ("textual", "rich", "spacy", "numpy", "babel", "sqlite_utils", "trafilatura", "feedparser", "lxml")
    more = ("charset_normalizer", "py3langid", "keyring", "msgspec")
    script = (
        "import sys\nfrom reader.__main__ import main\nassert main(['refresh', '--quiet']) == 0\n"
        f"print(*(name for name in {heavy + more!r} if name in sys.modules))"
    )
    with serve({"/a": validated(rss("Bay Post", "a1"), etag='"1"')}) as server:
        follow(library_path, server.at("/a"))
        for _ in range(2):
            done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=dict(os.environ))
            assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == []


@pytest.mark.parametrize("args", [["--quiet", "--json"], ["--scheduled", "1"], ["--nonsense"]])
def test_wrong_usage(call: Call, args: list[str]) -> None:
    assert call("refresh", *args).code == 2


def test_a_cron_job_and_its_mail(parley: Command, library_path: Path) -> None:
    """Nothing is printed where all goes well."""
    with serve({"/a": rss("Bay Post", "a1")}) as server:
        follow(library_path, server.at("/a"))
        done = parley("refresh", "--scheduled", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
