"""When two parties' numbers are of one time, so that they dispute each other; a later one may only be newer."""

from __future__ import annotations

import pytest
from telling import article, board

from reader.analysis.story_board.parts import StoryFigure, Trend

APART, DISPUTED = Trend.APART, Trend.DISPUTED
MORNING, NOON, EVENING, LATER = (f"2026-03-{at}:00:00Z" for at in ("01T08", "01T11", "01T23", "03T08"))

RUNNING = [
    ("en", "The Red Cross said 210 people were killed.", "Peru said 260 people were killed."),
    ("en", "Greece said 19 people were killed.", "The Red Cross said 17 people were killed."),
    ("en", "Peru said 40 protesters were arrested.", "The Red Cross said 65 protesters were arrested."),
    ("fr", "La Croix-Rouge a affirmé que 210 personnes avaient été tuées.", "Le Pérou a fait état de 260 morts."),
    ("fr", "La Grèce a fait état de 19 morts.", "La Croix-Rouge a fait état de 17 morts."),
    (
        "fr",
        "Le Pérou a affirmé que 300 personnes avaient été évacuées.",
        "La Croix-Rouge a affirmé que 420 personnes avaient été évacuées.",
    ),
]
OVER = [
    ("en", "Peru said 12,000 people marched.", "The Red Cross said 50,000 people marched."),
    (
        "fr",
        "Le Pérou a dit que 12 000 personnes avaient défilé.",
        "La Croix-Rouge a dit que 50 000 personnes avaient défilé.",
    ),
]


def figure(language: str, *told: tuple[str, str]) -> StoryFigure:
    """The first figure of a story of texts with their dates."""
    texts = [article(n, text, language=language, dated=dated) for n, (text, dated) in enumerate(told, 1)]
    return board(*texts).figures[0]


@pytest.mark.parametrize(("language", "first", "second"), RUNNING)
def test_a_later_number_of_what_goes_on_may_only_be_newer(language: str, first: str, second: str) -> None:
    assert figure(language, (first, MORNING), (second, NOON)).trend is APART
    assert figure(language, (first, MORNING[:10]), (second, EVENING)).trend is APART
    assert figure(language, (first, MORNING), (second, LATER)).trend is APART


@pytest.mark.parametrize(("language", "first", "second"), RUNNING)
def test_an_article_that_sets_numbers_side_by_side_tells_of_a_dispute(language: str, first: str, second: str) -> None:
    told = (first, MORNING), (second, LATER), (f"{first} {second}", LATER)
    assert figure(language, *told).trend is DISPUTED


@pytest.mark.parametrize(("language", "first", "second"), OVER)
def test_what_is_over_is_counted_once(language: str, first: str, second: str) -> None:
    assert figure(language, (first, MORNING), (second, NOON)).trend is DISPUTED
    assert figure(language, (first, MORNING), (second, LATER)).trend is APART


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "At 6 p.m. Peru said 19 people were killed.", "The Red Cross said 31 people were killed at 6 p.m."),
        ("fr", "À 18 heures, le Pérou a fait état de 19 morts.", "La Croix-Rouge a fait état de 31 morts à 18 heures."),
    ],
)
def test_numbers_of_one_hour_dispute_each_other(language: str, first: str, second: str) -> None:
    assert figure(language, (first, EVENING), (second, EVENING)).trend is DISPUTED
    assert figure(language, (first, EVENING), (second, LATER)).trend is APART


@pytest.mark.parametrize(
    ("language", "first", "second", "trend"),
    [
        (
            "en",
            "Peru said 19 people were killed.",
            "The Red Cross said 31 people were killed, not 19 as the government claims.",
            DISPUTED,
        ),
        ("en", "Peru said 19 people were killed.", "The Red Cross said 31 people were killed, up from 19.", APART),
        (
            "fr",
            "Le Pérou a fait état de 19 morts.",
            "La Croix-Rouge a affirmé que 31 personnes avaient été tuées, et non 19.",
            DISPUTED,
        ),
        (
            "fr",
            "Le Pérou a fait état de 19 morts.",
            "La Croix-Rouge a affirmé que 31 personnes avaient été tuées, et non 25.",
            APART,
        ),
    ],
)
def test_who_rejects_a_number_disputes_it(language: str, first: str, second: str, trend: Trend) -> None:
    assert figure(language, (first, MORNING), (second, LATER)).trend is trend
