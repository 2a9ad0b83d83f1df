"""Whom a noun phrase or pronoun stands for: the names in it, or whoever it points back at."""

from __future__ import annotations

from reader.analysis.actors.body_parts import BodyParts
from reader.analysis.actors.descriptions import Descriptions
from reader.analysis.actors.documents import Documents
from reader.analysis.actors.found import Context, Found
from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.noun_phrases import Part, direct, mentions_in, office_in, parts_of, strip_left
from reader.analysis.actors.office_phrases import Offices
from reader.analysis.actors.pairs import find_pair, pair_kind
from reader.analysis.actors.possessors import Possessors
from reader.analysis.actors.pronouns import Pronouns
from reader.analysis.actors.regions import region_itself
from reader.domain.actor import ActorKind
from reader.languages.actor_rules import STATE_TYPES

_GROUP_REACH = 4
_RIVAL_FAR = 4  # sentences


class Resolver:
    """Resolves phrases of one text."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._descriptions = Descriptions(context, Possessors(context, self.resolve), BodyParts(context, self.resolve))
        self._documents = Documents(context)
        self.offices = Offices(context, self._descriptions)
        self._pronouns = Pronouns(context, self.resolve)

    def resolve(self, first: int, last: int) -> Found:
        """Whom words ``first`` to ``last`` stand for."""
        if first >= last:
            return Found()
        kind = pair_kind(self._context.reading, first, last)
        if kind and not any(m.actor for m in mentions_in(first, last, self._context.by_word)):
            speakers, parties = find_pair(
                self._context.reading, self._context.salience, self._context.drafts, first, kind
            )
            return Found(speakers, parties)
        pronoun = self._pronouns.find(first, last)
        if pronoun is not None:
            return pronoun
        whole = Found()
        before: Found | None = None
        aside = False
        parts = list(parts_of(self._context.reading, first, last, self._context.by_word))
        for number, part in enumerate(parts):
            if number + 1 < len(parts) and self._shares(part, parts[number + 1]):
                continue
            if part.joined == "bracket" and before:
                continue  # "the union's leader (CGT), Anna Verdi"
            found = self._part(part)
            if part.joined == "and" and aside and self._undetermined(part):
                continue  # "Verdi, a painter and former teacher"
            behind, aside = aside, False
            if part.joined == "and" and whole.person and found.office and not found.person and self._undetermined(part):
                continue  # "Anna Verdi, director of X and chair of Y"
            if (
                part.joined == "comma"
                and before is not None
                and not before
                and before.office
                and self._indefinite(part)
            ):
                continue  # "the captain, a Georgian citizen"
            if part.joined == "comma" and before:
                aside = self._apposition(part, found) or (behind and whole.person and not found.person)
                aside = aside or (part is parts[-1] and whole.person and self._employs(part, found))
                if aside:
                    if not whole.person and found.person:
                        whole = found
                    continue
                if (found.person and before.office) or (found.speakers and before.parties and not before.speakers):
                    whole = found  # "the landlord, Norvex Homes"
                    before = found
                    continue
            whole.take(found)
            before = found
        if whole.office and not whole.person:
            return self._named_after(last) or whole
        return whole

    def _named_after(self, last: int) -> Found | None:
        """The person named right behind a phrase that ends too early: "The mayor of Fernham | , Aled Price"."""
        reading = self._context.reading
        if not 0 < last < len(reading.words) or reading.gap(last) != ", ":
            return None
        k = last
        while k < len(reading.words) and k - last < 3 and reading.words[k].key in reading.rules.titles:
            k += 1
        mention = self._context.by_word.get(k)
        if mention is None or mention.kind is not ActorKind.PERSON or reading.sentence[k] != reading.sentence[last - 1]:
            return None
        party = self._context.party(mention)
        return Found([mention.actor], [party] if party else [], person=True)

    def _apposition(self, part: Part, found: Found) -> bool:
        """True for a part behind a comma that only describes the one before it."""
        word = self._context.reading.words[part.first].key
        rules = self._context.reading.rules
        if word in rules.indefinite or (word in rules.affiliation and word not in rules.connectors):
            return True
        if word in rules.genitive and not found.person:
            return True
        return found.office and not found.person

    def _employs(self, part: Part, found: Found) -> bool:
        """Whether a part says what a person does, and for whom: "urgentiste à l'hôpital Saint-Irénée"."""
        named = part.first in self._context.by_word
        return not (named or found.person) and self._undetermined(part)

    def _indefinite(self, part: Part) -> bool:
        reading = self._context.reading
        named = any(m.kind is ActorKind.PERSON for m in mentions_in(part.first, part.last, self._context.by_word))
        return reading.words[part.first].key in reading.rules.indefinite and not named

    def _undetermined(self, part: Part) -> bool:
        return strip_left(self._context.reading, part, self._context.by_word) == part.first

    def _shares(self, part: Part, after: Part) -> bool:
        """True for the first of two nouns that share one name: "academic and professor Anna Verdi"."""
        if after.joined != "and" or mentions_in(part.first, part.last, self._context.by_word):
            return False
        office = office_in(self._context.reading, after.first, after.last, self._context.by_word)
        people = any(m.kind is ActorKind.PERSON for m in mentions_in(after.first, after.last, self._context.by_word))
        return people and office is not None and office.first == after.first

    def _part(self, part: Part) -> Found:
        reading, by_word = self._context.reading, self._context.by_word
        at = strip_left(reading, part, by_word)
        indefinite = any(reading.words[k].key in reading.rules.indefinite for k in range(part.first, at))
        if at >= part.last:
            return Found()
        mentions = mentions_in(at, part.last, by_word)
        capital = by_word.get(at)
        if not mentions and capital and capital.last == part.last and capital.entry and capital.entry.party:
            return Found([], [capital.entry.party])  # "(a demandé) à Moscou": whoever is spoken to is no place
        region = region_itself(reading, at, part.last) if capital and part.joined != "comma" else None
        if region is not None:
            return Found([], [region])
        office = office_in(reading, at, part.last, by_word)
        people = [
            m
            for m in mentions
            if m.kind is ActorKind.PERSON and direct(reading, m, at, by_word) and not self._owns(m, part.last)
        ]
        if people:
            found = Found(person=True)
            for mention in people:
                found.add(mention.actor, self._context.party(mention))
            return found
        named = [m for m in mentions if direct(reading, m, at, by_word) and not self._owns(m, part.last)]
        group = self._group(at, part.last, indefinite)
        if group and (not named or self._belongs(named[0], part.last)):
            return group
        if named and not (office and named[0].first < office.first):
            mention = named[0]
            return Found([mention.actor], [p for p in (self._context.party(mention),) if p], office=office is not None)
        rival = self._rival(part, at)
        if rival is not None:
            return rival
        if self._apart(at, part.last):
            return Found()
        document = self._documents.noun(at, part.last)
        if document is not None and (office is None or document < office.first):
            issuer = self._documents.issuer(document, self._definite(part.first, at))
            if issuer or not mentions:
                return issuer
        if office is not None:
            return self.offices.resolve(part, at, office, mentions, indefinite)
        return self._descriptions.common(part, at, mentions, indefinite)

    def _definite(self, first: int, at: int) -> bool:
        words, rules = self._context.reading.words, self._context.reading.rules
        return any(words[k].key in rules.definite for k in range(max(0, first - 1), at))

    def _owns(self, mention: Mention, last: int) -> bool:
        """True where a name only possesses what follows it: "Verdi's lawyers"."""
        k = mention.last
        return k < last and self._context.reading.gap(k).startswith("'")

    def _rival(self, part: Part, at: int) -> Found | None:
        """Whom "son rival", "her opponent" stands for: the one other person named near whoever the possessive is;
        nobody where there are several. None for other phrases."""
        reading, context = self._context.reading, self._context
        if reading.rules.rivals.match(reading.words, at, part.last) is None:
            return None
        if not any(reading.words[k].key in reading.rules.possessives for k in range(part.first, at)):
            return None
        owner = self._descriptions.possessor(part.first, at)
        if owner is None or not owner.person:
            return Found()
        others = context.salience.before(
            part.first, lambda d, m: d.person and d.party not in (None, owner.party), far=_RIVAL_FAR
        )
        if len({d.party for d in others}) != 1:
            return Found()
        return Found([others[0].id], [others[0].party] if others[0].party else [], person=True)

    def _belongs(self, mention: Mention, last: int) -> bool:
        """True where a name only says whose group follows it: "Rovers fans", not "Rovers and the fans"."""
        k = mention.last
        return k < last and self._context.reading.rules.groups.match(self._context.reading.words, k, last) is not None

    def _apart(self, first: int, last: int) -> bool:
        """True where the head noun is of people who do not speak for whom it is completed with: "critics of X"."""
        rules = self._context.reading.rules
        return any(
            k not in self._context.by_word and rules.apart.match(self._context.reading.words, k, last)
            for k in range(first, min(first + 4, last))
        )

    def _group(self, first: int, last: int, indefinite: bool) -> Found | None:
        """A side without a name: "les syndicats", "the opposition", "Rovers fans", "the tenants' association"."""
        reading, rules = self._context.reading, self._context.reading.rules
        k, stop = first, min(first + _GROUP_REACH, last)
        while k < stop:
            mention = self._context.by_word.get(k)
            if mention is not None:
                if mention.last >= last or reading.gap(mention.last) not in (" ", "'"):
                    return None
                k = stop = mention.last
                stop += 2 if reading.gap(k) == "'" else 1  # "Rovers fans", "Verdi's family"
                stop = min(stop, last)
                continue
            entry = reading.entry(k)
            if entry is not None and entry.unnamed:
                return Found([], [entry.party] if entry.party else [])
            group = rules.groups.match(reading.words, k, last)
            if group and not indefinite and self._heads(k + group[1], last):
                return Found([], [group[0].kind])
            k += 1
        return None

    def _heads(self, after: int, last: int) -> bool:
        """True for a group that no office or institution follows which it only describes: not "the family doctor" nor
        "Peru's defence ministry"."""
        reading = self._context.reading
        if after >= last or reading.gap(after) != " " or after in self._context.by_word:
            return True
        institution = reading.rules.heads.match(reading.words, after, last)
        if institution is not None and institution[0].kind in STATE_TYPES:
            return False
        return reading.rules.roles.match(reading.words, after, last) is None
