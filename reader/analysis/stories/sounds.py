"""Words that two languages spell almost alike: Tekesh and Tekech, Dushanbe and Douchanbé, satellite and satellites.

Letters and groups of letters that stand for one sound in some language are made one, for all languages alike, as a name
may keep the spelling of a third. So words of different sound can become one as well; that is rare among those that tell
what a text is about.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ALIKE = {
    **dict.fromkeys(("tsch", "tch", "sch", "sh", "ch", "cz", "sz"), "x"),
    **dict.fromkeys(("ou", "oo"), "u"),
    **dict.fromkeys(("kh", "qu", "ck", "c", "q"), "k"),
    **dict.fromkeys(("gh", "gu"), "g"),
    **dict.fromkeys(("dj", "dzh"), "j"),
    **dict.fromkeys(("y", "ı"), "i"),
    "ph": "f",
    "w": "v",
}
_GROUPS = re.compile("|".join(sorted(_ALIKE, key=lambda letters: (-len(letters), letters))))
_TWICE = re.compile(r"(.)\1+")
_ENDINGS = "es"  # letters that end plurals and feminines, and silent ones
_LONG = 5  # letters: a shorter word is nothing without its ending


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """What the spellings of a folded word in several languages have in common."""
    heard = _TWICE.sub(r"\1", _GROUPS.sub(lambda found: _ALIKE[found[0]], word))
    return (heard.rstrip(_ENDINGS) or heard) if len(heard) > _LONG else heard
