"""Which columns of the comparison are in sight."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.comparison.geometry import NARROWEST, WIDEST, fit_columns


def test_two_columns_at_eighty_and_all_six_at_two_hundred() -> None:
    assert (fit_columns(78, 6, 0, None).last, fit_columns(78, 6, 0, None).column) == (2, 32)
    assert fit_columns(198, 6, 0, None).last == 6


def test_few_columns_stay_pleasant_to_read() -> None:
    assert fit_columns(300, 2, 0, None).column == WIDEST


@given(st.integers(0, 300), st.integers(1, 60), st.integers(-5, 80), st.integers(0, 59))
def test_the_column_asked_for_is_in_sight_and_columns_fit(width: int, total: int, first: int, shown: int) -> None:
    shown = min(shown, total - 1)
    shape = fit_columns(width, total, first, shown)
    assert shape.first <= shown < shape.last <= total
    assert shape.width <= max(width, 1)
    assert shape.column >= NARROWEST or shape.last - shape.first == 1
    for column in range(shape.first, shape.last):
        assert shape.column_at(shape.left(column)) == column
        assert shape.column_at(shape.left(column) + shape.column - 1) == column
    assert shape.column_at(shape.width) is None


@given(st.integers(40, 300), st.integers(1, 60), st.integers(0, 59))
def test_columns_do_not_move_while_the_one_asked_for_is_in_sight(width: int, total: int, first: int) -> None:
    shape = fit_columns(width, total, first, None)
    for column in range(shape.first, shape.last):
        assert fit_columns(width, total, shape.first, column) == shape
