"""Which numbers stand back."""

from __future__ import annotations

import pytest

from reader.domain.quantity import Hedge, Quantity, QuantityKind
from reader.ui.quiet import is_small_word


def number(
    text: str, value: float, hedge: Hedge = Hedge.EXACT, unit: str | None = None, kind: str = "cardinal"
) -> Quantity:
    """A quantity that is all of its text."""
    span = (0, len(text))
    return Quantity("q1", span, text, QuantityKind(kind), value, None, None, hedge, unit, None, None, None)


@pytest.mark.parametrize("quantity", [number("deux", 2), number("two", 2), number("Ten", 10), number("zero", 0)])
def test_a_small_count_in_words_is_quiet(quantity: Quantity) -> None:
    assert is_small_word(quantity)


@pytest.mark.parametrize(
    "quantity",
    [
        number("2", 2),
        number("\u0662", 2),
        number("onze", 11),
        number("at least two", 2, Hedge.AT_LEAST),
        number("deux euros", 2, unit="EUR", kind="money"),
        number("six weeks", 6, unit="week", kind="duration"),
        number("two percent", 2, unit="%", kind="percent"),
    ],
)
def test_any_other_number_is_not(quantity: Quantity) -> None:
    assert not is_small_word(quantity)
