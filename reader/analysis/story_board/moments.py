"""Dates of articles against each other: some have a time, some a day only, a few none."""

from __future__ import annotations

from datetime import datetime

_DAY = 24 * 3600.0
_DATE = len("2026-11-30")
_TOGETHER = 0.25  # days


def not_after(one: str, other: str) -> bool:
    """Whether a moment is not later than another, as far as both are told: a day only is any time of it."""
    told = min(len(one), len(other))
    return one[:told] <= other[:told]


def together(one: str, other: str) -> bool:
    """Whether two moments are within some hours of each other; where one is a day only, whether they are of one day."""
    if min(len(one), len(other)) <= _DATE:
        return of_one_day(one, other)
    return apart(one, other) <= _TOGETHER


def of_one_day(one: str, other: str) -> bool:
    """Whether two moments are of one day."""
    return one[:_DATE] == other[:_DATE]


def apart(one: str, other: str) -> float:
    """The days between two moments; 0 where one of them is no date."""
    try:
        first, second = (datetime.fromisoformat(moment).replace(tzinfo=None) for moment in (one, other))
    except ValueError:
        return 0.0
    return abs((second - first).total_seconds()) / _DAY
