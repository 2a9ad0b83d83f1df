"""Which actors of several texts are one, erring on the side of two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reader.analysis.story_board.joined import Joined
from reader.analysis.story_board.pieces import Piece
from reader.analysis.story_board.spelling import sound
from reader.domain.actor import Actor, ActorKind, Party
from reader.domain.folding import fold
from reader.languages.words import keys_of

if TYPE_CHECKING:
    from reader.languages.gazetteer import Entry
    from reader.languages.pack import Pack

_MEDIA = "media"
_OWN = ("person", "organisation", "group")  # kinds of parties that may be one actor's alone


@dataclass(slots=True, eq=False)
class Named:
    """An actor of one of the texts. ``side`` is the party it speaks for, None where that is unknown or itself alone;
    ``known`` is the gazetteer's key for it, "" where nobody knows it; ``is_media`` where it knows a newspaper,
    station or agency."""

    piece: Piece
    actor: Actor
    side: str | None
    party: Party | None
    known: str
    words: tuple[str, ...]
    sounds: tuple[str, ...]
    is_media: bool

    @property
    def is_person(self) -> bool:
        return self.actor.kind is ActorKind.PERSON


def everybody(pieces: Sequence[Piece], pack_of: Callable[[str], Pack]) -> list[Named]:
    """The actors of all texts, in order."""
    names: dict[tuple[str, str], _Name] = {}
    found: list[Named] = []
    for piece in pieces:
        pack = pack_of(piece.source.language)
        parties = {party.id: party for party in piece.source.analysis.parties}
        members = Counter(actor.party for actor in piece.source.analysis.actors)
        for actor in piece.source.analysis.actors:
            if (name := names.get((pack.language, actor.name))) is None:
                name = names[pack.language, actor.name] = _name(actor.name, pack)
            party = parties.get(actor.party or "")
            known = name.entry.key if name.entry is not None and name.entry.kind is actor.kind else ""
            own = party is not None and party.kind in _OWN and members[actor.party] == 1 and _is_own(party, actor, name)
            media = name.entry is not None and name.entry.type == _MEDIA
            side = None if own and not known else actor.party
            found.append(Named(piece, actor, side, party, known, name.words, name.sounds, media))
    return found


class _Name(NamedTuple):
    """What a name is read as, once for each language."""

    entry: Entry | None
    folded: str
    words: tuple[str, ...]
    sounds: tuple[str, ...]


def _name(name: str, pack: Pack) -> _Name:
    return _Name(pack.gazetteer.named(name), fold(name), keys_of(name), tuple(sound(name, pack).split()))


def _is_own(party: Party, actor: Actor, name: _Name) -> bool:
    """Whether a party is named after one actor."""
    if party.name == actor.name or fold(party.name) == name.folded:
        return True
    return party.id in ("-".join(name.words), *name.words[-1:])


def same_actors(actors: Sequence[Named]) -> list[list[Named]]:
    """The actors, those that are one together: by what the gazetteers call them, by name, by how a name sounds, and a
    bare surname with the one full name that ends so."""
    alike: dict[tuple[object, ...], list[Named]] = {}
    for named in actors:
        where = None if _tells(named) or named.known else named.piece.at
        own = None if named.party is None or named.side is not None else named.party.id
        key = (named.piece.language, named.actor.name, named.actor.kind, named.side, own, named.known, where)
        alike.setdefault(key, []).append(named)
    first = [same[0] for same in alike.values()]
    rest = [same[1:] for same in alike.values()]
    return [
        sorted([first[at] for at in ids] + [n for at in ids for n in rest[at]], key=lambda n: n.piece.at)
        for ids in _join(first)
    ]


def _join(actors: Sequence[Named]) -> list[list[int]]:
    groups = Joined(len(actors))
    for ids in _alike(actors, lambda a: ("known", a.known) if a.known else None):
        groups.join(ids)
    for ids in _alike(actors, lambda a: (a.actor.kind, *a.words) if _tells(a) else None):
        _join_by_side(actors, groups, ids, unknown_too=True)
    for ids in _alike(actors, lambda a: (a.actor.kind, *a.sounds) if _tells(a) and a.sounds else None):
        _join_by_side(actors, groups, ids, unknown_too=False)
    _join_surnames(actors, groups)
    return groups.all()


def _alike(actors: Sequence[Named], key: Callable[[Named], tuple[str, ...] | None]) -> list[list[int]]:
    found: dict[tuple[str, ...], list[int]] = {}
    for at, named in enumerate(actors):
        if (told := key(named)) is not None:
            found.setdefault(told, []).append(at)
    return [ids for ids in found.values() if len(ids) > 1]


def _tells(named: Named) -> bool:
    """Whether a name says who it is: a person's in one word does not."""
    return len(named.words) > 1 if named.is_person else bool(named.words)


def _join_by_side(actors: Sequence[Named], groups: Joined, ids: list[int], *, unknown_too: bool) -> None:
    """Join those of one side; those whose side nobody knows too, where the others have one side only."""
    by_side: dict[str | None, list[int]] = {}
    for at in ids:
        by_side.setdefault(actors[at].side, []).append(at)
    unknown = by_side.pop(None, [])
    if unknown_too and len(by_side) == 1:
        next(iter(by_side.values())).extend(unknown)
    else:
        groups.join(unknown)
    for same in by_side.values():
        groups.join(same)


def _join_surnames(actors: Sequence[Named], groups: Joined) -> None:
    full: dict[str, set[int]] = defaultdict(set)
    for at, named in enumerate(actors):
        if named.is_person and len(named.words) > 1:
            full[named.words[-1]].add(at)
    for at, named in enumerate(actors):
        if not named.is_person or len(named.words) != 1:
            continue
        bearers = {groups.find(other) for other in full.get(named.words[0], ())}
        fitting = {root for root in bearers if named.side is None or actors[root].side in (None, named.side)}
        if len(bearers) == 1 and fitting:
            groups.join([at, *fitting])
