"""People whose office is completed with a common noun: "the council's head of education, Brian Cole", "le directeur de
l'usine, Luc Morel". Whose side they are on shows only once such nouns can be resolved."""

from __future__ import annotations

from collections.abc import Iterator

from reader.analysis.actors.counsel import client_of
from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.found import Context
from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.noun_phrases import Office as Head
from reader.analysis.actors.noun_phrases import Part, strip_left
from reader.analysis.actors.office_complements import Office, resolvable, titled
from reader.analysis.actors.office_phrases import Offices
from reader.analysis.actors.roles import offices_of

_SPEAKING = frozenset({"leading", "official", "other"})


def give_late_parties(context: Context, offices: Offices) -> None:
    """Set the party of each person who goes by a party of their own name and whose office tells of another."""
    alone = [d for d in context.drafts.values() if d.person and d.party and _own(context, d)]
    lawyers = {d.id for d in context.drafts.values() if d.person and _is_counsel(context, d)}
    for draft in alone:
        draft.party = next(_told(context, offices, draft, lawyers), None) or draft.party
    for draft in context.drafts.values():
        if draft.person and draft.party and (draft.party == context.home or _own(context, draft)):
            draft.party = _body(context, offices, draft) or draft.party


def _told(context: Context, offices: Offices, draft: Draft, lawyers: set[str]) -> Iterator[str]:
    """The parties that the offices beside a person's names tell, in order of place."""
    for mention in draft.mentions:
        for office in offices_of(context.reading, mention, context.by_word):
            party = _party(context, offices, mention, office, lawyers)
            if party:
                yield party
        client = _joined_counsel(context, mention, lawyers)
        if client:
            yield client


def _body(context: Context, offices: Offices, draft: Draft) -> str | None:
    """The party of the body of the text that a person is the head of."""
    for mention in draft.mentions:
        for office in offices_of(context.reading, mention, context.by_word):
            before = office.first < mention.first
            last = min(office.last, mention.first) if before else office.last
            party = offices.bodies.party(office.first, last, office.at)
            if party is not None:
                return party
    return None


def _own(context: Context, draft: Draft) -> bool:
    """True where a party is nobody's but the person's: no organisation's, no group's, none the gazetteer knows."""
    reading = context.reading
    shared = any(d.party == draft.party for d in context.drafts.values() if not d.person)
    return not shared and draft.party not in reading.rules.group_names and draft.party not in reading.gazetteer.parties


def _is_counsel(context: Context, draft: Draft) -> bool:
    return any(
        o.noun.kind == "counsel" for m in draft.mentions for o in offices_of(context.reading, m, context.by_word)
    )


def _party(context: Context, offices: Offices, mention: Mention, office: Office, lawyers: set[str]) -> str | None:
    rules, words = context.reading.rules, context.reading.words
    side = rules.offices_of_groups.match(words, office.at, office.last)
    if side:
        return side[0].kind
    if rules.of_town.match(words, office.at, office.last):
        return offices.town()
    before = office.first < mention.first
    first, last = (office.first, min(office.last, mention.first)) if before else (office.first, office.last)
    if office.noun.kind == "counsel":
        return _client(context, first, last, lawyers) or _completed(context, offices, first, last, office)
    if office.noun.kind not in (*_SPEAKING, "elected", "state") or office.noun.number == "Plur":
        return None
    if resolvable(context.reading, office):
        return offices.owner(office.at - 1, office.at)
    if office.noun.kind in ("elected", "state"):
        return None
    told = _completed(context, offices, first, last, office)
    return offices.led(office.at) if told is None and titled(context.reading, office) else told


def _completed(context: Context, offices: Offices, first: int, last: int, office: Office) -> str | None:
    """The party of the common noun that completes an office."""
    part = Part(first, last, "")
    role = context.reading.rules.roles.match(context.reading.words, office.at, last)
    if role is None or any(context.reading.entry(k) is not None for k in range(first, last)):
        return None  # "the Afghan team's coach" is not any team's
    at = strip_left(context.reading, part, context.by_word)
    found = offices.house(part, at, Head(office.noun, office.at, office.at + role[1]))
    return found.parties[0] if len(found.parties) == 1 else None


def _client(context: Context, first: int, last: int, lawyers: set[str]) -> str | None:
    others = [d for d in context.drafts.values() if d.id not in lawyers]
    client = client_of(context.reading, context.salience, others, context.by_word, first, last)
    return client.party if client is not None else None


def _joined_counsel(context: Context, mention: Mention, lawyers: set[str]) -> str | None:
    """The client of people named together before the word that says they are lawyers: "Anna Verdi and Ben Rossi, his
    lawyers"."""
    reading = context.reading
    k = mention.last
    if k + 1 >= reading.last_of(mention.first) or reading.words[k].key not in reading.rules.conjunctions:
        return None
    while k < reading.last_of(mention.first) and context.by_word.get(k) is None and k < mention.last + 3:
        k += 1
    other = context.by_word.get(k)
    if other is None or other.actor == mention.actor:
        return None
    for office in offices_of(reading, other, context.by_word):
        if office.noun.kind == "counsel" and office.noun.number == "Plur" and office.first >= other.last:
            return _client(context, office.first, office.last, lawyers)
    return None
