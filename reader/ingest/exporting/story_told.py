"""A story with everything that is needed to cite it: what all its forms, text, Markdown and HTML, are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.story_board.parts import ChangeKind, Point, Trend
from reader.domain.plain_text import clean_line
from reader.domain.story import Story
from reader.ingest.exporting.story_answers import Answering
from reader.ingest.exporting.story_dates import period
from reader.ingest.exporting.story_quoted import Speaking
from reader.ingest.exporting.story_sources import Cited, Source


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a figure: who gives it, and all that do so alike, the first first. ``statement`` is the number of the
    statement it is in, None for an article's own words."""

    speaker: str
    party: str | None
    point: Point
    cited: tuple[Cited, ...]
    statement: int | None


@dataclass(frozen=True, slots=True)
class Count:
    """What is counted, how its numbers moved and why that is said, and the numbers, the latest first."""

    counted: str
    language: str
    trend: Trend
    why: str
    numbers: tuple[Number, ...]


def given_once(counts: Sequence[Count]) -> tuple[list[Count], list[Count]]:
    """Figures with several numbers, which can be compared; and those with one number each."""
    return [c for c in counts if len(c.numbers) > 1], [c for c in counts if len(c.numbers) == 1]


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the timeline: an article that came out (``speaker`` and ``act`` are "" and ``statement`` is None), or
    what somebody said in it first. ``act`` is what the speaker did by it: "denied"."""

    dated: str
    source: Source
    words: str
    language: str
    speaker: str
    act: str
    statement: int | None


@dataclass(frozen=True, slots=True)
class OutletTold:
    """What one outlet gives: parties by name with how many statements it quotes of each, those unheard in it, those
    heard in it alone, whom it cites (with the words that say so), and the agencies it credits."""

    name: str
    languages: tuple[str, ...]
    articles: tuple[Source, ...]
    quoted: tuple[tuple[str, int], ...]
    unheard: tuple[str, ...]
    alone: tuple[str, ...]
    cites: tuple[tuple[str, str], ...]
    agencies: tuple[str, ...]


_CHANGES = {ChangeKind.CONTRADICTED: "says otherwise than before", ChangeKind.ALTERED: "text altered"}


@dataclass(frozen=True, slots=True)
class ChangeTold:
    """What changed: who says otherwise ("" where a text was altered), both wordings verbatim with where they
    stand, and the rule in a sentence."""

    kind: ChangeKind
    speaker: str
    was: str
    was_at: Cited | None
    now: str
    now_at: Cited | None
    languages: tuple[str, str]
    why: str

    @property
    def label(self) -> str:
        """What sort of change it is, in words."""
        return _CHANGES[self.kind]


@dataclass(frozen=True, slots=True)
class StoryTold:
    """A story ready to be given out. ``language`` is the one parties are named in; ``by_hand`` and ``made`` are
    sentences."""

    story: Story
    language: str
    sources: tuple[Source, ...]
    answering: tuple[Answering, ...]
    speaking: tuple[Speaking, ...]
    unheard: tuple[str, ...]
    counts: tuple[Count, ...]
    timeline: tuple[Event, ...]
    outlets: tuple[OutletTold, ...]
    changes: tuple[ChangeTold, ...]
    by_hand: tuple[str, ...]
    made: tuple[str, ...]

    @property
    def title(self) -> str:
        """What the story is called, never empty."""
        return clean_line(self.story.row.shown) or "Untitled"

    @property
    def title_language(self) -> str:
        """The language of the title; of a name given by hand it is not known."""
        same = (source for source in self.sources if source.member.title == self.story.row.title)
        found = next(same, None)
        return "und" if self.story.row.name or found is None else found.member.language

    @property
    def about(self) -> str:
        """How much it is, in a line: "5 articles in 3 outlets · en, fr · 14 Sep 2022 to 16 Sep 2022"."""
        row = self.story.row
        articles, outlets = f"{row.articles} articles", len({source.outlet for source in self.sources})
        copies = f", {row.copies} of them {'a copy' if row.copies == 1 else 'copies'}" if row.copies else ""
        where = f"{articles} in {outlets} outlet{'' if outlets == 1 else 's'}{copies}"
        return " · ".join((where, ", ".join(row.languages), period(row.first, row.last)))

    @property
    def missing(self) -> tuple[Source, ...]:
        """The articles that are not analysed."""
        return tuple(source for source in self.sources if source.text is None)
