"""A revised analysis put together again: parties in order of place, those that nobody speaks for or to left out."""

from __future__ import annotations

from typing import TypeAlias

from reader.analysis.revision.workbench import Workbench
from reader.domain.actor import Actor, Party
from reader.domain.analysis import Analysis
from reader.domain.quantity import Quantity
from reader.domain.statement import Statement

Parts: TypeAlias = tuple[tuple[Party, ...], tuple[Actor, ...], tuple[Quantity, ...], tuple[Statement, ...]]
_LAST = 1 << 60


def put_in_order(bench: Workbench, before: Analysis) -> Parts:
    """Parties, actors, quantities and statements. A party that took part before and no longer does is no party any
    more, unless several actors share it, it is more than one person's, or things are counted of it."""
    statements = tuple(bench.statements.values())
    active = _active(statements)
    fallen = _active(before.statements) - active
    actors = tuple(_without_fallen(actor, bench, fallen) for actor in bench.actors.values())
    used = active | {actor.party for actor in actors} | {quantity.party for quantity in bench.quantities.values()}
    known = {party.id for party in before.parties}
    parties = [party for party in before.parties if party.id in used or party.id not in _once_used(before)]
    for party in bench.parties.values():
        if party.id in used and party.id not in known:
            at = _place(party.id, actors, statements)
            later = (n for n, other in enumerate(parties) if _place(other.id, actors, statements) > at)
            parties.insert(next(later, len(parties)), party)
    return tuple(parties), actors, tuple(bench.quantities.values()), statements


def _active(statements: tuple[Statement, ...]) -> set[str | None]:
    return {party for s in statements for party in (*s.parties, *s.targets)}


def _once_used(before: Analysis) -> set[str | None]:
    return _active(before.statements) | {actor.party for actor in before.actors}


def _without_fallen(actor: Actor, bench: Workbench, fallen: set[str | None]) -> Actor:
    if actor.party not in fallen or actor.corrected or actor.party is None:
        return actor
    party = bench.parties.get(actor.party)
    alone = sum(a.party == actor.party for a in bench.actors.values()) == 1
    if party is None or party.kind != "person" or not alone:
        return actor
    return Actor(actor.id, actor.name, actor.kind, None, actor.mentions)


def _place(party: str, actors: tuple[Actor, ...], statements: tuple[Statement, ...]) -> int:
    """Where a party first takes part."""
    places = [a.mentions[0][0] for a in actors if a.party == party and a.mentions]
    places += [s.source[0] if s.source else s.content[0][0] for s in statements if party in s.parties]
    return min(places, default=_LAST)
