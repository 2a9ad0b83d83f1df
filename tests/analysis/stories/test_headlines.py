"""The headline a story is shown by: the one whose words tell most of what its articles share."""

from __future__ import annotations

import pytest

from reader.analysis.stories.headlines import Headed, best_headline

QUAKE = {"quak": 0.6, "turkey": 0.5, "karasu": 0.4}


def headed(title: str, language: str = "en", **weights: float) -> Headed:
    return Headed(title, language, {**QUAKE, **weights})


def test_what_all_share_is_told_rather_than_a_turn_of_phrase() -> None:
    texts = [
        headed("A valve and eleven graves", grave=0.9),
        headed("Quake in Turkey: Karasu counts its dead"),
        headed("Turkey"),
    ]
    assert best_headline(texts) == 1


def test_a_word_that_one_text_alone_has_tells_nothing_however_weighty() -> None:
    assert best_headline([headed("Zanzibar", zanzibar=0.99), headed("Karasu")]) == 1


def test_words_said_again_and_again_count_once() -> None:
    assert best_headline([headed("quake quake quake quake"), headed("Quake in Turkey")]) == 1


def test_it_is_in_the_language_of_most_articles() -> None:
    texts = [headed("Quake in Turkey, Karasu"), headed("Séisme", "fr"), headed("Karasu", "fr")]
    assert best_headline(texts) == 2


def test_of_equals_the_first() -> None:
    assert best_headline([headed("Turkey again"), headed("Again Turkey")]) == 0


@pytest.mark.parametrize(
    "bad", ["", "…", "Quake \u202eTurkey Karasu", "Quake Turkey Karasu " * 20, "\x1b[31mQuake Turkey Karasu"]
)
def test_none_that_is_empty_or_would_not_be_shown_as_it_is(bad: str) -> None:
    assert best_headline([headed(bad), headed(bad), headed("Nothing of it")]) == 2
    assert best_headline([headed(bad)]) == 0
