"""When something of a story came out, as the clock here shows it. Pure."""

from __future__ import annotations

from datetime import date, datetime

from reader.domain.plain_text import clean_line
from reader.ui.article_head import short_date
from reader.ui.panel.words import NO_BREAK

RECENT = 200
"""Days after which a list tells the month and the year only; as for articles."""

DATE_ONLY = 10
"""Letters of a date that comes without a time."""


def stamp(iso: str) -> str:
    """ "14 Sep, 10:30", "14 Sep" where no time is known, never broken between two lines; what cannot be read as a date
    as it is."""
    here = _here(iso)
    if here is None:
        return clean_line(iso)
    return f",{NO_BREAK}".join(part for part in (f"{here.day}{NO_BREAK}{here:%b}", clock(iso)) if part)


def clock(iso: str) -> str:
    """ "10:30"; empty where no time is known."""
    here = _here(iso)
    return f"{here:%H:%M}" if here is not None and len(iso) > DATE_ONLY else ""


def day(iso: str) -> str:
    """ "Wednesday 14 September 2022"; what cannot be read as a date as it is."""
    here = _here(iso)
    return f"{here:%A} {here.day} {here:%B %Y}" if here is not None else clean_line(iso) or "no date"


def day_span(first: str, last: str) -> str:
    """ "14 Sep 2022", "12–14 Sep 2022", "30 Sep – 2 Oct 2022"."""
    start, end = _here(first), _here(last)
    if start is None or end is None:
        return clean_line(first or last)
    until = f"{end.day} {end:%b %Y}"
    if start.date() == end.date():
        return until
    if start.year != end.year:
        return f"{start.day} {start:%b %Y} – {until}"
    return f"{start.day} {start:%b} – {until}" if start.month != end.month else f"{start.day}–{until}"


def days(first: str, last: str, today: date) -> str:
    """The days of a story for a list, at most thirteen cells: "12–14 Jan", "30 Sep–2 Oct", "Sep–Oct 2025" where it is
    long ago; the hour it came to where that is today."""
    start, end = _here(first), _here(last)
    if start is None or end is None or end.date() == today or start.date() == end.date():
        return when(last, today).strip()
    if abs((today - end.date()).days) >= RECENT:
        return f"{end:%b %Y}" if start.month == end.month or start.year != end.year else f"{start:%b}–{end:%b %Y}"
    return (
        f"{start.day}–{end.day} {end:%b}" if start.month == end.month else f"{start.day} {start:%b}–{end.day} {end:%b}"
    )


def when(iso: str, today: date) -> str:
    """For a list, at most eight cells: "10:30" on the day itself, else as ``short_date``."""
    here = _here(iso)
    if here is None:
        return ""
    return (clock(iso) or "today") if here.date() == today else short_date(here.date().isoformat(), today)


def _here(iso: str) -> datetime | None:
    try:
        then = datetime.fromisoformat(iso)
        return then if len(iso) <= DATE_ONLY else then.astimezone()
    except (ValueError, OverflowError, OSError):
        return None
