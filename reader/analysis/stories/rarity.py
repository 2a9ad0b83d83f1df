"""How much a word tells of what a text is about: the rarer in its language, the more."""

from __future__ import annotations

from functools import cache

from reader.domain.folding import words

_COMMON = 6.0
"""Words met this often, or oftener, tell nothing. Zipf's scale: 6 is once in a thousand words, 3 once in a million."""

_UNLISTED = 2.0
"""Taken for words that are not among the language's 30,000 most frequent: most names are."""

_OTHER = "en"
"""Whose words are asked where nobody counted the language's: names and numbers are rare in any."""


@cache
def _frequencies(language: str) -> dict[str, float]:
    """Folded words and how often they are met, on Zipf's scale."""
    from math import log10

    from wordfreq import available_languages, get_frequency_dict

    known = available_languages("small")
    sums: dict[str, float] = {}
    for word, frequency in get_frequency_dict(language if language in known else _OTHER, "small").items():
        for part in words(word):
            sums[part] = sums.get(part, 0.0) + frequency
    return {word: log10(frequency) + 9 for word, frequency in sums.items()}


def rarity(word: str, language: str) -> float:
    """0 for a word that is met everywhere, 4 for one that hardly is. ``word`` is folded, ``language`` BCP 47."""
    found = _frequencies(language).get(word, _UNLISTED)
    return max(0.0, _COMMON - max(found, _UNLISTED))
