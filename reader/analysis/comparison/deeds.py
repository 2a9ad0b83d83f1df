"""Deeds, and what somebody is accused of, by the words alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.comparison.actions import Action
from reader.analysis.comparison.deed_phrases import DeedPhrases, deed_phrases, next_word
from reader.analysis.comparison.wording import carries_meaning, stem
from reader.analysis.numbers.grammar import Grammar
from reader.analysis.numbers.phrases import Word, all_words

_OPENING = 8  # words in which a charge names the deed
_ENDS = ".!?;:"


@dataclass(frozen=True, slots=True)
class Deed(Action):
    """Something that somebody did, or did not do where it is not ``done``; ``at`` is where the words that tell it begin
    in what was said. ``vague``: these words alone do not tell that another deed of the kind is the same one; ``whole``:
    nothing else is named beside it."""

    at: int
    done: bool = True
    vague: bool = False
    whole: bool = False


def charged(grammar: Grammar, normal: str) -> tuple[Deed, ...]:
    """What a charge is about: its first verb, or the noun behind a light one, and what is behind "without".
    ``normal`` is normalised."""
    words, phrases = first_sentence(normal), deed_phrases(grammar)
    at, done = _undone(phrases, words, 0)
    first = _first(phrases, words[: at + _OPENING], at, done=done)
    left = [n for n in range(at, len(words)) if phrases.failing.first(words, n)]
    missed = [deed for n in left for deed in _first(phrases, words, _undone(phrases, words, n)[0], done=False)]
    return (*first, *(deed for deed in missed if deed not in first and deed.kind))


def _undone(phrases: DeedPhrases, words: Sequence[Word], at: int) -> tuple[int, bool]:
    """Where the deed is looked for, and whether a charge is that it was done: not behind "failing to"."""
    for n in range(at, min(at + _OPENING, len(words))):
        match = phrases.failing.first(words, n) or phrases.nots.first(words, n)
        if match is not None:
            return phrases.past_helpers(words, next_word(words, match.end)), False
        if phrases.deeds.first(words, n) or carries_meaning(phrases.grammar, words[n].text):
            break
    return at, True


def _first(phrases: DeedPhrases, words: Sequence[Word], at: int, *, done: bool) -> tuple[Deed, ...]:
    """The first deed from a place on."""
    for n in range(at, len(words)):
        word = words[n]
        if (light := phrases.light_verbs.first(words, n)) is not None:
            nouns = phrases.deeds.within(words[next_word(words, light.end) :])
            return tuple(Deed(noun.value, "", noun.start, done) for noun in nouns[:1])
        named = phrases.deeds.first(words, n)
        means = carries_meaning(phrases.grammar, word.text) and word.text not in phrases.helpers
        if named is not None or means:
            kind = named.value if named else ""
            return (Deed(kind, stem(phrases.grammar, word.text) if means else "", word.start, done),)
    return ()


def first_sentence(normal: str) -> list[Word]:
    """The words and signs of the first sentence."""
    words = all_words(normal, 0, len(normal))
    opening = next((at for at, w in enumerate(words) if w.text[0].isalpha()), 0)
    end = next((at for at in range(opening, len(words)) if words[at].text in _ENDS), len(words))
    return words[opening:end]
