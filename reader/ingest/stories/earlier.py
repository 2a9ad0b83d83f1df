"""An earlier story about the same: fighting that breaks out again, a second strike at one company, another earthquake
in a country. It is named beside a story and never joined to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from math import fsum

from reader.analysis.stories.likeness import value, what_they_share
from reader.analysis.stories.traits import Traits, shared
from reader.domain.signature import Signature
from reader.domain.story import EarlierStory, Story
from reader.store.library import Library
from reader.store.stories.closed_stories import Closed

LEAST = 0.55
"""How likely articles of both stories are to be about one event on average, each with the one it is most like, time set
aside."""

LEAST_BESIDE_NAMES = 0.08
"""How alike they are in words that are no names, counted in the same way within a language: names alone are those of a
place, and are shared by all that happens there."""

LEAST_ACROSS = 0.95
"""How likely they are where no article has one of its own language in the other story."""

QUIET = 10.0
"""Days between them: more than ``LIMITS.days``, after which nothing joins a story any more."""

_ARTICLES = 8  # of a story that are compared
_WORDS = 18
_STORIES = 4  # whose articles are compared
_SHOWN = 6


def earlier(library: Library, story: Story) -> EarlierStory | None:
    """The story most like this one among those that were over ``QUIET`` days before it began; None where none is like
    it. Raises LibraryError."""
    mine = library.closed_stories.signatures(story.row.id, _ARTICLES)
    before = _days_before(story.row.first)
    if not mine or before is None:
        return None
    closed = library.closed_stories.with_words(_rarest(mine), before, story.row.id, _STORIES)
    best: tuple[float, Closed, list[Signature]] | None = None
    for candidate in closed:
        theirs = library.closed_stories.signatures(candidate.id, _ARTICLES)
        alike = _alike(mine, theirs)
        if alike and (best is None or alike > best[0]):
            best = (alike, candidate, theirs)
    if best is None:
        return None
    _, found, theirs = best
    return EarlierStory(found.id, found.title, found.last, _reason(mine, theirs))


def _days_before(dated: str) -> str | None:
    """The moment ``QUIET`` days before one, as the library writes dates."""
    try:
        moment = datetime.fromisoformat(dated)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    try:
        return (moment.astimezone(UTC) - timedelta(days=QUIET)).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError:
        return None


def _rarest(signatures: Sequence[Signature]) -> list[str]:
    """The words that weigh most in all of them together, as they are written, names first."""
    weights: dict[str, float] = {}
    names: set[str] = set()
    for signature in signatures:
        for key, weight in signature.weights.items():
            word = signature.words[key]
            weights[word] = weights.get(word, 0.0) + weight
            if key in signature.names:
                names.add(word)
    return sorted(weights, key=lambda word: (word not in names, -round(weights[word], 6), word))[:_WORDS]


def _alike(mine: Sequence[Signature], theirs: Sequence[Signature]) -> float:
    """How alike two stories are; 0 where one is no new round of the other."""
    if not theirs:
        return 0.0
    ones, others = [Traits(each) for each in mine], [Traits(each) for each in theirs]
    found = _of_the_nearest([[value(one, other, 0.0) for other in others] for one in ones])
    beside = _of_the_nearest([[_beside_names(one, other) for other in others] for one in ones])
    if beside is None:
        return found if found is not None and found >= LEAST_ACROSS else 0.0
    return found if found is not None and found >= LEAST and beside >= LEAST_BESIDE_NAMES else 0.0


def _beside_names(one: Traits, other: Traits) -> float | None:
    return shared(one.others, other.others) if one.language == other.language else None


def _of_the_nearest(table: Sequence[Sequence[float | None]]) -> float | None:
    """The mean, over all rows and columns that have any number, of the highest; None where there is none."""
    lines = [*table, *zip(*table, strict=True)]
    nearest = [max(known) for line in lines if (known := [each for each in line if each is not None])]
    return fsum(nearest) / len(nearest) if nearest else None


def _reason(mine: Sequence[Signature], theirs: Sequence[Signature]) -> str:
    counts: Counter[str] = Counter()
    for one in mine:
        for other in theirs:
            counts.update(what_they_share(one, other))
    words: dict[str, str] = {}  # each once, however it is written
    for word, _ in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        words.setdefault(word.casefold(), word)
    shared = list(words.values())[:_SHOWN]
    return f"About the same, and over before this began: {', '.join(shared)}."
