"""Offices and affiliations: what a text says beside a person's name about whom the person speaks for."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.office_complements import (
    Office,
    completed,
    described,
    further,
    group_beside,
    institution_before,
    institution_beside,
    just_before,
    possessed,
    resolvable,
    titled,
)
from reader.analysis.actors.reading import Reading
from reader.analysis.actors.regions import region_of_office
from reader.analysis.actors.state_people import has_office_of_state
from reader.domain.actor import ActorKind
from reader.languages.actor_rules import Noun
from reader.languages.gazetteer import Use

_REACH = 16
_STOPS = '.;:!?()«»"—–'


@dataclass(frozen=True, slots=True)
class Clue:
    """Whom somebody speaks for: the mention that says so, or a party id; ``state`` where an office of state alone."""

    mention: Mention | None = None
    party: str | None = None
    state: bool = False


def offices_of(reading: Reading, person: Mention, by_word: dict[int, Mention]) -> list[Office]:
    """The offices named right before or right after a person's name."""
    return [o for o in (_before(reading, person, by_word), _after(reading, person, by_word)) if o]


def clue_of(reading: Reading, office: Office, person: Mention, by_word: dict[int, Mention]) -> Clue:
    """Whom an office speaks for: what modifies it, then what completes it, then the state for an office of state."""
    kind = office.noun.kind
    if kind == "private":
        return Clue()
    region = region_of_office(reading, office.first, office.last, office.at)
    if region is not None:
        return Clue(party=region)
    state: str | None = None
    member: str | None = None
    for k in (*range(office.at - 1, office.first - 1, -1), *range(office.at, office.last)):
        mention = by_word.get(k)
        if mention is not None and mention is not person and mention.kind not in (ActorKind.PERSON, ActorKind.PLACE):
            if state and kind in ("state", "elected"):
                continue  # "the Afghan ambassador to the United States"
            if (
                mention.kind is ActorKind.STATE
                and kind not in ("state", "elected")
                and further(reading, k, office.last, person, by_word)
            ):
                continue
            if mention.kind is ActorKind.GROUP and mention.entry and mention.entry.use is Use.DEMONYM:
                state = state or mention.party
                continue
            if member and mention.kind is ActorKind.STATE:
                return Clue(party=member)
            return Clue(mention=mention)
        entry = reading.entry(k)
        if entry is not None and entry.use is Use.DEMONYM:
            state = state or entry.party
        elif entry is not None and entry.use is Use.MEMBER:
            member = member or entry.party
    if member and kind != "state":
        return Clue(party=member)
    if state and kind != "other":
        return Clue(party=state)
    group = group_beside(reading, office)
    if group and kind != "state":
        return Clue(party=group)
    institution = institution_beside(reading, office)
    if institution and kind in ("official", "leading", "elected", "state"):
        body = institution_before(reading, min(person.first, office.at), by_word, institution)
        return Clue(mention=body, state=body is None)
    types = described(reading, office)
    if types is None and kind != "counsel" and resolvable(reading, office):
        return Clue()  # told once whom "its" stands for
    if kind == "state" and types is None and possessed(reading, office):
        house = just_before(reading, min(person.first, office.at), by_word, None, nearest=True)
        if house is not None:
            return Clue(mention=house)
    if kind == "state" and (types is None or "state" in types):
        return Clue(party=state, state=True)
    if titled(reading, office):
        beside = by_word.get(office.first - 1)
        if beside is not None and beside.kind is ActorKind.ORGANISATION and reading.gap(office.first) == ") ":
            return Clue(mention=beside)  # "Advanced Micro Devices (AMD) Chief Executive Anna Verdi"
        return Clue(party=member)  # told once whom the passage is about
    if member is None and (kind == "leading" or types or (kind != "counsel" and possessed(reading, office))):
        if types is None and completed(reading, office):
            return Clue()  # "the chairman of the inquiry"
        return Clue(mention=just_before(reading, min(person.first, office.at), by_word, types))
    return Clue(party=member)


def affiliation_of(reading: Reading, person: Mention, by_word: dict[int, Mention]) -> Clue | None:
    """Whom a person belongs to without an office: "Martinet, de la CGT", "Dupont (CFDT)", "Ingram of The Globe"."""
    owner = _possessor(reading, person, by_word)
    if owner is not None:
        return Clue(mention=owner)
    rules, at, last = reading.rules, person.last, reading.last_of(person.first)
    if at >= last:
        return None
    gap = reading.gap(at).strip()
    k = at
    while k < last and k - at < 4 and (reading.words[k].key in rules.affiliation | rules.definite | rules.connectors):
        k += 1
    linked = k > at and reading.words[at].key in (rules.affiliation if gap == "," else rules.genitive)
    mention = by_word.get(k)
    entry = reading.entry(k)
    if gap == "(" or (gap in (",", "") and linked and reading.adjacent(k)):
        if mention is not None and mention.kind not in (ActorKind.PERSON, ActorKind.PLACE, ActorKind.STATE):
            return Clue(mention=mention)
        if entry is not None and entry.use is Use.MEMBER:
            return Clue(party=entry.party)
    if gap == "," and entry is not None and entry.use is Use.MEMBER:
        return Clue(party=entry.party)
    return None


def _possessor(reading: Reading, person: Mention, by_word: dict[int, Mention]) -> Mention | None:
    """The organisation right before a person's name with a possessive ending: "Arsenal's Jonas Eidevall"."""
    k = person.first - 1
    if k < 1 or reading.words[k].text != "s" or reading.gap(k) != "'" or reading.gap(person.first) != " ":
        return None
    mention = by_word.get(k - 1)
    if mention is not None and mention.kind is ActorKind.STATE:
        return mention if has_office_of_state(reading, person.last) else None
    return mention if mention is not None and mention.kind is ActorKind.ORGANISATION else None


def _before(reading: Reading, person: Mention, by_word: dict[int, Mention]) -> Office | None:
    start = _behind_rank(reading, person.first)
    office = _office_left(reading, person, start, by_word) if start != person.first else None
    return office or _office_left(reading, person, person.first, by_word)


def _behind_rank(reading: Reading, first: int) -> int:
    """The first word of the rank before a name, where another description stands before it: "the army's spokesman,
    Col. Amir Regev"; the name's own first word where there is none."""
    k, stop = first - 1, reading.first_of(first)
    while k > stop and reading.joined(k + 1) and reading.words[k].key in reading.rules.titles:
        k -= 1
    while k > stop and k + 1 < first and reading.adjacent(k + 1) and reading.words[k].key in reading.rules.definite:
        k -= 1
    return k + 1 if k + 1 < first and "," in reading.gap(k + 1) else first


def _office_left(reading: Reading, person: Mention, start: int, by_word: dict[int, Mention]) -> Office | None:
    """The office in the words before ``start``, where a person's name or rank begins."""
    floor = max(reading.first_of(person.first), start - _REACH)
    commas = brackets = 0
    crossed: Mention | None = None
    k = start - 1
    while k >= floor:
        gap = reading.gap(k + 1)
        brackets += gap.count(")") - gap.count("(")
        if brackets or "(" in gap:
            k -= 1
            continue
        if any(c in _STOPS for c in gap) and not reading.joined(k + 1) and not (gap == ". " and k in reading.covered):
            return None
        commas += gap.count(",")
        if commas > (1 if "," in reading.gap(start) else 0):
            return None
        if by_word.get(k) is not None and by_word[k].kind is ActorKind.PERSON:
            if crossed is not None and crossed is not by_word[k]:
                return None
            crossed = by_word[k]
            k -= 1
            continue
        role = _role_ending(reading, k, floor)
        portfolio = k > floor and reading.words[k - 1].capital and k < start - 1  # "Relations avec le Parlement"
        if _breaks(reading, k) and not portfolio and (role is None or k < start - 1):
            return None
        if role is not None:
            noun, at = role
            if "," in reading.gap(start) and not _apposed(reading, noun, person, at):
                return None
            if crossed is not None and noun.kind != "counsel":
                return None  # only a lawyer stands before a name with somebody else's between: "a lawyer for X, Y"
            return Office(noun, at, _left_edge(reading, at, by_word), start)
        k -= 1
    return None


def _apposed(reading: Reading, noun: Noun, person: Mention, at: int) -> bool:
    """False for a name behind a comma that begins a clause of its own: "Asked about leaders of the opposition, Verdi
    said", "De l'avis du ministre, Verdi a menti"."""
    if noun.number == "Plur":
        return False
    first, after = reading.tokens[reading.first_of(at)], person.last
    if first is None or first.pos not in ("ADP", "VERB", "ADV", "SCONJ") or after >= reading.last_of(at):
        return True
    return reading.gap(after) != " "


def _role_ending(reading: Reading, k: int, floor: int) -> tuple[Noun, int] | None:
    """The longest office whose last word is ``k``, and its first word."""
    for at in range(max(floor, k - 4), k + 1):
        role = reading.rules.roles.match(reading.words, at, k + 1)
        if role and at + role[1] == k + 1:
            return role[0], at
    return None


def _after(reading: Reading, person: Mention, by_word: dict[int, Mention]) -> Office | None:
    last = reading.last_of(person.first)
    at = person.last
    if at >= last or reading.gap(at).strip() not in (",", "(", "—", "–"):
        return None
    stop = min(last, at + _REACH)
    end = at
    office: tuple[Noun, int] | None = None
    while end < stop:
        quoted = office is not None and end in by_word and reading.gap(end).strip() in ('"', "«", "“")
        if end > at and any(c in "," + _STOPS for c in reading.gap(end)) and not reading.joined(end) and not quoted:
            break
        if _breaks(reading, end) or (by_word.get(end) is not None and by_word[end].kind is ActorKind.PERSON):
            break
        if office is None:
            role = reading.rules.roles.match(reading.words, end, stop)
            if role:
                office = (role[0], end)
                end += role[1]
                continue
            if end - at >= 6:
                break
        end += 1
    determined = reading.words[office[1] - 1].key in reading.rules.indefinite if office and office[1] > at else False
    if office is None or (determined and end < last and not reading.gap(end).strip()):
        return None  # "According to X, a detective of Y was told": nothing closes the apposition
    return Office(office[0], office[1], at, end)


def _breaks(reading: Reading, k: int) -> bool:
    if reading.words[k].key in reading.rules.breaks:
        return True
    if reading.words[k].key in reading.rules.indefinite:
        return False  # "l'un des secrétaires"
    token = reading.tokens[k]
    if token is None or token.pos not in ("VERB", "AUX", "PRON") or token.feature("Poss") == "Yes":
        return False
    return token.pos != "VERB" or token.feature("VerbForm") not in ("Part", "Inf")


def _left_edge(reading: Reading, at: int, by_word: dict[int, Mention]) -> int:
    """The first word of what modifies an office from the left: names, demonyms, a possessor."""
    left = at
    floor = reading.first_of(at)
    while left > floor and at - left < 8:
        i = left - 1
        word = reading.words[i]
        if word.text == "s" and reading.gap(i) == "'":
            left = i
        elif reading.gap(left) not in (" ", "-", "'") and not (i in reading.covered and reading.gap(left) == ". "):
            break
        elif i in by_word or i in reading.covered:
            left = by_word[i].first if i in by_word else reading.covered[i]
        elif (not word.capital and reading.pos(i) in ("ADJ", "NOUN") and at - i < 4) or (
            word.capital and word.key not in reading.rules.openers
        ):
            left = i
        else:
            break
    return left
