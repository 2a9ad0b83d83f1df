"""Denials in other words that stand in another article: linked where only one charge can be meant."""

from __future__ import annotations

import pytest
from denial_cases import BOTH, ENGLISH, FRENCH, WIDER, Told
from telling import told

from reader.analysis.story_board.parts import StoryBoard


def kinds(story: StoryBoard) -> str:
    """The kinds of a story's exchanges."""
    return ",".join(sorted({exchange.kind.value for exchange in story.analysis.comparison.exchanges}))


@pytest.mark.parametrize(("kind", "first", "second"), [*ENGLISH, *WIDER, *FRENCH, *BOTH])
def test_a_denial_in_other_words(kind: str, first: Told, second: Told) -> None:
    assert kinds(told(first, second)) == kind


def test_a_charge_told_in_two_languages_is_one_charge() -> None:
    story = told(
        "Armenia accused Azerbaijan of shelling the town of Goris.",
        ("fr", "L'Arménie a accusé l'Azerbaïdjan d'avoir bombardé la ville de Goris."),
        ("fr", "« Nous n'y sommes pour rien », assure l'Azerbaïdjan."),
    )
    (exchange,) = story.analysis.comparison.exchanges
    assert exchange.statements == ("a2/s1", "a3/s1")


def test_what_its_own_article_charges_it_with_may_be_meant_instead() -> None:
    story = told(
        "Armenia accused Azerbaijan of shelling the town of Goris.",
        'Georgia accused Azerbaijan of closing the border. Turkey met envoys. "We had nothing to do with it," the '
        "Azerbaijani foreign ministry told reporters.",
    )
    assert all(exchange.statements[0] != "a1/s1" for exchange in story.analysis.comparison.exchanges)


def test_a_denial_of_weeks_later_is_of_something_else() -> None:
    quiet = "Georgia held an election."
    story = told(
        "Armenia accused Azerbaijan of shelling the town of Goris.",
        *[quiet] * 5,
        "Azerbaijan said it had nothing to do with it.",
    )
    assert kinds(story) == ""
