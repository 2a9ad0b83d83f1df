"""Common nouns that stand for somebody: "la direction", "the company", "les autorités russes", "sa mère"."""

from __future__ import annotations

from reader.analysis.actors.body_parts import BodyParts
from reader.analysis.actors.complements import COMPLETED, all_named, completion, of_place, told_apart
from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.found import Context, Found
from reader.analysis.actors.introductions import introduced_by
from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.noun_phrases import Part, adjective_party, owned
from reader.analysis.actors.parties import organisation_slug
from reader.analysis.actors.place_clues import part_of_place, says_where
from reader.analysis.actors.possessors import Possessors
from reader.domain.actor import ActorKind
from reader.domain.analysis import Level
from reader.languages.actor_rules import STATE_TYPES
from reader.languages.gazetteer import Use
from reader.languages.words import keys_of

# What a description may also point at where nothing of its own sort is named.
_NEAR = {"union": ("association",), "association": ("union", "agency"), "party": ("movement",), "movement": ("party",)}
# Descriptions that are a side of the story even when nobody is named: "la direction", "the union".
_SIDES = frozenset({"company", "union", "court", "local"})
# Sorts of which the singular stands for one organisation.
_ONES = frozenset({"company", "union", "association", "party", "local", "school"})


class Descriptions:
    """Resolves phrases headed by a common noun that is no office."""

    def __init__(self, context: Context, possessors: Possessors, body_parts: BodyParts) -> None:
        self._context = context
        self._body_parts = body_parts
        self.possessors = possessors

    def common(self, part: Part, at: int, mentions: list[Mention], indefinite: bool) -> Found:
        """A part headed by a common noun: its complement, its adjective, its possessor, or what it describes."""
        reading = self._context.reading
        local = None if indefinite or not self.brought_in(at, at) else of_place(self._context, at, part.last)
        if local is not None:
            return Found([], [self._context.sides.name(at, local)])
        if mentions and self._completes(at, mentions[0]):
            owner = mentions[0]
            if owner.kind is ActorKind.STATE and self._own_kind(at, part, skip=True):
                return Found()  # "Kenya's main opposition coalition", "le plus grand syndicat de France"
            party = self._context.party(owner)
            speaker = owner.actor if owner.kind is not ActorKind.PERSON and not indefinite else None
            return Found([speaker] if speaker else [], [party] if party else [])
        for use in (Use.MEMBER, Use.DEMONYM):
            party = adjective_party(reading, at, part.last, use)
            if (
                party is not None
                and (use is Use.MEMBER or self._of_state(at, part.last))
                and not self._own_kind(at, part)
            ):
                holder = self._member(part.first, party) if use is Use.MEMBER and not indefinite else None
                return Found([holder.id] if holder else [], [party])
        if indefinite:
            return Found()
        led = self._led(part, at)
        if led is not None:
            return led
        owned = self.owner(part.first, at)
        return owned if owned is not None else self.described(part, at)

    def _own_kind(self, at: int, part: Part, skip: bool = False) -> bool:
        """True for a noun for what speaks for itself, whatever its state: "le géant américain", "the Swiss bank"; with
        ``skip`` behind the name that possesses it."""
        rules, words = self._context.reading.rules, self._context.reading.words
        while skip and at < part.last and (at in self._context.by_word or words[at].text == "s"):
            at += 1
        noun = self._noun(at, part.last)
        own = (k for k in rules.descriptions if k not in ("state", "person", "movement", "court", "agency"))
        return any(rules.descriptions[k].match(words, noun, part.last) for k in own)

    def _led(self, part: Part, at: int) -> Found | None:
        """Whom a management that a common noun completes stands for: "la direction de l'hôpital"."""
        reading, rules = self._context.reading, self._context.reading.rules
        company = rules.descriptions.get("company")
        k = at + 1
        if company is None or company.match(reading.words, at, part.last) is None or k >= part.last:
            return None
        if reading.words[k].key not in rules.genitive or not reading.adjacent(k):
            return None
        while k < part.last and reading.words[k].key in rules.genitive | rules.definite:
            k += 1
        if k >= part.last:
            return None
        found = self.described(Part(k, part.last, ""), k, determined=True)
        return found or None

    def described(self, part: Part, at: int, determined: bool = False) -> Found:
        """ "la direction", "the water company", "le gouvernement", "l'homme": the last actor of that sort."""
        reading, rules = self._context.reading, self._context.reading.rules
        determined = determined or any(
            reading.words[k].key in rules.definite for k in range(max(0, part.first - 1), at)
        )
        local = of_place(self._context, at, part.last) if determined and self.brought_in(at, at) else None
        if local is not None:
            return Found([], [self._context.sides.name(at, local)])
        noun = self._noun(at, part.last)
        named = self._named_with(part.first, noun) if determined else None
        if named is not None and not self._beyond_region(named, at, part.last):
            return Found([named.id], [named.party] if named.party else [])
        body = self._body_parts.body(noun) if determined else None
        if body is not None:
            return body
        head = rules.heads.match(reading.words, noun, part.last)
        if head and head[0].kind == "government" and head[0].number == "Plur":
            return Found()  # "governments": nobody's in particular
        if head and head[0].kind in STATE_TYPES:
            bare = at == noun and head[0].number is None and bool(rules.local_bodies.match(reading.words, noun, at + 1))
            return self._institution(part, at, noun, head[0].kind, head[1], determined or bare, bare)
        kinds = {k for k, nouns in rules.descriptions.items() if nouns.match(reading.words, noun, part.last)}
        if not determined or not kinds:
            return Found()
        if self._several(noun, part.last, kinds):
            return Found()  # "the companies" are no company named before
        sides = kinds & _SIDES or (kinds if reading.words[noun].key in rules.own_sides else set())
        own = self._complement(noun, part.last, kinds)
        group = rules.groups.match(reading.words, own - 1, own) if own is not None else None
        if group is not None:
            return Found([], [group[0].kind])  # "l'amicale des locataires"
        if own is not None:  # "le syndicat des mareyeurs" is no union named before
            sided = sides or (kinds & COMPLETED and not self._of_kinds(part.first, noun, part.last, kinds))
            return Found([], [self._context.sides.name(at, own)]) if sided and self.brought_in(at, noun) else Found()
        called = self._context.sides.at(noun)
        first = self._context.sides.first_called(called) if called is not None else None
        if first is not None and called is not None and first is not called and called.modifiers:
            return self.described(Part(first.first, first.end, ""), first.first, determined=True)
        found = self._of_kinds(part.first, noun, part.last, kinds)
        told = first is not None and first is not called and bool(first.modifiers) and first.kind in COMPLETED
        if told or (kinds == {"agency"} and called is not None and called.modifiers):
            found = [d for d in found if reading.words[noun].key in introduced_by(reading, d, part.first)]
        if not found:
            near = {other for kind in kinds for other in _NEAR.get(kind, ())}
            found = [d for d in self._of_kinds(part.first, noun, part.last, near) if d.type]
        if not found and called is not None and not called.modifiers and not told:
            found = self._only_one(kinds)
        others = self._body_parts.others(noun) if found else frozenset()
        found = [d for d in found if d.party not in others]
        if not found and first is not None and called is not None and first is not called and first.modifiers:
            return self.described(Part(first.first, first.end, ""), first.first, determined=True)
        if not found and sides and self.brought_in(at, noun):
            if first is None:
                return Found([], [self._context.sides.name(at, noun + self._count(noun, part.last, sides))])
            return Found([], [self._context.sides.name(first.first, first.last)])
        if not found and called is not None and told_apart(reading, called) and self.brought_in(at, noun):
            first = first or called
            end = completion(reading, first.end, reading.last_of(first.first)) or first.end
            return Found([], [self._context.sides.name(first.first, end)])
        if not found or (found[0].person and self._introduced(noun, found[0])):
            return Found()
        return Found([found[0].id], [found[0].party] if found[0].party else [])

    def _count(self, noun: int, last: int, kinds: set[str]) -> int:
        """How many words the noun has that describes a sort of actor."""
        lists, words = self._context.reading.rules.descriptions, self._context.reading.words
        return max((m[1] for kind in kinds if (m := lists[kind].match(words, noun, last))), default=1)

    def _several(self, noun: int, last: int, kinds: set[str]) -> bool:
        """True for a plural of organisations: "les entreprises"."""
        lists, words = self._context.reading.rules.descriptions, self._context.reading.words
        matches = [m[0] for kind in kinds & _ONES if (m := lists[kind].match(words, noun, last))]
        return bool(matches) and all(match.number == "Plur" for match in matches)

    def _only_one(self, kinds: set[str]) -> list[Draft]:
        """The one organisation of these sorts in the whole text: what "the company" is that is named later or far
        above."""
        reading = self._context.reading
        drafts = [d for d in self._context.drafts.values() if not d.person and d.kind is not ActorKind.PLACE]
        found = [d for d in drafts if d.type in kinds & _ONES]
        if not found:
            lists = [reading.rules.descriptions[kind] for kind in kinds & _ONES]
            nouns = {d.id: introduced_by(reading, d, len(reading.words)) for d in drafts if not d.type}
            found = [d for d in drafts if any(phrases.has(key) for key in nouns.get(d.id, ()) for phrases in lists)]
        return found if len(found) == 1 else []

    def _complement(self, noun: int, last: int, kinds: set[str]) -> int | None:
        """Where the complement ends that makes a name of a noun for an organisation, one or two common nouns: "le
        syndicat des mareyeurs"; None where there is none, or one that only describes."""
        if not kinds & {"union", "association", "party"} or kinds & {"company", "agency"}:
            return None
        return completion(self._context.reading, noun + 1, last)

    def _noun(self, at: int, last: int) -> int:
        """The first word from ``at`` that names a sort of actor, behind two modifiers at most (the water regulator)."""
        rules, words = self._context.reading.rules, self._context.reading.words
        for k in range(at, min(at + 4, last)):
            if k > at and self._context.reading.gap(k) != " " and not owned(self._context.reading, k):
                break
            if rules.heads.match(words, k, last) or any(n.match(words, k, last) for n in rules.descriptions.values()):
                return k
            if words[k].capital or self._context.reading.pos(k) not in ("", "ADJ", "NOUN", "PART"):
                break
        return at

    def _institution(
        self, part: Part, at: int, noun: int, kind: str, count: int, determined: bool, bare: bool = False
    ) -> Found:
        """ "le ministère", "the coastguard", ``bare`` "police": the last one named, else the state's, else its own
        side."""
        seat = self._seated(noun + count, part.last) if determined else None
        if seat is not None:
            return Found([], [seat])
        actor = self._agency(part, at, noun) if kind == "agency" else None
        if actor is not None and not all_named(self._context.reading, noun + count, part.last, actor):
            return Found()  # "la direction départementale des territoires" among others
        word = self._context.reading.words[noun].key
        actor = actor or self._context.salience.last(
            part.first,
            lambda d, m: (
                (d.type == kind and d.of_state)
                and (not self._nobodys(d) or word in keys_of(d.name))
                and (not bare or keys_of(d.name)[-1:] == (word,))  # no "Police Arrest" of a headline
            ),
        )
        if actor is not None and determined:
            return Found([actor.id], [actor.party] if actor.party else [])
        state = self.state_around(part.first, kind) if kind != "agency" else None
        group = self._context.reading.rules.offices_of_groups.match(self._context.reading.words, noun, part.last)
        if state is None and group:
            return Found([], [group[0].kind])
        if state is None and determined and (bare or self.brought_in(at, noun)):
            called = self._context.sides.at(noun)
            first = self._context.sides.first_called(called) if called is not None else None
            return Found([], [self._context.sides.name(*((first.first, first.last) if first else (at, noun + count)))])
        return Found([], [state] if state else [])

    def _seated(self, k: int, last: int) -> str | None:
        """The state that stands right behind a body's noun as where it is: "the army in Sudan"."""
        reading = self._context.reading
        if k + 1 >= last or reading.words[k].key not in reading.rules.locative or not reading.adjacent(k):
            return None
        entry = reading.entry(k + 1)
        return entry.party if entry is not None and entry.kind is ActorKind.STATE else None

    def _agency(self, part: Part, at: int, noun: int) -> Draft | None:
        """Which agency "the water regulator" or "the authority" is: the one that shares a word with it, else the last
        one named, or the only one of the text where it is named later."""
        rules, words = self._context.reading.rules, self._context.reading.words
        kinds = {k for k, nouns in rules.descriptions.items() if nouns.match(words, noun, part.last)} | {"agency"}
        drafts = [d for d in self._context.drafts.values() if not d.person and d.type == "agency"]
        sharing = [d for d in drafts if any(words[k].key in keys_of(d.name) for k in range(at, noun))]
        if len(sharing) == 1:
            return sharing[0]
        if len(drafts) == 1 and drafts[0].first > part.first:
            return drafts[0]
        if noun > at and len(drafts) > 1:
            return None  # "the water regulator" among several
        found = self._of_kinds(part.first, noun, part.last, kinds)
        return found[0] if found and (found[0].type or found[0].mentions[0].entry) else None

    def _of_kinds(self, before: int, noun: int, last: int, kinds: set[str]) -> list[Draft]:
        """The actors of some sorts named before a word, the likeliest first."""
        reading, rules = self._context.reading, self._context.reading.rules
        genders = [
            n[0].gender
            for k in kinds
            if k in rules.descriptions and (n := rules.descriptions[k].match(reading.words, noun, last))
        ]
        gender = genders[0] if genders else None
        key = reading.words[noun].key

        def fits(draft: Draft, mention: Mention) -> bool:
            if draft.person:
                return "person" in kinds and (gender is None or draft.gender in (None, gender))
            if draft.kind is ActorKind.GOVERNMENT and draft.mentions[0].entry is not None:
                return "agency" in kinds and draft.name.isupper()  # "NASA ... the agency"
            brought = introduced_by(reading, draft, before)
            if key in brought and draft.kind is not ActorKind.PLACE:
                return True
            if draft.kind is ActorKind.ORGANISATION and not draft.type:
                return key not in rules.own_sides and bool(kinds & {"company", "association"}) and not brought

            return draft.type in kinds and draft.kind is not ActorKind.PLACE

        found = self._context.salience.before(before, fits, far=8)
        same = [d for d in found if not d.person and key in introduced_by(reading, d, before)]
        return same or found

    def brought_in(self, at: int, noun: int | None = None) -> bool:
        """True for a definite noun that was not brought in as somebody without a name ("un maire ... le maire")."""
        words, rules = self._context.reading.words, self._context.reading.rules
        if not at or words[at - 1].key not in rules.definite:
            return False
        return not any(words[k].key == words[at].key and k and words[k - 1].key in rules.indefinite for k in range(at))

    def owner(self, first: int, at: int) -> Found | None:
        """The party of whoever a possessive stands for, empty where that is unsure; None without one."""
        reading = self._context.reading
        for k in range(first, at):
            reference = reading.rules.possessives.get(reading.words[k].key)
            if reference is not None and reference.about != "person" and reading.parsed.level is Level.FULL:
                return self.possessors.owner(k, reference) if self._owns(k) else None
        possessor = self.possessor(first, at)
        return None if possessor is None else Found([], [possessor.party] if possessor.party else [])

    def possessor(self, first: int, at: int) -> Draft | None:
        """Whom "son", "her", "their" before a noun stand for."""
        for k in range(first, at):
            reference = self._context.reading.rules.possessives.get(self._context.reading.words[k].key)
            if reference is not None and self._owns(k):
                return self._context.salience.pronoun(k, reference)
        return None

    def _owns(self, k: int) -> bool:
        """False for a word that is a pronoun here: "il leur a dit"."""
        token = self._context.reading.tokens[k]
        return token is None or token.pos != "PRON" or token.feature("Poss") == "Yes"

    def state_around(self, at: int, kind: str | None = None) -> str | None:
        """The state a text is about at word ``at``: its home, else the only one named so far, or the only body of a
        state that it does not tell; with ``kind`` only a body of that kind."""
        if self._context.home:
            return self._context.home
        states = {
            d.party
            for d in self._context.drafts.values()
            if d.kind in (ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.FORCE) and d.first < at
            if not self._nobodys(d)
            and (kind in (None, d.type) or d.party != organisation_slug(self._context.reading, d))
        }
        return states.pop() if len(states) == 1 else None

    def _nobodys(self, draft: Draft) -> bool:
        """True for a body whose name several states' have, of a state that the text does not tell."""
        entry = draft.mentions[0].entry
        return entry is not None and entry.shared and not self._context.reading.gazetteer.is_state(draft.party or "")

    def _completes(self, at: int, mention: Mention) -> bool:
        """True where a mention is the complement or possessor of the noun at word ``at``."""
        reading, rules = self._context.reading, self._context.reading.rules
        if mention.first - at > 6 or any(self._finite(k) for k in range(at, mention.first)):
            return False
        if mention.kind is ActorKind.STATE and mention.first > at and says_where(reading, mention.first, mention.last):
            heads = (rules.heads.match(reading.words, k, mention.first) for k in range(at, mention.first))
            if part_of_place(reading, mention.first) or not any(h and h[0].kind in STATE_TYPES for h in heads):
                return False  # "un hôtel du nord de l'Italie", "arms in Sudan"
        k = mention.first - 1
        while k > at and reading.words[k].key in rules.definite and reading.words[k].key not in rules.genitive:
            k -= 1
        return mention.first <= at or reading.words[k].key in rules.genitive | rules.affiliation

    def _finite(self, k: int) -> bool:
        """True for a verb that is no participle: "a leaked memo from X" is one phrase."""
        token = self._context.reading.tokens[k]
        return token is not None and token.pos in ("VERB", "AUX") and token.feature("VerbForm") != "Part"

    def _of_state(self, first: int, last: int) -> bool:
        """True where a noun with a demonym may stand for the state: "les autorités russes", "Russian trawlers", but not
        "Russian companies", which speak for themselves."""
        rules, words = self._context.reading.rules, self._context.reading.words
        heads = [head for k in range(first, last) if (head := rules.heads.match(words, k, last))]
        return all(noun.kind in STATE_TYPES for noun, _ in heads)

    def _member(self, at: int, party: str) -> Draft | None:
        return self._context.salience.last(at, lambda d, m: d.person and d.party == party)

    def _named_with(self, before: int, at: int) -> Draft | None:
        """The last organisation whose name has the noun at word ``at`` in it: "the Church", "le ministère"."""
        key = self._context.reading.words[at].key
        if self._context.reading.rules.heads.match(self._context.reading.words, at, at + 1) is None:
            return None
        return self._context.salience.last(
            before, lambda d, m: not d.person and d.kind is not ActorKind.PLACE and key in keys_of(m.name)
        )

    def _beyond_region(self, draft: Draft, first: int, last: int) -> bool:
        """True where words that a region's body does not have tell of another: "the federal government"."""
        reading = self._context.reading
        if draft.party is None or not reading.gazetteer.is_region(draft.party):
            return False
        small = reading.rules.definite | reading.rules.genitive
        return any(reading.words[k].key not in small | set(keys_of(draft.name)) for k in range(first, last))

    def _introduced(self, at: int, draft: Draft) -> bool:
        """True where the noun at word ``at`` was brought in without a name after the actor was."""
        words, rules = self._context.reading.words, self._context.reading.rules
        latest = max((m.last for m in draft.mentions if m.first < at), default=0)
        return any(
            words[k].key == words[at].key and k and words[k - 1].key in rules.indefinite for k in range(latest, at)
        )
