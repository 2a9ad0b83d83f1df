"""Answers that stand in another article: within a language and across two, and none where nothing says so."""

from __future__ import annotations

import pytest
from answer_cases import BOTH, ENGLISH, FRENCH
from telling import article, board, told

from reader.analysis.story_board.parts import StoryBoard
from reader.domain.comparison import ExchangeKind


def kinds(story: StoryBoard) -> str:
    """The kinds of a story's exchanges."""
    return ",".join(sorted({exchange.kind.value for exchange in story.analysis.comparison.exchanges}))


@pytest.mark.parametrize(("kind", "first", "second"), ENGLISH)
def test_answers_in_english(kind: str, first: str, second: str) -> None:
    assert kinds(told(first, second)) == kind


@pytest.mark.parametrize(("kind", "first", "second"), FRENCH)
def test_answers_in_french(kind: str, first: str, second: str) -> None:
    assert kinds(told(first, second, language="fr")) == kind


@pytest.mark.parametrize(("kind", "first", "second"), BOTH)
def test_answers_in_another_language(kind: str, first: tuple[str, str], second: tuple[str, str]) -> None:
    assert kinds(told(first, second)) == kind


def test_a_denial_is_of_the_charge_before_it() -> None:
    story = told(
        "Armenia accused Azerbaijan of shelling the town of Jermuk.",
        "Azerbaijan rejected the accusations.",
        "Armenia accused Azerbaijan of blocking the road to Goris.",
    )
    (exchange,) = story.analysis.comparison.exchanges
    assert exchange.kind is ExchangeKind.DENIAL
    assert exchange.statements == ("a1/s1", "a2/s1")


def test_a_day_without_a_time_may_be_before_any_time_of_it() -> None:
    story = board(
        article(1, "Armenia accused Azerbaijan of shelling the town of Jermuk.", dated="2026-03-01"),
        article(2, "Azerbaijan rejected the accusations.", dated="2026-03-01T06:00:00Z"),
    )
    assert kinds(story) == "denial"


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "Russia said 20,000 people marched.", "Ukraine said 35,000 people marched."),
        (
            "fr",
            "La Russie a dit que 20 000 personnes avaient défilé.",
            "L'Ukraine a dit que 35 000 personnes avaient défilé.",
        ),
    ],
)
def test_numbers_of_what_happened_contradict_each_other_at_one_time_only(
    language: str, first: str, second: str
) -> None:
    def kinds_at(then: str) -> str:
        early = article(1, first, language=language, dated="2026-03-01T08:00:00Z")
        return kinds(board(early, article(2, second, language=language, dated=then)))

    assert kinds_at("2026-03-01T09:30:00Z") == "contradiction"
    assert kinds_at("2026-03-02T09:30:00Z") == ""


def test_what_comes_weeks_later_answers_something_else() -> None:
    story = board(
        article(1, "Armenia accused Azerbaijan of shelling the town of Jermuk.", dated="2026-03-01"),
        article(2, "Azerbaijan rejected the accusations.", dated="2026-03-21"),
    )
    assert kinds(story) == ""


def test_whoever_is_accused_in_one_article_and_speaks_in_another_is_heard() -> None:
    story = told("Armenia accused Azerbaijan of shelling Jermuk.", "Azerbaijan rejected the accusations.")
    assert story.analysis.comparison.unheard == ()
    alone = told("Armenia accused Azerbaijan of shelling Jermuk.", "Georgia called for calm.")
    assert alone.analysis.comparison.unheard == ("AZ",)
