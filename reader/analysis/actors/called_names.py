"""Names told to be such by what stands before them: "l'association Les Amis du Lac", "le collectif Vent contraire"."""

from __future__ import annotations

from reader.analysis.actors.reading import Reading

_COMMON = frozenset({"NOUN", "ADJ", "VERB"})


def called(reading: Reading, first: int, last: int) -> int:
    """The end of a name of several words with small ones in it, right behind what it is or told before ("l'association
    Les Amis du Lac", "the charity Friends of the Lake", "Rivières vivantes"); ``first`` where there is no such name."""
    rules, words = reading.rules, reading.words
    if first in reading.known or not words[first].capital:
        return first
    again = _again(reading, first, last)
    if again > first or first < 1 or not reading.adjacent(first) or not _introduced(reading, first):
        return again
    small = rules.connectors | rules.definite
    end = first + 1
    joined = False
    while end < last and reading.adjacent(end):
        k = end
        while k < last and k - end < 3 and words[k].key in small - rules.conjunctions and not words[k].capital:
            if not reading.adjacent(k):
                return first
            k += 1
        if k >= last or not reading.adjacent(k) or not words[k].capital or k in reading.known:
            break
        joined = joined or k > end or words[first].key in rules.openers
        end = k + 1
    if rules.adjectives_follow and (tail := _adjective(reading, first, end, last)) > end:
        reading.called.add(tuple(word.key for word in words[first:tail]))
        return tail
    return end if joined else first


def _introduced(reading: Reading, first: int) -> bool:
    """True right behind a noun in the singular that tells what the name is of: "le collectif"."""
    rules, words = reading.rules, reading.words
    for at in range(max(reading.first_of(first), first - 3), first):
        noun = rules.heads.match(words, at, first) or rules.bodies.match(words, at, first)
        if noun and at + noun[1] == first and not words[at].capital:
            return noun[0].number != "Plur"
    return False


def _adjective(reading: Reading, first: int, end: int, last: int) -> int:
    """Where the adjective in small letters ends that goes on a name of common words: "Rivières vivantes"; ``end`` where
    none does, or one with a complement of its own, which only describes."""
    if end >= last or reading.gap(end) != " " or reading.words[end].capital or reading.pos(end) != "ADJ":
        return end
    token, after = reading.tokens[end], end + 1
    inside = token is not None and token.ent == "I-ORG"
    if not inside and not all(reading.pos(k) in _COMMON for k in range(first, end)):
        return end
    described = after < last and reading.adjacent(after) and reading.pos(after) in ("ADP", "SCONJ")
    return end if described or end in reading.known else after


def _again(reading: Reading, first: int, last: int) -> int:
    """The end of a name that was told before to go on in small letters; ``first`` where none is here."""
    for name in reading.called:
        end = first + len(name)
        if end <= last and tuple(word.key for word in reading.words[first:end]) == name:
            return end
    return first
