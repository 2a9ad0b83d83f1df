"""Look up phrases from a pack next to a number, word by word, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

_WORD = re.compile(r"\w+'?|[^\w\s]")
_WINDOW = 60
_MOST = 20
_KEPT = 256  # every rule asks for the same words around the numbers of a text


class Word(NamedTuple):
    """A word, or one sign, with its place; ``text`` in lower case."""

    text: str
    start: int
    end: int


class Match(NamedTuple, Generic[T]):
    """A phrase found in the text, and what the table says of it."""

    start: int
    end: int
    value: T


@lru_cache(maxsize=_KEPT)
def words_after(normal: str, at: int) -> Sequence[Word]:
    """The words from ``at`` on, to the paragraph's end and for at most 60 characters; a word cut there is left out."""
    stop = min(len(normal), at + _WINDOW)
    paragraph = normal.find("\n\n", at, stop)
    if paragraph >= 0:
        stop = paragraph
    found = islice(_WORD.finditer(normal, at, stop), _MOST)
    words = [Word(m.group().lower(), m.start(), m.end()) for m in found]
    if words and words[-1].end == at + _WINDOW < len(normal):
        words.pop()
    return words


@lru_cache(maxsize=_KEPT)
def words_before(normal: str, at: int) -> Sequence[Word]:
    """The words that end at or before ``at``, in order of place, with the same limits."""
    start = max(0, at - _WINDOW)
    paragraph = normal.rfind("\n\n", start, at)
    cut = paragraph < 0 and start > 0
    if paragraph >= 0:
        start = paragraph
    words = [Word(m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(normal, start, at)]
    if cut and words and words[0].start == start:
        words.pop(0)
    return words


def all_words(normal: str, start: int, end: int) -> list[Word]:
    """Every word between two places, however far apart."""
    return [Word(m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(normal, start, end)]


class Phrases(Generic[T]):
    """A table of phrases. A phrase is compared word by word, so that white space and case do not matter."""

    def __init__(self, items: Iterable[tuple[str, T]]) -> None:
        self._table: dict[tuple[str, ...], T] = {}
        for phrase, value in items:
            self._table.setdefault(tuple(_WORD.findall(phrase.lower())), value)
        self._longest = max(map(len, self._table), default=0)
        self._firsts = {phrase[0] for phrase in self._table if phrase}
        self._lasts = {phrase[-1] for phrase in self._table if phrase}

    def first(self, words: Sequence[Word], skip: int = 0) -> Match[T] | None:
        """The longest phrase that begins with the word number ``skip``."""
        if skip >= len(words) or words[skip].text not in self._firsts:
            return None
        for count in range(min(self._longest, len(words) - skip), 0, -1):
            found = self._table.get(tuple(w.text for w in words[skip : skip + count]))
            if found is not None:
                return Match(words[skip].start, words[skip + count - 1].end, found)
        return None

    def last(self, words: Sequence[Word]) -> Match[T] | None:
        """The longest phrase that ends with the last word."""
        if not words or words[-1].text not in self._lasts:
            return None
        for count in range(min(self._longest, len(words)), 0, -1):
            found = self._table.get(tuple(w.text for w in words[-count:]))
            if found is not None:
                return Match(words[-count].start, words[-1].end, found)
        return None

    def within(self, words: Sequence[Word]) -> list[Match[T]]:
        """Every phrase among the words, in order of place."""
        return [found for at in range(len(words)) if (found := self.first(words, at))]

    def __contains__(self, word: str) -> bool:
        return (word.lower(),) in self._table


def flags(phrases: Iterable[str]) -> Phrases[bool]:
    """A table that only tells whether a phrase is in it."""
    return Phrases((phrase, True) for phrase in phrases)
