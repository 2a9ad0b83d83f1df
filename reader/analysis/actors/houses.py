"""Of which sort the body is whose an office may be: a managing director has a company, a coach a club."""

from __future__ import annotations

from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.found import Context, Found
from reader.analysis.actors.introductions import introduced_by
from reader.domain.actor import ActorKind
from reader.languages.actor_rules import STATE_TYPES
from reader.languages.words import slug, split_words

_REACH = 4  # words between a possessive and its office
_NEVER_LED = frozenset({"state", "court", "prosecution", "media"})


class Houses:
    """Tells which of some bodies may have an office."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def fitting(self, at: int, candidates: list[Found]) -> list[Found]:
        """Those of the candidates that may have the office named from word ``at``: of its sort where one is, else of
        no known sort; all where the office tells none."""
        sorts = self._sorts_of_office(at)
        if not sorts:
            return candidates
        return self.of_sort(at, candidates) or [c for c in candidates if not self._sorts(c)]

    def of_sort(self, at: int, candidates: list[Found]) -> list[Found]:
        """Those of the candidates that are of the sort of the office named from word ``at``."""
        sorts = self._sorts_of_office(at)
        return [c for c in candidates if self._sorts(c) & sorts]

    def leading(self, found: Found) -> bool:
        """Whether whoever is found may be led by who has a title alone, "chairman": no state, court or mere side."""
        rules, gazetteer = self._context.reading.rules, self._context.reading.gazetteer
        if any(gazetteer.is_state(p) or gazetteer.is_region(p) for p in found.parties):
            return False
        if any(p in rules.group_names and p not in rules.descriptions for p in found.parties):
            return False
        return not self._sorts(found) & _NEVER_LED

    def _sorts_of_office(self, first: int) -> set[str]:
        reading = self._context.reading
        stop = reading.last_of(first) if first < len(reading.words) else first
        for at in range(first, min(first + _REACH, stop)):
            role = reading.rules.roles.match(reading.words, at, stop)
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
            sorts |= self._institutions(party)
        return sorts

    def _institutions(self, party: str) -> set[str]:
        """The sort of a state's body that is a side without a name: "police"."""
        words = split_words(self._context.sides.names.get(party, ""))
        heads = self._context.reading.rules.heads
        return {
            "state" for k in range(len(words)) if (h := heads.match(words, k, len(words))) and h[0].kind in STATE_TYPES
        }

    def _own(self, draft: Draft) -> set[str]:
        if draft.kind in (ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.FORCE):
            return {"state"}
        if draft.type and draft.mentions[0].entry is not None:
            return {draft.type}  # a list knows: a college of nurses is no school
        reading = self._context.reading
        keys = introduced_by(reading, draft, len(reading.words))
        told = {kind for kind, nouns in reading.rules.descriptions.items() if any(nouns.has(key) for key in keys)}
        return told | ({draft.type} if draft.type else set())

    def _names(self, first: int, *ends: int) -> set[str]:
        words, text = self._context.reading.words, self._context.reading.parsed.text
        return {slug(text[words[first].start : words[end - 1].end]) for end in ends}
