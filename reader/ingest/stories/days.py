"""Dates as days: what time between articles is counted in."""

from __future__ import annotations

from datetime import UTC, datetime

_SECONDS = 86_400


def day_of(dated: str) -> float:
    """The day an article is from, counted from 1970 in UTC; 0 for a date that is none."""
    try:
        moment = datetime.fromisoformat(dated)
    except ValueError:
        return 0.0
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.timestamp() / _SECONDS
