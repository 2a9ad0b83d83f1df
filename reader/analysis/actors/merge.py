"""Mentions gathered into actors."""

from __future__ import annotations

from collections import defaultdict

from reader.analysis.actors.aliases import join_aliases
from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.people import People
from reader.analysis.actors.reading import Reading
from reader.domain.actor import ActorKind


def gather(reading: Reading, mentions: list[Mention]) -> list[Draft]:
    """The actors behind ``mentions``, in order of first mention."""
    drafts: list[Draft] = []
    by_key: dict[str, Draft] = {}
    people = People(reading)
    claimed: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.party and mention.of_state:
            claimed[mention.key].add(mention.party)
    for mention in sorted(mentions, key=lambda m: (m.kind is not ActorKind.PERSON, -(m.last - m.first), m.first)):
        if mention.kind is ActorKind.PERSON:
            draft = people.find(mention)
            if draft is None:
                draft = people.add(mention)
                drafts.append(draft)
        else:
            if mention.of_state and not mention.party and len(claimed[mention.key]) > 1:
                mention.key += ":"  # it may be either state's
            draft = by_key.get(mention.key)
            if draft is not None and mention.party and draft.party and mention.party != draft.party:
                mention.key = f"{mention.key}:{mention.party}"  # two states' ministries of one name
                draft = by_key.get(mention.key)
            if draft is None:
                draft = Draft(
                    _shown(reading, mention), mention.kind, mention.type, party=mention.party, of_state=mention.of_state
                )
                by_key[mention.key] = draft
                drafts.append(draft)
        draft.mentions.append(mention)
        draft.party = draft.party or mention.party
        draft.gender = draft.gender or mention.gender
        draft.type = draft.type or mention.type
    for draft in drafts:
        draft.mentions.sort(key=lambda m: m.first)
    drafts.sort(key=lambda d: d.first)
    drafts = join_aliases(reading, drafts)
    for number, draft in enumerate(drafts, 1):
        draft.id = f"a{number}"
        for mention in draft.mentions:
            mention.actor = draft.id
    return drafts


def _shown(reading: Reading, mention: Mention) -> str:
    """The name an actor goes by: the state's for a capital that stands for it."""
    if mention.kind is ActorKind.STATE and mention.party in reading.gazetteer.parties:
        return reading.gazetteer.parties[mention.party].name
    return mention.name
