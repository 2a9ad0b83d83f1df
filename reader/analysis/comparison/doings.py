"""What happens to the things a number counts, where no event of the pack tells it: "12 ships had entered the zone". Two
numbers of one noun count the same only if that agrees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.analysis.comparison.actions import Action
from reader.analysis.comparison.deed_phrases import DeedPhrases, deed_phrases
from reader.analysis.comparison.wording import carries_meaning, stem
from reader.analysis.numbers.grammar import Grammar
from reader.analysis.numbers.phrases import Word, words_after, words_before
from reader.domain.quantity import Quantity
from reader.domain.span import Span

_SIGNS = ".!?;:,"


@dataclass(frozen=True, slots=True)
class Doing(Action):
    """What happens to things; ``planned``: it has not come about."""

    planned: bool

    def agrees(self, other: Doing, *, one_language: bool = True) -> bool:
        """Whether both tell of the same."""
        return self.is_(other, one_language=one_language) and self.planned == other.planned


def doing_of(grammar: Grammar, normal: str, number: Span, begin: int) -> Doing | None:
    """What happens to what a number counts: the verb behind the noun, else before the number, None where neither
    stands there. ``number`` is the span of both; ``begin`` is where what is said begins."""
    phrases = deed_phrases(grammar)
    behind = words_after(normal, number[1])
    behind = behind[: next((n for n, w in enumerate(behind) if w.text in _SIGNS), len(behind))]
    if (found := _behind(phrases, behind)) is not None:
        return found
    before = [w for w in words_before(normal, number[0]) if w.start >= begin]
    return _before(phrases, before)


def number_with_noun(quantity: Quantity) -> Span:
    """The span of a number and of what it counts where that stands beside it."""
    noun = quantity.counted_span or quantity.span
    return min(quantity.span[0], noun[0]), max(quantity.span[1], noun[1])


def _behind(phrases: DeedPhrases, words: Sequence[Word]) -> Doing | None:
    grammar, at, planned = phrases.grammar, 0, False
    while at < len(words):
        word = words[at]
        if word.text in phrases.rules.denials.bars or (
            _helps(phrases, word) and not grammar.place_words.first(words, at)
        ):
            at += 1
        elif word.text in phrases.unreal:
            at, planned = at + 1, True
        else:
            break
    return _verb(phrases, words[at:], planned)


def _before(phrases: DeedPhrases, words: Sequence[Word]) -> Doing | None:
    grammar = phrases.grammar
    while words and (words[-1].text in grammar.rules.counting.determiners or grammar.definite.last(words[-1:])):
        words = words[:-1]
    if not words or not carries_meaning(grammar, words[-1].text):
        return None
    planned = any(word.text in phrases.unreal for word in words[-3:-1])
    return _verb(phrases, words[-1:], planned)


def _verb(phrases: DeedPhrases, words: Sequence[Word], planned: bool) -> Doing | None:
    grammar = phrases.grammar
    if not words or not carries_meaning(grammar, words[0].text) or words[0].text in times_of(grammar):
        return None
    endings = phrases.rules.denials.unreal_endings
    planned = planned or (bool(endings) and words[0].text.endswith(endings))
    named = phrases.deeds.first(words)
    return Doing(named.value if named else "", stem(grammar, words[0].text), planned)


def _helps(phrases: DeedPhrases, word: Word) -> bool:
    return word.text in phrases.helpers


@lru_cache(maxsize=16)
def times_of(grammar: Grammar) -> frozenset[str]:
    """The names of months and days."""
    dates = grammar.rules.dates
    return frozenset(name.lower() for name in (*dates.months, *dates.weekdays))
