"""The actors of several texts, each with what tells it from others or makes it one with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reader.analysis.story_board.bodies import Body, read_body
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
_BODIES = frozenset({ActorKind.GOVERNMENT, ActorKind.FORCE, ActorKind.ORGANISATION})
_NONE = Body()


@dataclass(slots=True, eq=False)
class Named:
    """An actor of one of the texts. ``side`` is the party it speaks for, None where that is unknown or itself alone;
    ``known`` is the gazetteer's key for it, "" where nobody knows it; ``is_media`` where it knows a newspaper,
    station or agency; ``body`` is what its name says of a body of a state; ``kind`` is the actor's, unless other texts
    tell better."""

    piece: Piece
    actor: Actor
    side: str | None
    party: Party | None
    known: str
    words: tuple[str, ...]
    sounds: tuple[str, ...]
    is_media: bool
    body: Body
    kind: ActorKind
    pack: Pack

    @property
    def is_person(self) -> bool:
        return self.kind is ActorKind.PERSON

    @property
    def state_body(self) -> str:
        """The body it is of the state it speaks for, the same in every language; "" for what is none."""
        if not self.side or not self.body.key:
            return ""
        state = self.party is not None and self.party.kind == "state"
        return f"{self.side}:{self.body.key}" if not state or self.body.of(self.side) else ""


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
            known = _known(name.entry, actor)
            own = party is not None and party.kind in _OWN and members[actor.party] == 1 and _is_own(party, actor, name)
            media = name.entry is not None and name.entry.type == _MEDIA
            side = None if own and not known else actor.party
            body = _body(name, actor, pack) if actor.kind in _BODIES else _NONE
            found.append(
                Named(piece, actor, side, party, known, name.words, name.sounds, media, body, actor.kind, pack)
            )
    return found


class _Name(NamedTuple):
    """What a name is read as, once for each language."""

    entry: Entry | None
    folded: str
    words: tuple[str, ...]
    sounds: tuple[str, ...]
    body: list[Body]  # none until it is asked for


def _name(name: str, pack: Pack) -> _Name:
    return _Name(pack.gazetteer.named(name), fold(name), keys_of(name), tuple(sound(name, pack).split()), [])


def _known(entry: Entry | None, actor: Actor) -> str:
    """The gazetteer's key for an actor of the kind, and but for persons of the side, that it knows by the name."""
    if entry is None or entry.kind is not actor.kind:
        return ""
    same = actor.kind is ActorKind.PERSON or entry.party is None or entry.party == actor.party
    return entry.key if same or actor.corrected else ""


def _body(name: _Name, actor: Actor, pack: Pack) -> Body:
    if not name.body:
        bodies = pack.actors.state_bodies
        name.body.append(_NONE if bodies.words.isdisjoint(name.words) else read_body(actor.name, pack))
    return name.body[0]


def _is_own(party: Party, actor: Actor, name: _Name) -> bool:
    """Whether a party is named after one actor."""
    if party.name == actor.name or fold(party.name) == name.folded:
        return True
    return party.id in ("-".join(name.words), *name.words[-1:])
