"""Offices without their holder's name: "le porte-parole du Kremlin", "US officials", "the minister"."""

from __future__ import annotations

from reader.analysis.actors.counsel import client_of
from reader.analysis.actors.descriptions import Descriptions
from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.found import Context, Found
from reader.analysis.actors.institutions import state_around
from reader.analysis.actors.introductions import brought_in
from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.noun_phrases import Office, Part, adjective_party
from reader.analysis.actors.office_bodies import OfficeBodies
from reader.analysis.actors.regions import region_of_office
from reader.domain.actor import ActorKind
from reader.domain.analysis import Level
from reader.languages.gazetteer import Use


class Offices:
    """Resolves phrases headed by an office."""

    def __init__(self, context: Context, descriptions: Descriptions) -> None:
        self._context = context
        self._descriptions = descriptions
        self.bodies = OfficeBodies(context, descriptions)

    def resolve(self, part: Part, at: int, office: Office, mentions: list[Mention], indefinite: bool) -> Found:
        """A part headed by an office without its holder's name: "le porte-parole du Kremlin", "US officials"."""
        reading = self._context.reading
        member = adjective_party(reading, part.first, part.last, Use.MEMBER)
        demonym = adjective_party(reading, part.first, part.last, Use.DEMONYM)
        state_first = office.noun.kind in ("state", "elected", "official") and demonym
        owner = mentions[0] if mentions else None
        region = region_of_office(reading, part.first, part.last, office.first) if owner is None else None
        if region is not None:
            holder = self._holder(office, part.first, region) if office.noun.number != "Plur" else None
            return Found([holder.id] if holder and not indefinite else [], [region], office=True)
        party = demonym if state_first else self._context.party(owner) if owner else member or demonym
        if member and office.noun.kind != "state":
            party = member
        plural = office.noun.number == "Plur"
        if not indefinite and not plural:
            holder = self._holder(office, part.first, party)
            if holder is None and party is not None and self._generic(office):
                holder = self._context.salience.last(part.first, lambda d, m: d.person and d.party == party)
            if holder is not None:
                return Found([holder.id], [holder.party] if holder.party else [], office=True)
        if office.noun.kind == "private":
            return Found(office=True)  # "Boeing workers": they do not speak for Boeing
        if office.noun.kind == "counsel":
            client = self._client(part)
            if client is not None:
                return Found([], [client.party] if client.party else [], office=True)
        group = self._group(part, office)
        if group and not (party and owner):
            return Found([], [group], office=True)
        if party is not None:
            named = owner is not None and owner.kind is not ActorKind.PERSON
            speaker = owner.actor if owner and named and not indefinite and not state_first else None
            return Found([speaker] if speaker else [], [party], office=True)
        body = self.bodies.party(part.first, part.last, office.first) if not plural and not indefinite else None
        if body is not None:
            return Found([], [body], office=True)
        house = self.house(part, at, office)
        if house:
            return Found([], house.parties, office=True)
        if indefinite:
            return Found(office=True)
        owned = self._descriptions.owner(part.first, at) if office.noun.kind != "counsel" else None
        if owned is not None:
            return Found([], owned.parties, office=True)
        if office.noun.kind in ("state", "official") and self._bare(part, office):
            state = state_around(self._context, part.first)
            if state or office.noun.kind == "official":
                return Found([], [state] if state else [], office=True)
        known = self._known_person(part, at, office) if not plural else None
        if known is not None:
            return Found([known.id], [known.party] if known.party else [], office=True)
        if office.noun.kind == "leading" and not self._completed(part, office):
            led = self.led(office.first)
            return Found([], [led] if led else [], office=True)
        if self._generic(office):
            return Found(office=True)
        group = self._stands_for(office)
        if group:
            return Found([], [group], office=True)
        if office.noun.kind in ("state", "elected", "leading") and not plural and brought_in(self._context.reading, at):
            return Found([], [self._context.sides.name(office.first, office.last)], office=True)
        return Found(office=True)

    def _stands_for(self, office: Office) -> str | None:
        """The side without a name, or the town, that an office alone speaks for: "le procureur", "the mayor"."""
        rules, words = self._context.reading.rules, self._context.reading.words
        side = rules.offices_of_groups.match(words, office.first, office.last)
        if side:
            return side[0].kind
        return self.town() if rules.of_town.match(words, office.first, office.last) else None

    def _generic(self, office: Office) -> bool:
        """True for an office that only says what sort of person speaks: "le dirigeant", "the union leader"."""
        person = self._context.reading.rules.descriptions.get("person")
        return person is not None and person.match(self._context.reading.words, office.first, office.last) is not None

    def _known_person(self, part: Part, at: int, office: Office) -> Draft | None:
        """The person named before whom a general word for an office points at: "cette dirigeante", "the union leader",
        who belongs to a union."""
        rules, words = self._context.reading.rules, self._context.reading.words
        pointing = at > 0 and words[at - 1].key in rules.demonstrative
        if not pointing and (not self._generic(office) or self._completed(part, office)):
            return None
        sorts = {
            sort
            for k in range(at, office.last)
            for sort in ("union", "party", "company", "association")
            if sort in rules.descriptions and rules.descriptions[sort].match(words, k, office.last)
        }
        houses = {d.party for d in self._context.drafts.values() if d.type in sorts and not d.person}

        def fits(draft: Draft, mention: Mention) -> bool:
            if not draft.person or (sorts and draft.party not in houses):
                return False
            if office.noun.kind == "other" and draft.roles and not pointing:
                return any(_same_office(office.noun.base, base) for base in draft.roles)  # "the coach" is no prosecutor
            return not (office.noun.gender and draft.gender and office.noun.gender != draft.gender)

        found = self._context.salience.before(part.first, fits)
        return found[0] if found else None

    def _client(self, part: Part) -> Draft | None:
        """Whom a lawyer without a name speaks for."""
        context = self._context
        drafts = list(context.drafts.values())
        return client_of(context.reading, context.salience, drafts, context.by_word, part.first, part.last)

    def _holder(self, office: Office, at: int, party: str | None) -> Draft | None:
        """The last person named with that office, of that party if one is given."""

        def fits(draft: Draft, mention: Mention) -> bool:
            if not draft.person or (party is not None and draft.party != party):
                return False
            if office.noun.gender and draft.gender and office.noun.gender != draft.gender:
                return False
            return any(_same_office(office.noun.base, base) for base in draft.roles)

        return self._context.salience.last(at, fits) or next(
            (d for d in self._context.drafts.values() if d.first > at and office.noun.base in d.later), None
        )

    def owner(self, first: int, at: int) -> str | None:
        """The party of whoever the possessive before an office stands for; None where that is unsure."""
        found = self._descriptions.owner(first, at)
        party = found.parties[0] if found is not None and len(found.parties) == 1 else None
        return party if party is not None and self._descriptions.possessors.has_offices(party) else None

    def led(self, at: int) -> str | None:
        """The party of the body that the title alone at word ``at`` leads; without a tree the last one named."""
        words = self._context.reading.words
        if at > 0 and words[at - 1].text == "s" and self._context.reading.gap(at - 1) == "'":
            return None  # "the building's owner"
        if self._context.reading.parsed.level is Level.FULL:
            return next(iter(self._descriptions.possessors.house(at).parties), None)
        last = self._context.salience.last(at, lambda d, m: d.kind is ActorKind.ORGANISATION and d.type != "media")
        return last.party if last is not None else None

    def town(self) -> str | None:
        """The party of the town where the text names its council or has a side for it; None in an election, where a
        mayor is one who stands, and where there are several."""
        reading = self._context.reading
        if any(word.key in reading.rules.election for word in reading.words):
            return None
        named = {d.party for d in self._context.drafts.values() if d.type == "local" and not d.person}
        side = self._context.sides.town()
        if len(named) == 1 or side is None:
            return named.pop() if len(named) == 1 else None
        return self._context.sides.name(side.first, side.last) if not named else None

    def house(self, part: Part, at: int, office: Office) -> Found:
        """Whom the common noun beside an office stands for: "a government spokesman", "le porte-parole du groupe"."""
        rules, words = self._context.reading.rules, self._context.reading.words
        for k in (*range(at, office.first), *range(office.last, part.last)):
            head = rules.heads.match(words, k, part.last)
            nouns = any(n.match(words, k, part.last) for t, n in rules.descriptions.items() if t != "person")
            if head or nouns:
                return self._descriptions.described(Part(k, part.last, ""), k, determined=True)
        return Found()

    def _group(self, part: Part, office: Office) -> str | None:
        """The side without a name that completes an office: "le chef de l'opposition"."""
        rules, words = self._context.reading.rules, self._context.reading.words
        for k in range(office.last, part.last) if office.noun.kind != "state" else ():
            group = rules.groups.match(words, k, part.last) if not words[k].capital else None
            if group and k not in self._context.by_word and words[k - 1].key in rules.definite | rules.genitive:
                return group[0].kind
        return None

    def _bare(self, part: Part, office: Office) -> bool:
        """True where nothing but small words and adjectives goes with the office."""
        outside = [k for k in range(part.first, part.last) if not office.first <= k < office.last]
        named = any(
            k in self._context.by_word or (self._context.reading.words[k].capital and k > part.first) for k in outside
        )
        return part.last - office.last <= 3 and not named

    def _completed(self, part: Part, office: Office) -> bool:
        words, rules = self._context.reading.words, self._context.reading.rules
        return office.last < part.last and words[office.last].key in rules.genitive


def _same_office(a: str, b: str) -> bool:
    """True where two offices may be one: "ministre" and "premier ministre"."""
    return a == b or b.endswith(" " + a) or b.startswith(a + " ") or a.startswith(b + " ") or a.endswith(" " + b)
