"""Of which sort the body is whose an office may be: a managing director has a company, a coach a club."""

from __future__ import annotations

from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.found import Context, Found
from reader.analysis.actors.introductions import introduced_by
from reader.domain.actor import ActorKind
from reader.languages.words import slug

_REACH = 4  # words between a possessive and its office


class Houses:
    """Tells which of some bodies may have an office."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def fitting(self, k: int, candidates: list[Found]) -> list[Found]:
        """Those of the candidates that may have the office behind word ``k``: of its sort where one is, else of no
        known sort; all where the office tells none."""
        sorts = self._sorts_of_office(k)
        if not sorts:
            return candidates
        known = [(c, self._sorts(c)) for c in candidates]
        sure = [c for c, own in known if own & sorts]
        return sure or [c for c, own in known if not own]

    def _sorts_of_office(self, k: int) -> set[str]:
        reading = self._context.reading
        last = min(k + 1 + _REACH, reading.last_of(k))
        for at in range(k + 1, last):
            role = reading.rules.roles.match(reading.words, at, reading.last_of(k))
            if role is not None:
                offices = reading.rules.offices_of.items()
                return {
                    s for s, nouns in offices if (m := nouns.match(reading.words, at, at + role[1])) and m[1] == role[1]
                }
        return set()

    def _sorts(self, found: Found) -> set[str]:
        sorts: set[str] = set()
        for party in found.parties:
            for draft in self._context.drafts.values():
                if not draft.person and draft.party == party:
                    sorts |= self._own(draft)
            sorts |= {n.kind for n in self._context.sides.nouns if party in self._names(n.first, n.last, n.end)}
        return sorts

    def _own(self, draft: Draft) -> set[str]:
        if draft.kind in (ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.FORCE):
            return {"state"}
        reading = self._context.reading
        keys = introduced_by(reading, draft, len(reading.words))
        told = {kind for kind, nouns in reading.rules.descriptions.items() if any(nouns.has(key) for key in keys)}
        return told | ({draft.type} if draft.type else set())

    def _names(self, first: int, *ends: int) -> set[str]:
        words, text = self._context.reading.words, self._context.reading.parsed.text
        return {slug(text[words[first].start : words[end - 1].end]) for end in ends}
