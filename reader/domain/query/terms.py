"""What a query says, as a tree of terms. Equal queries mean the same; every term prints as it can be typed.

``query/parsing.py`` makes a tree of what was typed; names in it (of parties, languages, acts) mean something only once
``ingest.understanding`` has put the ``keys`` in.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Where(StrEnum):
    """In which words of an article to look; ANYWHERE takes in what the user wrote about it."""

    ANYWHERE = ""
    TITLE = "title"
    AUTHOR = "author"


class Field(StrEnum):
    """What else can be asked of an article, or of its statements."""

    SOURCE = "source"
    FEED = "feed"
    FOLDER = "folder"
    LANGUAGE = "lang"
    TAG = "tag"
    IS = "is"
    HAS = "has"
    STORY = "story"
    ACTOR = "actor"
    PARTY = "party"
    SAYS = "says"
    ACT = "act"
    TARGET = "target"
    HEARD = "heard"
    UNHEARD = "unheard"
    COUNTS = "counts"

    @property
    def of_statement(self) -> bool:
        """True where it is about a statement. Those that stand side by side are about one and the same."""
        return self in (Field.SAYS, Field.ACT, Field.TARGET)


class Is(StrEnum):
    """What an article can be."""

    UNREAD = "unread"
    READ = "read"
    BOOKMARKED = "bookmarked"
    ANNOTATED = "annotated"
    CHANGED = "changed"
    STORY = "story"
    FOLLOWED = "followed"


class Has(StrEnum):
    """What an article can have."""

    NOTE = "note"
    HIGHLIGHT = "highlight"


class Moment(StrEnum):
    """How an article's date stands to one that is named."""

    AFTER = "after"
    BEFORE = "before"
    ON = "on"


@dataclass(frozen=True, slots=True)
class Text:
    """Words that stand one after the other, whatever their case and accents; ``words`` as typed, without quotes.

    ``prefix``: the last of them may go on. ``quoted`` only matters for how it prints.
    """

    words: str
    where: Where = Where.ANYWHERE
    prefix: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """A field with a value, as typed. ``keys`` are what the value stands for (ids of parties, codes of languages, names
    of acts), any of which will do; () where it stands for itself, or is not known yet. ``prefix``: the last word of a
    name may go on; such a value stands for itself."""

    field: Field
    value: str
    keys: tuple[str, ...] = ()
    prefix: bool = False
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """A date, as typed, and what it came to: ``since`` and ``until`` are ISO 8601 (a date, or a moment in UTC), the
    second exclusive, None where it is open on that side. ``after:`` and ``on:`` take in the day itself, ``before:``
    does not."""

    moment: Moment
    value: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """An article with a number from ``low`` to ``high``, None where it is open on that side; the ends belong to it only
    where ``with_low`` and ``with_high`` say so. ``value`` as typed (``>1000``, ``49``, ``10..20``)."""

    value: str
    low: float | None
    high: float | None
    with_low: bool = True
    with_high: bool = True


@dataclass(frozen=True, slots=True)
class Not:
    """Whatever ``term`` does not hold for."""

    term: Term


@dataclass(frozen=True, slots=True)
class All:
    """Every one of two or more terms."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of two or more terms."""

    terms: tuple[Term, ...]


Term: TypeAlias = Text | Facet | When | Number | Not | All | Any


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked. ``root`` is None where nothing was: everything answers it."""

    root: Term | None = None
