"""The words of offices, so that they are not taken for names."""

from __future__ import annotations

from reader.analysis.actors.name_clues import words_given
from reader.analysis.actors.reading import Reading

_PEOPLE = frozenset({"PER", "PERSON"})


def office_words(reading: Reading, first: int, last: int) -> set[int]:
    """The words of offices, which name nobody: "State" in "Secretary of State", what a minister is minister of."""
    found: set[int] = set()
    for at in range(first, last):
        role = reading.rules.roles.match(reading.words, at, last)
        if role is None:
            continue
        end = at + role[1]
        if role[1] > 1:
            found |= set(range(at, end))
        if role[0].kind == "state":
            found |= _portfolio(reading, end, last)
    return found


def _portfolio(reading: Reading, at: int, last: int) -> set[int]:
    """The words of what a minister is minister of, which is nobody: "(minister) of Foreign Affairs"."""
    rules = reading.rules
    k = at
    while k < last and not reading.words[k].capital and reading.adjacent(k):
        if k in reading.known:
            k += reading.known[k][1]  # "ministre congolais des Affaires étrangères"
        elif rules.adjectives_follow and reading.pos(k) == "ADJ":
            k += 1  # "ministre wallon de l'Économie"
        else:
            break
    at = k
    while k < last and reading.words[k].key in rules.connectors | rules.definite and reading.adjacent(k):
        k += 1
    first = k
    while k < last and k > at and reading.words[k].capital and k not in reading.known and reading.adjacent(k):
        if k > first and (words_given(reading, k) or reading.ent(k) in _PEOPLE or reading.ent(k - 1) != reading.ent(k)):
            break
        if words_given(reading, k) or reading.words[k].key in rules.titles:
            break
        k += 1
    return set(range(first, k))
