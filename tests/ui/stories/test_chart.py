"""Numbers drawn to scale, hedges told by their shapes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.story_board.parts import Carrier, Point
from reader.domain.quantity import Hedge
from reader.ui.stories.chart import Scale, number, plot, scale_of

CARRIER = Carrier(1, "s1", (0, 1), "Bay Press", "2026-03-18", "en")
SCALE = Scale(0, 100)


def point(hedge: Hedge, nominal: float | None = None, low: float | None = None, high: float | None = None) -> Point:
    return Point("p", "Norland", "x", nominal, low, high, hedge, "q1", "s1", (CARRIER,))


@pytest.mark.parametrize(
    ("told", "drawn"),
    [
        (point(Hedge.EXACT, 0), "●··········"),
        (point(Hedge.EXACT, 50), "·····●·····"),
        (point(Hedge.EXACT, 100), "··········●"),
        (point(Hedge.ABOUT, 50), "·····○·····"),
        (point(Hedge.ABOUT, 50, 40, 60), "····├○┤····"),
        (point(Hedge.AT_LEAST, 50, 50), "·····●──▸··"),
        (point(Hedge.MORE_THAN, 50, 50), "·····○──▸··"),
        (point(Hedge.AT_MOST, 50, None, 50), "··◂──●·····"),
        (point(Hedge.LESS_THAN, 50, None, 50), "··◂──○·····"),
        (point(Hedge.BETWEEN, None, 20, 80), "··├─────┤··"),
        (point(Hedge.EXACT), "···········"),
    ],
)
def test_each_hedge_has_a_shape(told: Point, drawn: str) -> None:
    assert plot(told, SCALE, 11) == drawn


def test_numbers_near_one_another_are_told_apart() -> None:
    assert scale_of([point(Hedge.EXACT, 49), point(Hedge.EXACT, 71)]) == Scale(49, 71)
    assert scale_of([point(Hedge.EXACT, 3), point(Hedge.EXACT, 71)]) == Scale(0, 71)
    assert scale_of([point(Hedge.EXACT, 49), point(Hedge.EXACT, 49)]) is None


@given(
    hedge=st.sampled_from(Hedge),
    numbers=st.lists(st.one_of(st.none(), st.floats(-1e12, 1e12)), min_size=3, max_size=3),
    width=st.integers(4, 60),
)
def test_whatever_is_drawn_is_as_wide_as_the_chart(hedge: Hedge, numbers: list[float | None], width: int) -> None:
    told = point(hedge, *numbers)
    scale = scale_of([told, point(Hedge.EXACT, 1), point(Hedge.EXACT, 2)])
    assert scale is not None
    assert len(plot(told, scale, width)) == width


def test_numbers_at_the_edges_are_short() -> None:
    assert [number(value) for value in (0, 1200, 4.5, 0.25)] == ["0", "1,200", "4.5", "0.25"]
