"""Forms of a word brought to one: soldat, soldats; attack, attacked."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache


@cache
def _stemmer(language: str) -> Callable[[str], str] | None:
    from babel import Locale, UnknownLocaleError
    from snowballstemmer import algorithms, stemmer

    try:
        name = (Locale.parse(language).english_name or "").lower()
    except (ValueError, UnknownLocaleError):
        return None
    return stemmer(name).stemWord if name in algorithms() else None


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """The stem of a folded word, or the word itself where the language has no stemmer."""
    found = _stemmer(language)
    return found(word) if found else word
