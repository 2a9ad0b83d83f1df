"""Ids and names of parties and actors in one text that is indexed: where one ends, and which word is an id.

Before every id and between names stands U+E000, a letter to SQLite which nobody types: no phrase reaches from one name
into the next, and no name is taken for an id. U+E001 begins what is to be found and never shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

MARK = "\ue000"
APART = "\ue001"
_KEPT = 4_096  # the same few parties are read again and again
_SHIFT = 0xE100  # signs inside an id, which would end a word, as letters of private use


@lru_cache(maxsize=_KEPT)
def key(id: str) -> str:
    """The one word that an id is in the index."""
    return MARK + "".join(char if char.isalnum() or ord(char) > 0x7F else chr(_SHIFT + ord(char)) for char in id)


def parties_text(parties: Iterable[tuple[str, str]]) -> str:
    """Parties, by id and name, as a text."""
    return " ".join(f"{key(id)} {name.replace(MARK, '')}" for id, name in parties)


def names_text(names: Iterable[str], apart: Iterable[str] = ()) -> str:
    """Names as a text; those ``apart`` are found in it, and are none of ``names_in``."""
    told = (name.replace(MARK, "") for name in names)
    found = (f"{APART} {name.replace(MARK, '')}" for name in apart)
    return f" {MARK} ".join([*told, *found])


@lru_cache(maxsize=_KEPT)
def parties_in(text: str) -> tuple[tuple[str, str], ...]:
    """What ``parties_text`` was made of."""
    pairs = (part.strip().partition(" ") for part in text.split(MARK)[1:])
    return tuple((_id(word), name) for word, _, name in pairs)


@lru_cache(maxsize=_KEPT)
def names_in(text: str) -> tuple[str, ...]:
    """What ``names_text`` was made of."""
    found = (name.strip() for name in text.split(MARK))
    return tuple(name for name in found if name and not name.startswith(APART))


def _id(word: str) -> str:
    return "".join(chr(ord(char) - _SHIFT) if _SHIFT <= ord(char) <= _SHIFT + 0x7F else char for char in word)
