"""Retry-After in both forms, and what is none."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.feeds.fetching.retry_after import MAX_SECONDS, retry_after

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("1.5", 1.5),
        ("Sun, 01 Mar 2026 12:05:00 GMT", 300),
        ("Sunday, 01-Mar-26 12:05:00 GMT", 300),
        ("Sun Mar  1 12:05:00 2026", 300),
        ("Sun, 01 Mar 2026 13:05:00 +0100", 300),
        ("Sun, 01 Mar 2026 11:00:00 GMT", 0),
        ("99999999999999", MAX_SECONDS),
        ("Fri, 31 Dec 9999 23:59:59 GMT", MAX_SECONDS),
        *(
            (text, None)
            for text in ("", "soon", "-5", "nan", "inf", "1e9", "٣", "\x00", "Sun, 99 Foo 2026 99:00:00 GMT")
        ),
        (None, None),
    ],
)
def test_what_a_server_asks_for(header: str | None, seconds: float | None) -> None:
    assert retry_after(header, NOW) == seconds


@given(st.text())
def test_any_header_is_a_time_within_a_week_or_nothing(header: str) -> None:
    seconds = retry_after(header, NOW)
    assert seconds is None or 0 <= seconds <= MAX_SECONDS


@given(st.timedeltas(timedelta(0), timedelta(days=7)))
def test_a_date_and_seconds_mean_the_same(wait: timedelta) -> None:
    whole = timedelta(seconds=int(wait.total_seconds()))
    assert retry_after(format_datetime(NOW + whole, usegmt=True), NOW) == retry_after(
        str(int(whole.total_seconds())), NOW
    )
