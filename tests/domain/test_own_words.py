"""What a number counts, in the words of its text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.domain.own_words import counted_words, joined, number_spans, own_words
from reader.domain.quantity import Hedge, Quantity, QuantityKind
from reader.domain.span import Span


def quantity(text: str, words: str, *counted: str) -> Quantity:
    start = text.index(words)
    span = (start, start + len(words))
    kind, hedge = QuantityKind.CARDINAL, Hedge.EXACT
    found = Quantity("q1", span, words, kind, 49.0, None, None, hedge, None, "soldiers killed", None, None)
    return replace(found, counted_at=tuple(place(text, c) for c in counted))


def place(text: str, words: str) -> Span:
    return (text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "number", "counted", "said", "whole"),
    [
        ("They killed 49 soldiers.", "49", ("killed", "soldiers"), "killed […] soldiers", "killed 49 soldiers"),
        ("49 of its\nsoldiers fell.", "49", ("soldiers",), "soldiers", "49 of its soldiers"),
        ("Soldiers fell: 49, it says.", "49", ("Soldiers fell",), "Soldiers fell", "Soldiers fell […] 49"),
        ("49, it says.", "49", (), "", "49"),
    ],
)
def test_the_words_are_the_texts_own(text: str, number: str, counted: tuple[str, ...], said: str, whole: str) -> None:
    found = quantity(text, number, *counted)
    assert counted_words(text, found) == said
    assert own_words(text, number_spans(text, found)) == whole


def test_an_analysis_of_earlier_rules_has_the_noun_alone() -> None:
    text = "At least 49 soldiers were killed."
    found = replace(quantity(text, "At least 49"), counted_span=place(text, "soldiers"))
    assert counted_words(text, found) == "soldiers"


def test_words_on_either_side_of_the_number_stay_apart() -> None:
    text = "killed ten soldiers"
    killed, ten, soldiers = (place(text, word) for word in text.split())
    assert joined(text, (killed, soldiers), ten) == (killed, soldiers)
    assert joined(text, (killed, soldiers)) == ((0, len(text)),)


def test_neither_a_mark_nor_a_digit_is_taken_in() -> None:
    for text in ("boats, sank", "boats 3 sank", "boats\n\nsank", "boats and a long way behind them sank"):
        boats, sank = place(text, "boats"), place(text, "sank")
        assert joined(text, (sank, boats)) == (boats, sank)
    assert joined("boats had sunk", ((0, 5), (10, 14), (0, 5))) == ((0, 14),)
