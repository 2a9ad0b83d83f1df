"""The language of a text by its smallest words, where they leave no doubt: nothing large has to be loaded for it."""

from __future__ import annotations

import re
from functools import cache

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 5_000
_FEWEST = 20

# Of the words of real articles a third and more are these. Related languages without a pack share many of them: a
# text in Galician or Occitan has up to three in ten that are Spanish as well, one in Portuguese a quarter, one in
# Catalan a fifth and hardly fewer that are French.
_SHARE, _AHEAD = 0.33, 1.4
_CLAIMED_SHARE, _CLAIMED_AHEAD = 0.22, 1.15


def language_by_words(text: str, claimed: str | None = None) -> str | None:
    """The code of the language whose articles, prepositions, pronouns and conjunctions a text is full of, or None.

    Only languages with a pack are told; the one that is ``claimed`` is believed on less evidence.
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    if len(words) < _FEWEST:
        return None
    shares = sorted(((sum(word in own for word in words) / len(words), code) for code, own in _words()), reverse=True)
    (share, language), (second, _) = shares[0], shares[1]
    least, ahead = (_CLAIMED_SHARE, _CLAIMED_AHEAD) if language == claimed else (_SHARE, _AHEAD)
    return language if share >= least and share >= ahead * second else None


@cache
def _words() -> tuple[tuple[str, frozenset[str]], ...]:
    """The small words of each language that has some."""
    from reader.languages.loader import languages
    from reader.languages.pack import load_pack

    found = []
    for code in languages():
        light = load_pack(code).text.light
        own = light.determiners | light.prepositions | light.pronouns | light.conjunctions | light.subordinators
        found.append((code, own))
    return tuple(found)
