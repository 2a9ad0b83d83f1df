"""The words by which two statements are compared."""

from __future__ import annotations

import pytest
from hand_built import say

from reader.analysis.comparison.wording import Wording
from reader.analysis.numbers.grammar import grammar_of
from reader.analysis.text.parse import parse
from reader.languages.pack import load_pack


def stems(language: str, text: str) -> set[str]:
    pack = load_pack(language)
    return set(Wording(parse(text, pack, None), grammar_of(pack.numbers)).stems(say(text, "s1", text)))


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "les écoles fermées", "l'école fermée"),
        ("fr", "réclamaient un accord", "réclamer des accords"),
        ("fr", "frappera l’usine", "a frappé des usines"),
        ("en", "closed the school", "closing schools"),
        ("en", "attacked ships", "attacks on a ship"),
    ],
)
def test_endings_do_not_matter(language: str, one: str, other: str) -> None:
    assert stems(language, one) == stems(language, other) != set()


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "qu'ils avaient toujours été avec eux, 2019"), ("en", "that they would never have been there, 2019")],
)
def test_words_that_say_nothing_of_the_subject_are_left_out(language: str, text: str) -> None:
    assert stems(language, text) == set()


def test_the_word_for_an_army_and_that_for_arms_stay_apart() -> None:
    assert not stems("fr", "une armée") & stems("fr", "des armes")


def test_sentences_are_told_by_place() -> None:
    pack = load_pack("en")
    text = "It rained. It snowed.\n\nIt cleared."
    wording = Wording(parse(text, pack, None), grammar_of(pack.numbers))
    assert [wording.sentence_at(text.index(word)) for word in ("rained", "snowed", "cleared")] == [0, 1, 2]
