"""Known names that mean somebody else in this text: "Commission électorale indépendante (CEI)", "the Peoples Democratic
Party", "le Parti libéral du Québec"."""

from __future__ import annotations

from reader.analysis.actors.reading import Reading
from reader.domain.actor import ActorKind
from reader.languages.gazetteer import Entry, Use

_LONGEST = 10  # words of a name that an acronym shortens


def drop_other_names(reading: Reading) -> None:
    """Take out of ``reading.known`` what the text itself says is another body of the same letters or words."""
    other = {reading.words[i].text for i in reading.known if _defined_anew(reading, i)}
    for i, (entry, count, _) in list(reading.known.items()):
        if (count == 1 and reading.words[i].text in other) or (entry.type == "party" and _another_party(reading, i)):
            del reading.known[i]
            for k in range(i, i + count):
                reading.covered.pop(k, None)


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
    while k < reading.last_of(i) and reading.adjacent(k) and reading.words[k].key in reading.rules.genitive:
        k += 1
    while k < reading.last_of(i) and k > i + count and reading.words[k].key in reading.rules.definite:
        k += 1
    after = reading.entry(k) if k > i + count else None
    return after is not None and (after.kind is ActorKind.PLACE or _elsewhere(entry, after))


def _elsewhere(party: Entry, near: Entry) -> bool:
    """True where a name beside a party's tells of a state that the party does not belong to."""
    tells = near.kind is ActorKind.STATE or near.use is Use.DEMONYM
    return tells and near.home is not None and near.home != party.home
