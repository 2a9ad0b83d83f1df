"""Numbers as people ask for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.errors import QueryError
from reader.domain.query.numbers import Interval, interval


def exactly(value: float) -> Interval:
    return Interval(value, value)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("49", exactly(49)),
        ("=49", exactly(49)),
        ("-5", exactly(-5)),
        ("1,000", exactly(1000)),
        ("1 000 000", exactly(1e6)),
        ("1\u202f000", exactly(1000)),
        ("1'000", exactly(1000)),
        ("1.000.000", exactly(1e6)),
        ("1.500", exactly(1.5)),
        ("3.5", exactly(3.5)),
        ("3,5", exactly(3.5)),
        ("0,125", exactly(0.125)),
        ("1,000.5", exactly(1000.5)),
        ("1 000,5", exactly(1000.5)),
        ("5k", exactly(5000)),
        ("2.5 million", exactly(2.5e6)),
        ("2,5 millions", exactly(2.5e6)),
        ("3 milliards", exactly(3e9)),
        ("10 mille", exactly(10_000)),
        ("50%", exactly(50)),
        ("50 %", exactly(50)),
        ("$5m", exactly(5e6)),
        (">1000", Interval(1000, None, with_low=False)),
        ("> 1 000", Interval(1000, None, with_low=False)),
        (">=1000", Interval(1000, None)),
        ("≥1000", Interval(1000, None)),
        ("<5", Interval(None, 5, with_high=False)),
        ("<=5", Interval(None, 5)),
        ("10..20", Interval(10, 20)),
        ("10…20", Interval(10, 20)),
        ("10-20", Interval(10, 20)),
        ("10–20", Interval(10, 20)),
        ("10 to 20", Interval(10, 20)),
        ("10 à 20", Interval(10, 20)),
        ("20..10", Interval(10, 20)),
        ("-20..-10", Interval(-20, -10)),
        ("1,000..2,000", Interval(1000, 2000)),
        ("10..", Interval(10, None)),
        ("..20", Interval(None, 20)),
        ("1k..1m", Interval(1000, 1e6)),
    ],
)
def test_asked_for(typed: str, expected: Interval) -> None:
    assert interval(typed) == expected


@pytest.mark.parametrize(
    "typed", ["", ">", "..", "many", "1 2", "12,34,56", "1..2..3", ">1..2", "1e5", "²", "٣", "1" + "0" * 400]
)
def test_refused(typed: str) -> None:
    with pytest.raises(QueryError, match="number:"):
        interval(typed)


@given(typed=st.one_of(st.text(max_size=12), st.text("0123456789.,'-– <>=kmé…", max_size=12)))
def test_any_text_is_numbers_or_refused(typed: str) -> None:
    try:
        found = interval(typed)
    except QueryError:
        return
    assert found.low is not None or found.high is not None
    assert found.low is None or found.high is None or found.low <= found.high
