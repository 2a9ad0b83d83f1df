"""What stands around a run of capitals and tells that it names a place."""

from __future__ import annotations

from reader.analysis.actors.mentions import is_place
from reader.analysis.actors.reading import Reading
from reader.languages.gazetteer import Use

_MODIFIERS = 2
_LIST = 24  # words


def says_place(reading: Reading, first: int, last: int) -> bool:
    """True where a noun for a sort of place stands before the name, in it or behind it: "the village of X", "Lake X",
    "X, an Armenian resort"."""
    return _noun_inside(reading, first, last) or _noun_before(reading, first) or _noun_behind(reading, last)


def says_where(reading: Reading, first: int, last: int) -> bool:
    """True where a state's name only tells where something is: "in France", "dans le sud de la France"."""
    return is_place(reading, first, last - first) or part_of_place(reading, first)


def part_of_place(reading: Reading, first: int) -> bool:
    """True for the complement of a word for a part of a place: "le nord de l'Italie", "the south of Italy"."""
    rules, k, stop, linked = reading.rules, first - 1, reading.first_of(first), False
    while k > stop and reading.adjacent(k + 1) and reading.words[k].key in rules.genitive | rules.definite:
        linked = linked or reading.words[k].key in rules.genitive
        k -= 1
    return linked and reading.adjacent(k + 1) and reading.words[k].key in rules.locative


def direction_before(reading: Reading, first: int) -> bool:
    """True right behind a word for where something is or goes: "towards X", "en direction de X", "near X"."""
    rules, words, at, stop = reading.rules, reading.words, first - 1, reading.first_of(first)
    if at > stop and words[at].key in rules.genitive and reading.adjacent(first):
        at -= 1
    if at < stop or not reading.adjacent(at + 1):
        return False
    for k in range(max(stop, at - 3), at + 1):
        found = rules.directions.match(words, k, at + 1)
        if found and k + found[1] == at + 1:
            return True
    return False


def is_road(text: str, codes: frozenset[str]) -> bool:
    """True for letters of a road with its number: "A75", "RN20"."""
    letters = text.rstrip("0123456789")
    return letters.isupper() and letters != text and letters in codes


def place_noun_follows(reading: Reading, last: int) -> bool:
    """True right before a noun for a sort of place: "Catania airport"."""
    if last >= len(reading.words) or not reading.joined(last) or reading.gap(last) != " ":
        return False
    return (
        not reading.words[last].capital
        and reading.rules.places.match(reading.words, last, reading.last_of(last)) is not None
    )


def _noun_inside(reading: Reading, first: int, last: int) -> bool:
    """ "Lake Sevan", "Ostrava Valley"."""
    if last - first < 2:
        return False
    places, words = reading.rules.places, reading.words
    opening = places.match(words, first, last)
    return opening is not None or places.match(words, last - 1, last) is not None


def _noun_before(reading: Reading, first: int) -> bool:
    """ "la station balnéaire arménienne de X", "the districts of X and Y", "le lac X"."""
    at = _before_list(reading, first)
    rules, words, stop = reading.rules, reading.words, reading.first_of(at)
    k = at - 1
    while k >= stop and reading.adjacent(k + 1) and words[k].key in rules.genitive | rules.definite:
        k -= 1
    if at - 1 > k and words[k + 1].key not in rules.genitive:
        return False
    for _ in range(_MODIFIERS + 1):
        if k < stop or not reading.adjacent(k + 1):
            return False
        if _place_ending(reading, k, stop):
            return True
        if reading.pos(k) != "ADJ" and not _demonym(reading, k):
            return False
        k -= 1
    return False


def _before_list(reading: Reading, first: int) -> int:
    """The first of the names that a conjunction or commas join to the one at ``first``."""
    rules, words, stop = reading.rules, reading.words, reading.first_of(first)
    at = first
    while at - 1 > stop and first - at < _LIST:
        k = at - 1
        if words[k].key in rules.conjunctions and reading.gap(at) == " " and reading.gap(k) == " ":
            k -= 1
        elif reading.gap(at) != ", ":
            break
        if not words[k].capital:
            break
        while k > stop and words[k - 1].capital and reading.joined(k):
            k -= 1
        at = k
    return at


def _place_ending(reading: Reading, k: int, stop: int) -> bool:
    """True where a noun for a sort of place, written small, ends with word ``k``."""
    for at in range(max(stop, k - 2), k + 1):
        found = reading.rules.places.match(reading.words, at, k + 1)
        if found and at + found[1] == k + 1 and not reading.words[at].capital:
            return True
    return False


def _noun_behind(reading: Reading, last: int) -> bool:
    """ "X, a village near Lake Sevan", "X, petite ville du nord"."""
    if last >= len(reading.words) or reading.gap(last) != ", " or reading.sentence[last] != reading.sentence[last - 1]:
        return False
    rules, words, end = reading.rules, reading.words, reading.last_of(last - 1)
    at = last + 1 if words[last].key in rules.indefinite else last
    for k in range(at, min(at + _MODIFIERS + 1, end)):
        if k > last and reading.gap(k) not in (" ", "-", "'"):
            return False
        found = rules.places.match(words, k, end)
        if found and not words[k].capital:
            after = k + found[1]
            heads_more = after < end and reading.gap(after) == " " and reading.pos(after) in ("NOUN", "PROPN")
            return not heads_more and (at > last or after >= end or reading.pos(after) in ("ADP", "ADJ", "PUNCT", ""))
        if reading.pos(k) not in ("ADJ", "NOUN", "PROPN") and not _demonym(reading, k):
            return False
    return False


def _demonym(reading: Reading, k: int) -> bool:
    start = reading.covered.get(k)
    return start is not None and reading.known[start][0].use is Use.DEMONYM
