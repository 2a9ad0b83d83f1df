"""A noun phrase taken apart: its parts at commas and conjunctions, and what heads each part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.reading import Reading
from reader.domain.actor import ActorKind
from reader.languages.actor_rules import Noun
from reader.languages.gazetteer import Use


@dataclass(frozen=True, slots=True)
class Part:
    """Words ``first`` to ``last`` of a phrase; ``joined`` is how it follows the part before: "", "comma", "and", or
    "bracket" for what stands in brackets behind it."""

    first: int
    last: int
    joined: str


@dataclass(frozen=True, slots=True)
class Office:
    """An office at the head of a part: the noun and the words it takes."""

    noun: Noun
    first: int
    last: int


def parts_of(reading: Reading, first: int, last: int, by_word: dict[int, Mention]) -> Iterator[Part]:
    """The parts of words ``first`` to ``last``. A name is never cut; a relative clause or complement with its own
    verb ends the part before it."""
    rules = reading.rules
    start, joined, skip = first, "", False
    for k in range(first, last + 1):
        inside = k < last and (m := by_word.get(k)) is not None and m.first < k
        if k == last:
            if not skip and k > start:
                yield Part(start, k, joined)
            return
        if inside:
            continue
        gap = reading.gap(k)
        comma = k > first and any(c in gap for c in ",()—–;")
        word = reading.words[k].key
        conjunction = word in rules.conjunctions and k > first
        ends = word in rules.breaks and k not in by_word and not conjunction
        if comma or conjunction or ends:
            if not skip and k > start:
                yield Part(start, k, joined)
            joined = "bracket" if "(" in gap else "and" if conjunction else "comma" if comma else joined
            skip = ends
            start = k + 1 if conjunction or ends else k


def strip_left(reading: Reading, part: Part, by_word: dict[int, Mention]) -> int:
    """The first word of a part behind its prepositions and determiners."""
    rules = reading.rules
    k = part.first
    small = rules.connectors | rules.definite | rules.indefinite | rules.affiliation | rules.possessives.keys()
    while k < part.last and k not in by_word and reading.words[k].key in small:
        k += 1
    return k


def office_in(reading: Reading, first: int, last: int, by_word: dict[int, Mention]) -> Office | None:
    """The first office of a part that is not inside a name."""
    for k in range(first, last):
        if k in by_word:
            continue
        role = reading.rules.roles.match(reading.words, k, last)
        if role and k > first and reading.pos(k) == "ADJ" and reading.words[k - 1].key in reading.rules.describing:
            continue  # "le syndicat étudiant"
        if role and _thing(reading, k):
            continue
        if role:
            return Office(role[0], k, k + role[1])
    return None


def _thing(reading: Reading, k: int) -> bool:
    """True for a word that is an office alone, but with a complement a thing: "the source of the spill"."""
    rules = reading.rules
    if reading.words[k].key not in rules.things or k + 1 >= reading.last_of(k) or not k:
        return False
    return reading.words[k - 1].key in rules.definite and reading.words[k + 1].key in rules.genitive


def direct(reading: Reading, mention: Mention, floor: int, by_word: dict[int, Mention]) -> bool:
    """True where a mention is no complement: nothing like "of" stands right before it."""
    rules = reading.rules
    k = mention.first - 1
    while (
        k >= floor
        and k not in by_word
        and (reading.words[k].key in rules.titles or reading.words[k].key in rules.definite)
    ):
        if reading.words[k].key in rules.genitive:
            return False
        k -= 1
    if k < floor or k in by_word:
        return True
    if reading.pos(k) == "ADP":
        return False
    return reading.words[k].key not in rules.genitive | rules.affiliation | rules.connectors | rules.locative


def adjective_party(reading: Reading, first: int, last: int, use: Use) -> str | None:
    """The party of the first demonym (or word for a member) in a part."""
    for k in range(first, last):
        entry = reading.entry(k)
        if entry is not None and entry.use is use:
            return entry.party
    return None


def owned(reading: Reading, k: int) -> bool:
    """True for the ending of a possessive, or the noun right behind one without an "s": "the seamen's union"."""
    return (reading.words[k].text == "s" and reading.gap(k) == "'") or reading.gap(k) == "' "


def mentions_in(first: int, last: int, by_word: dict[int, Mention]) -> list[Mention]:
    """The mentions that begin in words ``first`` to ``last``, in order."""
    seen: dict[int, Mention] = {}
    for k in range(first, last):
        mention = by_word.get(k)
        if mention is not None and mention.kind is not ActorKind.PLACE:
            seen.setdefault(mention.first, mention)
    return list(seen.values())
