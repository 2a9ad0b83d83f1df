"""What happens to the things a number counts, where no event of the pack tells it: "12 ships had entered the zone". Two
numbers of one noun count the same only if that agrees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.comparison.deed_phrases import DeedPhrases, deed_phrases
from reader.analysis.comparison.wording import carries_meaning, stem
from reader.analysis.numbers.grammar import Grammar
from reader.analysis.numbers.phrases import Word, words_after, words_before
from reader.domain.quantity import Quantity

_SIGNS = ".!?;:,"


@dataclass(frozen=True, slots=True)
class Doing:
    """``kind`` is the deed's name in every language, "" where the pack has none; ``stem`` the verb without its ending;
    ``planned``: it has not come about."""

    kind: str
    stem: str
    planned: bool

    def agrees(self, other: Doing, *, one_language: bool = True) -> bool:
        """Whether both tell of the same."""
        alike = (bool(self.kind) and self.kind == other.kind) or (one_language and self.stem == other.stem)
        return alike and self.planned == other.planned


def doing_of(grammar: Grammar, normal: str, quantity: Quantity, begin: int, shift: int = 0) -> Doing | None:
    """What happens to what a number counts: the verb behind the noun, else before the number, None where neither
    stands there. ``begin`` is where what is said begins; the places are ``shift`` further on than in ``normal``."""
    phrases = deed_phrases(grammar)
    noun = quantity.counted_span
    end = max(quantity.span[1], noun[1] if noun else 0) - shift
    behind = words_after(normal, end)
    behind = behind[: next((n for n, w in enumerate(behind) if w.text in _SIGNS), len(behind))]
    if (found := _behind(phrases, behind)) is not None:
        return found
    start = min(quantity.span[0], noun[0] if noun else quantity.span[0]) - shift
    before = [w for w in words_before(normal, start) if w.start >= begin - shift]
    return _before(phrases, before)


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
    if not words or not carries_meaning(grammar, words[0].text) or words[0].text in _times(grammar):
        return None
    endings = phrases.rules.denials.unreal_endings
    planned = planned or (bool(endings) and words[0].text.endswith(endings))
    named = phrases.deeds.first(words)
    return Doing(named.value if named else "", stem(grammar, words[0].text), planned)


def _helps(phrases: DeedPhrases, word: Word) -> bool:
    return word.text in phrases.helpers


def _times(grammar: Grammar) -> frozenset[str]:
    dates = grammar.rules.dates
    return frozenset(name.lower() for name in (*dates.months, *dates.weekdays))
