"""What two statements of different articles have in common: enough to say that they are about the same thing."""

from __future__ import annotations

from functools import lru_cache

from reader.analysis.comparison.doings import times_of
from reader.analysis.numbers.grammar import Grammar
from reader.analysis.numbers.phrases import all_words
from reader.analysis.story_board.said import Said
from reader.analysis.story_board.said_deeds import charged_with, says_of_deeds
from reader.analysis.story_board.same import Shared
from reader.analysis.text.normal import normalise

_LARGE = 20  # a number two statements do not share by chance
_WORDS = 2
_ANYBODY = frozenset({"person", "man", "woman", "country"})  # kinds that most stories speak of


def about_the_same(one: Shared, other: Shared) -> bool:
    """Whether any two wordings of two statements share words that carry meaning, in one language; else a large number,
    or somebody or some place named in both that is neither speaker nor target."""
    return any(_alike(a, b) for a in one.all for b in other.all)


def touches(one: Shared, other: Shared) -> bool:
    """Whether any two wordings have something in common beside what is done: a word that carries meaning, in one
    language; a thing that packs name alike; a name of neither side; or the second names those who say the first."""
    return any(_touch(a, b) for a in one.all for b in other.all)


def much_the_same(one: Shared, other: Shared) -> bool:
    """Whether half of what the shorter of two statements says is in the other one too: in words, or else both a large
    number and a name."""
    return any(_much_alike(a, b) for a in one.all for b in other.all)


def shared_numbers(one: Shared, other: Shared) -> bool:
    """Whether two statements have a large number in common."""
    return any(_numbers(a, b) for a in one.all for b in other.all)


def _touch(one: Said, other: Said) -> bool:
    cast = other.telling.cast
    if not _things(one).isdisjoint(_things(other)) or _numbers(one, other) or _names(one, other):
        return True
    if any(cast.side(id) in one.parties for id in other.names):
        return True
    return one.piece.language == other.piece.language and bool((one.stems & other.stems) - _verbs(one, other))


def _verbs(charge: Said, answer: Said) -> frozenset[str]:
    """The words that only tell what is done, or when."""
    deeds = (*charged_with(charge), *says_of_deeds(answer))
    return times_of(charge.telling.grammar).union(deed.stem for deed in deeds)


def _things(said: Said) -> frozenset[str]:
    return _kept_things(said.telling.grammar, said.text) - _ANYBODY


@lru_cache(maxsize=8192)
def _kept_things(grammar: Grammar, text: str) -> frozenset[str]:
    """What a text speaks of that packs have a name for, one or many of it."""
    normal = normalise(text)
    words = all_words(normal, 0, len(normal))
    endings = grammar.rules.counting.plural_endings
    many = [word._replace(text=word.text + ending) for word in words for ending in endings]
    found = [grammar.noun_kinds.first([word]) for word in many]
    return frozenset(match.value for match in (*grammar.noun_kinds.within(words), *found) if match is not None)


def _alike(one: Said, other: Said) -> bool:
    if one.piece.language == other.piece.language and len(one.stems & other.stems) >= _WORDS:
        return True
    return _numbers(one, other) or bool(_names(one, other))


def _much_alike(one: Said, other: Said) -> bool:
    if one.piece.language == other.piece.language:
        shared = len(one.stems & other.stems)
        return shared >= _WORDS and shared * 2 >= min(len(one.stems), len(other.stems))
    return _numbers(one, other) and bool(_names(one, other))


def _numbers(one: Said, other: Said) -> bool:
    return any(value >= _LARGE for _, value in one.numbers & other.numbers)


def _names(one: Said, other: Said) -> frozenset[str]:
    """Who is named in both and is on neither's side; names nobody knows by how they sound."""
    cast = one.telling.cast
    sides = {*one.parties, *one.targets, *other.parties, *other.targets}
    known = frozenset(id for id in one.names & other.names if cast.side(id) not in sides)
    return known or one.proper & other.proper
