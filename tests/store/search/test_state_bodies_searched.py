"""Bodies that several states have, by their bare name and by that of one state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from stories_to_search import Said, analysis_of, fill, store
from stories_to_search import Story as Told

from reader.domain.actor import Actor, ActorKind, Party
from reader.domain.article import Draft
from reader.domain.query.completion import complete
from reader.ingest.query_values import values_of
from reader.ingest.understanding import understood
from reader.store.library import Library

TODAY = date(2026, 3, 20)
TEXT = "Words were said about the ferry at length on Monday."


def told(speaker: str, party: str, group: int = 0, target: str = "") -> Told:
    return Told("Ferry", TEXT + speaker + str(group), said=(Said(speaker, party, target),), group=group)


@pytest.fixture
def library(empty_library: Library) -> Library:
    """Story 1 of articles 1 to 3, story 4 of 4 and 5, and lone articles."""
    store(
        empty_library,
        [
            told("Ministry of Defence", "AM", 1, "AZ"),
            told("Ilham Aliyev", "AZ", 1),
            told("Anna Quill", "Bay City", 1),
            told("ministère azerbaïdjanais de la Défense", "AZ", 2),
            told("Tom Ferris", "Bay City", 2),
            told("Defence Ministry", "GB"),
            told("Ministry of Health", "AZ", target="GB"),
            told("Secretary of Defence", "AM"),
        ],
    )
    return empty_library


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ('says:"Ministry of Defence"', {1, 4, 6}),
        ('says:"ministère de la Défense"', {1, 4, 6}),
        ('says:"Ministry of Defence of Azerbaijan"', {4}),
        ('says:"Ministry of Defence (Azerbaijan)"', {4}),
        ('says:"ministère arménien de la Défense"', {1}),
        ('says:"British Ministry of Defence"', {6}),
        ('says:"Ministry of Defence of Russia"', set()),
        ('heard:"Ministry of Defence"', {1, 2, 3, 4, 5, 6}),
        ('heard:"Ministry of Defence of Armenia"', {1, 2, 3}),
        ('heard:"Azerbaijani Ministry of Defence"', {4, 5}),
        ('-heard:"Ministry of Defence"', {7, 8}),
        ('unheard:"Ministry of Defence"', set()),
        ('heard:"Ministry of Health"', {7}),
        ('heard:"Home Office"', {6}),
    ],
)
def test_a_bare_name_is_any_states_and_a_full_one_is_one_states(library: Library, typed: str, found: set[int]) -> None:
    query = understood(typed, TODAY)
    assert set(library.search.find(query).ids) == found
    assert library.search.count(query) == len(found)


def test_two_names_side_by_side_are_no_third(empty_library: Library) -> None:
    said = (Said("Secretary of Defence", "AM"), Said("Ministry of Health", "AM"))
    joint = Told("Ferry", TEXT, said=said, group=1)
    store(empty_library, [joint, told("Anna Quill", "Bay City", 1)])
    for field in ("says", "heard", "unheard"):
        assert library_finds(empty_library, f'{field}:"Ministry of Defence"') == set()


def library_finds(library: Library, typed: str) -> set[int]:
    return set(library.search.find(understood(typed, TODAY)).ids)


def test_full_names_are_completed(empty_library: Library) -> None:
    empty_library.set_setting("language", "en")
    text = "The ministry spoke. “The ferry will sail on Monday,” said the Ministry of Defence."
    speaker = Actor("AZ:mod", "Ministry of Defence", ActorKind.GOVERNMENT, "AZ", ())
    one = analysis_of(told("Ministry of Defence", "AZ"))
    statements = tuple(replace(each, parties=("AZ",), speakers=("AZ:mod",)) for each in one.statements)
    analysis = replace(one, actors=(speaker,), parties=(Party("AZ", "Azerbaijan", "state"),), statements=statements)
    draft = Draft(text, "Ferry", language="en")
    empty_library.add(draft)
    empty_library.save_analysis(draft.text_hash, analysis)
    fill(empty_library)
    typed = "heard:Minis"
    offers = [offer.insert for offer in complete(typed, len(typed), values_of(empty_library))]
    assert offers == ['"Ministry of Defence"', '"Ministry of Defence (Azerbaijan)"']
    assert library_finds(empty_library, f"heard:{offers[1]}") == {1}
