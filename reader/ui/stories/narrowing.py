"""Stories by words in their titles, names, parties and outlets. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reader.domain.folding import words as words_of
from reader.domain.found_statement import FoundParty
from reader.domain.query.terms import Text, Where
from reader.domain.story import StoryRow
from reader.ingest.stories.named import named

MOST = 2_000
"""Stories found at most; after so many nobody reads on."""

AT_ONCE = 250
"""Stories asked of the library at a time, while the words of all of them are gathered."""

_APART = " \ue000 "  # no phrase reaches over it


@dataclass
class StoryWords:
    """The words of stories, in the order of their list, gathered once and looked through with each letter typed."""

    ids: list[int] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def add(self, rows: Iterable[StoryRow]) -> None:
        """Take in the words of further stories; their parties as the languages of their articles call them, too."""
        for row in rows:
            parties = [party.name for each in (row.parties, *_told(row)) for party in each]
            self.ids.append(row.id)
            self.titles.append(_folded((row.name, row.title)))
            self.texts.append(self.titles[-1] + _folded((*row.sources, *dict.fromkeys(parties))))

    def having(self, text: Text) -> list[int]:
        """The ids of those that have the words of a query, whatever their case and accents: one after the other where
        they are quoted; else each of them may go on, and may stand anywhere."""
        typed = words_of(text.words)
        phrase = f" {' '.join(typed)}{'' if text.prefix else ' '}"
        wanted = [phrase] if text.quoted else [f" {word}" for word in typed]
        found = list(zip(self.titles if text.where is Where.TITLE else self.texts, self.ids, strict=True))
        for words in wanted:
            found = [each for each in found if words in each[0]]
        return [id for _, id in found]


def _folded(parts: Sequence[str]) -> str:
    return f" {_APART.join(' '.join(words_of(part)) for part in parts)} "


def _told(row: StoryRow) -> Iterator[tuple[FoundParty, ...]]:
    return (named(row.parties, language) for language in row.languages)
