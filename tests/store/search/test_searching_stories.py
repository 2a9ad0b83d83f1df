"""Searching by stories, through a real library whose articles were placed; what completes a value."""

from __future__ import annotations

from datetime import date

import pytest
from watched import news

from reader.domain.query.completion import complete
from reader.domain.query.terms import Field
from reader.ingest.understanding import understood
from reader.store.library import Library

TODAY = date(2026, 3, 20)


@pytest.fixture
def library(empty_library: Library) -> Library:
    """Three articles of one event, followed and named, and one of another."""
    for number in (1, 2, 3):
        news(empty_library, number)
    news(empty_library, 4, event=1, killed=3, said="grain prices will not be fixed by decree")
    empty_library.stories.follow(2, True)
    empty_library.stories.rename(1, "Le pont d’Été")
    return empty_library


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("story:1", {1, 2, 3}),
        ("story:3", {1, 2, 3}),
        ("story:fight", {1, 2, 3}),
        ('story:"over the bridge"', {1, 2, 3}),
        ("story:ete", {1, 2, 3}),
        ("histoire:pon*", {1, 2, 3}),
        ("story:4", set()),
        ("story:tide", set()),
        ("is:followed", {1, 2, 3}),
        ("is:story", {1, 2, 3}),
        ("-is:story", {4}),
        ("heard:Russia", {1, 2, 3, 4}),
        ("entendu:Moscou", {1, 2, 3, 4}),
        ("heard:peskov", {1, 2, 3, 4}),
        ("unheard:Russia", set()),
        ("heard:Armenia", set()),
    ],
)
def test_found(library: Library, typed: str, found: set[int]) -> None:
    assert set(library.search.find(understood(typed, TODAY)).ids) == found
    statements = library.search.statements(understood(typed, TODAY)).statements
    assert {one.article_id for one in statements} == found
    within = library.search.statements_within(understood(typed, TODAY), 2, 9)
    assert {one.article_id for one in within} == found - {1}


def test_values_are_completed(library: Library) -> None:
    values = library.search.values
    (title,) = values(Field.STORY, "brid")
    assert title.endswith("over the bridge")
    assert values(Field.STORY, "été") == ["Le pont d’Été"]
    assert set(values(Field.STORY, "")) == {"Le pont d’Été", title}
    assert values(Field.HEARD, "rus") == ["Russia"]
    assert values(Field.UNHEARD, "rus") == ["Russia"]
    (offer,) = complete("story:bri", 9, values)
    assert library.search.count(understood(offer.insert.join(("story:", "")), TODAY)) == 3
