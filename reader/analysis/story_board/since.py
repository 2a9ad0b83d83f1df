"""Since when words stand in an article: what no earlier version has came with the one that has it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from itertools import pairwise
from typing import TypeAlias

from reader.analysis.story_board.parts import StoryText
from reader.domain.span import Span

_Pairs: TypeAlias = Collection[tuple[str, str]]
_KEPT = 0.5  # of the pairs of words of a statement that was only rewritten
_NEAR = 24  # code points beside a number in which its neighbours stand


class Since:
    """Of one article. ``words_of`` reads the words of a text; ``turning`` are words that make it say something else:
    numbers in words and negations. A word is known by the one beside it."""

    def __init__(self, source: StoryText, words_of: Callable[[str], tuple[str, ...]], turning: Collection[str]) -> None:
        self._source = source
        self._words_of = words_of
        self._turning = turning
        self._earlier = [(wording.replaced, frozenset(_pairs(words_of(wording.text)))) for wording in source.versions]

    def said(self, content: Iterable[Span]) -> str:
        """When a statement came: with the version from which on its numbers and half of its words stand so."""
        texts = [self._words_of(self._source.text[start:end]) for start, end in content]
        return self._first(lambda had: self._says(texts, had))

    def given(self, number: Span) -> str:
        """When a number came: with the version from which on it stands beside a neighbour of its."""
        text, (start, end) = self._source.text, number
        before, after = self._words_of(text[max(start - _NEAR, 0) : start]), self._words_of(text[end : end + _NEAR])
        own = self._words_of(text[start:end])
        pairs = _pairs((*before[-1:], *own, *after[:1]))
        return self._first(lambda had: not pairs or any(pair in had for pair in pairs if set(pair) & set(own)))

    def _says(self, texts: Iterable[tuple[str, ...]], had: _Pairs) -> bool:
        pairs = [pair for words in texts for pair in _pairs(words)]
        for words in texts:
            for at, word in enumerate(words):
                near = _pairs(words[max(at - 1, 0) : at + 2])
                if near and self._turns(word) and not any(pair in had for pair in near):
                    return False
        return sum(pair in had for pair in pairs) >= _KEPT * len(pairs)

    def _turns(self, word: str) -> bool:
        return word in self._turning or word[0].isdigit()

    def _first(self, has: Callable[[_Pairs], bool]) -> str:
        """When the newest version that has it not was replaced; the article's date where all have it."""
        replaced = next((replaced for replaced, had in self._earlier if not has(had)), "")
        return max(replaced, self._source.dated)


def _pairs(words: tuple[str, ...]) -> list[tuple[str, str]]:
    return list(pairwise(words))
