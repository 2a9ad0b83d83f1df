"""The line under an article's title: source, author, place, date."""

from __future__ import annotations

from datetime import date

from reader.domain.article import Article
from reader.domain.plain_text import clean_line

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def meta_line(article: Article) -> str:
    """What is known of an article, on one line; an example says so."""
    known = (article.source, article.author, article.place, long_date(article.published, article.language))
    parts = [clean_line(part) for part in known if part]
    if article.example:
        parts.append("example, written for Parley")
    return " · ".join(part for part in parts if part)


def long_date(published: str | None, language: str) -> str:
    """An ISO date in words of the language ("14 septembre 2022"); what cannot be read as one as it is."""
    day = _day(published)
    if day is None:
        return published or ""
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date

    try:
        return str(format_date(day, "long", locale=Locale.parse(language, sep="-")))
    except (UnknownLocaleError, ValueError):
        return day.isoformat()


def short_date(published: str | None, today: date) -> str:
    """A date for the list, at most eight cells: "14 Sep" in the last half year or so, else "Sep 2022"."""
    day = _day(published)
    if day is None:
        return ""
    month = _MONTHS[day.month - 1]
    return f"{day.day:2} {month}" if abs((today - day).days) < 200 else f"{month} {day.year}"


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
