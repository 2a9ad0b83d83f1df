"""Known names that mean somebody else in this text: "Commission électorale indépendante (CEI)", "the Peoples Democratic
Party", "le Parti libéral du Québec", "Norway's Ministry of Defence"."""

from __future__ import annotations

from reader.analysis.actors.mentions import is_place
from reader.analysis.actors.reading import Reading
from reader.domain.actor import ActorKind
from reader.languages.gazetteer import Entry, Use

_LONGEST = 10  # words of a name that an acronym shortens
_PEOPLE = frozenset({"PER", "PERSON"})


def drop_other_names(reading: Reading) -> frozenset[str]:
    """Take out of ``reading.known`` what the text itself says is another body of the same letters or words. Gives the
    keys of entries by whose names other states' bodies go."""
    others: set[str] = set()
    other = {reading.words[i].text for i in reading.known if _defined_anew(reading, i)}
    surnames = {reading.words[i].key: i for i in sorted(reading.known, reverse=True) if _surname(reading, i)}
    for i, (entry, count, _) in list(reading.known.items()):
        elsewhere = entry.use is Use.SEAT and _another_states(reading, i)
        elsewhere = elsewhere or (entry.type == "party" and _another_party(reading, i))
        if elsewhere:
            others.add(entry.key)
        someone = count == 1 and i >= surnames.get(reading.words[i].key, len(reading.words))
        someone = someone and not is_place(reading, i, count)
        if elsewhere or someone or (count == 1 and reading.words[i].text in other):
            del reading.known[i]
            for k in range(i, i + count):
                reading.covered.pop(k, None)
    return frozenset(others)


def _surname(reading: Reading, i: int) -> bool:
    """True for a word for a place, a state or its people that is somebody's surname: "Anne Moscou", "Philip Dane"."""
    entry, count, _ = reading.known[i]
    people = entry.use is Use.DEMONYM and not entry.name[:1].islower()
    where = entry.kind in (ActorKind.STATE, ActorKind.PLACE) and entry.use in (Use.CAPITAL, Use.NAME)
    first = i - 1
    if (
        not (where or people)
        or count > 1
        or first < reading.first_of(i)
        or reading.gap(i) != " "
        or first in reading.covered
    ):
        return False
    word = reading.words[first]
    named = first > reading.first_of(i) or reading.pos(first) in ("PROPN", "")  # not "Will Moscow go on?"
    if not (word.capital and reading.words[i].capital and named) or word.key in reading.rules.calendar:
        return False
    if word.key in reading.rules.given_names and not people:
        return True
    led = word.key in reading.rules.titles or reading.rules.roles.match(reading.words, first, i) is not None
    token = reading.tokens[i]
    inside = token is not None and token.ent in ("I-PER", "I-PERSON")
    return inside and reading.ent(first) in _PEOPLE and not led


def _defined_anew(reading: Reading, i: int) -> bool:
    """True for an acronym in brackets behind a longer name that is none of its entry's."""
    entry, count, _ = reading.known[i]
    text = reading.words[i].text
    if count > 1 or not (2 <= len(text) <= 8 and text.isupper()) or reading.gap(i) != " (":
        return False
    left = text.casefold()
    k, floor = i - 1, max(reading.first_of(i), i - _LONGEST)
    while k >= floor and left:
        word = reading.words[k]
        if word.key[:1] == left[-1:] and (len(left) > 1 or word.capital):
            left = left[:-1]
        elif word.key not in reading.rules.connectors | reading.rules.definite:
            return False
        k -= 1
    long = reading.entry(reading.covered.get(k + 1, k + 1))
    return not left and (long is None or long.key != entry.key)


def _another_party(reading: Reading, i: int) -> bool:
    """True for a political party's name that is only part of a longer one, or of a party of another state."""
    entry, count, _ = reading.known[i]
    if entry.use is not Use.NAME:
        return False
    if count > 1 and i > reading.first_of(i) and reading.gap(i) == " ":
        before = reading.words[i - 1]
        start = reading.covered.get(i - 1)
        if start is not None:
            if _elsewhere(entry, reading.known[start][0]):
                return True
        elif before.capital and before.key not in reading.rules.openers | reading.rules.titles.keys() and count > 1:
            return True
    k = i + count
    if k < reading.last_of(i) and k in reading.known and reading.gap(k) == " " and not reading.words[k].capital:
        return _elsewhere(entry, reading.known[k][0])
    k = _completed(reading, i, reading.rules.genitive)
    after = reading.entry(k)
    return k > i + count and after is not None and (after.kind is ActorKind.PLACE or _elsewhere(entry, after))


def _another_states(reading: Reading, i: int) -> bool:
    """True for a seat of power whose name other states' bodies have too, beside the name of another state, or owned or
    completed by a name that no list knows and that is no person's."""
    entry, count, _ = reading.known[i]
    last = i + count
    if not any(reading.rules.heads.match(reading.words, k, last) for k in range(i, last)):
        return False
    owned = i >= 2 and reading.words[i - 1].text == "s" and reading.gap(i - 1) == "'" and reading.gap(i) == " "
    owner = i - 2 if owned else i - 1
    if owner >= reading.first_of(i) and (owned or reading.gap(i) == " "):
        start = reading.covered.get(owner)
        if start is not None and _elsewhere(entry, reading.known[start][0]):
            return True
        if owned and start is None and _unknown(reading, owner):
            return True
    of = _completed(reading, i, reading.rules.genitive)
    if of > last and of < reading.last_of(i):
        after = reading.entry(of)
        return _elsewhere(entry, after) if after is not None else _unknown(reading, of)
    at = last + 1
    if at < reading.last_of(i) and reading.words[last].key in reading.rules.locative and reading.pos(last) == "ADP":
        near = reading.entry(at)
        return near is not None and near.use is Use.CAPITAL and _elsewhere(entry, near)
    return False


def _unknown(reading: Reading, i: int) -> bool:
    """True for a capital that nothing tells to be a person's."""
    word = reading.words[i]
    plain = word.key not in reading.rules.given_names and word.key not in reading.rules.ignored
    return word.capital and plain and reading.ent(i) not in _PEOPLE and reading.pos(i) == "PROPN"


def _completed(reading: Reading, i: int, joining: frozenset[str]) -> int:
    """The word behind the small words that complete the known name at word ``i``; where it ends, without any."""
    k = end = i + reading.known[i][1]
    while k < reading.last_of(i) and reading.adjacent(k) and reading.words[k].key in joining:
        k += 1
    while k < reading.last_of(i) and k > end and reading.words[k].key in reading.rules.definite:
        k += 1
    return k


def _elsewhere(own: Entry, near: Entry) -> bool:
    """True where the name beside a body's tells of a state that the body does not belong to."""
    tells = near.kind is ActorKind.STATE or near.use is Use.DEMONYM
    return tells and near.home is not None and near.home != own.home
