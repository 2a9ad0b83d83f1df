"""parley watch: rules made, changed and taken back; what they tell, once each, for people and for programs."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import Call, heed_interrupts
from watched import news

from reader.store.library import Library


@pytest.fixture
def path(seeded_path: Path) -> Path:
    """A library with two articles about one event."""
    with Library.open(seeded_path) as library:
        news(library, 1)
        news(library, 2, killed=52)
    return seeded_path


def add(path: Path, number: int, **what: object) -> int:
    with Library.open(path) as library:
        return news(library, number, **what)  # type: ignore[arg-type]


def test_rules_are_made_changed_and_taken_back(call: Call, path: Path) -> None:
    assert "parley watch add" in call("watch", "list").out
    assert call("watch", "add", "says:Russia", "ceasefire", "--name", "Truce").out == "watching for Truce\n"
    assert call("watch", "add", "says:Armenia").out == "watching for says:Armenia\n"
    assert call("watch", "edit", "truce", "--name", "Cease").out == "watching for Cease: says:Russia ceasefire\n"
    assert [line.split() for line in call("watch", "list").out.splitlines()] == [
        ["1", "Cease", "0", "new", "says:Russia", "ceasefire"],
        ["2", "says:Armenia", "0", "new", "says:Armenia"],
    ]
    assert call("watch", "remove", "2").out == "says:Armenia is removed\n"
    assert "removed the rule “says:Armenia”" in call("undo").out
    assert "says:Armenia" in call("watch", "list").out


def test_what_is_no_rule_is_refused(call: Call, path: Path) -> None:
    assert call("watch", "add").code == 2
    assert call("watch", "add", "says:Russia", "--figures", "1").code == 2
    wrong = call("watch", "add", "says:Russia feld:x")
    assert (wrong.code, "^^^^^" in wrong.err) == (1, True)
    assert "no article 999" in call("watch", "add", "--figures", "999").err
    call("watch", "add", "says:Russia", "--name", "One")
    assert call("watch", "add", "war", "--name", "one").err == "parley: There is a rule “One” already.\n"
    assert call("watch", "remove", "Two").err == "parley: There is no rule Two.\n"


def test_what_comes_after_the_rule_is_told_once(call: Call, path: Path) -> None:
    assert call("watch").out.startswith("There are no rules yet")
    call("watch", "add", "says:Russia ceasefire", "--name", "Truce")
    assert call("watch").out == "Nothing new.\n"
    id = add(path, 3)
    assert call("watch").out == (
        "Truce · 2026-03-01 The Bay Post · Dmitri Peskov: the ceasefire of the 3 convoy holds and no patrol has "
        f"crossed the line (article {id})\n"
    )
    assert call("watch").out == "Nothing new.\n"
    assert call("watch", "--json").out == ""
    assert "1 new" in call("watch", "list").out
    assert len(call("watch", "--all", "--json").out.splitlines()) == 3


def test_other_programs_are_told_everything_on_one_line_each(call: Call, path: Path) -> None:
    call("watch", "add", "says:Russia ceasefire", "--name", "Truce")
    id = add(path, 3)
    (line,) = call("watch", "--json").out.splitlines()
    told = json.loads(line)
    with Library.open(path) as library:
        text = library.article(id).text
    assert text[told["start"] :].startswith(told["words"])
    assert told | {"start": 0, "words": ""} == {
        "rule": 1,
        "name": "Truce",
        "kind": "statement",
        "article": id,
        "start": 0,
        "date": "2026-03-01T03:00:00Z",
        "source": "The Bay Post",
        "title": "Fight 3 over the bridge",
        "url": None,
        "language": "en",
        "speaker": "Dmitri Peskov",
        "words": "",
        "counted": "",
        "before": "",
    }


def test_words_that_others_carry_are_told_once(call: Call, path: Path) -> None:
    call("watch", "add", "says:Russia ceasefire", "--name", "Truce")
    words = "the ceasefire will hold whatever anybody on the other side may say"
    first = add(path, 3, said=words)
    add(path, 4, said=words, source="The Cape Herald")
    (line,) = call("watch", "--json").out.splitlines()
    assert json.loads(line)["article"] == first
    add(path, 5, said=words, source="The Cape Times")
    assert call("watch", "--json").out == ""


def test_a_figure_that_gets_another_number_is_told(call: Call, path: Path) -> None:
    assert call("watch", "add", "--figures", "6").out == "watching for Figures: Fight 1 over the bridge\n"
    assert "figures of story 6: Fight 1 over the bridge" in call("watch", "list").out
    add(path, 3, killed=52)
    assert call("watch").out == "Nothing new.\n"
    id = add(path, 4, killed=60)
    add(path, 5, killed=60, source="The Cape Herald")
    (line,) = call("watch", "--json").out.splitlines()
    told = json.loads(line)
    assert (told["kind"], told["article"], told["before"]) == ("figure", id, "At least 52")
    with Library.open(path) as library:
        assert library.article(id).text[told["start"] :].startswith("At least 60 soldiers")
    add(path, 6, killed=49)
    assert call("watch").out == "Nothing new.\n"


def test_a_query_nobody_understands_any_more_costs_no_other_rule(call: Call, path: Path) -> None:
    call("watch", "add", "says:Russia", "--name", "Truce")
    with Library.open(path) as library:
        library._db.execute("INSERT INTO watch (name, kind, query, added) VALUES ('Odd', 'statements', 'feld:x', '')")
    add(path, 3)
    told = call("watch", "--json")
    assert (told.code, len(told.out.splitlines())) == (0, 1)
    assert "The rule “Odd” cannot be followed: There is no field" in told.err


@pytest.fixture
def following(call: Call, path: Path) -> Iterator[subprocess.Popen[str]]:
    """``parley watch --json`` at work, in a process of its own."""
    call("watch", "add", "says:Russia ceasefire", "--name", "Truce")
    add(path, 3)
    command = [sys.executable, "-m", "reader", "--library", str(path), "watch", "--json", "--every", "0.2"]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=dict(os.environ),
        preexec_fn=heed_interrupts,
    )
    yield process
    process.kill()
    process.communicate()


def test_followed_until_interrupted(following: subprocess.Popen[str], path: Path) -> None:
    assert following.stdout is not None
    assert json.loads(following.stdout.readline())["title"] == "Fight 3 over the bridge"
    add(path, 4)
    assert json.loads(following.stdout.readline())["title"] == "Fight 4 over the bridge"
    following.send_signal(signal.SIGINT)
    out, err = following.communicate()
    assert (following.returncode, out, err) == (130, "", "")


def test_followed_until_nobody_reads(following: subprocess.Popen[str]) -> None:
    assert following.stdout is not None
    assert following.stdout.readline()
    following.stdout.close()
    assert following.wait() == 1
    assert following.stderr is not None
    assert following.stderr.read() == ""


def test_what_was_not_told_is_told_after_a_crash(following: subprocess.Popen[str], call: Call, path: Path) -> None:
    assert following.stdout is not None
    following.stdout.readline()
    following.send_signal(signal.SIGKILL)
    following.wait()
    add(path, 4)
    titles = [json.loads(line)["title"] for line in call("watch", "--json").out.splitlines()]
    assert "Fight 4 over the bridge" in titles
