"""Which body an office is the head of: "le préfet", whoever holds it, and "la préfecture" are one party."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.actors.descriptions import Descriptions
from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.found import Context
from reader.analysis.actors.noun_phrases import Part
from reader.languages.words import keys_of, word_key

_MODIFIERS = 2


@dataclass(frozen=True, slots=True)
class _Body:
    """A body that the text names or calls by a noun: its party, and the keys of the words that tell which it is."""

    party: str
    told: frozenset[str]


class OfficeBodies:
    """The bodies of one text that offices belong to."""

    def __init__(self, context: Context, descriptions: Descriptions) -> None:
        self._context = context
        self._descriptions = descriptions
        self._found: dict[str, list[_Body]] = {}

    def party(self, first: int, last: int, at: int) -> str | None:
        """The party of the body that the office at word ``at`` of the phrase from ``first`` to ``last`` is the head of,
        where the text has just one such body, and of nothing else than the office."""
        reading = self._context.reading
        rules, words = reading.rules, reading.words
        role = rules.roles.match(words, at, last)
        office = rules.heads_of_bodies.match(words, at, last)
        if role is None or office is None or office[1] != role[1]:
            return None
        if any(words[k].key in rules.past for k in range(max(0, first - 1), last)):
            return None
        kind = word_key(office[0].kind)
        bodies = self._found.setdefault(kind, []) or self._bodies(kind)
        told = self._telling([*range(first, at), *range(at + role[1], last)]) | (
            {words[k].key for k in range(at, at + role[1] - 1)}
        )
        parties = {body.party for body in bodies}
        if len(parties) != 1 or any(body.told and told and not body.told & told for body in bodies):
            return None
        return parties.pop()

    def _bodies(self, kind: str) -> list[_Body]:
        """The bodies whose name or noun is ``kind``, in order of place."""
        context, reading = self._context, self._context.reading
        found: list[_Body] = []
        for k, word in enumerate(reading.words):
            if word.key != kind:
                continue
            mention = context.by_word.get(k)
            draft = context.drafts.get(mention.actor) if mention is not None else None
            if draft is not None:
                if draft.party and not draft.person:
                    found.append(_Body(draft.party, self._told(draft, kind)))
                continue
            left = k
            while left > reading.first_of(k) and k - left < _MODIFIERS and reading.adjacent(left):
                if reading.words[left - 1].key in reading.rules.definite or reading.pos(left - 1) not in (
                    "ADJ",
                    "NOUN",
                ):
                    break
                left -= 1
            if left == reading.first_of(k) or reading.words[left - 1].key not in reading.rules.definite:
                continue
            parties = self._descriptions.described(Part(left, k + 1, ""), left, determined=True).parties
            found += [_Body(p, self._telling([*range(left, k), *self._behind(k)])) for p in parties]
        self._found[kind] = found
        return found

    def _told(self, draft: Draft, kind: str) -> frozenset[str]:
        reading = self._context.reading
        small = reading.rules.connectors | reading.rules.definite | reading.rules.genitive
        return frozenset(key for m in draft.mentions for key in keys_of(m.name)) - small - {kind}

    def _behind(self, k: int) -> range:
        """The words of a complement right behind the noun at word ``k``."""
        reading = self._context.reading
        small, at = reading.rules.genitive | reading.rules.definite, k + 1
        while at < reading.last_of(k) and reading.adjacent(at) and reading.words[at].key in small:
            at += 1
        return range(k + 1, at + 1 if k + 1 < at < reading.last_of(k) else k + 1)

    def _telling(self, places: list[int]) -> frozenset[str]:
        reading = self._context.reading
        return frozenset(reading.words[k].key for k in places if reading.pos(k) in ("NOUN", "PROPN"))
