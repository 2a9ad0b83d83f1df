"""A story that is a new round of an older one names it; one that only has the same people in it does not."""

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
    ("file", "first", "second"),
    [
        ("labour", "naviline-strike-pay", "naviline-strike-delegate"),
        ("sport", "millport-castlebrook-cup-tie", "millport-castlebrook-replay"),
    ],
)
def test_another_dispute_of_the_same_people_is_no_new_round(
    empty_library: Library, file: str, first: str, second: str
) -> None:
    ids = fill(empty_library, file, first, second)
    assert fetch(empty_library, ids[second]).story.earlier is None


def test_a_story_that_goes_on_has_nothing_earlier_in_it(empty_library: Library) -> None:
    ids = [add(empty_library, tale((1,), number, day)) for number, day in enumerate((0.0, 4.0, 8.0, 12.0))]
    settle(empty_library)
    assert empty_library.stories.ids(ids[0]) == tuple(ids)
    assert fetch(empty_library, ids[3]).story.earlier is None
