"""People named with whose they are: "Croatia's Ivana Matic said her ministry ..."."""

from __future__ import annotations

from reader.analysis.actors.reading import Reading
from reader.domain.actor import ActorKind

_NEAR = 6  # words from a name to the pronoun that stands for it
_MODIFIERS = 2


def of_state(reading: Reading, first: int) -> bool:
    """True right behind the possessive of a state's name."""
    k = first - 1
    if k < 1 or reading.words[k].text != "s" or reading.gap(k) != "'" or reading.gap(first) != " ":
        return False
    start = reading.covered.get(k - 1)
    return start is not None and reading.known[start][0].kind is ActorKind.STATE


def refers_to_person(reading: Reading, last: int) -> bool:
    """True where the first pronoun behind a name is one for people: "said her ministry", not "said it"."""
    return _pronoun(reading, last) is not None


def has_office_of_state(reading: Reading, last: int) -> bool:
    """True where the first pronoun behind a name says that a body of a state is the person's: "said her ministry"."""
    k = _pronoun(reading, last)
    if k is None or reading.words[k].key not in reading.rules.possessives:
        return False
    for at in range(k + 1, min(k + 2 + _MODIFIERS, reading.last_of(k))):
        head = reading.rules.heads.match(reading.words, at, reading.last_of(k))
        if head is not None:
            return head[0].kind == "government"
    return False


def _pronoun(reading: Reading, last: int) -> int | None:
    rules = reading.rules
    if not last or last >= reading.last_of(last - 1):
        return None
    for k in range(last, min(last + _NEAR, reading.last_of(last - 1))):
        told = rules.pronouns.get(reading.words[k].key) or rules.possessives.get(reading.words[k].key)
        if told is not None:
            return k if told.about == "person" else None
    return None
