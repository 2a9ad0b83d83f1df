"""The lines under an article's title: source, author, place, date; then what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from reader.domain.article import Article, Shown
from reader.domain.plain_text import clean_line

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def meta_line(article: Article) -> str:
    """What is known of an article, on one line; an example says so."""
    known = (article.source, article.author, article.place, long_date(article.published, article.language))
    parts = [clean_line(part) for part in known if part]
    if article.example:
        parts.append("example, written for Parley")
    return " · ".join(part for part in parts if part)


def notes_line(article: Article, other: Shown | None, keys: Mapping[str, str], annotated: str = "") -> str:
    """What became of an article, on one line: bookmarked, tagged, changed, which of its texts is shown; often
    nothing.

    ``other`` is whose text is kept beside the one shown; ``keys`` has the key of "undo", "changes" and "full_text";
    ``annotated`` tells of highlights and notes.
    """
    notes = []
    if article.deleted:
        notes.append(f"deleted — {keys['undo']} brings it back")
    if article.bookmarked:
        notes.append("★ bookmarked")
    if article.tags:
        notes.append(f"tagged {', '.join(clean_line(tag) for tag in article.tags)}")
    if annotated:
        notes.append(annotated)
    if article.changed:
        notes.append(f"changed {moment(article.changed)} — {keys['changes']} shows what changed")
    if other is Shown.FEED:
        notes.append(f"full text from its page — {keys['full_text']} shows the feed’s own")
    elif other is Shown.PAGE:
        notes.append(f"the feed’s own text — {keys['full_text']} shows its page’s")
    return " · ".join(notes)


def moment(iso: str) -> str:
    """A time in UTC as the clock here shows it ("14 Sep, 10:30"); what cannot be read as one as it is."""
    try:
        here = datetime.fromisoformat(iso).astimezone()
    except (ValueError, OverflowError, OSError):
        return clean_line(iso)
    year = "" if here.year == datetime.now().year else f" {here.year}"
    return f"{here.day} {_MONTHS[here.month - 1]}{year}, {here:%H:%M}"


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
