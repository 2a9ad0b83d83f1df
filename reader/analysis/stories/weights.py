"""The words that tell what a text is about, and how much each tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from math import log, sqrt
from typing import NamedTuple

from reader.analysis.stories.rarity import rarity
from reader.analysis.stories.sounds import sound
from reader.analysis.stories.stems import stem
from reader.domain.folding import fold, tokens

_LEAD = 60
"""Words of a text's beginning, title included, which say what it is about; each counts as two."""

_NAME = 1.3
"""Words written with a capital nearly always are names, and tell more."""

_NEARLY = 0.8
_RARER = 1.5  # a word shared by few tells more than in proportion
_NUMBER = 2.5  # how much a number tells, between a rare word and a common one
_KEPT = 60
_SHORTEST = 2


class Weights(NamedTuple):
    """``weights`` by stem, the squares summing to 1, weightiest first; ``words`` are the stems as the text writes them
    most often; ``sounds``, in the same order, these without what languages spell differently; ``names`` the stems of
    words nearly always written with a capital."""

    weights: dict[str, float]
    words: dict[str, str]
    sounds: tuple[str, ...]
    names: tuple[str, ...]


def weigh(title: str, text: str, language: str, rarity: Callable[[str, str], float] = rarity) -> Weights:
    """The weightiest words of a text and its title. ``rarity`` says how much a folded word of a language tells."""
    counts: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    all_of: Counter[str] = Counter()
    tells: dict[str, float] = {}
    written: dict[str, Counter[str]] = {}
    whole = f"{title}\n{text}" if title else text
    for place, (word, start, end) in enumerate(tokens(whole)):
        if len(word) < _SHORTEST:
            continue
        told = _NUMBER if word.isdigit() else rarity(word, language)
        if told <= 0:
            continue
        key = word if word.isdigit() else stem(word, language)
        tells[key] = min(tells.get(key, told), told)
        counts[key] += 2 if place < _LEAD else 1
        all_of[key] += 1
        capitals[key] += whole[start].isupper()
        written.setdefault(key, Counter())[whole[start:end]] += 1
    names = {key for key, count in capitals.items() if count >= _NEARLY * all_of[key]}
    raw = {
        key: sqrt(log(1 + count)) * tells[key] ** _RARER * (_NAME if key in names else 1.0)
        for key, count in counts.items()
    }
    kept = sorted(raw.items(), key=lambda item: (-item[1], item[0]))[:_KEPT]
    length = sqrt(sum(weight * weight for _, weight in kept)) or 1.0
    words = {key: min(written[key].items(), key=lambda item: (-item[1], item[0]))[0] for key, _ in kept}
    return Weights(
        {key: weight / length for key, weight in kept},
        words,
        tuple(sound(fold(words[key])) for key, _ in kept),
        tuple(key for key, _ in kept if key in names),
    )
