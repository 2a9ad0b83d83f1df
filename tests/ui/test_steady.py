"""Emoji as wide as they are counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.ui.steady import steady


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("\U0001f469\u200d\U0001f469\u200d\U0001f467 wins", 11),
        ("\u26a0\ufe0f again", 7),
        ("\u2764\ufe0f\u200d\U0001f525", 3),
    ],
)
def test_joined_and_pictured_letters_stand_one_by_one(text: str, cells: int) -> None:
    shown = steady(text)
    assert cell_len(shown) == sum(cell_len(letter) for letter in shown) == cells


def test_a_joiner_between_letters_stays() -> None:
    assert steady("\u0915\u094d\u200d\u0937") == "\u0915\u094d\u200d\u0937"


@given(st.text(alphabet="a\u200d\ufe0f\U0001f469\u26a0 \u0915"))
def test_no_letter_changes_its_place(text: str) -> None:
    shown = steady(text)
    assert len(shown) == len(text)
    assert [a for a in text if a not in "\u200d\ufe0f"] == [a for a in shown if a not in "\u200c\u200d\ufe0e"]
