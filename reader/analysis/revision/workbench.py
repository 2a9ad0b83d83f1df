"""An analysis taken apart, so that parts of it can be changed and everything that hangs on them follows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reader.analysis.revision.regions import holds, is_counted_beside, region
from reader.domain.actor import Actor, ActorKind, Party
from reader.domain.analysis import Analysis
from reader.domain.quantity import Quantity
from reader.domain.statement import Statement

_OWN = ("person", "organisation")  # kinds of parties that may be one actor's alone


class Workbench:
    """The actors, parties, quantities and statements of an analysis by id, in order, each replaced where it changes."""

    def __init__(self, analysis: Analysis) -> None:
        self.actors: dict[str, Actor] = {a.id: a for a in analysis.actors}
        self.parties: dict[str, Party] = {p.id: p for p in analysis.parties}
        self.quantities: dict[str, Quantity] = {q.id: q for q in analysis.quantities}
        self.statements: dict[str, Statement] = {s.id: s for s in analysis.statements}

    def bring_in(self, name: str, kind: ActorKind, party: Party) -> Actor:
        """A new actor without a mention."""
        number = 1 + max((int(id[1:]) for id in self.actors if id[1:].isdecimal()), default=0)
        actor = Actor(f"a{number}", name, kind, party.id, (), corrected=True)
        self.actors[actor.id] = actor
        self.parties.setdefault(party.id, party)
        return actor

    def settle(self, id: str, party: Party) -> None:
        """Give an actor that has no party one of its own."""
        self.parties.setdefault(party.id, party)
        self.actors[id] = replace(self.actors[id], party=party.id)

    def merge(self, ids: Iterable[str]) -> None:
        """Make these actors one, under the fullest of their names and with the side that any of them speaks for."""
        actors = [self.actors[id] for id in ids]
        kept = max(actors, key=lambda a: (a.kind is not ActorKind.PLACE, len(a.name.split()), -_first(a)))
        party = next((p for a in (kept, *actors) if (p := self._side(a)) is not None), None)
        party = party or next((self.parties[a.party] for a in (kept, *actors) if a.party in self.parties), None)
        if party is not None:
            for actor in actors:
                self.move(actor.id, party)
        gone = {a.id for a in actors} - {kept.id}
        mentions = tuple(sorted({m for a in actors for m in a.mentions}))
        self.actors[kept.id] = replace(self.actors[kept.id], mentions=mentions, corrected=True)
        for id in gone:
            del self.actors[id]
        for s in self.statements.values():
            if gone & set(s.speakers):
                speakers = tuple(dict.fromkeys(kept.id if id in gone else id for id in s.speakers))
                self.statements[s.id] = replace(s, speakers=speakers)

    def move(self, id: str, party: Party) -> None:
        """Let an actor belong to a party: what it says, what is aimed at it and what is counted of it goes along."""
        actor = self.actors[id]
        self.parties.setdefault(party.id, party)
        self.actors[id] = replace(actor, party=party.id, corrected=True)
        old = actor.party
        if old == party.id:
            return
        others = [a for a in self.actors.values() if a.party == old]
        alone = old is not None and not others and self.parties[old].kind in _OWN if old in self.parties else False
        for s in self.statements.values():
            self.statements[s.id] = _moved(s, actor, old, party.id, others, alone)
        for q in self.quantities.values():
            if old is not None and q.party == old and (alone or self._is_counted_of(q, actor, others)):
                self.quantities[q.id] = replace(q, party=party.id)

    def join(self, id: str, party: Party) -> None:
        """Let everything of one party be another's."""
        if party.id == id:
            return
        self.parties.setdefault(party.id, party)
        for a in self.actors.values():
            if a.party == id:
                self.actors[a.id] = replace(a, party=party.id, corrected=True)
        for s in self.statements.values():
            parties, targets = _replaced(s.parties, id, party.id), _replaced(s.targets, id, party.id)
            if (parties, targets) != (s.parties, s.targets):
                targets = targets if set(s.parties) == set(s.targets) else tuple(t for t in targets if t not in parties)
                self.statements[s.id] = replace(s, parties=parties, targets=targets)
        for q in self.quantities.values():
            if q.party == id:
                self.quantities[q.id] = replace(q, party=party.id)

    def say(self, id: str, actor: Actor) -> None:
        """Let an actor make a statement. The source stays where it does not name somebody else."""
        s = self.statements[id]
        parties = (actor.party,) if actor.party else ()
        rivals = [a for a in self.actors.values() if a.id != actor.id]
        source = s.source
        if source is not None and not holds((source,), actor) and any(holds((source,), a) for a in rivals):
            source = None
        self.statements[id] = replace(
            s,
            source=source,
            speakers=(actor.id,),
            parties=parties,
            targets=tuple(t for t in s.targets if t not in parties),
            confidence=1.0,
            corrected=True,
        )
        for q in (self.quantities[q] for q in s.quantities):
            named = [a for a in self.actors.values() if a.party == q.party and holds(s.content, a)]
            if q.party in s.parties and not named:
                self.quantities[q.id] = replace(q, party=actor.party)

    def drop(self, ids: Iterable[str]) -> None:
        """Remove statements. What was quoted inside one is now quoted inside what that one stood in."""
        for id in ids:
            gone = self.statements.pop(id)
            for s in self.statements.values():
                if s.parent == id:
                    self.statements[s.id] = replace(s, parent=gone.parent)

    def _side(self, actor: Actor) -> Party | None:
        """The party an actor speaks for, unless that is the actor alone."""
        party = self.parties.get(actor.party) if actor.party else None
        alone = sum(a.party == actor.party for a in self.actors.values()) == 1
        return None if party is None or (alone and party.kind in _OWN) else party

    def _is_counted_of(self, quantity: Quantity, actor: Actor, others: list[Actor]) -> bool:
        """Whether it is because of an actor that a quantity counts its party's: named beside it, or "his" when he
        speaks."""
        if any(is_counted_beside(quantity, a) for a in others):
            return False
        if is_counted_beside(quantity, actor):
            return True
        said = [s for s in self.statements.values() if quantity.id in s.quantities and actor.id in s.speakers]
        return any(not any(holds(s.content, a) for a in others) for s in said)


def _moved(s: Statement, actor: Actor, old: str | None, new: str, others: list[Actor], alone: bool) -> Statement:
    """A statement after an actor went from one party to another. ``others`` still belong to the old one."""
    parties, targets = s.parties, s.targets
    reciprocal = len(parties) > 1 and set(parties) == set(targets)
    if actor.id in s.speakers:
        shared = any(a.id in s.speakers for a in others)
        parties = _replaced(parties, old, new) if old in parties and not shared else _with(parties, new)
    elif alone:
        parties = _replaced(parties, old, new)
    if reciprocal:
        targets = parties if parties != s.parties else targets
    elif old in targets:
        aimed = region(s)
        if alone or (holds(aimed, actor) and not any(holds(aimed, a) for a in others)):
            targets = _replaced(targets, old, new)
    if (parties, targets) == (s.parties, s.targets):
        return s
    if not reciprocal:
        targets = tuple(t for t in targets if t not in parties)
    return replace(s, parties=parties, targets=targets)


def _replaced(ids: tuple[str, ...], old: str | None, new: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new if id == old else id for id in ids))


def _with(ids: tuple[str, ...], new: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*ids, new)))


def _first(actor: Actor) -> int:
    return actor.mentions[0][0] if actor.mentions else -1
