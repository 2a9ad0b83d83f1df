"""Bodies of states as a person types them: "Ministry of Defence" is any state's, "Russian Defence Ministry" one's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reader.analysis.story_board.bodies import body_name, read_body
from reader.languages.loader import languages
from reader.languages.pack import FALLBACK, Pack, load_pack


class NamedBody(NamedTuple):
    """``names`` are what such a body is called in all languages, ``states`` the id of the one it is of, where a name
    tells that."""

    states: tuple[str, ...]
    names: tuple[str, ...]


@lru_cache(maxsize=256)
def body_named(name: str) -> NamedBody | None:
    """The body a name stands for; None for what is none of which states have one each, or of a state nobody knows."""
    for pack in _packs():
        body = read_body(name, pack)
        if body.key and not body.owner and len(body.states) < 2:
            names = dict.fromkeys(name for other in _packs() for name in other.actors.state_bodies.names(body.key))
            return NamedBody(tuple(body.states), tuple(names))
    return None


def full_name(party: str, speaker: str, language: str) -> str | None:
    """What the reader's language calls the body of a state that speaks by a name alone ("Ministry of Defence
    (Azerbaijan)"); None where that is no such body."""
    wanted = load_pack(language)
    for pack in _packs():
        body = read_body(speaker, pack)
        if body.of(party):
            return body_name(body.key, party, wanted) or None
    return None


def _packs() -> Iterator[Pack]:
    return (load_pack(code) for code in sorted(set(languages()) - {FALLBACK}))
