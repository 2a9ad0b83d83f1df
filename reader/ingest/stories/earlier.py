"""An earlier story about the same: fighting that breaks out again, months after a truce."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from math import fsum

from reader.analysis.stories.likeness import value, what_they_share
from reader.analysis.stories.traits import Traits
from reader.domain.signature import Signature
from reader.domain.story import EarlierStory, Story
from reader.store.library import Library
from reader.store.stories.closed_stories import Closed

LEAST = 0.97
"""How alike articles of both stories are on average, each to the one it is most like, time set aside."""

QUIET = 21.0
"""Days between them. What comes sooner is as like, but rather another event about the same people (a second strike, the
replay of a match) than one that begins anew after it was over."""

_ARTICLES = 8  # of a story that are compared
_WORDS = 10
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
        if alike >= LEAST and (best is None or alike > best[0]):
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
    if not theirs:
        return 0.0
    ones, others = [Traits(each) for each in mine], [Traits(each) for each in theirs]
    table = [[value(one, other, 0.0) for other in others] for one in ones]
    nearest = [max(row) for row in table] + [max(column) for column in zip(*table, strict=True)]
    return fsum(nearest) / len(nearest)


def _reason(mine: Sequence[Signature], theirs: Sequence[Signature]) -> str:
    counts: Counter[str] = Counter()
    for one in mine:
        for other in theirs:
            counts.update(what_they_share(one, other))
    shared = [word for word, _ in sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:_SHOWN]]
    return f"About the same, and over before this began: {', '.join(shared)}."
