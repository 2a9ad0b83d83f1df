"""Days as a person names them, in English and French: ``2022-09-14``, ``3 days ago``, ``la semaine dernière``."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from reader.domain.errors import QueryError
from reader.domain.folding import fold
from reader.domain.query.date_words import AGO, COUNTS, DAYS, KNOWN, LAST, MONTHS, THIS, UNITS, WEEKDAYS, Unit, skipped
from reader.domain.query.lexing import brief

Days = tuple[date, date]
"""A first day and the day after the last."""

_ISO = re.compile(r"([0-9]{4})(?:[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?)?")
_WRITTEN = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_FIGURES = re.compile(r"[0-9]{1,4}(?:[-/.][0-9]{0,2}(?:[-/.][0-9]{0,4})?)?")
_ORDINAL = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|er|re|e)?")
_YEAR = re.compile("[0-9]{4}")
_ONE_DAY = timedelta(days=1)


def days(typed: str, today: date) -> Days:
    """The days ``typed`` names, reckoned from ``today``. A month, a weekday or a day of a month without a year is the
    latest that has begun. Raises QueryError."""
    text = " ".join(fold(typed).replace(",", " ").split())
    try:
        found = _in_figures(text) or _in_words(skipped(text), today)
    except (ValueError, OverflowError):
        raise QueryError(f'There is no such day as "{brief(typed)}".') from None
    if found is None:
        raise QueryError(
            f'"{brief(typed)}" is no date; write it as 2022, 2022-09, 2022-09-14, yesterday, "3 days ago" or march.'
        )
    return found


def date_begun(typed: str) -> bool:
    """True where what was typed may become a date when it goes on."""
    *words, last = fold(typed).split() or [""]
    if not words and _FIGURES.fullmatch(last):
        # A whole date that there is not stays wrong.
        return last.endswith("-0") or not (_ISO.fullmatch(last) or _WRITTEN.fullmatch(last))
    known = all(word in KNOWN or word.isdecimal() for word in words)
    return known and (not last or last.isdecimal() or any(word.startswith(last) for word in KNOWN))


def _in_figures(text: str) -> Days | None:
    iso = _ISO.fullmatch(text)
    if iso:
        year, month, day = (int(part) if part else None for part in iso.groups())
        assert year is not None
        if month is None:
            return _year(year)
        return _month(year, month) if day is None else _day(date(year, month, day))
    written = _WRITTEN.fullmatch(text)
    if not written:
        return None
    first, second, year = map(int, written.groups())
    if first != second and max(first, second) <= 12:
        one, other = date(year, second, first), date(year, first, second)
        raise QueryError(f'"{text}" can be two days; write {one} or {other}.', suggestion=str(one))
    return _day(date(year, first, second) if second > 12 else date(year, second, first))


def _in_words(said: list[str], today: date) -> Days | None:
    for way in _WAYS:
        found = way(said, today)
        if found is not None:
            return found
    return None


def _named(said: list[str], today: date) -> Days | None:
    """Today, yesterday."""
    back = DAYS.get(" ".join(said))
    return None if back is None else _day(today - timedelta(days=back))


def _ago(said: list[str], today: date) -> Days | None:
    """3 days ago, il y a 3 jours."""
    if said[:1] == ["ago"] and len(said) == 3:
        said = said[1:]
    elif said[-1:] == [AGO] and len(said) == 3:
        said = said[:-1]
    else:
        return None
    unit = UNITS.get(said[1])
    count = COUNTS.get(said[0]) or (int(said[0]) if re.fullmatch("[0-9]{1,6}", said[0]) else None)
    if unit is None or count is None:
        return None
    return _day(_back(today, unit, count))


def _unit(said: list[str], today: date) -> Days | None:
    """This week, last month, la semaine dernière."""
    if len(said) != 2:
        return None
    word = next((word for word in said if word in UNITS), None)
    which = next((word for word in said if word in LAST or word in THIS), None)
    if word is None or which is None:
        return None
    unit = UNITS[word]
    return _around(_back(today, unit, 1) if which in LAST else today, unit)


def _weekday(said: list[str], today: date) -> Days | None:
    """Monday, lundi dernier."""
    last = [word for word in said if word in LAST]
    left = [word for word in said if word not in LAST]
    if len(left) != 1 or left[0] not in WEEKDAYS or len(last) > 1:
        return None
    back = (today.weekday() - WEEKDAYS[left[0]]) % 7
    return _day(today - timedelta(days=back or (7 if last else 0)))


def _calendar(said: list[str], today: date) -> Days | None:
    """March, mars 2022, 14 septembre, September 14 2022, last March."""
    last = [word for word in said if word in LAST]
    left = [word for word in said if word not in LAST and word not in WEEKDAYS]
    months = [MONTHS[word] for word in left if word in MONTHS]
    years = [int(word) for word in left if _YEAR.fullmatch(word)]
    ordinals = [int(found[1]) for word in left if (found := _ORDINAL.fullmatch(word))]
    rest = len(left) - len(months) - len(years) - len(ordinals)
    if rest or len(months) != 1 or max(len(years), len(ordinals), len(last)) > 1 or (years and last):
        return None
    month = months[0]
    if years:
        return _day(date(years[0], month, ordinals[0])) if ordinals else _month(years[0], month)
    latest = today - _ONE_DAY if last and ordinals else today
    if not ordinals:
        before = month < today.month or (month == today.month and not last)
        return _month(today.year if before else today.year - 1, month)
    for year in range(latest.year, latest.year - 9, -1):  # 29 February comes every fourth year, at times every eighth
        try:
            day = date(year, month, ordinals[0])
        except ValueError:
            continue
        if day <= latest:
            return _day(day)
    raise ValueError


_WAYS: tuple[Callable[[list[str], date], Days | None], ...] = (_named, _ago, _unit, _weekday, _calendar)


def _back(day: date, unit: Unit, count: int) -> date:
    if unit is Unit.DAY or unit is Unit.WEEK:
        return day - timedelta(days=count if unit is Unit.DAY else 7 * count)
    months = day.year * 12 + day.month - 1 - count * (12 if unit is Unit.YEAR else 1)
    first, after = _month(months // 12, months % 12 + 1)
    return min(first + timedelta(days=day.day - 1), after - _ONE_DAY)


def _around(day: date, unit: Unit) -> Days:
    """The day, week, month or year a day lies in."""
    match unit:
        case Unit.DAY:
            return _day(day)
        case Unit.WEEK:
            monday = day - timedelta(days=day.weekday())
            return monday, monday + timedelta(days=7)
        case Unit.MONTH:
            return _month(day.year, day.month)
        case Unit.YEAR:
            return _year(day.year)


def _day(day: date) -> Days:
    return day, day + _ONE_DAY


def _month(year: int, month: int) -> Days:
    return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)


def _year(year: int) -> Days:
    return date(year, 1, 1), date(year + 1, 1, 1)
