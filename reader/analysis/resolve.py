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
from reader.analysis.parsed import Token
from reader.analysis.reading import Reading
from reader.analysis.salience import Salience
from reader.domain.actor import ActorKind
from reader.languages.actor_rules import STATE_TYPES, Reference
from reader.languages.gazetteer import Use
from reader.languages.words import keys_of, slug

# What a description may also point at where nothing of its own sort is named.
_NEAR = {"union": ("association",), "association": ("union", "agency"), "party": ("movement",), "movement": ("party",)}
# Descriptions that are a side of the story even when nobody is named: "la direction", "the union".
_SIDES = frozenset({"company", "union", "court", "local"})
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
        self.sides: dict[str, str] = {}

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
        aside = False
        parts = list(parts_of(self._reading, first, last, self._by_word))
        for number, part in enumerate(parts):
            if number + 1 < len(parts) and self._shares(part, parts[number + 1]):
                continue
            found = self._part(part)
            if part.joined == "and" and aside and self._undetermined(part):
                continue  # "Verdi, a painter and former teacher"
            aside = False
            if part.joined == "and" and whole.person and found.office and not found.person and self._undetermined(part):
                continue  # "Anna Verdi, director of X and chair of Y"
            if part.joined == "comma" and before:
                aside = self._apposition(part, found)
                if aside:
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

    def _undetermined(self, part: Part) -> bool:
        return strip_left(self._reading, part, self._by_word) == part.first

    def _shares(self, part: Part, after: Part) -> bool:
        """True for the first of two nouns that share one name: "academic and professor Anna Verdi"."""
        if after.joined != "and" or mentions_in(part.first, part.last, self._by_word):
            return False
        office = office_in(self._reading, after.first, after.last, self._by_word)
        people = any(m.kind is ActorKind.PERSON for m in mentions_in(after.first, after.last, self._by_word))
        return people and office is not None and office.first == after.first

    # One part

    def _part(self, part: Part) -> Found:
        reading, by_word = self._reading, self._by_word
        at = strip_left(reading, part, by_word)
        indefinite = any(reading.words[k].key in reading.rules.indefinite for k in range(part.first, at))
        if at >= part.last:
            return Found()
        mentions = mentions_in(at, part.last, by_word)
        office = office_in(reading, at, part.last, by_word)
        people = [
            m
            for m in mentions
            if m.kind is ActorKind.PERSON and direct(reading, m, at, by_word) and not self._owns(m, part.last)
        ]
        if people:
            found = Found(person=True)
            for mention in people:
                found.add(mention.actor, self._party(mention))
            return found
        named = [m for m in mentions if direct(reading, m, at, by_word) and not self._owns(m, part.last)]
        group = self._group(at, part.last, indefinite)
        if group and not named:
            return group
        if named and not (office and named[0].first < office.first):
            mention = named[0]
            return Found([mention.actor], [p for p in (self._party(mention),) if p], office=office is not None)
        if self._apart(at, part.last):
            return Found()
        if office is not None:
            return self._office(part, at, office, mentions, indefinite)
        return self._common(part, at, mentions, indefinite)

    def _owns(self, mention: Mention, last: int) -> bool:
        """True where a name only possesses what follows it: "Verdi's lawyers"."""
        k = mention.last
        return k < last and self._reading.gap(k).startswith("'")

    def _apart(self, first: int, last: int) -> bool:
        """True where the head noun is of people who do not speak for whom it is completed with: "critics of X"."""
        rules = self._reading.rules
        return any(
            k not in self._by_word and rules.apart.match(self._reading.words, k, last)
            for k in range(first, min(first + 4, last))
        )

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
        house = self._house(part, at, office)
        if house:
            return Found([], house.parties, office=True)
        if indefinite:
            return Found(office=True)
        possessor = self._possessor(part.first, at)
        if possessor is not None:
            return Found([], [possessor.party] if possessor.party else [], office=True)
        if office.noun.kind in ("state", "official") and self._bare(part, office):
            state = self._state_around(part.first)
            return Found([], [state] if state else [], office=True)
        if office.noun.kind == "leading" and not self._completed(part, office):
            led = self._salience.last(part.first, lambda d, m: d.kind is ActorKind.ORGANISATION and d.type != "media")
            return Found([], [led.party] if led and led.party else [], office=True)
        if office.noun.kind in ("state", "elected", "leading") and not plural and self._brought_in(at):
            return Found([], [self._side(office.first, office.last)], office=True)
        return Found(office=True)

    def _completed(self, part: Part, office: Office) -> bool:
        words, rules = self._reading.words, self._reading.rules
        return office.last < part.last and words[office.last].key in rules.genitive

    def _brought_in(self, at: int) -> bool:
        """True for a definite noun that was not brought in as somebody without a name ("un maire ... le maire")."""
        words, rules = self._reading.words, self._reading.rules
        if not at or words[at - 1].key not in rules.definite:
            return False
        return not any(words[k].key == words[at].key and k and words[k - 1].key in rules.indefinite for k in range(at))

    def _side(self, first: int, last: int) -> str:
        """The id of a side that the text gives no name: the noun itself ("the coastguard", "le maire")."""
        text = self._reading.parsed.text[self._reading.words[first].start : self._reading.words[last - 1].end]
        self.sides.setdefault(slug(text), text)
        return slug(text)

    def _house(self, part: Part, at: int, office: Office) -> Found:
        """Whom the common noun beside an office stands for: "a government spokesman", "le porte-parole du groupe"."""
        rules, words = self._reading.rules, self._reading.words
        for k in (*range(at, office.first), *range(office.last, part.last)):
            head = rules.heads.match(words, k, part.last)
            nouns = any(n.match(words, k, part.last) for t, n in rules.descriptions.items() if t != "person")
            if head or nouns:
                return self._described(Part(k, part.last, ""), k, determined=True)
        return Found()

    def _bare(self, part: Part, office: Office) -> bool:
        """True where nothing but small words and adjectives goes with the office."""
        outside = [k for k in range(part.first, part.last) if not office.first <= k < office.last]
        named = any(k in self._by_word or (self._reading.words[k].capital and k > part.first) for k in outside)
        return part.last - office.last <= 3 and not named

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
        if mentions and self._completes(at, mentions[0]):
            owner = mentions[0]
            party = self._party(owner)
            speaker = owner.actor if owner.kind is not ActorKind.PERSON and not indefinite else None
            return Found([speaker] if speaker else [], [party] if party else [])
        for use in (Use.MEMBER, Use.DEMONYM):
            party = adjective_party(reading, at, part.last, use)
            if party is not None and (use is Use.MEMBER or self._of_state(at, part.last)):
                holder = self._member(part.first, party) if use is Use.MEMBER and not indefinite else None
                return Found([holder.id] if holder else [], [party])
        if indefinite:
            return Found()
        possessor = self._possessor(part.first, at)
        if possessor is not None:
            return Found([], [possessor.party] if possessor.party else [])
        return self._described(part, at)

    def _completes(self, at: int, mention: Mention) -> bool:
        """True where a mention is the complement or possessor of the noun at word ``at``."""
        reading, rules = self._reading, self._reading.rules
        if mention.first - at > 6 or any(reading.pos(k) in ("VERB", "AUX") for k in range(at, mention.first)):
            return False
        k = mention.first - 1
        while k > at and reading.words[k].key in rules.definite and reading.words[k].key not in rules.genitive:
            k -= 1
        return mention.first <= at or reading.words[k].key in rules.genitive | rules.affiliation

    def _of_state(self, first: int, last: int) -> bool:
        """True where a noun with a demonym may stand for the state: "les autorités russes", "Russian trawlers", but not
        "Russian companies", which speak for themselves."""
        rules, words = self._reading.rules, self._reading.words
        heads = [head for k in range(first, last) if (head := rules.heads.match(words, k, last))]
        return all(noun.kind in STATE_TYPES for noun, _ in heads)

    def _member(self, at: int, party: str) -> Draft | None:
        return self._salience.last(at, lambda d, m: d.person and d.party == party)

    def _possessor(self, first: int, at: int) -> Draft | None:
        """Whom "son", "her", "their" before a noun stand for."""
        for k in range(first, at):
            reference = self._reading.rules.possessives.get(self._reading.words[k].key)
            if reference is not None and self._pos(k) != "PRON":
                return self._salience.pronoun(k, reference)
        return None

    def _described(self, part: Part, at: int, determined: bool = False) -> Found:
        """ "la direction", "the company", "le gouvernement", "l'homme": the last actor of that sort."""
        reading, rules = self._reading, self._reading.rules
        determined = determined or any(
            reading.words[k].key in rules.definite for k in range(max(0, part.first - 1), at)
        )
        named = self._named_with(part.first, at) if determined else None
        if named is not None:
            return Found([named.id], [named.party] if named.party else [])
        head = rules.heads.match(reading.words, at, part.last)
        if head and head[0].kind in STATE_TYPES:
            kind = head[0].kind
            actor = self._salience.last(part.first, lambda d, m: d.type == kind and d.of_state)
            if actor is not None and determined:
                return Found([actor.id], [actor.party] if actor.party else [])
            state = self._state_around(part.first) if kind != "agency" else None
            if state is None and determined and self._brought_in(at):
                return Found([], [self._side(at, at + head[1])])
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
            kinds |= {near for kind in kinds for near in _NEAR.get(kind, ())}
            found = self._salience.before(part.first, fits, far=8)
        if not found and kinds & _SIDES and self._brought_in(at):
            noun = next(n for k in kinds & _SIDES if (n := rules.descriptions[k].match(reading.words, at, part.last)))
            return Found([], [self._side(at, at + noun[1])])
        if not found or (found[0].person and self._introduced(at, found[0])):
            return Found()
        return Found([found[0].id], [found[0].party] if found[0].party else [])

    def _named_with(self, before: int, at: int) -> Draft | None:
        """The last organisation whose name has the noun at word ``at`` in it: "the Church", "le ministère"."""
        key = self._reading.words[at].key
        if self._reading.rules.heads.match(self._reading.words, at, at + 1) is None:
            return None
        return self._salience.last(
            before, lambda d, m: not d.person and d.kind is not ActorKind.PLACE and key in keys_of(m.name)
        )

    def _introduced(self, at: int, draft: Draft) -> bool:
        """True where the noun at word ``at`` was brought in without a name after the actor was."""
        words, rules = self._reading.words, self._reading.rules
        latest = max((m.last for m in draft.mentions if m.first < at), default=0)
        return any(
            words[k].key == words[at].key and k and words[k - 1].key in rules.indefinite for k in range(latest, at)
        )

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
        nearer = self._subject_before(first, reference)
        if nearer is not None:
            return nearer
        draft = self._salience.pronoun(first, reference)
        if draft is None:
            return Found()
        return Found([draft.id], [draft.party] if draft.party else [])

    def _subject_before(self, at: int, reference: Reference) -> Found | None:
        """Whom the nearest subject stands for where it is a common noun ("Un habitant ... Il a ajouté"): empty for
        somebody unnamed, None where a name comes first or no such subject is near."""
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
                if self._salience.quoted(k) and not self._salience.quoted(at):
                    continue
                if k in self._by_word or self._names(token):
                    return None
                if token.pos != "NOUN" or not self._agrees(token, reference):
                    continue
                found = self.resolve(*self._around(token, k))
                if found and self._kind_agrees(found, reference):
                    return found
                if self._about_people(k) or (reference.number == "Plur" and not found):
                    return Found()
        return None

    def _names(self, token: Token) -> bool:
        """True where a name stands in apposition to a common noun: "Le président Verdi"."""
        reading = self._reading
        for child in reading.parsed.children[token.i]:
            below = reading.parsed.tokens[child]
            if below.dep in ("appos", "flat", "flat:name", "compound") or below.pos == "PROPN":
                first, last = reading.inside(below.span)
                if any(k in self._by_word for k in range(first, last)):
                    return below.dep != "nmod"
        return False

    def _agrees(self, token: Token, reference: Reference) -> bool:
        number, gender = token.feature("Number"), token.feature("Gender")
        if reference.number and number and number != reference.number:
            return False
        return not (reference.gender and gender and gender != reference.gender and reference.about != "person")

    def _kind_agrees(self, found: Found, reference: Reference) -> bool:
        """True where the actor found is a person exactly where the pronoun wants one."""
        if not reference.about or not found.speakers:
            return reference.about != "person" or found.office
        return self._drafts[found.speakers[0]].person is (reference.about == "person")

    def _about_people(self, k: int) -> bool:
        reading, rules = self._reading, self._reading.rules
        last = reading.last_of(k)
        person = rules.descriptions.get("person")
        return bool(rules.roles.match(reading.words, k, last) or (person and person.match(reading.words, k, last)))

    def _around(self, token: Token, k: int) -> tuple[int, int]:
        """The words of the noun phrase that a subject heads: what it governs, up to the next comma."""
        reading = self._reading
        below = [t for t in reading.parsed.subtree(token.i) if t.sentence == token.sentence]
        first, last = reading.inside((min(t.start for t in below), max(t.end for t in below)))
        first, last = min(first, k), max(last, k + 1)
        while any(reading.gap(x).strip(" -'") for x in range(first + 1, k + 1)):
            first += 1
        for x in range(k + 1, last):
            if reading.gap(x).strip(" -'"):
                return first, x
        return first, last

    def _pos(self, i: int) -> str:
        return self._reading.pos(i)


def _same_office(a: str, b: str) -> bool:
    """True where two offices may be one: "ministre" and "premier ministre"."""
    return a == b or b.endswith(" " + a) or b.startswith(a + " ") or a.startswith(b + " ") or a.endswith(" " + b)
