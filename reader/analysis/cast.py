"""The actors and parties of one text, and who a noun phrase in it stands for."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.mentions import Mention
from reader.analysis.merge import Draft
from reader.analysis.parties import party_of_id
from reader.analysis.reading import Reading
from reader.domain.actor import Actor, Party
from reader.domain.span import Span


@dataclass(frozen=True, slots=True)
class Resolved:
    """Whom a noun phrase stands for: ids of actors and of parties, in order of place; both empty when unsure."""

    speakers: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()


class Cast:
    """Actors and parties in order of first mention."""

    def __init__(self, reading: Reading, drafts: list[Draft], by_word: dict[int, Mention], home: str | None) -> None:
        self.reading = reading
        self.home = home
        self.drafts = {d.id: d for d in drafts}
        self.by_word = by_word
        self.actors = tuple(Actor(d.id, d.name, d.kind, d.party, tuple(m.span for m in d.mentions)) for d in drafts)
        self._by_id = {a.id: a for a in self.actors}
        ids = dict.fromkeys(d.party for d in drafts if d.party)
        self.parties: tuple[Party, ...] = tuple(party_of_id(reading, id, drafts) for id in ids)

    def at(self, span: Span) -> tuple[Actor, ...]:
        """The named actors mentioned inside a span, in order of place, each once."""
        first, last = self.reading.inside(span)
        ids = dict.fromkeys(
            m.actor for k in range(first, last) if (m := self.by_word.get(k)) and first <= m.first and m.last <= last
        )
        return tuple(self._by_id[id] for id in ids)

    def party_of(self, actor_id: str) -> str | None:
        """The party an actor belongs to, or None."""
        actor = self._by_id.get(actor_id)
        return actor.party if actor else None

    def resolve(self, span: Span) -> Resolved:
        """Whom a noun phrase or pronoun stands for."""
        return Resolved()
