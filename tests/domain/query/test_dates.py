"""Days as people name them, reckoned from Sunday 29 November 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.errors import QueryError
from reader.domain.query.dates import days

TODAY = date(2026, 11, 29)

# The names, the first day, the last.
NAMED = [
    (["2022"], "2022-01-01", "2022-12-31"),
    (["2022-09", "2022/9", "September 2022", "septembre 2022", "sept. 2022"], "2022-09-01", "2022-09-30"),
    (["2022-12", "December 2022"], "2022-12-01", "2022-12-31"),
    (["2022-09-14", "2022/9/14", "14/09/2022", "14.9.2022", "09/14/2022"], "2022-09-14", "2022-09-14"),
    (
        ["14 September 2022", "14 septembre 2022", "September 14, 2022", "14th of September 2022"],
        "2022-09-14",
        "2022-09-14",
    ),
    (["le 1er mars 2022", "March 1st 2022"], "2022-03-01", "2022-03-01"),
    (["today", "Today", "aujourd'hui", "aujourd’hui", "0 days ago"], "2026-11-29", "2026-11-29"),
    (["yesterday", "hier", "1 day ago", "il y a un jour", "a day ago"], "2026-11-28", "2026-11-28"),
    (["avant-hier", "two days ago", "il y a deux jours"], "2026-11-27", "2026-11-27"),
    (["3 days ago", "il y a 3 jours"], "2026-11-26", "2026-11-26"),
    (["2 weeks ago", "il y a 2 semaines", "14 days ago"], "2026-11-15", "2026-11-15"),
    (["a month ago", "il y a un mois"], "2026-10-29", "2026-10-29"),
    (["9 months ago", "il y a 9 mois"], "2026-02-28", "2026-02-28"),
    (["1 year ago", "il y a un an"], "2025-11-29", "2025-11-29"),
    (["this week", "cette semaine"], "2026-11-23", "2026-11-29"),
    (["last week", "semaine dernière", "la semaine dernière", "la semaine passée"], "2026-11-16", "2026-11-22"),
    (["this month", "ce mois"], "2026-11-01", "2026-11-30"),
    (["last month", "le mois dernier", "mois dernier"], "2026-10-01", "2026-10-31"),
    (["last year", "l'an dernier", "l’année dernière"], "2025-01-01", "2025-12-31"),
    (
        ["march", "Mars", "mar", "in March", "since March", "en mars", "last march", "mars dernier"],
        "2026-03-01",
        "2026-03-31",
    ),
    (["november", "novembre"], "2026-11-01", "2026-11-30"),
    (["last november", "novembre dernier"], "2025-11-01", "2025-11-30"),
    (["december", "décembre"], "2025-12-01", "2025-12-31"),
    (["august", "août", "aout"], "2026-08-01", "2026-08-31"),
    (["sunday", "dimanche"], "2026-11-29", "2026-11-29"),
    (["last sunday", "dimanche dernier"], "2026-11-22", "2026-11-22"),
    (["monday", "lundi", "last monday", "lundi dernier"], "2026-11-23", "2026-11-23"),
    (["14 september", "september 14", "14 septembre", "lundi 14 septembre"], "2026-09-14", "2026-09-14"),
    (["30 november", "30 novembre"], "2025-11-30", "2025-11-30"),
    (["29 february", "29 février"], "2024-02-29", "2024-02-29"),
]
NONE = [
    *("", "soon", "22", "2022-13", "2022-02-30", "0000", "9999", "march april", "14 14 march", "monday tuesday", "the"),
    *("last", "3 days", "ago", "-3 days ago", "999999 years ago", "99999999 days ago", "2022-09-14 10:30", "march ²"),
    *("30 february", "٢٠٢٢", "last last week", "3 this march"),
]


@pytest.mark.parametrize(
    ("typed", "first", "last"), [(name, first, last) for names, first, last in NAMED for name in names]
)
def test_named(typed: str, first: str, last: str) -> None:
    since, until = days(typed, TODAY)
    assert (since.isoformat(), (until - timedelta(days=1)).isoformat()) == (first, last)


@pytest.mark.parametrize("typed", NONE)
def test_no_date(typed: str) -> None:
    with pytest.raises(QueryError):
        days(typed, TODAY)


@given(
    words=st.lists(
        st.sampled_from(
            [
                "last",
                "this",
                "march",
                "mars",
                "monday",
                "3",
                "29",
                "31",
                "2022",
                "ago",
                "days",
                "weeks",
                "months",
                "years",
                "il",
                "y",
                "a",
                "dernier",
                "février",
            ]
        ),
        max_size=5,
    ),
    today=st.dates(),
)
def test_on_any_day_words_are_days_or_refused(words: list[str], today: date) -> None:
    try:
        since, until = days(" ".join(words), today)
    except QueryError:
        return
    assert since < until
