"""Institutions that states have one each of, called by a common noun: "le ministère", "the coastguard", "police"."""

from __future__ import annotations

from reader.analysis.actors.complements import all_named
from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.found import Context, Found
from reader.analysis.actors.introductions import brought_in
from reader.analysis.actors.noun_phrases import Part
from reader.analysis.actors.parties import organisation_slug
from reader.analysis.actors.sorts import of_kinds
from reader.domain.actor import ActorKind
from reader.languages.words import keys_of


class Institutions:
    """Tells of one text whose they are."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def stands(
        self, part: Part, at: int, noun: int, kind: str, count: int, determined: bool, bare: bool = False
    ) -> Found:
        """ "le ministère", "the coastguard", ``bare`` "police": the last one named, else the state's, else its own
        side."""
        seat = self._seated(noun + count, part.last) if determined else None
        if seat is not None:
            return Found([], [seat])
        actor = self._agency(part, at, noun) if kind == "agency" else None
        if actor is not None and not all_named(self._context.reading, noun + count, part.last, actor):
            return Found()  # "la direction départementale des territoires" among others
        word = self._context.reading.words[noun].key
        actor = actor or self._context.salience.last(
            part.first,
            lambda d, m: (
                (d.type == kind and d.of_state)
                and (not _nobodys(self._context, d) or word in keys_of(d.name))
                and (not bare or keys_of(d.name)[-1:] == (word,))  # no "Police Arrest" of a headline
            ),
        )
        if actor is not None and determined:
            return Found([actor.id], [actor.party] if actor.party else [])
        state = state_around(self._context, part.first, kind) if kind != "agency" else None
        group = self._context.reading.rules.offices_of_groups.match(self._context.reading.words, noun, part.last)
        if state is None and group:
            return Found([], [group[0].kind])
        if state is None and determined and (bare or brought_in(self._context.reading, at)):
            called = self._context.sides.at(noun)
            first = self._context.sides.first_called(called) if called is not None else None
            return Found([], [self._context.sides.name(*((first.first, first.last) if first else (at, noun + count)))])
        return Found([], [state] if state else [])

    def _seated(self, k: int, last: int) -> str | None:
        """The state that stands right behind a body's noun as where it is: "the army in Sudan"."""
        reading = self._context.reading
        if k + 1 >= last or reading.words[k].key not in reading.rules.locative or not reading.adjacent(k):
            return None
        entry = reading.entry(k + 1)
        return entry.party if entry is not None and entry.kind is ActorKind.STATE else None

    def _agency(self, part: Part, at: int, noun: int) -> Draft | None:
        """Which agency "the water regulator" or "the authority" is: the one that shares a word with it, else the last
        one named, or the only one of the text where it is named later."""
        rules, words = self._context.reading.rules, self._context.reading.words
        kinds = {k for k, nouns in rules.descriptions.items() if nouns.match(words, noun, part.last)} | {"agency"}
        drafts = [d for d in self._context.drafts.values() if not d.person and d.type == "agency"]
        sharing = [d for d in drafts if any(words[k].key in keys_of(d.name) for k in range(at, noun))]
        if len(sharing) == 1:
            return sharing[0]
        if len(drafts) == 1 and drafts[0].first > part.first:
            return drafts[0]
        if noun > at and len(drafts) > 1:
            return None  # "the water regulator" among several
        found = of_kinds(self._context, part.first, noun, part.last, kinds)
        return found[0] if found and (found[0].type or found[0].mentions[0].entry) else None


def state_around(context: Context, at: int, kind: str | None = None) -> str | None:
    """The state a text is about at word ``at``: its home, else the only one named so far, or the only body of a
    state that it does not tell; with ``kind`` only a body of that kind."""
    if context.home:
        return context.home
    states = {
        d.party
        for d in context.drafts.values()
        if d.kind in (ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.FORCE) and d.first < at
        if not _nobodys(context, d) and (kind in (None, d.type) or d.party != organisation_slug(context.reading, d))
    }
    return states.pop() if len(states) == 1 else None


def _nobodys(context: Context, draft: Draft) -> bool:
    """True for a body whose name several states' have, of a state that the text does not tell."""
    entry = draft.mentions[0].entry
    return entry is not None and entry.shared and not context.reading.gazetteer.is_state(draft.party or "")
