"""Names that what is of several states has: "Ministry of Defence", "Conseil constitutionnel", "Labour Party"."""

from __future__ import annotations

from collections import Counter

from reader.analysis.actors.reading import Reading
from reader.languages.gazetteer import Entry, Use
from reader.languages.words import slug


def settle_shared_names(reading: Reading, others: frozenset[str]) -> None:
    """Make nobody's each name in ``reading.known`` that several states' bodies or parties have, but where the text says
    beside it that it is of the state that the list gives, or names that state and no other one more. By the names of
    ``others`` other states' bodies go too. The first words of an office name nobody: "Labour Minister"."""
    shared = [(i, entry) for i, (entry, _, _) in reading.known.items() if entry.shared]
    if not shared:
        return
    named = states_named(reading)
    beside = {i: entry.key for i, entry in shared if _beside(reading, i, entry)}
    theirs = set(beside.values()) - others
    for i, entry in shared:
        own = named[entry.home or ""]
        most = own > 0 and own == max(named.values()) and entry.key not in others
        is_own = i in beside or entry.key in theirs or most
        office = _office(reading, i)
        if is_own and not (office and reading.words[i + office - 1].capital):
            continue
        if office or entry.use is Use.MEMBER:
            _drop(reading, i)
        else:
            _, count, end = reading.known[i]
            nobodys = entry._replace(key=f"org:{slug(entry.name)}", party=None, home=None)
            reading.known[i] = (nobodys, count, end)


def _drop(reading: Reading, i: int) -> None:
    _, count, _ = reading.known.pop(i)
    for k in range(i, i + count):
        reading.covered.pop(k, None)


def _office(reading: Reading, i: int) -> int:
    """How many words an office of state has that begins with a name's words: "Labour Minister"; 0 for no such one."""
    role = reading.rules.roles.match(reading.words, i, reading.last_of(i))
    return role[1] if role is not None and role[0].kind == "state" and role[1] > reading.known[i][1] else 0


def states_named(reading: Reading) -> Counter[str]:
    """How often the text names what is of each state, without names that several states share."""
    states = ((entry.home or entry.within) for entry, _, _ in reading.known.values() if not entry.shared)
    return Counter(state for state in states if state)


def is_told(reading: Reading, state: str, at: int) -> bool:
    """Whether a text says that it is about a state: names it twice, or by the sentence of word ``at``."""
    places = [i for i, (entry, _, _) in reading.known.items() if state in (entry.home, entry.within)]
    return len(places) > 1 or any(i < reading.last_of(at) for i in places)


def _beside(reading: Reading, i: int, entry: Entry) -> bool:
    """True where the state is named right before a name, or behind it after small words."""
    k = i - 1
    if k > reading.first_of(i) and reading.words[k].text == "s" and reading.gap(k) == "'":
        k -= 1
    if k >= reading.first_of(i) and _is_of(reading, k, entry):
        return True
    rules = reading.rules
    k, last = i + reading.known[i][1], reading.last_of(i)
    while k < last and reading.words[k].key in rules.genitive | rules.definite | rules.locative and reading.adjacent(k):
        k += 1
    return k < last and reading.adjacent(k) and _is_of(reading, k, entry)


def _is_of(reading: Reading, k: int, entry: Entry) -> bool:
    start = reading.covered.get(k)
    return start is not None and not reading.known[start][0].shared and reading.known[start][0].home == entry.home
