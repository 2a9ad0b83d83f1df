"""Watch rules: what a person wants to be told of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.domain.plain_text import clean_line


class WatchKind(StrEnum):
    """Statements that a query finds, or figures of a story."""

    STATEMENTS = "statements"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Watch:
    """A rule. ``query`` is that of a search for statements ("says:Russia ceasefire"), "" for figures; ``story`` an
    article's id whose story is watched, or None where statements of the whole library are. ``seen`` is what was told
    already, as those who watch wrote it down; ``added`` ISO 8601 in UTC."""

    id: int
    name: str
    kind: WatchKind
    query: str
    story: int | None
    seen: str
    added: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something a rule tells: a statement, or a figure that changed. ``words`` are the article's own: what was said, or
    the number, and ``counted`` what it counts, "" for a statement. ``before`` is the same speaker's number before, ""
    where there was none; ``start`` the code point where the words begin."""

    watch: int
    name: str
    article_id: int
    start: int
    speaker: str
    words: str
    before: str
    title: str
    source: str | None
    dated: str
    url: str | None
    language: str
    counted: str = ""

    @property
    def line(self) -> str:
        """What was sighted, in the article's words on one line: ``soldiers killed: 49 → at least 105`` of a figure."""
        words = clean_line(self.words)
        if self.before:
            words = f"{clean_line(self.before)} → {words}"
        return f"{clean_line(self.counted)}: {words}" if self.counted else words
