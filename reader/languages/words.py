"""Words as names are looked up: runs of letters and digits, compared without accents and case."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: its span, its letters, and its key for look-ups."""

    start: int
    end: int
    text: str
    key: str

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


@lru_cache(maxsize=65536)
def bare(word: str) -> str:
    """``word`` without accents, its case kept."""
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word)
    return "".join(c for c in letters if not unicodedata.combining(c)).replace("œ", "oe").replace("Œ", "Oe")


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """``word`` without accents and case: what two spellings of one word share."""
    return word.lower() if word.isascii() else bare(word).casefold()


def split_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of ``text[start:end]``, in order of place."""
    stop = len(text) if end is None else end
    return [Word(m.start(), m.end(), m[0], word_key(m[0])) for m in WORD.finditer(text, start, stop)]


def keys_of(phrase: str) -> tuple[str, ...]:
    """The keys of a phrase's words."""
    return tuple(map(word_key, WORD.findall(phrase)))


def slug(phrase: str) -> str:
    """A phrase as an id: lower case, without accents, words joined by hyphens."""
    return "-".join(map(word_key, WORD.findall(phrase)))
