"""Times on what is given out of a story: as a reporter writes them, in UTC, the same wherever it is made."""

from __future__ import annotations

from datetime import UTC, datetime

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def when(dated: str) -> str:
    """ "14 Sep 2022, 10:20 UTC" of ISO 8601 in UTC, the day alone where no time is given; what is no date as it is."""
    moment = moment_of(dated)
    if moment is None:
        return dated
    day = f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    return f"{day}, {moment:%H:%M} UTC" if len(dated) > 10 else day


def short(moment: datetime, *, clock: bool) -> str:
    """ "14 Sep", or "14 Sep 10:20" with the time of day."""
    day = f"{moment.day} {_MONTHS[moment.month - 1]}"
    return f"{day} {moment:%H:%M}" if clock else day


def moment_of(dated: str) -> datetime | None:
    """The moment in UTC, a day's beginning where no time is given; None for what is no date."""
    try:
        moment = datetime.fromisoformat(dated)
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def period(first: str, last: str) -> str:
    """ "14 Sep 2022" or "14 Sep 2022 to 16 Sep 2022": the days from one moment to another."""
    begin, end = when(first[:10]), when(last[:10])
    return begin if begin == end else f"{begin} to {end}"
