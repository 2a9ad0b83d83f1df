"""What resolving a phrase finds, and what it needs of the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.reading import Reading
from reader.analysis.actors.salience import Salience
from reader.analysis.actors.sides import Sides


@dataclass(slots=True)
class Found:
    """Ids of actors and parties found so far, each once; ``person`` where a person was named, ``office`` where only
    an office was."""

    speakers: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    person: bool = False
    office: bool = False

    def add(self, speaker: str | None, party: str | None) -> None:
        if speaker and speaker not in self.speakers:
            self.speakers.append(speaker)
        if party and party not in self.parties:
            self.parties.append(party)

    def take(self, other: Found) -> None:
        for speaker in other.speakers:
            self.add(speaker, None)
        for party in other.parties:
            self.add(None, party)
        self.person = self.person or other.person
        self.office = self.office or other.office

    def __bool__(self) -> bool:
        return bool(self.speakers or self.parties)


@dataclass(frozen=True)
class Context:
    """What resolving a phrase needs of one text; ``sides`` are those that the text gives no name."""

    reading: Reading
    drafts: dict[str, Draft]
    by_word: dict[int, Mention]
    home: str | None
    salience: Salience
    sides: Sides

    def party(self, mention: Mention) -> str | None:
        """The party of the actor a mention names."""
        return self.drafts[mention.actor].party
