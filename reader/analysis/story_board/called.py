"""What actors and parties of a story are called, in the reader's language where it can be said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from reader.analysis.story_board.bodies import body_name
from reader.analysis.story_board.named import Named
from reader.analysis.story_board.pieces import Piece, base
from reader.domain.actor import Party

if TYPE_CHECKING:
    from reader.languages.pack import Pack

_PERSON = "person"


def actor_name(group: Sequence[Named], language: str, pack_of: Callable[[str], Pack]) -> str:
    """The fullest name an article of the reader's language has, one of a body that says which state's first; else what
    the reader's language calls it, else the fullest of the first language."""
    own = base(language)
    told = [named for named in group if named.piece.language == own]
    body = next((named for named in group if named.state_body), None)
    if not told or (body is not None and _is_bare(told) and not _is_bare(group)):
        pack = pack_of(language)
        key = next((named.known for named in group if named.known), "")
        if not told and key in pack.gazetteer.parties:
            return pack.gazetteer.parties[key].name
        if not told and key in pack.gazetteer.people:
            return pack.gazetteer.people[key].name
        if body is not None and (name := body_name(body.body.key, body.side or "", pack)):
            return name
    names: dict[str, Named] = {}
    for named in told or group:
        names.setdefault(named.actor.name, named)
    return max(names.values(), key=lambda one: (body is None or not _is_bare([one]), len(one.words))).actor.name


def _is_bare(group: Sequence[Named]) -> bool:
    """Whether no name says which state's a body is."""
    return not any(named.body.states or named.body.owner or named.known for named in group)


def state_names(named: Sequence[Named], of_states: Mapping[tuple[int, str], str], language: str) -> dict[str, str]:
    """What states that no list knows are called: by a name of their own rather than by one of their bodies or by a word
    for their people, in the reader's language where an article has it."""
    found: dict[str, str] = {}
    native: set[str] = set()
    states = set(of_states.values())
    owned = {one.body.owner for one in named if one.body.owner} if states else set[str]()
    for one in named if states else ():
        id = one.side or ""
        if id not in states or len(one.words) != 1 or one.is_person or one.words[0] in owned - {id}:
            continue
        if id not in found or (id not in native and one.piece.language == base(language)):
            found[id] = one.actor.name
            if one.piece.language == base(language):
                native.add(id)
    return found


def parties_of_all(
    pieces: Sequence[Piece],
    party_of: Mapping[tuple[int, str], str],
    states: Mapping[str, str],
    language: str,
    pack_of: Callable[[str], Pack],
) -> tuple[Party, ...]:
    """Every party once, in order of first mention: named by the gazetteer or the groups of the reader's language, else
    as in an article of it, else as first named; by one who speaks for it only where nothing else names it. ``states``
    are names of those that no list knows."""
    known = pack_of(language).gazetteer.parties
    groups = pack_of(language).actors.group_names
    own = base(language)
    found: dict[str, Party] = {}
    native: set[str] = set()
    for piece in pieces:
        is_native = piece.language == own
        for party in piece.source.analysis.parties:
            id = party_of.get((piece.at, party.id), party.id)
            if id in known:
                found.setdefault(id, known[id])
            elif party.kind == "group" and id in groups:
                found.setdefault(id, Party(id, groups[id], party.kind))
            elif id in states:
                found.setdefault(id, Party(id, states[id], "organisation"))
            elif id not in found or (found[id].kind == _PERSON and party.kind != _PERSON):
                found[id] = Party(id, party.name, party.kind)
                native.discard(id)
            elif party.kind == _PERSON and found[id].kind != _PERSON:
                continue
            elif is_native and id not in native:
                found[id] = Party(id, party.name, found[id].kind)
            if is_native:
                native.add(id)
    return tuple(found.values())
