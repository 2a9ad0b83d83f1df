"""By which nouns a text brings in those it names: "the charity Clean Saline", "River Watch, a charity"."""

from __future__ import annotations

from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.reading import Reading
from reader.languages.words import keys_of

_BEFORE = 4
_NOMINAL = frozenset({"", "NOUN", "ADJ", "PROPN"})


def introduced_by(reading: Reading, draft: Draft, before: int) -> frozenset[str]:
    """The keys of the common nouns beside the names of an actor before word ``before``, and of those inside a name."""
    found: set[str] = set()
    for mention in draft.mentions:
        if mention.first < before:
            found |= _beside(reading, mention)
            found |= {key for key in keys_of(mention.name) if _describes(reading, key)}
    return frozenset(found)


def brought_in(reading: Reading, at: int) -> bool:
    """True for a definite noun that was not brought in as somebody without a name ("un maire ... le maire")."""
    words, rules = reading.words, reading.rules
    if not at or words[at - 1].key not in rules.definite:
        return False
    return not any(words[k].key == words[at].key and k and words[k - 1].key in rules.indefinite for k in range(at))


def _describes(reading: Reading, key: str) -> bool:
    return key in reading.rules.describing


def _beside(reading: Reading, mention: Mention) -> set[str]:
    found: set[str] = set()
    for k in range(mention.first - 1, max(-1, mention.first - 1 - _BEFORE), -1):
        kept = k < mention.first - 1 and reading.words[k].key in reading.rules.genitive  # "groupe de presse X"
        if not reading.adjacent(k + 1) or (reading.words[k].key in reading.rules.definite and not kept):
            break
        if reading.words[k].key in reading.rules.genitive and not kept:
            break
        if not kept and (reading.pos(k) not in _NOMINAL or (reading.words[k].capital and k > reading.first_of(k))):
            break
        if _describes(reading, reading.words[k].key):
            found.add(reading.words[k].key)
    k = mention.last
    if k < len(reading.words) and reading.adjacent(k) and _describes(reading, reading.words[k].key):
        found.add(reading.words[k].key)  # "the Save Milbrook group"
    if k + 1 < len(reading.words) and reading.gap(k) == ", " and reading.words[k].key in reading.rules.indefinite:
        for x in range(k + 1, min(k + 4, reading.last_of(k))):
            if not reading.adjacent(x) and x > k + 1:
                break
            if _describes(reading, reading.words[x].key):
                found.add(reading.words[x].key)
                break
    return found
