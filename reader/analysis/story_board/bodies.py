"""Bodies of states told by their name in any language: "Azerbaijani defence ministry", "ministère de la Défense
azerbaïdjanais"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.languages.gazetteer import Use
from reader.languages.words import split_words

if TYPE_CHECKING:
    from reader.languages.pack import Pack

_STATES = frozenset({Use.NAME, Use.DEMONYM, Use.CAPITAL})


class Body(NamedTuple):
    """What a name says of a body: its ``key``, the same in every language, the known states in its name, and the word
    for its owner where that is no state any list knows."""

    key: str = ""
    states: frozenset[str] = frozenset()
    owner: str = ""

    def of(self, state: str) -> bool:
        """Whether it can be a body of a known state: no other one is in its name."""
        return bool(self.key) and not self.owner and self.states <= {state}


def read_body(name: str, pack: Pack) -> Body:
    """What a name says of a body; an empty one for what is none of which a state has one."""
    plain = name.replace("’", "'")
    words = split_words(plain)
    states, rest, k = set[str](), list[str](), 0
    while k < len(words):
        known = pack.gazetteer.match(plain, words, k)
        if known is not None and known[0].home is not None and known[0].use in _STATES:
            states.add(known[0].home)
            k += known[1]
        else:
            rest.append(words[k].key)
            k += 1
    bodies = pack.actors.state_bodies
    if key := bodies.key(rest):
        return Body(key, frozenset(states))
    return Body() if states else Body(*_owned(bodies.owned(rest)))


def _owned(found: tuple[str, str]) -> tuple[str, frozenset[str], str]:
    return found[0], frozenset(), found[1]


def body_name(key: str, state: str, pack: Pack) -> str:
    """What a language calls the body of a known state, "" where it has no word for it: "Ministry of Defence
    (Armenia)"."""
    shown, party = pack.actors.state_bodies.shown(key), pack.gazetteer.parties.get(state)
    return f"{shown} ({party.name})" if shown and party is not None else ""
