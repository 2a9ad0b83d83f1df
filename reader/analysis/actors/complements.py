"""What behind a common noun tells one body from others of its sort: a place, an adjective, whose it is."""

from __future__ import annotations

from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.found import Context
from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.reading import Reading
from reader.analysis.actors.sides import SideNoun
from reader.domain.actor import ActorKind
from reader.languages.words import keys_of

# Sorts of which a place or an adjective tells one from others: "le club de Valmont", "la commission électorale".
COMPLETED = frozenset({"association", "school", "agency"})


def of_place(context: Context, at: int, last: int) -> int | None:
    """Where a noun for an association or school with its place ends, or for a union with whose it is: "le club de
    Valmont", "le syndicat de Norvex"; None for other phrases."""
    reading, rules, by_word = context.reading, context.reading.rules, context.by_word
    kinds = {
        k for k, n in rules.descriptions.items() if (m := n.match(reading.words, at, at + 1)) and m[0].number != "Plur"
    }
    if not kinds & (COMPLETED | {"union"}):
        return None
    owners = {ActorKind.PLACE, *((ActorKind.ORGANISATION,) if kinds == {"union"} else ())}
    first = at + 1
    while first < last and reading.adjacent(first) and reading.words[first].key in rules.genitive | rules.definite:
        first += 1
    end = first
    while end < last and reading.adjacent(end) and reading.words[end].capital:
        if (mention := by_word.get(end)) is not None and mention.kind not in owners:
            return None
        end += 1
    if end == first or first == at + 1 or reading.entry(first) is not None:
        return None
    return end


def union_of(context: Context, at: int, last: int, owner: Mention) -> tuple[int, int] | None:
    """The noun for a union beside the body whose people it stands for, which it does not speak for: "Norvex's union",
    "the union at Norvex"; None for other phrases."""
    reading, unions = context.reading, context.reading.rules.descriptions.get("union")
    if unions is None or owner.kind is not ActorKind.ORGANISATION or context.drafts[owner.actor].type == "union":
        return None
    possessed = owner.first <= at and reading.gap(owner.last).startswith("'")
    noun = owner.last + 1 if possessed else at
    match = unions.match(reading.words, noun, last) if noun < last else None
    if match is None or match[0].number == "Plur":
        return None
    return noun, noun + match[1]


def told_apart(reading: Reading, called: SideNoun) -> bool:
    """True for a body that an adjective behind it tells from others of its sort, and from those of a state: "la
    commission électorale"."""
    k = called.end - 1
    own = called.end == called.last + 1 and k not in reading.covered
    return own and called.kind in COMPLETED and reading.words[k].key not in reading.rules.beyond_states


def completion(reading: Reading, k: int, last: int) -> int | None:
    """Where the complement ends that begins with word ``k``, one or two common nouns: "des mareyeurs"."""
    rules = reading.rules
    if k >= last or reading.words[k].key not in rules.genitive or not reading.adjacent(k):
        return None
    while k < last and reading.words[k].key in rules.genitive | rules.definite:
        k += 1
    end = k
    while end < min(last, k + 2) and reading.pos(end) in ("NOUN", "ADJ") and reading.adjacent(end):
        end += 1
    described = any(nouns.match(reading.words, k, last) for nouns in rules.descriptions.values())
    return end if end > k and not described else None


def all_named(reading: Reading, k: int, last: int, draft: Draft) -> bool:
    """True where the words that complete a noun, from word ``k``, are in an actor's name."""
    names = {key for m in draft.mentions for key in keys_of(m.name)}
    links = reading.rules.genitive | reading.rules.definite
    while k < last and reading.adjacent(k):
        if reading.words[k].key not in links:
            if reading.pos(k) not in ("NOUN", "ADJ", "PROPN"):
                return True
            if reading.words[k].key not in names:
                return False
        k += 1
    return True
