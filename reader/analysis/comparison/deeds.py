"""Deeds, and what somebody is accused of, by the words alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.analysis.comparison.actions import Action
from reader.analysis.comparison.deed_phrases import deed_phrases, next_word
from reader.analysis.comparison.wording import carries_meaning, stem
from reader.analysis.numbers.grammar import Grammar
from reader.analysis.numbers.phrases import Word, all_words

_OPENING = 8  # words in which a charge names the deed
_ENDS = ".!?;:"


@dataclass(frozen=True, slots=True)
class Deed(Action):
    """Something done by somebody; ``at`` is where the words that tell it begin in what was said."""

    at: int


def charged(grammar: Grammar, normal: str) -> tuple[Deed, ...]:
    """What a charge is about: its first verb, or the noun behind a light one. ``normal`` is normalised."""
    words, phrases = first_sentence(normal)[:_OPENING], deed_phrases(grammar)
    for at, word in enumerate(words):
        if (light := phrases.light_verbs.first(words, at)) is not None:
            nouns = phrases.deeds.within(words[next_word(words, light.end) :])
            return tuple(Deed(noun.value, "", noun.start) for noun in nouns[:1])
        named = phrases.deeds.first(words, at)
        means = carries_meaning(grammar, word.text) and word.text not in phrases.helpers
        if named is not None or means:
            return (Deed(named.value if named else "", stem(grammar, word.text) if means else "", word.start),)
    return ()


def first_sentence(normal: str) -> list[Word]:
    """The words and signs of the first sentence."""
    words = all_words(normal, 0, len(normal))
    opening = next((at for at, w in enumerate(words) if w.text[0].isalpha()), 0)
    end = next((at for at in range(opening, len(words)) if words[at].text in _ENDS), len(words))
    return words[opening:end]


def same_deed(some: Iterable[Deed], others: Sequence[Deed], *, one_language: bool) -> bool:
    """Whether one of some deeds is one of others."""
    return any(one.is_(other, one_language=one_language) for one in some for other in others)
