"""What is known about a text beside its words, from a side file, from front matter, or from a page."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from pathlib import Path

from reader.domain.errors import DocumentError
from reader.domain.plain_text import clean_line
from reader.feeds.file_bytes import shown_name

SIDE_ENDING = ".toml"
_ALIASES = {"date": "published", "lang": "language", "link": "url"}
_FENCE = "---"
_PAIR = re.compile(r"([A-Za-z_]+)[ \t]*:[ \t]*(.*)")
_MOST_LINES = 40
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Details:
    """See ``reader.domain.article.Draft``; None where it is not known."""

    title: str | None = None
    source: str | None = None
    author: str | None = None
    place: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    example: bool | None = None

    def over(self, other: Details) -> Details:
        """These details, with what they lack taken from ``other``."""
        mine = {f.name: getattr(self, f.name) for f in fields(self)}
        return Details(**{k: getattr(other, k) if v is None else v for k, v in mine.items()})


def details(values: Mapping[str, object]) -> Details:
    """Details from untrusted values: cleaned to one line each; unknown keys and unusable values are left out."""
    named = {_ALIASES.get(k.lower(), k.lower()): v for k, v in values.items() if v is not None}
    lines = {k: clean_line(str(v)) or None for k, v in named.items() if isinstance(v, (str, int, float, date))}
    url = lines.get("url")
    return Details(
        title=lines.get("title"),
        source=lines.get("source"),
        author=lines.get("author"),
        place=lines.get("place"),
        published=iso_date(lines.get("published")),
        language=language_code(lines.get("language")),
        url=url if url and _ADDRESS.fullmatch(url) else None,
        example=None if "example" not in lines else str(lines["example"]).lower() in ("true", "yes", "1"),
    )


def iso_date(value: str | None) -> str | None:
    """An ISO 8601 date as it is, a date and time in UTC, or None where it is neither."""
    if not value:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(value)
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        return None


def language_code(value: str | None) -> str | None:
    """The language subtag of a BCP 47 code or a locale ("fr-CA", "fr_FR"), or None."""
    found = _LANGUAGE.fullmatch(value or "")
    return found.group(1).lower() if found else None


def side_file(path: Path) -> Details:
    """What NAME.toml says about NAME.txt; nothing where there is no such file. Raises DocumentError."""
    beside = path.with_suffix(SIDE_ENDING)
    if beside == path or not beside.is_file():
        return Details()
    try:
        return details(tomllib.loads(beside.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        name = shown_name(str(beside))
        sentence = f"The side file {name} cannot be read: {clean_line(str(error))}."
        raise DocumentError(sentence, subject=str(beside)) from error


def split_front_matter(text: str) -> tuple[Details, str]:
    """The ``key: value`` lines between two lines ``---`` at the start of a text, and the text below them.

    Anything else that starts with a rule is text and stays whole.
    """
    head = text[:20_000].split("\n", _MOST_LINES)[:_MOST_LINES]
    if head[0].rstrip() != _FENCE:
        return Details(), text
    values: dict[str, object] = {}
    for n, line in enumerate(head[1:], start=1):
        if line.rstrip() == _FENCE:
            if not values:
                return Details(), text
            rest = text[sum(len(x) + 1 for x in head[: n + 1]) :]
            return details(values), rest.lstrip("\n")
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        pair = _PAIR.fullmatch(line.rstrip())
        if pair is None:
            return Details(), text
        values[pair.group(1)] = _unquoted(pair.group(2))
    return Details(), text


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
