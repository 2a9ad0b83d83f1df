"""Common nouns that stand for somebody: "la direction", "the company", "les autorités russes", "sa mère"."""

from __future__ import annotations

from reader.analysis.actors.body_parts import BodyParts
from reader.analysis.actors.complements import COMPLETED, completion, of_place, told_apart, union_of
from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.found import Context, Found
from reader.analysis.actors.institutions import Institutions
from reader.analysis.actors.introductions import brought_in, introduced_by
from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.noun_phrases import Part, adjective_party, owned
from reader.analysis.actors.place_clues import part_of_place, says_where
from reader.analysis.actors.possessors import Possessors
from reader.analysis.actors.regions import beyond_region
from reader.analysis.actors.sorts import length, of_kinds, only_one, several
from reader.domain.actor import ActorKind
from reader.domain.analysis import Level
from reader.languages.actor_rules import STATE_TYPES
from reader.languages.gazetteer import Use
from reader.languages.words import keys_of

# What a description may also point at where nothing of its own sort is named.
_NEAR = {"union": ("association",), "association": ("union", "agency"), "party": ("movement",), "movement": ("party",)}
# Descriptions that are a side of the story even when nobody is named: "la direction", "the union".
_SIDES = frozenset({"company", "union", "court", "local"})


class Descriptions:
    """Resolves phrases headed by a common noun that is no office."""

    def __init__(self, context: Context, possessors: Possessors, body_parts: BodyParts) -> None:
        self._context = context
        self._body_parts = body_parts
        self._institutions = Institutions(context)
        self.possessors = possessors

    def common(self, part: Part, at: int, mentions: list[Mention], indefinite: bool) -> Found:
        """A part headed by a common noun: its complement, its adjective, its possessor, or what it describes."""
        reading = self._context.reading
        local = None if indefinite or not brought_in(reading, at) else of_place(self._context, at, part.last)
        if local is not None:
            return Found([], [self._context.sides.name(at, local)])
        if mentions and self._completes(at, mentions[0]):
            owner = mentions[0]
            if owner.kind is ActorKind.STATE and self._own_kind(at, part, skip=True):
                return Found()  # "Kenya's main opposition coalition", "le plus grand syndicat de France"
            union = union_of(self._context, at, part.last, owner)
            if union is not None:
                return self._beside(part, union, indefinite)
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

    def _beside(self, part: Part, union: tuple[int, int], indefinite: bool) -> Found:
        """The union beside a body: a side of its own where the text names none ("Unite, the union at Norvex")."""
        named = part.joined == "comma" or any(d.type == "union" for d in self._context.drafts.values())
        return Found([], [] if named or indefinite else [self._context.sides.name(*union)])

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
        local = of_place(self._context, at, part.last) if determined and brought_in(reading, at) else None
        if local is not None:
            return Found([], [self._context.sides.name(at, local)])
        noun = self._noun(at, part.last)
        named = self._named_with(part.first, noun) if determined else None
        if named is not None and not beyond_region(reading, named, at, part.last):
            return Found([named.id], [named.party] if named.party else [])
        body = self._body_parts.body(noun) if determined else None
        if body is not None:
            return body
        head = rules.heads.match(reading.words, noun, part.last)
        if head and head[0].kind == "government" and head[0].number == "Plur":
            return Found()  # "governments": nobody's in particular
        if head and head[0].kind in STATE_TYPES:
            bare = at == noun and head[0].number is None and bool(rules.local_bodies.match(reading.words, noun, at + 1))
            return self._institutions.stands(part, at, noun, head[0].kind, head[1], determined or bare, bare)
        kinds = {k for k, nouns in rules.descriptions.items() if nouns.match(reading.words, noun, part.last)}
        if not determined or not kinds:
            return Found()
        if several(reading, noun, part.last, kinds):
            return Found()  # "the companies" are no company named before
        sides = kinds & _SIDES or (kinds if reading.words[noun].key in rules.own_sides else set())
        own = self._complement(noun, part.last, kinds)
        group = rules.groups.match(reading.words, own - 1, own) if own is not None else None
        if group is not None:
            return Found([], [group[0].kind])  # "l'amicale des locataires"
        if own is not None:  # "le syndicat des mareyeurs" is no union named before
            sided = sides or (kinds & COMPLETED and not of_kinds(self._context, part.first, noun, part.last, kinds))
            return Found([], [self._context.sides.name(at, own)]) if sided and brought_in(reading, at) else Found()
        called = self._context.sides.at(noun)
        first = self._context.sides.first_called(called) if called is not None else None
        if first is not None and called is not None and first is not called and called.modifiers:
            return self.described(Part(first.first, first.end, ""), first.first, determined=True)
        found = of_kinds(self._context, part.first, noun, part.last, kinds)
        told = first is not None and first is not called and bool(first.modifiers) and first.kind in COMPLETED
        if told or (kinds == {"agency"} and called is not None and called.modifiers):
            found = [d for d in found if reading.words[noun].key in introduced_by(reading, d, part.first)]
        if not found:
            near = {other for kind in kinds for other in _NEAR.get(kind, ())}
            found = [d for d in of_kinds(self._context, part.first, noun, part.last, near) if d.type]
        if not found and called is not None and not called.modifiers and not told:
            found = only_one(self._context, kinds)
        others = self._body_parts.others(noun) if found else frozenset()
        found = [d for d in found if d.party not in others]
        if not found and first is not None and called is not None and first is not called and first.modifiers:
            return self.described(Part(first.first, first.end, ""), first.first, determined=True)
        if not found and sides and brought_in(reading, at):
            if first is None:
                return Found([], [self._context.sides.name(at, noun + length(reading, noun, part.last, sides))])
            return Found([], [self._context.sides.name(first.first, first.last)])
        if not found and called is not None and told_apart(reading, called) and brought_in(reading, at):
            first = first or called
            end = completion(reading, first.end, reading.last_of(first.first)) or first.end
            return Found([], [self._context.sides.name(first.first, end)])
        if not found or (found[0].person and self._introduced(noun, found[0])):
            return Found()
        return Found([found[0].id], [found[0].party] if found[0].party else [])

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

    def _introduced(self, at: int, draft: Draft) -> bool:
        """True where the noun at word ``at`` was brought in without a name after the actor was."""
        words, rules = self._context.reading.words, self._context.reading.rules
        latest = max((m.last for m in draft.mentions if m.first < at), default=0)
        return any(
            words[k].key == words[at].key and k and words[k - 1].key in rules.indefinite for k in range(latest, at)
        )
