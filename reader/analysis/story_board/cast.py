"""The actors and parties of a story: one each by identity, named in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from reader.analysis.story_board.acronyms import join_acronyms
from reader.analysis.story_board.called import actor_name, parties_of_all, state_names
from reader.analysis.story_board.identity import same_actors, settle
from reader.analysis.story_board.named import Named, everybody
from reader.analysis.story_board.pieces import Piece
from reader.domain.actor import Actor, Party

if TYPE_CHECKING:
    from reader.languages.pack import Pack


@dataclass(frozen=True)
class StoryCast:
    """``actors`` in order of first mention; ``actor_of`` and ``party_of`` map the number of a text with an id in its
    own analysis to an id of the story. ``known`` maps an actor to what the gazetteers call it, where they know it;
    ``media`` are those they know as newspapers, stations and agencies.
    """

    actors: tuple[Actor, ...]
    parties: tuple[Party, ...]
    actor_of: Mapping[tuple[int, str], str]
    party_of: Mapping[tuple[int, str], str]
    known: Mapping[str, str]
    media: frozenset[str]

    def name(self, party: str) -> str:
        """A party's name, its id where nobody names it."""
        return self._names.get(party, party)

    def kind(self, party: str) -> str:
        """A party's kind, "" where it is not known."""
        return self._kinds.get(party, "")

    def actor_name(self, actor: str) -> str:
        """An actor's name, by its id in the story."""
        return self._actor_names.get(actor, "")

    def side(self, actor: str) -> str | None:
        """The party of an actor, by their ids in the story."""
        return self._sides.get(actor)

    @cached_property
    def media_parties(self) -> frozenset[str]:
        """Parties that are newspapers, stations and agencies: what they report, others say."""
        return frozenset(actor.party for actor in self.actors if actor.id in self.media and actor.party)

    @cached_property
    def _sides(self) -> dict[str, str | None]:
        return {actor.id: actor.party for actor in self.actors}

    @cached_property
    def _names(self) -> dict[str, str]:
        return {party.id: party.name for party in self.parties}

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return {party.id: party.kind for party in self.parties}

    @cached_property
    def _actor_names(self) -> dict[str, str]:
        return {actor.id: actor.name for actor in self.actors}

    def parties_of(self, piece: Piece, own: Sequence[str]) -> tuple[str, ...]:
        """The story's ids of parties of a text."""
        if len(own) < 2:
            return (self.party_of.get((piece.at, own[0]), own[0]),) if own else ()
        return tuple(dict.fromkeys([self.party_of.get((piece.at, id), id) for id in own]))

    def actors_of(self, piece: Piece, own: Sequence[str]) -> tuple[str, ...]:
        """The story's ids of actors of a text."""
        if not own:
            return ()
        return tuple(dict.fromkeys([self.actor_of[piece.at, id] for id in own if (piece.at, id) in self.actor_of]))


def gather(pieces: Sequence[Piece], language: str, pack_of: Callable[[str], Pack]) -> StoryCast:
    """The cast of a story. ``language`` is the reader's."""
    named_in_all = everybody(pieces, pack_of)
    of_states = settle(named_in_all)
    explained = join_acronyms(named_in_all)
    groups = same_actors(named_in_all)
    party_of = {**_sides(groups), **explained, **of_states}
    actor_of: dict[tuple[int, str], str] = {}
    actors: list[Actor] = []
    known: dict[str, str] = {}
    media: set[str] = set()
    for group in groups:
        actor = _one(group, language, pack_of, party_of)
        actors.append(actor)
        for named in group:
            actor_of[named.piece.at, named.actor.id] = actor.id
            if named.known:
                known.setdefault(actor.id, named.known)
            if named.is_media:
                media.add(actor.id)
    parties = parties_of_all(pieces, party_of, state_names(named_in_all, of_states, language), language, pack_of)
    return StoryCast(tuple(actors), parties, actor_of, party_of, known, frozenset(media))


def _sides(groups: Sequence[Sequence[Named]]) -> dict[tuple[int, str], str]:
    """What a party that is one actor alone is in the story: the side this actor is known to be on elsewhere, else one
    party for the actor, which another of the same surname does not share."""
    found: dict[tuple[int, str], str] = {}
    taken: set[str] = {named.side for group in groups for named in group if named.side}
    for group in groups:
        own = [named for named in group if named.side is None and named.party is not None]
        if not own:
            continue
        id = next((named.side for named in group if named.side), None)
        if id is None:
            id = base = own[0].actor.party or ""
            number = 1
            while id in taken:
                number += 1
                id = f"{base}-{number}"
            taken.add(id)
        found.update({(named.piece.at, named.actor.party or ""): id for named in own})
    return found


def _one(
    group: Sequence[Named],
    language: str,
    pack_of: Callable[[str], Pack],
    party_of: Mapping[tuple[int, str], str],
) -> Actor:
    """One actor of what several texts say of it."""
    first = group[0]
    party = next((named.side for named in group if named.side), None)
    if party is None:
        own = next((named for named in group if named.actor.party), None)
        party = None if own is None else party_of.get((own.piece.at, own.actor.party or ""), own.actor.party)
    return Actor(
        id=first.piece.id(first.actor.id),
        name=actor_name(group, language, pack_of),
        kind=first.kind,
        party=party,
        mentions=tuple(sorted({named.piece.span(span) for named in group for span in named.actor.mentions})),
        corrected=any(named.actor.corrected for named in group),
    )
