"""The actors of a text that are of some sort: a company, a union, a person."""

from __future__ import annotations

from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.found import Context
from reader.analysis.actors.introductions import introduced_by
from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.reading import Reading
from reader.domain.actor import ActorKind

ONES = frozenset({"company", "union", "association", "party", "local", "school"})
"""Sorts of which the singular stands for one organisation."""


def of_kinds(context: Context, before: int, noun: int, last: int, kinds: set[str]) -> list[Draft]:
    """The actors of some sorts named before a word, the likeliest first."""
    reading, rules = context.reading, context.reading.rules
    genders = [
        n[0].gender
        for k in kinds
        if k in rules.descriptions and (n := rules.descriptions[k].match(reading.words, noun, last))
    ]
    gender = genders[0] if genders else None
    key = reading.words[noun].key

    def fits(draft: Draft, mention: Mention) -> bool:
        if draft.person:
            return "person" in kinds and (gender is None or draft.gender in (None, gender))
        if draft.kind is ActorKind.GOVERNMENT and draft.mentions[0].entry is not None:
            return "agency" in kinds and draft.name.isupper()  # "NASA ... the agency"
        brought = introduced_by(reading, draft, before)
        if key in brought and draft.kind is not ActorKind.PLACE:
            return True
        if draft.kind is ActorKind.ORGANISATION and not draft.type:
            return key not in rules.own_sides and bool(kinds & {"company", "association"}) and not brought

        return draft.type in kinds and draft.kind is not ActorKind.PLACE

    found = context.salience.before(before, fits, far=8)
    same = [d for d in found if not d.person and key in introduced_by(reading, d, before)]
    return same or found


def only_one(context: Context, kinds: set[str]) -> list[Draft]:
    """The one organisation of these sorts in the whole text: what "the company" is that is named later or far
    above."""
    reading = context.reading
    drafts = [d for d in context.drafts.values() if not d.person and d.kind is not ActorKind.PLACE]
    found = [d for d in drafts if d.type in kinds & ONES]
    if not found:
        lists = [reading.rules.descriptions[kind] for kind in kinds & ONES]
        nouns = {d.id: introduced_by(reading, d, len(reading.words)) for d in drafts if not d.type}
        found = [d for d in drafts if any(phrases.has(key) for key in nouns.get(d.id, ()) for phrases in lists)]
    return found if len(found) == 1 else []


def length(reading: Reading, noun: int, last: int, kinds: set[str]) -> int:
    """How many words the noun has that describes a sort of actor."""
    lists, words = reading.rules.descriptions, reading.words
    return max((m[1] for kind in kinds if (m := lists[kind].match(words, noun, last))), default=1)


def several(reading: Reading, noun: int, last: int, kinds: set[str]) -> bool:
    """True for a plural of organisations: "les entreprises"."""
    lists, words = reading.rules.descriptions, reading.words
    matches = [m[0] for kind in kinds & ONES if (m := lists[kind].match(words, noun, last))]
    return bool(matches) and all(match.number == "Plur" for match in matches)
