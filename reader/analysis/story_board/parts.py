"""What a story is arranged from, and what it is arranged into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reader.analysis.board.board import Board
from reader.domain.actor import Party
from reader.domain.analysis import Analysis
from reader.domain.quantity import Hedge
from reader.domain.span import Span


@dataclass(frozen=True, slots=True)
class Wording:
    """A text an article had before, with its analysis; ``replaced`` is when it was, ISO 8601 in UTC."""

    text: str
    analysis: Analysis
    replaced: str


@dataclass(frozen=True, slots=True)
class StoryText:
    """An article of a story with its analysis, as its user corrected it. ``outlet`` is its source, or its feed's or
    site's name where it has none; ``versions`` its earlier wordings, the newest first."""

    article_id: int
    title: str
    outlet: str
    author: str | None
    language: str
    dated: str
    url: str | None
    text: str
    text_hash: str
    analysis: Analysis
    copy_of: int | None = None
    agency: str | None = None
    versions: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Carrier:
    """Where a statement stands: ``statement`` is its id in that article's own analysis, ``span`` its content's extent
    in that article's text."""

    article_id: int
    statement: str
    span: Span
    outlet: str
    dated: str
    language: str


class Trend(StrEnum):
    """How the numbers of a figure move from one article to the next; ``APART``: they cannot all be true, and no two
    speakers are known to mean the same moment."""

    STEADY = "steady"
    REVISED = "revised"
    DISPUTED = "disputed"
    CONVERGING = "converging"
    APART = "side by side"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Point:
    """A number of a figure at a time. ``value`` is as written, hedge and all; ``low``, ``high`` and ``nominal`` are for
    drawing, None where the text leaves them open. ``party`` is the speaker's party id (None: the article itself, or a
    speaker without a party), ``speaker`` its name or the source's words. ``carriers`` are all outlets that give the
    same number by the same speaker, the first first; ``quantity`` and ``statement`` ids in the story's analysis."""

    party: str | None
    speaker: str
    value: str
    nominal: float | None
    low: float | None
    high: float | None
    hedge: Hedge
    quantity: str
    statement: str | None
    carriers: tuple[Carrier, ...]

    @property
    def dated(self) -> str:
        """When it was first given."""
        return self.carriers[0].dated


@dataclass(frozen=True, slots=True)
class StoryFigure:
    """A count by speaker over time, latest first. ``counted`` is what is counted in an article's own words; ``why``
    says the trend in a sentence that names the numbers."""

    counted: str
    trend: Trend
    why: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """Something on the timeline: an article that came out (``statement`` is None), or a statement in it that no earlier
    article had. ``words`` are the headline or what was said, verbatim."""

    dated: str
    article_id: int
    outlet: str
    language: str
    words: str
    statement: str | None = None
    party: str | None = None
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """An outlet that names another (or an agency) as the source of what it says; ``span`` is where, in its text."""

    article_id: int
    outlet: str
    span: Span
    statement: str | None


@dataclass(frozen=True, slots=True)
class Outlet:
    """What one outlet gives of a story: its articles, how many statements of each party (by party id, most first), the
    parties unheard in it though other outlets let them speak, who speaks in it alone, and whom it cites."""

    name: str
    languages: tuple[str, ...]
    articles: tuple[int, ...]
    quoted: tuple[tuple[str, int], ...]
    unheard: tuple[str, ...]
    alone: tuple[str, ...]
    cites: tuple[Citation, ...]
    agencies: tuple[str, ...]


class ChangeKind(StrEnum):
    """A party that says otherwise than before, or a text that was altered."""

    CONTRADICTED = "contradicted"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class Change:
    """What changed. ``was`` and ``now`` are verbatim; their carriers say where each stands (``was`` of an altered text
    in its earlier wording). ``why`` is the rule in a sentence; ``speaker`` is "" for an altered text."""

    kind: ChangeKind
    party: str | None
    speaker: str
    was: str
    now: str
    was_at: Carrier
    now_at: Carrier
    why: str


@dataclass(frozen=True, slots=True)
class Beyond:
    """What a story has that one of its articles lacks: ``sentences`` ready to show, "Azerbaijan’s answer is in 3 other
    articles.", the weightiest first; ``parties`` heard elsewhere and not here; ``statements`` of the story's analysis
    that stand in other articles only."""

    sentences: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    statements: frozenset[str] = frozenset()


@dataclass(frozen=True)
class StoryBoard:
    """A story arranged. ``text`` holds the articles' texts end to end, oldest first; ``analysis`` is of that text:
    actors and parties by identity and named in the reader's language, a statement that several articles carry once,
    exchanges and figures across articles. ``starts`` maps an article's id to where its text begins in ``text``, in
    order.

    ``carriers`` maps the id of a statement to where it stands, the first first. ``beyond`` maps an article's id to what
    it lacks.
    """

    texts: tuple[StoryText, ...]
    text: str
    starts: Mapping[int, int]
    analysis: Analysis
    board: Board
    carriers: Mapping[str, tuple[Carrier, ...]]
    figures: tuple[StoryFigure, ...]
    timeline: tuple[Moment, ...]
    outlets: tuple[Outlet, ...]
    changes: tuple[Change, ...]
    beyond: Mapping[int, Beyond]

    def party(self, id: str) -> Party | None:
        """The party with that id, or None."""
        return self.analysis.party(id)

    def place(self, span: Span) -> tuple[int, Span]:
        """The article a span of ``text`` lies in, and the span in that article's own text."""
        from bisect import bisect_right

        ids, starts = tuple(self.starts), tuple(self.starts.values())
        at = max(bisect_right(starts, span[0]) - 1, 0)
        return ids[at], (span[0] - starts[at], span[1] - starts[at])
