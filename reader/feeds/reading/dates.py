"""Dates as feeds write them: ISO 8601 and RFC 822 at once, odd forms after them, no date rather than a wrong one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from reader.feeds.reading.month_names import MONTHS, ZONES
from reader.feeds.reading.vocabulary import PUBLISHED_ROLES

_LONGEST = 80
_EARLIEST_YEAR = 1900
_CLOCK = r"(?P<h>\d{1,2})[:h.](?P<mi>\d{2})(?:[:.](?P<s>\d{2})(?:[.,]\d+)?)?"
_ZONE = r"[\s,]*(?P<half>[ap]\.?m\.?(?![a-z]))?\s*(?P<zone>[-+(a-z][-+:()\w ./]{0,40})?"
_DATES = tuple(
    re.compile(rf"(?:[^\W\d]+\.?,?\s+)?{day}(?:[\sT,àat]+{_CLOCK}{_ZONE})?\s*", re.IGNORECASE)
    for day in (
        r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|\.)?[\s-]+(?:de\s+)?(?P<mo>[^\W\d]{3,10})\.?,?[\s-]+(?:de\s+)?(?P<y>\d{4}|\d{2})",
        r"(?P<y>\d{4})[-/.]?(?P<mo>\d{2})[-/.]?(?P<d>\d{2})",
        r"(?P<y>\d{4})[-/.](?P<mo>\d{1,2})[-/.](?P<d>\d{1,2})",
        r"(?P<mo>[^\W\d]{3,10})\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})",
        r"(?P<us>\d{1,2})/(?P<or>\d{1,2})/(?P<y>\d{4}|\d{2})",
        r"(?P<d>\d{1,2})\.(?P<mo>\d{1,2})\.(?P<y>\d{4}|\d{2})",
    )
)
_RFC_822 = re.compile(r"(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) (GMT|[-+]\d{4})")
_EPOCH = re.compile(r"(\d{9,10})(?:\d{3}|\.\d*)?")
_OFFSET = re.compile(r"(?:gmt|utc|ut)?\s*([-+])(\d{1,2}):?(\d{2})?", re.IGNORECASE)
_ZONE_NAME = re.compile(r"[a-z]+")


def moment(written: str | None) -> datetime | None:
    """The time a feed means, in UTC to the second; None where it is none (31 February, the year 1) or unreadable."""
    if not written:
        return None
    text = written.strip()[:_LONGEST]
    if text[4:5] == "-" and text[10:11] == "T":
        try:
            return _in_utc(datetime.fromisoformat(text))
        except (ValueError, OverflowError):
            pass
    common = _RFC_822.fullmatch(text)
    if common is not None:
        return _read_rfc_822(*common.groups())
    for pattern in _DATES:
        found = pattern.fullmatch(text)
        if found is not None:
            return _read(found.groupdict())
    found = _EPOCH.fullmatch(text)
    if found is not None:
        return datetime.fromtimestamp(int(found[1]), UTC)
    return _guessed(text)


def stamp(time: datetime, now: datetime) -> str:
    """``time`` as ISO 8601 to the second; ``now`` where it lies in the future."""
    return min(time, now).isoformat(timespec="seconds")[:19] + "Z"


def item_dates(dates: Mapping[str, str]) -> tuple[datetime | None, datetime | None]:
    """When an item appeared and when it was changed, from what stands under the roles of ``vocabulary``."""
    if not dates:
        return None, None
    read = {role: moment(written) for role, written in dates.items()}
    published = next((read[role] for role in PUBLISHED_ROLES if read.get(role)), None)
    return published, read.get("updated")


def _in_utc(time: datetime) -> datetime | None:
    time = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    return time.replace(microsecond=0) if time.year >= _EARLIEST_YEAR else None


def _read_rfc_822(day: str, month: str, year: str, hour: str, minute: str, second: str, zone: str) -> datetime | None:
    if (zone == "GMT" or zone == "+0000") and int(year) >= _EARLIEST_YEAR:
        try:
            return datetime(int(year), MONTHS[month.lower()], int(day), int(hour), int(minute), int(second), tzinfo=UTC)
        except (ValueError, KeyError):
            pass
    return _read({"d": day, "mo": month, "y": year, "h": hour, "mi": minute, "s": second, "zone": zone, "half": None})


def _read(parts: dict[str, Any]) -> datetime | None:
    """The time that the groups of a pattern of ``_DATES`` give."""
    month, day = parts.get("mo"), parts.get("d")
    if parts.get("us"):
        first, second = int(parts["us"]), int(parts["or"])
        month, day = (second, first) if first > 12 else (first, second)
    elif not str(month).isdigit():
        month = MONTHS.get(str(month).lower()) or MONTHS.get(str(month).lower()[:3])
    if not month:
        return None
    year = int(parts["y"])
    if len(parts["y"]) == 2:
        year += 2000 if year < 70 else 1900
    hour = int(parts["h"] or 0)
    if parts["half"]:
        hour = hour % 12 + (12 if parts["half"][0] in "pP" else 0)
    days, hour = (1, 0) if hour == 24 else (0, hour)
    minute, second = int(parts["mi"] or 0), min(int(parts["s"] or 0), 59)
    if hour > 23 or minute > 59:
        hour = minute = second = 0  # the day may still be right
    try:
        local = datetime(year, int(month), int(day or 1), hour, minute, second)
        return _in_utc(local.replace(tzinfo=UTC) + timedelta(days=days) - _east(parts["zone"]))
    except (ValueError, OverflowError):
        return None


def _east(zone: str | None) -> timedelta:
    """How far east of Greenwich a zone is; not at all where its name is unknown."""
    if not zone or zone == "GMT":
        return timedelta()
    offset = _OFFSET.match(zone.strip("( "))
    if offset is not None:
        minutes = int(offset[2]) * 60 + int(offset[3] or 0)
        return timedelta(minutes=0 if minutes > 14 * 60 else minutes if offset[1] == "+" else -minutes)
    names = _ZONE_NAME.findall(zone.lower())
    return timedelta(minutes=next((ZONES[name] for name in names if name in ZONES), 0))


def _guessed(text: str) -> datetime | None:
    """What dateutil makes of it, where it holds a year and is no mere number."""
    if not re.search(r"\d{4}", text) or not re.search(r"\D", text):
        return None
    from dateutil import parser

    defaults = (datetime(2000, 1, 1), datetime(2001, 2, 2))
    try:
        readings = [parser.parse(text, default=default, tzinfos=_seconds_east) for default in defaults]
        return _in_utc(readings[0]) if readings[0] == readings[1] else None
    except (ValueError, OverflowError, TypeError, AttributeError, ArithmeticError):
        return None


def _seconds_east(name: str | None, offset: int | None) -> int:
    return offset if offset is not None else ZONES.get((name or "").lower(), 0) * 60
