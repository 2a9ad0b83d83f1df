"""Spans that touch a stretch of text, found without looking at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.intervals import Intervals

spans = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=20)


@given(spans, st.integers(0, 40), st.integers(1, 10))
def test_the_same_as_looking_at_all(items: list[tuple[int, int]], start: int, length: int) -> None:
    end = start + length
    found = Intervals((span, n) for n, span in enumerate(items)).touching(start, end)
    wanted = {(span, n) for n, span in enumerate(items) if span[0] < span[1] and span[0] < end and span[1] > start}
    assert set(found) == wanted
    assert [span[0] for span, _ in found] == sorted(span[0] for span, _ in found)
