"""Stories by words in their titles, names, parties and outlets. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.domain.folding import words as words_of
from reader.domain.story import StoryRow

MOST = 2_000
"""Stories found at most; after so many nobody reads on."""

AT_ONCE = 500
"""Stories asked of the library at a time while they are looked through."""


def narrowed(rows: Iterable[StoryRow], typed: str) -> Iterator[StoryRow]:
    """Those in which every word typed begins a word, whatever its case and accents."""
    wanted = words_of(typed)
    for row in rows:
        there = words_of(" ".join((row.name, row.title, *row.sources, *(party.name for party in row.parties))))
        if all(any(word.startswith(begun) for word in there) for begun in wanted):
            yield row
