"""The files a new library opens with: whole, described, dated, and safe to read."""

from __future__ import annotations

import hashlib
import tomllib
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from expectation import FOLDER, load, places, plain, words

from reader.domain.comparison import ExchangeKind, Verdict
from reader.domain.plain_text import clean_text
from reader.domain.quantity import Hedge
from reader.domain.statement import Act, Endorsement, Mode
from reader.resources import resource_dir

SEEDS = resource_dir("seeds")
STORIES = sorted((SEEDS / "stories").glob("*.txt"))
FOUNDING = "000_15728a63912c0743"


def _side(story: Path) -> dict[str, object]:
    return tomllib.loads(story.with_suffix(".toml").read_text(encoding="utf-8"))


def test_the_founding_story_is_as_it_came() -> None:
    data = (SEEDS / "stories" / f"{FOUNDING}.txt").read_bytes()
    assert hashlib.sha256(data).hexdigest() == "28f4b01ccb98fff11daf8576adad43b88dcc6334857b05459fd33f6f05c89351"


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_every_story_is_clean_text_with_a_side_file(story: Path) -> None:
    text = story.read_text(encoding="utf-8")
    side = _side(story)
    assert clean_text(text) == text
    assert set(side) <= {"title", "source", "author", "place", "published", "language", "url", "example"}
    assert side["title"]
    assert side["source"]
    assert side["language"] in ("fr", "en")
    assert date.fromisoformat(str(side["published"])) <= date(2022, 9, 14)
    assert side["example"] is (story.stem != FOUNDING)


def test_our_own_stories_have_the_length_of_wire_copy() -> None:
    lengths = {s.stem: len(s.read_text(encoding="utf-8").split()) for s in STORIES if s.stem != FOUNDING}
    assert len(lengths) == 4
    assert all(350 <= n <= 600 for n in lengths.values()), lengths


def test_the_founding_story_and_its_retelling_are_the_newest() -> None:
    newest = sorted(STORIES, key=lambda s: str(_side(s)["published"]))[-2:]
    assert {s.stem for s in newest} == {FOUNDING, "armenia-azerbaijan-trade-accusations"}


def test_french_stories_are_set_as_the_french_press_sets_them() -> None:
    for story in STORIES:
        if _side(story)["language"] == "fr" and story.stem != FOUNDING:
            text = story.read_text(encoding="utf-8")
            assert "'" not in text
            assert not [m for m in (" :", " ;", " !", " ?", " »", "« ", " %") if m in text]


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.stem)
def test_what_is_expected_of_a_story_stands_in_it(story: Path) -> None:
    text, expected = story.read_text(encoding="utf-8"), load(story.stem)
    ids = [wanted.id for wanted in expected.statement]
    assert len(ids) == len(set(ids))
    for wanted in expected.statement:
        assert places(text, wanted.content)
        for phrase in (wanted.source, wanted.cue):
            assert phrase is None or plain(phrase) in plain(text)
        assert {wanted.act, *wanted.act_also} <= set(Act)
        assert wanted.mode in (None, *Mode)
        assert wanted.endorsement in (None, *Endorsement)
        assert wanted.parent in (None, *ids)
    for figure in expected.figure:
        assert plain(figure.words) in plain(text)
        assert figure.hedge in set(Hedge)
        assert figure.statement in (None, *ids)
    for exchange in expected.exchange:
        assert exchange.kind in set(ExchangeKind)
        assert {one for side in exchange.statements for one in side.split(" | ")} <= set(ids)
    assert {c.verdict for c in expected.compared} <= set(Verdict)
    assert all(words(phrase) and plain(phrase) in plain(text) for phrase in expected.never)


def test_the_stories_exercise_every_act_and_every_mode() -> None:
    statements = [s for path in FOLDER.glob("*.toml") for s in load(path.stem).statement if not s.optional]
    assert {s.act for s in statements} == set(Act)
    assert {s.mode for s in statements} == set(Mode)


def test_the_subscriptions_are_addresses_in_two_folders() -> None:
    opml = ElementTree.parse(SEEDS / "subscriptions.opml").getroot()
    assert (opml.tag, opml.get("version")) == ("opml", "2.0")
    folders = opml.findall("./body/outline")
    assert [f.get("text") for f in folders] == ["English", "Français"]
    feeds = [feed for folder in folders for feed in folder.findall("outline")]
    assert all(feed.get("type") == "rss" and feed.get("text") for feed in feeds)
    addresses = [str(feed.get("xmlUrl")) for feed in feeds]
    assert len(addresses) >= 15
    assert len(addresses) == len(set(addresses))
    assert all(urlsplit(a).scheme in ("http", "https") and urlsplit(a).hostname for a in addresses)
