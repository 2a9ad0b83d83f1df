"""Times as a person says them, in local time. Pure: now comes from outside."""

from __future__ import annotations

from datetime import UTC, datetime

NEVER_YEAR = 9999


def moment(iso: str | None, now: datetime) -> str:
    """A time in ISO 8601 seen from ``now`` (any time zone): "today 14:05", "3 days ago", "12 Mar 2024".

    Empty for None and for what is no time.
    """
    then = _parsed(iso)
    if then is None:
        return ""
    here = then.astimezone(now.tzinfo)
    days = (here.date() - now.date()).days
    clock = f"{here:%H:%M}"
    if days == 0:
        return f"today {clock}"
    if abs(days) == 1:
        return f"{'tomorrow' if days > 0 else 'yesterday'} {clock}"
    if abs(days) <= 6:
        return f"in {days} days" if days > 0 else f"{-days} days ago"
    return f"{here.day} {here:%b}" + (f" {here.year}" if here.year != now.year else "")


def next_moment(iso: str, now: datetime) -> str:
    """As ``moment``, for when something is due: "now" where that is past, "never" where it never is."""
    then = _parsed(iso)
    if then is None or then <= now:
        return "now"
    return "never" if then.year >= NEVER_YEAR else moment(iso, now)


def _parsed(iso: str | None) -> datetime | None:
    try:
        then = datetime.fromisoformat(iso) if iso else None
    except ValueError:
        return None
    return then if then is None or then.tzinfo else then.replace(tzinfo=UTC)
