"""The actors and parties of one text, and who a noun phrase in it stands for."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.found import Context
from reader.analysis.actors.late_parties import give_late_parties
from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.parties import party_of_id
from reader.analysis.actors.place_clues import says_where
from reader.analysis.actors.reading import Reading
from reader.analysis.actors.resolve import Resolver
from reader.analysis.actors.salience import Salience
from reader.analysis.actors.sides import Sides
from reader.domain.actor import Actor, ActorKind, Party
from reader.domain.span import Span


@dataclass(frozen=True, slots=True)
class Resolved:
    """Whom a noun phrase stands for: ids of actors and of parties, in order of place; both empty when unsure."""

    speakers: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()


class Cast:
    """Actors and parties in order of first mention."""

    def __init__(self, reading: Reading, drafts: list[Draft], by_word: dict[int, Mention], home: str | None) -> None:
        self._reading = reading
        self._drafts = drafts
        self._by_word = by_word
        self._drafts_by_id = by_id = {d.id: d for d in drafts}
        self._context = Context(reading, by_id, by_word, home, Salience(reading, by_id), Sides(reading, by_word))
        self._resolver = Resolver(self._context)
        give_late_parties(self._context, self._resolver.offices)
        self.actors = tuple(Actor(d.id, d.name, d.kind, d.party, tuple(m.span for m in d.mentions)) for d in drafts)
        self._by_id = {a.id: a for a in self.actors}
        self._places: dict[str, int] = {}
        for draft in drafts:
            if draft.party:
                self._places.setdefault(draft.party, draft.first)

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties of the actors, and those that only a resolved phrase stands for ("a US official")."""
        ids = sorted(self._places, key=lambda id: self._places[id])
        sides = self._context.sides.names
        return tuple(
            Party(id, sides[id], "group") if id in sides else party_of_id(self._reading, id, self._drafts) for id in ids
        )

    def at(self, span: Span) -> tuple[Actor, ...]:
        """The named actors mentioned inside a span, in order of place, each once."""
        first, last = self._reading.inside(span)
        ids = dict.fromkeys(
            m.actor for k in range(first, last) if (m := self._by_word.get(k)) and first <= m.first and m.last <= last
        )
        return tuple(self._by_id[id] for id in ids)

    def acting(self, span: Span) -> tuple[Actor, ...]:
        """As ``at``, without states of whose name the text only says that something is there: "in southern France"."""
        first, last = self._reading.inside(span)
        placed = {
            m.actor
            for k in range(first, last)
            if (m := self._by_word.get(k)) and m.kind is ActorKind.STATE and says_where(self._reading, m.first, m.last)
        }
        return tuple(actor for actor in self.at(span) if actor.id not in placed)

    def is_body(self, actor_id: str) -> bool:
        """True for a state, body or organisation that a list or a noun in the text says is one."""
        draft = self._drafts_by_id.get(actor_id)
        if draft is None or draft.person or draft.kind is ActorKind.PLACE:
            return False
        return draft.kind is not ActorKind.ORGANISATION or bool(draft.type) or draft.mentions[0].entry is not None

    def resolve(self, span: Span) -> Resolved:
        """Whom a noun phrase or pronoun stands for: names in it, else whoever it points back at; empty when unsure."""
        first, last = self._reading.inside(span)
        found = self._resolver.resolve(first, last)
        for party in found.parties:
            self._places[party] = min(first, self._places.get(party, first))
        return Resolved(tuple(found.speakers), tuple(found.parties))
