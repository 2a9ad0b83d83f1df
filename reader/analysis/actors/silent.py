"""Parties that take no part in a story: names of people and organisations that nobody speaks for or to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.domain.actor import Actor, Party
from reader.domain.statement import Statement

if TYPE_CHECKING:
    from reader.analysis.actors.cast import Cast


def without_silent(cast: Cast, statements: Iterable[Statement]) -> tuple[tuple[Actor, ...], tuple[Party, ...]]:
    """The actors and parties of a text, where a party is somebody who speaks, is spoken to or about, or has others
    speak for it; states, known bodies and what a noun calls an organisation stay parties even in silence."""
    active = {party for s in statements for party in (*s.parties, *s.targets)}
    shared = Counter(actor.party for actor in cast.actors)
    actors = tuple(
        actor
        if actor.party is None or actor.party in active or shared[actor.party] > 1 or cast.is_body(actor.id)
        else replace(actor, party=None)
        for actor in cast.actors
    )
    kept = active | {actor.party for actor in actors}
    return actors, tuple(party for party in cast.parties if party.id in kept)
