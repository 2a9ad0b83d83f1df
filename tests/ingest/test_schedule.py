"""When feeds are asked again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.feed import Visit
from reader.domain.fetching import Trouble
from reader.ingest.freshness import fresh_for, max_age
from reader.ingest.schedule import LONGEST, LONGEST_WAIT, NEVER, SHORTEST, after_failure, after_success, is_due, moved

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)  # a Sunday
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)

chances = st.floats(0, 1, exclude_max=True)
hours = st.frozensets(st.integers(0, 23))
days = st.frozensets(st.integers(0, 6))
moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
headers = st.fixed_dictionaries(
    {},
    optional={
        "cache-control": st.text() | st.integers().map("max-age={}".format),
        "expires": st.text() | moments.map(format_datetime),
        "date": st.text() | moments.map(format_datetime),
        "age": st.text() | st.integers().map(str),
    },
)


def time(text: str) -> datetime:
    """A stored time, which is UTC to the second."""
    assert text.endswith("Z")
    return datetime.fromisoformat(text)


def published(*ago: timedelta) -> list[str]:
    """Items published so long ago."""
    return [(NOW - each).isoformat() for each in ago]


def wait(times: list[str], *, ttl: int | None = None, jitter: float = 0, **head: str) -> timedelta:
    """How long to wait after an answer."""
    return (
        time(
            after_success(
                Visit(),
                now=NOW,
                headers={name.replace("_", "-"): value for name, value in head.items()},
                ttl=ttl,
                skip_hours=frozenset(),
                skip_days=frozenset(),
                new_times=times,
                jitter=jitter,
            )
        )
        - NOW
    )


def test_a_feed_is_asked_four_times_between_two_items() -> None:
    assert wait(published(*(HOUR * 4 * i for i in range(10)))) == HOUR


def test_a_quick_feed_is_asked_every_quarter_of_an_hour_and_a_slow_one_daily() -> None:
    assert wait(published(*(MINUTE * i for i in range(10)))) == SHORTEST
    assert wait(published(*(timedelta(days=30) * i for i in range(10)))) == LONGEST


def test_a_feed_that_fell_silent_is_asked_less() -> None:
    often = published(*(timedelta(days=2) + MINUTE * 10 * i for i in range(10)))
    assert wait(published(*(MINUTE * 10 * i for i in range(10)))) < wait(often) < LONGEST
    assert wait(published(timedelta(days=400))) == LONGEST


def test_one_odd_item_does_not_make_a_feed_slow() -> None:
    assert wait(published(timedelta(), HOUR, HOUR * 2, HOUR * 3, timedelta(days=900))) == SHORTEST


@pytest.mark.parametrize("times", [[], ["soon"], ["2999-01-01T00:00:00Z"], [""]])
def test_nothing_known_is_an_hour(times: list[str]) -> None:
    assert wait(times) == HOUR


def test_what_the_server_asks_for_goes_before_for_a_day_at_most() -> None:
    quick = published(*(MINUTE * i for i in range(10)))
    assert wait(quick, ttl=90) == MINUTE * 90
    assert wait(quick, ttl=5) == SHORTEST
    assert wait(quick, ttl=10**9) == LONGEST
    assert wait(quick, ttl=-5) == SHORTEST
    assert wait(quick, cache_control="public, max-age=7200") == HOUR * 2
    assert wait(quick, cache_control="max-age=99999999999999999") == LONGEST
    assert wait(quick, cache_control="no-cache, no-store, must-revalidate") == SHORTEST
    assert wait(quick, expires=format_datetime(NOW + HOUR * 3, usegmt=True)) == HOUR * 3
    assert wait(quick, expires="0") == SHORTEST
    assert wait(quick, ttl=60, cache_control="max-age=7200", expires="0") == HOUR * 2


def test_chance_spreads_visits_a_little() -> None:
    assert HOUR < wait([], jitter=0.5) < wait([], jitter=0.99) < HOUR * 1.2


def test_hours_and_days_a_feed_wants_to_be_left_alone() -> None:
    def next_try(skip_hours: frozenset[int], skip_days: frozenset[int]) -> datetime:
        found = after_success(
            Visit(),
            now=NOW,
            headers={},
            ttl=None,
            skip_hours=skip_hours,
            skip_days=skip_days,
            new_times=[],
            jitter=0,
        )
        return time(found)

    assert next_try(frozenset({12}), frozenset()) == NOW + HOUR
    assert next_try(frozenset({13, 14}), frozenset()) == NOW + HOUR * 3
    assert next_try(frozenset(), frozenset({6})) == datetime(2026, 3, 2, tzinfo=UTC)
    assert next_try(frozenset({0, 1}), frozenset({6, 0})) == datetime(2026, 3, 3, 2, tzinfo=UTC)
    # A feed that leaves no hour is asked as if it had said nothing.
    assert next_try(frozenset(range(24)), frozenset()) == NOW + HOUR


@given(
    moments,
    headers,
    st.none() | st.integers(),
    hours,
    days,
    st.lists(moments.map(datetime.isoformat) | st.text()),
    chances,
)
def test_after_an_answer_it_is_never_too_soon_and_never_longer_than_a_week(
    now: datetime,
    head: dict[str, str],
    ttl: int | None,
    skip_hours: frozenset[int],
    skip_days: frozenset[int],
    times: list[str],
    jitter: float,
) -> None:
    found = time(
        after_success(
            Visit(),
            now=now,
            headers=head,
            ttl=ttl,
            skip_hours=skip_hours,
            skip_days=skip_days,
            new_times=times,
            jitter=jitter,
        )
    )
    assert now + SHORTEST <= found <= now + LONGEST_WAIT + timedelta(seconds=1)
    if len(skip_hours) < 24 and len(skip_days) < 5:
        assert found.hour not in skip_hours
        assert found.weekday() not in skip_days


def test_failures_double_the_wait_up_to_a_day() -> None:
    waits = [
        time(after_failure(Visit(failures=n), now=NOW, trouble=Trouble.SERVER, retry_after=None, jitter=0)) - NOW
        for n in range(12)
    ]
    assert waits[:4] == [MINUTE * 10, MINUTE * 20, MINUTE * 40, MINUTE * 80]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST


@given(
    moments,
    st.integers(0, 10**6),
    st.sampled_from([trouble for trouble in Trouble if trouble is not Trouble.GONE]),
    st.none() | st.floats(-1e9, 1e12),
    chances,
)
def test_after_a_failure_it_is_never_sooner_than_asked_and_never_longer_than_a_week(
    now: datetime, failures: int, trouble: Trouble, retry_after: float | None, jitter: float
) -> None:
    def at(count: int) -> datetime:
        visit = Visit(failures=count)
        return time(after_failure(visit, now=now, trouble=trouble, retry_after=retry_after, jitter=jitter))

    assert now + MINUTE * 10 <= at(failures) <= now + LONGEST_WAIT + timedelta(seconds=1)
    assert at(failures) <= at(failures + 1)
    if retry_after is not None:
        assert at(failures) >= now + min(timedelta(seconds=max(retry_after, 0)), LONGEST_WAIT)


def test_a_feed_that_is_gone_is_never_due() -> None:
    assert after_failure(Visit(), now=NOW, trouble=Trouble.GONE, retry_after=5, jitter=0) == NEVER
    assert not is_due(Visit(next_try=NEVER), NOW)
    assert not is_due(Visit(gone=True), NOW)


@pytest.mark.parametrize(
    ("next_try", "due"),
    [("", True), ("?", True), ("2026-03-01T12:00:00Z", True), ("2026-03-01T12:00:01Z", False), ("2026-03-01", True)],
)
def test_a_feed_is_due_from_its_time_on(next_try: str, due: bool) -> None:
    assert is_due(Visit(next_try=next_try), NOW) is due


def test_an_address_is_rewritten_on_the_third_visit_that_leads_to_the_same_place() -> None:
    visit = Visit()
    for expected in (("https://new/", 1, None), ("https://new/", 2, None), (None, 0, "https://new/")):
        assert moved(visit, "https://new/") == expected
        visit = Visit(moved_to=expected[0], moved_visits=expected[1])


def test_another_place_or_none_starts_counting_again() -> None:
    visit = Visit(moved_to="https://new/", moved_visits=2)
    assert moved(visit, None) == (None, 0, None)
    assert moved(visit, "https://other/") == ("https://other/", 1, None)
    assert moved(Visit(), "https://new/", 1) == (None, 0, "https://new/")


@pytest.mark.parametrize(
    ("head", "seconds"),
    [
        ({}, None),
        ({"cache-control": "max-age=60"}, 60),
        ({"cache-control": 'private, Max-Age = "60"'}, 60),
        ({"cache-control": "s-maxage=60"}, None),
        ({"cache-control": "max-age=60", "age": "45"}, 15),
        ({"cache-control": "max-age=60", "age": "90"}, -30),
        ({"cache-control": "max-age=soon", "expires": "Sun, 01 Mar 2026 12:01:00 GMT"}, 60),
        ({"expires": "Sun, 01 Mar 2026 11:59:00 GMT"}, -60),
        ({"expires": "Sun, 01 Mar 2026 10:01:00 GMT", "date": "Sun, 01 Mar 2026 10:00:00 GMT"}, 60),
        ({"expires": "-1"}, None),
    ],
)
def test_how_long_an_answer_is_fresh(head: dict[str, str], seconds: int | None) -> None:
    assert max_age(head, NOW) == (None if seconds is None else timedelta(seconds=seconds))
    assert fresh_for(head, NOW) == timedelta(seconds=max(seconds or 0, 0))
