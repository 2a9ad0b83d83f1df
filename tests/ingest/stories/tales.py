"""Articles of made-up events, and what stories they fall into, for tests of placing through a real library."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random

from reader.domain.analysis import Analysis, Engine, Level
from reader.domain.article import Draft
from reader.domain.comparison import Comparison
from reader.domain.story import Stories
from reader.store.library import Library

ENGINE = "an engine"
_FIRST = datetime(2026, 3, 1, 8, tzinfo=UTC)
_CONSONANTS = "bdfgklmnprstvz"


@cache
def _words(event: int, count: int) -> tuple[str, ...]:
    """Names nobody bears, those of one event."""
    chance = Random(event)
    return tuple("".join(chance.choice(_CONSONANTS) + chance.choice("aeiou") for _ in range(5)) for _ in range(count))


def tale(events: tuple[int, ...], number: int, day: float = 0.0, source: str | None = "Bay", copy: str = "") -> Draft:
    """The ``number``-th article, about these events, the first most; ``copy`` is a text to repeat word for word."""
    said = [word for event in events for word in _words(event, 12)]
    own = [f"n{number}x{place}" for place in range(3)]
    text = copy or f"{' '.join(said[number % 3 :])} {' '.join(own)}. {' '.join(said[::2])}."
    when = (_FIRST + timedelta(days=day)).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Draft(
        text + ("" if not copy else f"\nRepeated {number}."),
        f"{said[0].capitalize()} {number}",
        source,
        published=when,
        language="en",
    )


def add(library: Library, draft: Draft, *, analysed: bool = True) -> int:
    """Put an article into a library, with an analysis."""
    id = library.add(draft).id
    if analysed:
        library.save_analysis(draft.text_hash, ANALYSIS, ENGINE)
    return id


ANALYSIS = Analysis(
    language="en",
    engine=Engine("a_model 1.0", "en 1", Level.FULL),
    parties=(),
    actors=(),
    quantities=(),
    statements=(),
    comparison=Comparison((), (), ()),
)


def stories(library: Library) -> list[tuple[int, ...]]:
    """The stories there are, each its articles' ids, sorted."""
    shelf = library.stories
    rows = shelf.rows(-1) + shelf.rows(-1, which=Stories.MUTED)
    return sorted(tuple(sorted(shelf.ids(row.id))) for row in rows)
