"""``parley diff``: what changed in an article, as text and as JSON."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from support import Call

from reader.domain.article import Draft
from reader.domain.feed import FeedItem
from reader.ingest.location import VARIABLE
from reader.ingest.seeding import open_library

OLD = "It rained.\n\nNorland said that at least 12 boats had sunk.\n\nIt was night.\n\nGood night."
NEW = "It rained.\n\nNorland said that 20 boats had sunk.\n\nIt was night.\n\nGood \x1b[31mnight."
NEWEST = NEW.replace("It rained.", "It snowed.")


@pytest.fixture
def changed(library_path: Path) -> str:
    """The id of an article that has changed twice."""
    with open_library(library_path) as library:
        id = library.add(Draft(OLD, "Boats sunk", language="en")).id
        with library.transaction():
            library.versions.rewrite(id, FeedItem("Boats sunk", NEW), "2026-03-19T10:30:00Z")
            library.versions.rewrite(id, FeedItem("Boats lost", NEWEST), "2026-03-20T10:30:00Z")
    return str(id)


def test_diff_marks_what_went_and_what_came_since_the_last_version(call: Call, changed: str) -> None:
    outcome = call("diff", changed)
    assert outcome.code == 0
    assert "\x1b" not in outcome.out
    assert outcome.out.startswith("Boats lost\nchanged 2026-03-20T10:30:00Z\nwas called: Boats sunk\n")
    assert "It [-rained-] {+snowed+}." in outcome.out
    assert outcome.out.endswith("… 3 paragraphs the same …\n")


def test_diff_with_an_older_version_calls_out_the_figure(call: Call, changed: str) -> None:
    outcome = call("diff", changed, "--version", 2, "--all")
    assert "Figures\n  ± at least 12 → 20 boats sunk (Norland)\n" in outcome.out or "at least 12 → 20" in outcome.out
    assert "Norland said that [-at least 12-] {+20+} boats had sunk." in outcome.out
    assert "It was night." in outcome.out


def test_diff_as_json_has_spans_and_words(call: Call, changed: str) -> None:
    found = json.loads(call("diff", changed, "--json").out)
    assert (found["changed"], found["title_before"], found["replaced"]) == (True, "Boats sunk", "2026-03-20T10:30:00Z")
    (first, *_) = found["passages"]
    assert [(edit["change"], edit["words"].strip()) for edit in first["edits"]] == [
        ("same", "It"),
        ("removed", "rained"),
        ("added", "snowed"),
        ("same", "."),
    ]
    for edit in first["edits"]:
        if edit["change"] != "removed":
            assert NEWEST[slice(*edit["new"])] == edit["words"]


def test_diff_says_where_there_is_nothing_to_compare(call: Call, changed: str) -> None:
    outcome = call("diff", changed, "--version", 3)
    assert (outcome.code, outcome.err) == (1, f"parley: Article {changed} has 2 earlier versions only.\n")
    outcome = call("diff", 1)
    assert (outcome.code, outcome.out) == (0, "This article has not changed since it came in.\n")
    assert json.loads(call("diff", 1, "--json").out)["changed"] is False
    assert call("diff", 999).code == 1


def test_diff_of_two_articles_shows_what_one_outlet_made_of_a_text(call: Call, changed: str) -> None:
    with open_library(Path(os.environ[VARIABLE])) as library:
        other = library.add(Draft(NEWEST.replace("night", "day"), "Boats\x1b[31m", language="en")).id
    outcome = call("diff", other, "--with", changed)
    assert outcome.code == 0
    assert outcome.out.startswith(f"Boats\ncompared with {changed}: Boats lost\n\n")
    assert "It was [-night-] {+day+}." in outcome.out
    assert json.loads(call("diff", other, "--with", changed, "--json").out)["title_before"] == "Boats lost"
    assert call("diff", other, "--with", "999").err == "parley: The library has no article 999.\n"
    assert call("diff", other, "--with", changed, "--version", "1").code == 2
