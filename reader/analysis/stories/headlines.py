"""Which headline of a story tells most of what its articles share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import fsum
from typing import NamedTuple

from reader.analysis.stories.stems import stem
from reader.domain.folding import words
from reader.domain.plain_text import clean_line

_LONGEST = 160  # code points: what is longer is no headline but a text
_SHORTEST = 2  # letters of a word


class Headed(NamedTuple):
    """A text's headline and language, and how much its words tell: the ``weights`` of its signature."""

    title: str
    language: str
    weights: Mapping[str, float]


def best_headline(texts: Sequence[Headed]) -> int:
    """The place of the text whose headline's words weigh most in all texts of the language that most are in, counting
    only words that two texts have; of equals the first. One that cannot be a headline only where no other is.

    Raises ValueError where there are no texts.
    """
    language = _most_common([text.language for text in texts if _is_headline(text.title)] or [texts[0].language])
    own = [text for text in texts if text.language == language]
    weights: dict[str, list[float]] = {}
    for text in own:
        for key, weight in text.weights.items():
            weights.setdefault(key, []).append(weight)
    tell = {key: fsum(told) for key, told in weights.items() if len(told) > 1 or len(own) == 1}

    def worth(place: int) -> tuple[bool, bool, float]:
        text = texts[place]
        told = round(fsum(tell.get(key, 0.0) for key in _keys(text.title, language)), 6)
        return (_is_headline(text.title), text.language == language, told)

    return max(range(len(texts)), key=worth)


def _most_common(languages: Sequence[str]) -> str:
    return Counter(languages).most_common(1)[0][0]


@lru_cache(maxsize=8_192)
def _keys(title: str, language: str) -> frozenset[str]:
    said = words(title)
    return frozenset(word if word.isdigit() else stem(word, language) for word in said if len(word) >= _SHORTEST)


@lru_cache(maxsize=8_192)
def _is_headline(title: str) -> bool:
    """Whether it has words, is no text, and has nothing in it that is not shown as it is."""
    return bool(words(title)) and len(title) <= _LONGEST and clean_line(title) == title
