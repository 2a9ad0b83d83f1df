"""What became of a text: which words went and came, and what that did to its figures and statements."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.domain.span import Span


class Change(StrEnum):
    """What became of something between two versions of a text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class Edit:
    """A run of words that stayed, came or went.

    ``old`` and ``new`` are where it stands in the two texts, each with the blanks after it; what came stands nowhere
    in the old text (an empty span at the place where it would), what went nowhere in the new one.
    """

    change: Change
    old: Span
    new: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph and what became of it. ``edits`` in order of place; a paragraph that stayed is one of SAME."""

    change: Change
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A number that came, went or became another.

    ``before`` and ``after`` as written, hedge included; None where there is none. ``counted`` is what is counted,
    in the text's own words, "" where it does not say; ``who`` the names of those who say it, () for the text itself.
    """

    change: Change
    before: str | None
    after: str | None
    counted: str
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatementChange:
    """A statement that came, went or became another.

    ``who`` are the names of those who make it (() where nobody is named), ``act`` what they do ("accuses"),
    ``targets`` the names of those it is aimed at; ``before`` and ``after`` what is said, word for word on one line.
    """

    change: Change
    who: tuple[str, ...]
    act: str
    targets: tuple[str, ...]
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """How one text became another: its paragraphs in order, and what is called out of them."""

    passages: tuple[Passage, ...]
    figures: tuple[FigureChange, ...] = ()
    statements: tuple[StatementChange, ...] = ()

    @property
    def changed(self) -> bool:
        """True where any word came or went."""
        return any(passage.change is not Change.SAME for passage in self.passages)
