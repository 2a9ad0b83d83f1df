"""Names as they sound, for those that each language spells its own way: Douchanbé and Dushanbe."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.languages.words import keys_of

if TYPE_CHECKING:
    from reader.languages.pack import Pack

_SHORTEST = 4  # letters: shorter names sound like others
_TWICE = re.compile(r"([a-z])\1+")


def sound(name: str, pack: Pack) -> str:
    """What spellings of one name have in common, whichever language wrote them; "" for a name too short to tell."""
    return _sound(name, tuple(pack.meta.sounds.items()))


@lru_cache(maxsize=4096)
def _sound(name: str, sounds: tuple[tuple[str, str], ...]) -> str:
    words = [_word(word, sounds) for word in keys_of(name)]
    return " ".join(words) if len("".join(words)) >= _SHORTEST else ""


def _word(word: str, sounds: tuple[tuple[str, str], ...]) -> str:
    heard = _letters(sounds).sub(lambda match: dict(sounds)[match[0]], word) if sounds else word
    heard = _TWICE.sub(r"\1", heard.replace("y", "i")).replace("ie", "e")
    return heard[:-1] if heard.endswith("e") and len(heard) > _SHORTEST else heard


@lru_cache(maxsize=16)
def _letters(sounds: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return re.compile("|".join(sorted((re.escape(written) for written, _ in sounds), key=lambda s: (-len(s), s))))
