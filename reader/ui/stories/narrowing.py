"""Stories by words in their titles, names, parties and outlets. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reader.domain.folding import words as words_of
from reader.domain.found_statement import FoundParty
from reader.domain.story import StoryRow
from reader.ingest.stories.named import named

MOST = 2_000
"""Stories found at most; after so many nobody reads on."""

AT_ONCE = 250
"""Stories asked of the library at a time, while the words of all of them are gathered."""


@dataclass
class StoryWords:
    """The words of stories, in the order of their list, gathered once and looked through with each letter typed."""

    ids: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def add(self, rows: Iterable[StoryRow]) -> None:
        """Take in the words of further stories; their parties as the languages of their articles call them, too."""
        for row in rows:
            parties = [party.name for each in (row.parties, *_told(row)) for party in each]
            there = " ".join((row.name, row.title, *row.sources, *dict.fromkeys(parties)))
            self.ids.append(row.id)
            self.texts.append(f" {' '.join(words_of(there))}")

    def having(self, typed: str) -> Sequence[int]:
        """The ids of those in which every word typed begins a word, whatever its case and accents."""
        found = list(zip(self.texts, self.ids, strict=True))
        for word in words_of(typed):
            begun = f" {word}"
            found = [each for each in found if begun in each[0]]
        return [id for _, id in found[:MOST]]


def _told(row: StoryRow) -> Iterator[tuple[FoundParty, ...]]:
    return (named(row.parties, language) for language in row.languages)
