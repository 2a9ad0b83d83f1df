"""Small answers of the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.domain.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Added:
    """Where a draft went: the article's id, and whether it is new (False: the same text was already there)."""

    id: int
    new: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles there are, and how many of them are unread."""

    articles: int
    unread: int


@dataclass(frozen=True, slots=True)
class StoredAnalysis:
    """An analysis from the library, and the key of the engine that made it (see ``Engine.key``)."""

    analysis: Analysis
    engine_key: str
