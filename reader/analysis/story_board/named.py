"""The actors of several texts, each with what tells it from others or makes it one with them."""

from __future__ import annotations

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
    tell better; ``is_party`` where its party is named after it; ``acronym`` is what articles that do not explain it
    call it by."""

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
    is_party: bool = False
    acronym: str = ""

    @property
    def is_body(self) -> bool:
        return self.kind in _BODIES

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
    every: dict[str, dict[str, _Name]] = {}
    found: list[Named] = []
    for piece in pieces:
        pack = pack_of(piece.source.language)
        parties = {party.id: party for party in piece.source.analysis.parties}
        names = every.setdefault(pack.language, {})
        actors = piece.source.analysis.actors
        members = [actor.party for actor in actors]
        for actor in actors:
            if (name := names.get(actor.name)) is None:
                name = names[actor.name] = _name(actor.name, pack)
            kind, side = actor.kind, actor.party
            party = None if side is None else parties.get(side)
            known = "" if name.entry is None else _known(name.entry, actor)
            own = party is not None and not known and party.kind in _OWN and _is_own(party, actor, name)
            if own and members.count(side) == 1:
                side = None
            body = name.body if kind in _BODIES else _NONE
            words, sounds = name.words, name.sounds
            found.append(Named(piece, actor, side, party, known, words, sounds, name.media, body, kind, pack, own))
    return found


class _Name(NamedTuple):
    """What a name is read as, once for each language."""

    entry: Entry | None
    folded: str
    words: tuple[str, ...]
    sounds: tuple[str, ...]
    media: bool
    body: Body


def _name(name: str, pack: Pack) -> _Name:
    entry, words = pack.gazetteer.named(name), keys_of(name)
    media = entry is not None and entry.type == _MEDIA
    body = _NONE if pack.actors.state_bodies.words.isdisjoint(words) else read_body(name, pack)
    return _Name(entry, fold(name), words, tuple(sound(name, pack).split()), media, body)


def _known(entry: Entry, actor: Actor) -> str:
    """The gazetteer's key for an actor of the kind, and but for persons of the side, that it knows by the name."""
    if entry.kind is not actor.kind:
        return ""
    same = actor.kind is ActorKind.PERSON or entry.party is None or entry.party == actor.party
    return entry.key if same or actor.corrected else ""


def _is_own(party: Party, actor: Actor, name: _Name) -> bool:
    """Whether a party is named after one actor."""
    if party.name == actor.name or fold(party.name) == name.folded:
        return True
    return party.id in ("-".join(name.words), *name.words[-1:])
