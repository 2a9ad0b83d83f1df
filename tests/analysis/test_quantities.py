"""Numbers in any text: nothing lost, nothing raised, spans that slice to what they claim."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.actors.actors import find_actors
from reader.analysis.numbers.quantities import find_quantities
from reader.analysis.text.parse import parse
from reader.domain.quantity import Hedge, Quantity, QuantityKind
from reader.languages.pack import load_pack

LANGUAGES = ("fr", "en", "und")

VOCABULARY = """
soldats tués dead people de of à to et and entre between moins least plus que % € $ , . ; ( ) - – mai May ans years
millions million dizaines dozens un une one deux two vingt twenty h heures p.m. en in 1re 3rd 14h30 2:30 G7 F-16
"""
WORDS = st.sampled_from(VOCABULARY.split())
NUMBERS = st.integers(0, 10**9).map(str) | st.sampled_from(
    ["1994", "12", "6 600", "6 600", "6,600", "2,5", "2.5", "007", "1", "0", "2022-05-12", "12/05/2022", "3-1", "20-30"]
)


def light(text: str, language: str) -> tuple[Quantity, ...]:
    pack = load_pack(language)
    parsed = parse(text, pack, None)
    return find_quantities(parsed, pack, find_actors(parsed, pack))


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(parts=st.lists(WORDS | NUMBERS, max_size=25))
def test_every_number_in_digits_is_found(language: str, parts: list[str]) -> None:
    text = " ".join(parts)
    found = light(text, language)
    for digits in re.finditer(r"(?<![\w-])\d+(?![\w])(?!-\D)", text):
        assert any(q.span[0] <= digits.start() and digits.end() <= q.span[1] for q in found), digits.group()


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(text=st.lists(WORDS | NUMBERS | st.text(max_size=8), max_size=25).map(" ".join) | st.text(max_size=200))
def test_any_text_gives_spans_in_order_that_slice_to_what_they_claim(language: str, text: str) -> None:
    found = light(text, language)
    assert [q.id for q in found] == [f"q{n}" for n in range(1, len(found) + 1)]
    end = 0
    for quantity in found:
        assert quantity.span[0] >= end
        end = quantity.span[1]
        assert text[quantity.span[0] : quantity.span[1]] == quantity.text
        assert quantity.text
        if quantity.counted_span is not None:
            assert 0 <= quantity.counted_span[0] < quantity.counted_span[1] <= len(text)
        if quantity.value is None and quantity.low is None and quantity.high is None:
            assert (
                quantity.kind in (QuantityKind.DATE, QuantityKind.TIME, QuantityKind.SCORE, QuantityKind.ORDINAL)
                or len(quantity.text) > 18
            )
    assert light(text, language) == found


def test_a_hedge_bounds_its_number() -> None:
    floor, ceiling, near = light("At least 49 trees, up to 80 bushes and about 5,000 bulbs.", "en")
    assert (floor.low, floor.high) == (49, None)
    assert (ceiling.low, ceiling.high) == (None, 80)
    assert (near.low, near.high, near.hedge) == (None, None, Hedge.ABOUT)


def test_a_number_too_long_to_be_one_has_no_value() -> None:
    (code,) = light("The code is 12345678901234567890.", "en")
    assert (code.text, code.value) == ("12345678901234567890", None)


def test_a_hedge_does_not_reach_over_a_paragraph() -> None:
    first, second = light("He counted 12, at least\n\n30 geese flew by.", "en")
    assert (first.hedge, second.hedge) == (Hedge.EXACT, Hedge.EXACT)


def test_an_unknown_language_still_has_digits_percent_and_currency() -> None:
    found = light("Xyz 40 % abc $5 def 1 200 ghi", "und")
    assert [(q.text, q.kind) for q in found] == [
        ("40 %", QuantityKind.PERCENT),
        ("$5", QuantityKind.MONEY),
        ("1 200", QuantityKind.CARDINAL),
    ]


def test_a_line_of_a_hundred_thousand_characters_is_scanned() -> None:
    text = "Il y avait au moins 12 chats et 3 chiens, " * 2500
    assert len(light(text[:100_000], "fr")) == 2 * (100_000 // 42) + 2
