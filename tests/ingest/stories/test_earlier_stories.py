"""A story that is a new round of an older one names it; one that shares only a place or a kind of event does not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from tales import add, tale

from reader.domain.article import Draft
from reader.ingest.engine import analyse_text, keep_analysis
from reader.ingest.stories.opening import fetch
from reader.ingest.stories.placing import place_all
from reader.store.library import Library

CASES = Path(__file__).resolve().parents[2] / "cases" / "stories"


def fill(library: Library, file: str, *events: str) -> dict[str, int]:
    """Add the articles of hand-made events, analysed, and place them; an article's id by its event."""
    found: dict[str, int] = {}
    for event in tomllib.loads((CASES / f"{file}.toml").read_text(encoding="utf-8"))["event"]:
        if event["id"] in events:
            for article in event["article"]:
                published = article.get("published", event["article"][0]["published"])
                text, language = article["text"].strip(), article["language"]
                draft = Draft(text, article["title"], article["source"], published=published, language=language)
                found.setdefault(event["id"], library.add(draft).id)
                keep_analysis(library, draft.text_hash, analyse_text(text, language))
    settle(library)
    return found


def settle(library: Library) -> None:
    """Place everything, and let every text be found by its words."""
    place_all(library)
    while library.index.fill():
        pass


@pytest.mark.parametrize(
    "rounds", [("border-tekesh-january", "border-tekesh-march"), ("border-tekesh-march", "border-tekesh-january")]
)
def test_fighting_that_breaks_out_again_names_the_first_round(empty_library: Library, rounds: tuple[str, str]) -> None:
    ids = fill(empty_library, "conflict", rounds[0]) | fill(empty_library, "conflict", rounds[1], "aid-convoy-darfur")
    found = fetch(empty_library, ids["border-tekesh-march"]).story.earlier
    first = empty_library.stories.story(ids["border-tekesh-january"]).row
    assert found is not None
    assert (found.id, found.title, found.last) == (first.id, first.title, first.last)
    assert found.reason.startswith("About the same, and over before this began: ")
    assert fetch(empty_library, ids["border-tekesh-january"]).story.earlier is None


@pytest.mark.parametrize(
    ("file", "first", "second", "shared"),
    [
        ("labour", "naviline-strike-pay", "naviline-strike-delegate", "Naviline"),
        ("sport", "millport-castlebrook-cup-tie", "millport-castlebrook-replay", "Castlebrook"),
        ("earth", "quake-turkey-karasu", "quake-turkey-sarikoy", "Karasu"),
    ],
)
def test_another_round_of_the_same_is_told_and_says_why(
    empty_library: Library, file: str, first: str, second: str, shared: str
) -> None:
    ids = fill(empty_library, file, first, second)
    found = fetch(empty_library, ids[second]).story.earlier
    assert found is not None
    assert found.id == empty_library.stories.story_of(ids[first])
    assert shared in found.reason
    assert fetch(empty_library, ids[first]).story.earlier is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # The same clubs in another match; persons of one port; a kind of event in another place; one town.
        (("sport", "brevan-mahe-league"), ("sport", "brevan-mahe-cup")),
        (("labour", "naviline-strike-pay"), ("politics", "eu-fishing-deal")),
        (("labour", "nurses-wharfe-vale"), ("labour", "naviline-strike-delegate")),
        (("justice", "trial-saint-brevan-mayor"), ("sport", "brevan-mahe-cup")),
    ],
)
def test_what_shares_only_a_place_or_a_kind_of_event_is_no_earlier_round(
    empty_library: Library, first: tuple[str, str], second: tuple[str, str]
) -> None:
    ids = fill(empty_library, *first) | fill(empty_library, *second)
    for id in ids.values():
        assert fetch(empty_library, id).story.earlier is None


@pytest.mark.parametrize(("pause", "named"), [(9.0, False), (11.0, True)])
def test_a_story_is_over_after_ten_days(empty_library: Library, pause: float, named: bool) -> None:
    first = [add(empty_library, tale((1,), number, number / 2)) for number in range(3)]
    second = [add(empty_library, tale((1,), 10 + number, 1.0 + pause + number / 2)) for number in range(3)]
    settle(empty_library)
    assert empty_library.stories.ids(first[0]) == tuple(first)
    assert empty_library.stories.ids(second[0]) == tuple(second)
    found = fetch(empty_library, second[0]).story.earlier
    assert (found.id if found else None) == (first[0] if named else None)


def test_a_story_that_goes_on_has_nothing_earlier_in_it(empty_library: Library) -> None:
    ids = [add(empty_library, tale((1,), number, day)) for number, day in enumerate((0.0, 4.0, 8.0, 12.0))]
    settle(empty_library)
    assert empty_library.stories.ids(ids[0]) == tuple(ids)
    assert fetch(empty_library, ids[3]).story.earlier is None
