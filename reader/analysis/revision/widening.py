"""An analysis with the statements that are kept apart as too doubtful taken in among the others."""

from __future__ import annotations

from dataclasses import replace

from reader.domain.actor import Actor
from reader.domain.analysis import Analysis, Doubtful


def with_doubtful(analysis: Analysis) -> Analysis:
    """All statements in order of place, with the parties of all. The comparison is left as it was."""
    doubtful = analysis.doubtful
    if not doubtful.statements:
        return analysis
    own = {id: party for s in doubtful.statements if len(s.parties) == 1 for id in s.speakers for party in s.parties}
    known = {party.id for party in doubtful.parties}

    def settled(actor: Actor) -> Actor:
        party = own.get(actor.id)
        return replace(actor, party=party) if actor.party is None and party in known else actor

    return replace(
        analysis,
        parties=(*analysis.parties, *doubtful.parties),
        actors=tuple(settled(actor) for actor in analysis.actors),
        statements=tuple(sorted((*analysis.statements, *doubtful.statements), key=lambda s: s.content[0][0])),
        doubtful=Doubtful(),
    )
