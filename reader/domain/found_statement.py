"""Statements that a search found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from reader.domain.statement import Act


class FoundParty(NamedTuple):
    """A party by its id, and its name in the article's language."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """A statement with what is needed to list and to cite it.

    ``sid`` is its id in its article's analysis, ``start`` the code point of the article's text where it begins;
    ``speakers`` are names, ``words`` what was said, with an ellipsis where something stands between. ``title``,
    ``source``, ``dated``, ``url`` and ``language`` are the article's.
    """

    article_id: int
    sid: str
    start: int
    parties: tuple[FoundParty, ...]
    speakers: tuple[str, ...]
    targets: tuple[FoundParty, ...]
    act: Act
    negated: bool
    confidence: float
    words: str
    title: str
    source: str | None
    dated: str
    url: str | None
    language: str


@dataclass(frozen=True, slots=True)
class FoundStatements:
    """Statements, those of the newest articles first; ``more`` where there are others still."""

    statements: tuple[FoundStatement, ...] = ()
    more: bool = False
