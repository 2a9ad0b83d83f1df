"""Whom a noun phrase or pronoun stands for: the names in it, or whoever it points back at."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.analysis.mentions import Mention
from reader.analysis.merge import Draft
from reader.analysis.noun_phrases import (
    Office,
    Part,
    adjective_party,
    direct,
    mentions_in,
    office_in,
    parts_of,
    strip_left,
)
from reader.analysis.pairs import find_pair, pair_kind
from reader.analysis.reading import Reading
from reader.analysis.salience import Salience
from reader.domain.actor import ActorKind
from reader.languages.actor_rules import STATE_TYPES, Reference
from reader.languages.gazetteer import Use

_PRONOUN_POS = frozenset({"", "PRON", "DET", "ADJ", "NOUN", "PROPN", "X", "ADV"})


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

    def __bool__(self) -> bool:
        return bool(self.speakers or self.parties)


class Resolver:
    """Resolves phrases of one text."""

    def __init__(
        self, reading: Reading, drafts: dict[str, Draft], by_word: dict[int, Mention], home: str | None
    ) -> None:
        self._reading = reading
        self._drafts = drafts
        self._by_word = by_word
        self._home = home
        self._salience = Salience(reading, drafts)

    def resolve(self, first: int, last: int) -> Found:
        """Whom words ``first`` to ``last`` stand for."""
        if first >= last:
            return Found()
        kind = pair_kind(self._reading, first, last)
        if kind and not any(m.actor for m in mentions_in(first, last, self._by_word)):
            speakers, parties = find_pair(self._reading, self._salience, self._drafts, first, kind)
            return Found(speakers, parties)
        pronoun = self._pronoun(first, last)
        if pronoun is not None:
            return pronoun
        whole = Found()
        before: Found | None = None
        for part in parts_of(self._reading, first, last, self._by_word):
            found = self._part(part)
            if part.joined == "comma" and before:
                if self._apposition(part, found):
                    if not whole.person and found.person:
                        whole = found
                    continue
                if found.person and before.office:
                    whole = found
                    before = found
                    continue
            whole.take(found)
            before = found
        return whole

    def _apposition(self, part: Part, found: Found) -> bool:
        """True for a part behind a comma that only describes the one before it."""
        word = self._reading.words[part.first].key
        rules = self._reading.rules
        if word in rules.indefinite or (word in rules.affiliation and word not in rules.connectors):
            return True
        if word in rules.genitive and not found.person:
            return True
        return found.office and not found.person

    # One part

    def _part(self, part: Part) -> Found:
        reading, by_word = self._reading, self._by_word
        at = strip_left(reading, part, by_word)
        indefinite = any(reading.words[k].key in reading.rules.indefinite for k in range(part.first, at))
        if at >= part.last:
            return Found()
        mentions = mentions_in(at, part.last, by_word)
        office = office_in(reading, at, part.last, by_word)
        people = [m for m in mentions if m.kind is ActorKind.PERSON and direct(reading, m, at, by_word)]
        if people:
            found = Found(person=True)
            for mention in people:
                found.add(mention.actor, self._party(mention))
            return found
        named = [m for m in mentions if direct(reading, m, at, by_word)]
        group = self._group(at, part.last, indefinite)
        if group and not named:
            return group
        if named and not (office and named[0].first < office.first):
            mention = named[0]
            return Found([mention.actor], [p for p in (self._party(mention),) if p], office=office is not None)
        if office is not None:
            return self._office(part, at, office, mentions, indefinite)
        return self._common(part, at, mentions, indefinite)

    def _party(self, mention: Mention) -> str | None:
        return self._drafts[mention.actor].party

    def _group(self, first: int, last: int, indefinite: bool) -> Found | None:
        """A side without a name: "les syndicats", "the opposition", "la communauté internationale"."""
        for k in range(first, min(first + 3, last)):
            if k in self._by_word:
                return None
            entry = self._reading.entry(k)
            if entry is not None and entry.unnamed:
                return Found([], [entry.party] if entry.party else [])
            group = self._reading.rules.groups.match(self._reading.words, k, last)
            if group and not indefinite:
                return Found([], [group[0].kind])
        return None

    def _office(self, part: Part, at: int, office: Office, mentions: list[Mention], indefinite: bool) -> Found:
        """A part headed by an office without its holder's name: "le porte-parole du Kremlin", "US officials"."""
        reading = self._reading
        member = adjective_party(reading, part.first, part.last, Use.MEMBER)
        demonym = adjective_party(reading, part.first, part.last, Use.DEMONYM)
        state_first = office.noun.kind in ("state", "elected", "official") and demonym
        owner = mentions[0] if mentions else None
        party = demonym if state_first else self._party(owner) if owner else member or demonym
        if member and office.noun.kind != "state":
            party = member
        plural = office.noun.number == "Plur"
        if not indefinite and not plural:
            holder = self._holder(office, part.first, party)
            if holder is not None:
                return Found([holder.id], [holder.party] if holder.party else [], office=True)
        if party is not None:
            speaker = owner.actor if owner and not indefinite and not state_first else None
            return Found([speaker] if speaker else [], [party], office=True)
        if indefinite:
            return Found(office=True)
        possessor = self._possessor(part.first, at)
        if possessor is not None:
            return Found([], [possessor.party] if possessor.party else [], office=True)
        if office.noun.kind in ("state", "official") and self._bare(part, office):
            state = self._state_around(part.first)
            return Found([], [state] if state else [], office=True)
        if office.noun.kind == "leading":
            house = self._salience.last(part.first, lambda d, m: d.kind is ActorKind.ORGANISATION and d.type != "media")
            return Found([], [house.party] if house and house.party else [], office=True)
        return Found(office=True)

    def _bare(self, part: Part, office: Office) -> bool:
        """True where nothing but small words and adjectives goes with the office."""
        return part.last - office.last <= 3

    def _holder(self, office: Office, at: int, party: str | None) -> Draft | None:
        """The last person named with that office, of that party if one is given."""

        def fits(draft: Draft, mention: Mention) -> bool:
            if not draft.person or (party is not None and draft.party != party):
                return False
            if office.noun.gender and draft.gender and office.noun.gender != draft.gender:
                return False
            return any(_same_office(office.noun.base, base) for base in draft.roles)

        return self._salience.last(at, fits)

    def _common(self, part: Part, at: int, mentions: list[Mention], indefinite: bool) -> Found:
        """A part headed by a common noun: its complement, its adjective, its possessor, or what it describes."""
        reading = self._reading
        if mentions:
            owner = mentions[0]
            party = self._party(owner)
            speaker = owner.actor if owner.kind is not ActorKind.PERSON and not indefinite else None
            return Found([speaker] if speaker else [], [party] if party else [])
        for use in (Use.MEMBER, Use.DEMONYM):
            party = adjective_party(reading, at, part.last, use)
            if party is not None:
                holder = self._member(part.first, party) if use is Use.MEMBER and not indefinite else None
                return Found([holder.id] if holder else [], [party])
        if indefinite:
            return Found()
        possessor = self._possessor(part.first, at)
        if possessor is not None:
            return Found([], [possessor.party] if possessor.party else [])
        return self._described(part, at)

    def _member(self, at: int, party: str) -> Draft | None:
        return self._salience.last(at, lambda d, m: d.person and d.party == party)

    def _possessor(self, first: int, at: int) -> Draft | None:
        """Whom "son", "her", "their" before a noun stand for."""
        for k in range(first, at):
            reference = self._reading.rules.possessives.get(self._reading.words[k].key)
            if reference is not None and self._pos(k) != "PRON":
                return self._salience.pronoun(k, reference)
        return None

    def _described(self, part: Part, at: int) -> Found:
        """ "la direction", "the company", "le gouvernement", "l'homme": the last actor of that sort."""
        reading, rules = self._reading, self._reading.rules
        determined = any(reading.words[k].key in rules.definite for k in range(max(0, part.first - 1), at))
        head = rules.heads.match(reading.words, at, part.last)
        if head and head[0].kind in STATE_TYPES:
            kind = head[0].kind
            actor = self._salience.last(part.first, lambda d, m: d.type == kind and d.of_state)
            if actor is not None and determined:
                return Found([actor.id], [actor.party] if actor.party else [])
            state = self._state_around(part.first) if kind != "agency" else None
            return Found([], [state] if state else [])
        if not determined:
            return Found()
        kinds = {k for k, nouns in rules.descriptions.items() if nouns.match(reading.words, at, part.last)}
        if not kinds:
            return Found()
        gender = next(
            (n[0].gender for k in kinds if (n := rules.descriptions[k].match(reading.words, at, part.last))), None
        )

        def fits(draft: Draft, mention: Mention) -> bool:
            if draft.person:
                return "person" in kinds and (gender is None or draft.gender in (None, gender))
            if draft.kind is ActorKind.ORGANISATION and not draft.type:
                return bool(kinds & {"company", "association"})
            return draft.type in kinds and draft.kind is not ActorKind.PLACE

        found = self._salience.before(part.first, fits, far=8)
        if not found:
            return Found()
        return Found([found[0].id], [found[0].party] if found[0].party else [])

    def _state_around(self, at: int) -> str | None:
        """The state a text is about at word ``at``: its home, else the only one named so far."""
        if self._home:
            return self._home
        states = {
            d.party
            for d in self._drafts.values()
            if d.kind in (ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.FORCE) and d.first < at
        }
        return states.pop() if len(states) == 1 else None

    # Pronouns

    def _pronoun(self, first: int, last: int) -> Found | None:
        """Whom a phrase that is only a pronoun stands for; None where it is no pronoun."""
        rules, words = self._reading.rules, self._reading.words
        reference: Reference | None = None
        for k in range(first, last):
            if k in self._by_word:
                return None
            mark = rules.pronouns.get(words[k].key)
            if mark is not None and (reference is None or reference.gender is None):
                reference = mark
            elif mark is None and words[k].key not in rules.definite:
                return None
        if reference is None or self._pos(first) not in _PRONOUN_POS:
            return None
        if not (reference.gender or reference.number):
            return Found()
        draft = self._salience.pronoun(first, reference)
        if draft is None or self._rival(first, reference):
            return Found()
        return Found([draft.id], [draft.party] if draft.party else [])

    def _rival(self, at: int, reference: Reference) -> bool:
        """True where a nearer subject that nobody is named by may be meant: "Un habitant ... Il a ajouté"."""
        reading = self._reading
        here = reading.sentence[at]
        for back in (0, 1):
            if here - back < 0:
                break
            first, last = reading.bounds[here - back]
            for k in range(min(last, at) - 1, first - 1, -1):
                token = reading.tokens[k]
                if token is None or not token.dep.startswith("nsubj"):
                    continue
                if k in self._by_word:
                    return False
                if token.pos != "NOUN":
                    continue
                number, gender = token.feature("Number"), token.feature("Gender")
                if reference.number and number and number != reference.number:
                    continue
                if reference.gender and gender and gender != reference.gender and reference.about != "person":
                    continue
                return self._about_people(k) and not self.resolve(self._start(k), k + 1)
        return False

    def _about_people(self, k: int) -> bool:
        reading, rules = self._reading, self._reading.rules
        last = reading.last_of(k)
        person = rules.descriptions.get("person")
        return bool(rules.roles.match(reading.words, k, last) or (person and person.match(reading.words, k, last)))

    def _start(self, k: int) -> int:
        rules = self._reading.rules
        small = rules.definite | rules.indefinite | rules.possessives.keys()
        return k - 1 if k > self._reading.first_of(k) and self._reading.words[k - 1].key in small else k

    def _pos(self, i: int) -> str:
        return self._reading.pos(i)


def _same_office(a: str, b: str) -> bool:
    """True where two offices may be one: "ministre" and "premier ministre"."""
    return a == b or b.endswith(" " + a) or b.startswith(a + " ") or a.startswith(b + " ") or a.endswith(" " + b)
