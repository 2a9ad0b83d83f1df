"""Which party each actor speaks for, and what parties are called."""

from __future__ import annotations

from collections import Counter

from reader.analysis.actors.counsel import client_of
from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.later_names import give_later_names
from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.reading import Reading
from reader.analysis.actors.roles import Clue, affiliation_of, clue_of, offices_of
from reader.analysis.actors.salience import Salience
from reader.analysis.actors.shared_names import is_told
from reader.analysis.actors.unknown_states import is_of_unknown, unknown_state
from reader.domain.actor import ActorKind, Party
from reader.languages.gazetteer import Use
from reader.languages.words import keys_of, slug

_OWN = frozenset({ActorKind.ORGANISATION, ActorKind.GOVERNMENT, ActorKind.FORCE})
# Names that tell most clearly which state a story is about; companies, party members and capitals tell less.
_OF_STATE = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.GROUP, ActorKind.PERSON})
_PLAIN = frozenset({Use.NAME, Use.SEAT, Use.DEMONYM, Use.PERSON})


def home_state(reading: Reading, drafts: list[Draft]) -> str | None:
    """The state the story is at home in: the one most of its names point at, by far where another comes second; None
    without any. Two states at odds are no home. Who is quoted may speak of another state than his own."""
    weights: Counter[str] = Counter()
    quoted = [quote.inner for quote in reading.parsed.quotes if quote.depth == 0]
    for i, (entry, _, _) in reading.known.items():
        if any(first <= reading.words[i].start < last for first, last in quoted):
            continue
        if entry.within:
            weights[entry.within] += 1
        if entry.home:
            plain = entry.kind in _OF_STATE and entry.use in _PLAIN
            weights[entry.home] += 4 if plain else 2 if entry.use is Use.CAPITAL else 1
    for draft in drafts:
        for mention in draft.mentions:
            if mention.home:
                weights[mention.home] += 2
    if not weights:
        return None
    (best, most), *rest = weights.most_common(2)
    return best if most > 1 and most * 2 >= weights.total() and (not rest or most * 2 >= rest[0][1] * 3) else None


def give_parties(reading: Reading, drafts: list[Draft], by_word: dict[int, Mention], home: str | None) -> None:
    """Set each draft's party: the gazetteer's, its state, its own, or for people what the text says beside them."""
    abroad = any(is_of_unknown(reading, d) for d in drafts)
    for draft in drafts:
        if draft.kind in _OWN and draft.party is None:
            draft.party = unknown_state(reading, draft, drafts)
            if draft.party is None and draft.of_state:
                near = home is not None and not abroad and is_told(reading, home, draft.first)
                draft.party = _namesake_state(draft, drafts) or (home if near else None)
            if draft.party is None and draft.type == "prosecution":
                draft.party = _office_side(reading, draft)
            if draft.party is None:
                draft.party = organisation_slug(reading, draft)
    _short_names(drafts)
    owners = {d.id: d for d in drafts}
    contest = _contest(reading, drafts)
    salience = Salience(reading, owners)
    people = [d for d in drafts if d.person]
    surnames = Counter(_last_name(d) for d in people)
    for draft in people:
        party = _client_party(reading, salience, drafts, by_word, draft)
        own = _person_party(reading, draft, by_word, owners, home, contest)  # learns the person's offices too
        draft.party = party or own or _own_party(reading, draft, surnames[_last_name(draft)] > 1) or None
    give_later_names(reading, drafts, by_word)


def _office_side(reading: Reading, draft: Draft) -> str | None:
    """The side without a name that a body is an office of: "le parquet de Fernham" for the prosecution."""
    mention = draft.mentions[0]
    side = reading.rules.offices_of_groups.match(reading.words, mention.first, mention.last)
    return side[0].kind if side else None


def _namesake_state(draft: Draft, drafts: list[Draft]) -> str | None:
    """The state of the body that was named in full before: "le ministère russe de la Défense ... le ministère de la
    Défense"."""
    keys = set(keys_of(draft.name))
    before = [
        d
        for d in drafts
        if d is not draft and d.of_state and d.party and d.type == draft.type and d.first < draft.first
        if len(keys) > 1 and keys < set(keys_of(d.name)) and any(m.party for m in d.mentions)
    ]
    return before[-1].party if before else None


def organisation_slug(reading: Reading, draft: Draft) -> str:
    """The id of an organisation that is a party of its own: its name without article, or its acronym
    where the name is one or two words."""
    name = draft.name
    if draft.acronym:
        longest = max((m.name for m in draft.mentions), key=len)
        name = longest if len(keys_of(longest)) > 2 else draft.acronym
    keys = list(keys_of(name))
    while len(keys) > 1 and keys[0] in reading.rules.definite:
        keys.pop(0)
    return "-".join(keys) or slug(draft.name)


def _short_names(drafts: list[Draft]) -> None:
    """Branches speak for their house: "HP France" for "HP"."""
    houses: dict[tuple[str, ...], str] = {}
    for draft in drafts:
        sure = len(draft.mentions) > 1 or draft.mentions[0].entry is not None
        if draft.kind is ActorKind.ORGANISATION and draft.party and sure:
            for mention in draft.mentions:
                houses.setdefault(keys_of(mention.name), draft.party)
    for draft in drafts:
        if draft.kind is ActorKind.ORGANISATION and draft.mentions[0].entry is None:
            keys = keys_of(draft.name)
            for count in range(len(keys) - 1, 0, -1):
                house = houses.get(keys[:count])
                if house and house != draft.party:
                    draft.party = house
                    break


def _contest(reading: Reading, drafts: list[Draft]) -> set[str]:
    """The political parties of people who stand against each other in an election of one state."""
    if not any(w.key in reading.rules.election for w in reading.words):
        return set()
    sides: dict[str, set[str]] = {}
    for draft in drafts:
        entry = next((m.entry for m in draft.mentions if m.entry and m.entry.use is Use.PERSON), None)
        affiliation = reading.gazetteer.affiliation(entry.key) if entry else None
        if entry and entry.home and affiliation:
            sides.setdefault(entry.home, set()).add(affiliation)
    return {party for parties in sides.values() if len(parties) > 1 for party in parties}


def _person_party(
    reading: Reading,
    draft: Draft,
    by_word: dict[int, Mention],
    owners: dict[str, Draft],
    home: str | None,
    contest: set[str],
) -> str | None:
    entry = next((m.entry for m in draft.mentions if m.entry and m.entry.use is Use.PERSON), None)
    affiliation = reading.gazetteer.affiliation(entry.key) if entry else None
    if affiliation in contest:
        return affiliation
    clues: list[tuple[Clue, bool]] = []
    for mention in draft.mentions:
        for office in offices_of(reading, mention, by_word):
            draft.roles.add(office.noun.base)
            draft.gender = draft.gender or office.noun.gender
            clues.append((clue_of(reading, office, mention, by_word), office.noun.kind == "elected"))
        clue = affiliation_of(reading, mention, by_word)
        if clue:
            clues.append((clue, False))
    country: str | None = None
    for clue, elected in clues:
        owner = owners.get(clue.mention.actor) if clue.mention is not None else None
        party = owner.party if owner else clue.party
        if party and elected and reading.gazetteer.is_state(party):
            country = country or party  # "U.S. Senator Anna Verdi, Republican from Texas" speaks for her party
        elif party and not (entry and reading.gazetteer.is_region(party)):
            return party
    if country:
        return country
    if entry is not None:
        return entry.party
    if any(clue.state for clue, _ in clues) and home:
        return home
    return draft.party


def _client_party(
    reading: Reading, salience: Salience, drafts: list[Draft], by_word: dict[int, Mention], draft: Draft
) -> str | None:
    """The party of the client of a person who is somebody's lawyer."""
    for mention in draft.mentions:
        for office in offices_of(reading, mention, by_word):
            if office.noun.kind == "counsel":
                outside = office.last if office.first >= mention.last else min(office.last, mention.first)
                others = [d for d in drafts if d is not draft]
                client = client_of(reading, salience, others, by_word, office.first, outside)
                if client is not None and client is not draft:
                    return client.party
                for k in range(office.first, outside):
                    side = reading.rules.groups.match(reading.words, k, outside)
                    if side:
                        return side[0].kind  # "avocat de la partie civile"
    return None


def _own_party(reading: Reading, draft: Draft, shared: bool) -> str:
    """The id of a person who speaks for nobody else: the surname, where neither another person nor a party that the
    gazetteer knows goes by it ("Tom Ford")."""
    id = slug(draft.name) if shared else _last_name(draft)
    if id in reading.gazetteer.parties:
        id = slug(draft.name)
    return f"person-{id}" if id in reading.gazetteer.parties else id


def _last_name(draft: Draft) -> str:
    """What a person who speaks for nobody else goes by; the whole name where it has no letters to part."""
    parts = draft.name.split()
    return (slug(parts[-1]) or slug(draft.name)) if parts else ""


def party_of_id(reading: Reading, id: str, drafts: list[Draft]) -> Party:
    """The party with that id, named in the article's language."""
    known = reading.gazetteer.parties.get(id)
    if known:
        return known
    if id in reading.rules.group_names:
        return Party(id, reading.rules.group_names[id], "group")
    owner = next((d for d in drafts if not d.person and d.party in (id, None) and slug(d.name) == id), None)
    owner = owner or next((d for d in drafts if d.party == id and not d.person), None)
    owner = owner or next((d for d in drafts if d.party == id), None)
    if owner is None:
        return Party(id, id, "organisation")
    return Party(id, owner.acronym or owner.name, "person" if owner.person else "organisation")
