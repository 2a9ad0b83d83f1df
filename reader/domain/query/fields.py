"""The fields of the query language: what they are called, what they take, and what they are for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum

from reader.domain.folding import fold
from reader.domain.query.terms import Field, Has, Is, Moment, Where
from reader.domain.statement import Act


class Takes(Enum):
    """What may stand behind a field's colon."""

    WORDS = "words"
    NAME = "a name"
    FIXED = "one of a few words"
    DATE = "a date"
    NUMBER = "a number"


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """A field as it is typed. ``term`` is what it asks of an article, None for a number; ``sentence`` says what it is
    for, ``example`` is a query; ``also`` are other names for it; ``values`` are the fixed ones with what they mean."""

    name: str
    term: Where | Field | Moment | None
    takes: Takes
    sentence: str
    example: str
    also: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()


_IS = {
    Is.UNREAD: "not read yet",
    Is.READ: "read",
    Is.BOOKMARKED: "bookmarked",
    Is.ANNOTATED: "with a note or highlight",
    Is.CHANGED: "changed since it was read",
    Is.STORY: "in a story",
    Is.FOLLOWED: "in a story you follow",
}
_HAS = {Has.NOTE: "with a note", Has.HIGHLIGHT: "with a highlight"}
_ACTS = tuple((act.value, "") for act in Act)

FIELDS = (
    FieldInfo("source", Field.SOURCE, Takes.NAME, "Where it was published", "source:Reuters"),
    FieldInfo("feed", Field.FEED, Takes.NAME, "The feed it came from", 'feed:"Le Monde"', ("flux",)),
    FieldInfo("folder", Field.FOLDER, Takes.NAME, "The folder its feed is in", "folder:Caucasus", ("dossier",)),
    FieldInfo("lang", Field.LANGUAGE, Takes.NAME, "The language it is in", "lang:French", ("language", "langue")),
    FieldInfo("title", Where.TITLE, Takes.WORDS, "Words in the title", 'title:"last talks"', ("titre",)),
    FieldInfo("author", Where.AUTHOR, Takes.WORDS, "Who wrote it", "author:Smith", ("auteur", "by")),
    FieldInfo("tag", Field.TAG, Takes.NAME, "What you tagged it with", "tag:important"),
    FieldInfo("is", Field.IS, Takes.FIXED, "What became of it", "is:unread", values=tuple(_IS.items())),
    FieldInfo("has", Field.HAS, Takes.FIXED, "What you wrote in it", "has:note", values=tuple(_HAS.items())),
    FieldInfo("story", Field.STORY, Takes.NAME, "The story it is in, by number or title", "story:12", ("histoire",)),
    FieldInfo("after", Moment.AFTER, Takes.DATE, "On a day or later", "after:yesterday", ("since", "depuis", "apres")),
    FieldInfo("before", Moment.BEFORE, Takes.DATE, "Earlier than a day", "before:2022-09-14", ("avant",)),
    FieldInfo("on", Moment.ON, Takes.DATE, "On a day, in a month or a year", "on:2022-09", ("le",)),
    FieldInfo("actor", Field.ACTOR, Takes.NAME, "Who is named", 'actor:"Dmitri Peskov"', ("acteur",)),
    FieldInfo("party", Field.PARTY, Takes.NAME, "Which side is named", "party:Armenia"),
    FieldInfo("says", Field.SAYS, Takes.NAME, "Who says something", "says:Armenia", ("dit",)),
    FieldInfo("act", Field.ACT, Takes.FIXED, "What is done by saying it", "act:accuse", ("acte",), _ACTS),
    FieldInfo("target", Field.TARGET, Takes.NAME, "To or against whom it is said", "target:Azerbaijan", ("cible",)),
    FieldInfo("heard", Field.HEARD, Takes.NAME, "Who says something in its story", "heard:Armenia", ("entendu",)),
    FieldInfo("unheard", Field.UNHEARD, Takes.NAME, "Who only is spoken of there", "unheard:Russia", ("muet",)),
    FieldInfo("number", None, Takes.NUMBER, "A number in it", "number:>1000", ("nombre",)),
    FieldInfo("counts", Field.COUNTS, Takes.NAME, "What its numbers count", "counts:soldiers", ("compte",)),
)
"""All fields, in the order in which help lists them."""

_BY_NAME = {name: info for info in FIELDS for name in (info.name, *info.also)}
_BY_TERM = {info.term: info for info in FIELDS}


def field_named(name: str) -> FieldInfo | None:
    """The field somebody typed, whatever its case and accents; None where there is none."""
    return _BY_NAME.get(fold(name))


def field_of(term: Where | Field | Moment | None) -> FieldInfo:
    """The field that asks for ``term``; None stands for a number. Not for ``Where.ANYWHERE``."""
    return _BY_TERM[term]


def alike(typed: str, known: Iterable[str]) -> str | None:
    """Which of ``known`` was most likely meant, or None."""
    folded = {fold(name): name for name in known}
    word = fold(typed)
    started = [name for name in folded if len(word) > 1 and name.startswith(word)]
    close = started or get_close_matches(word, folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def field_alike(typed: str) -> str | None:
    """The name of the field that was most likely meant, or None."""
    name = alike(typed, _BY_NAME)
    return None if name is None else _BY_NAME[name].name
