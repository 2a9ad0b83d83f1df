"""Documents that speak: "the report says", "selon le communiqué" belong to whoever issued them, if the text tells."""

from __future__ import annotations

from reader.analysis.actors.found import Context, Found
from reader.analysis.actors.mentions import Mention
from reader.domain.actor import ActorKind

_REACH = 10  # words from a document to whoever issued it
_BACK = 6  # sentences


class Documents:
    """Finds who issued a document."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def noun(self, at: int, last: int) -> int | None:
        """The word of the document's noun behind two modifiers at most; None where the phrase names no document."""
        reading = self._context.reading
        for k in range(at, min(at + 3, last)):
            if k in self._context.by_word or (k > at and reading.gap(k) != " "):
                return None
            if reading.rules.documents.match(reading.words, k, last):
                return k
        return None

    def issuer(self, noun: int, definite: bool) -> Found:
        """Who issued the document at word ``noun``: whoever the words behind it name, or for a definite one those
        behind or before its last mention ("said in a report ... The report"); empty where nothing tells."""
        mention = self._behind(noun)
        if mention is None and definite:
            mention = self._told_before(noun)
        if mention is None:
            return Found()
        party = self._context.party(mention)
        return Found([mention.actor], [party] if party else [])

    def _behind(self, noun: int) -> Mention | None:
        """ "the report, published by X", "a memo from X", "le communiqué diffusé par X"."""
        reading, rules = self._context.reading, self._context.reading.rules
        for k in range(noun + 1, min(noun + _REACH, reading.last_of(noun))):
            mention = self._context.by_word.get(k)
            if mention is not None and mention.first == k:
                return mention if self._issues(k) and mention.kind is not ActorKind.PLACE else None
            token = reading.tokens[k]
            if token is not None and token.pos in ("VERB", "AUX") and token.feature("VerbForm") != "Part":
                return None
            if reading.words[k].key in rules.conjunctions:
                return None
        return None

    def _issues(self, k: int) -> bool:
        reading, rules = self._context.reading, self._context.reading.rules
        at = k - 1
        while reading.words[at].key in rules.definite - rules.genitive or reading.words[at].key in rules.titles:
            at -= 1
        return reading.words[at].key in rules.genitive | rules.issued_by

    def _told_before(self, noun: int) -> Mention | None:
        """Who issued the document of that noun where it was brought in."""
        reading, here = self._context.reading, self._context.reading.sentence[noun]
        for k in range(noun - 1, -1, -1):
            if here - reading.sentence[k] > _BACK:
                return None
            if reading.words[k].key != reading.words[noun].key:
                continue
            return self._behind(k) or self._owner(k) or self._speaker(k)
        return None

    def _owner(self, k: int) -> Mention | None:
        """ "the WHO's report"."""
        for at in range(k - 1, max(self._context.reading.first_of(k), k - 4) - 1, -1):
            if at in self._context.by_word:
                return self._context.by_word[at] if self._context.reading.gap(at + 1).startswith("'") else None
        return None

    def _speaker(self, k: int) -> Mention | None:
        """Who speaks in the sentence of word ``k`` by way of the document: "X said in a report"."""
        reading, rules = self._context.reading, self._context.reading.rules
        before = {reading.words[x].key for x in range(max(reading.first_of(k), k - 4), k)}
        if not before & rules.locative:
            return None
        speakers = {
            id(m): m
            for x in range(reading.first_of(k), reading.last_of(k))
            if (m := self._context.by_word.get(x)) is not None and reading.speaks(m.first, m.last)
        }
        return next(iter(speakers.values())) if len(speakers) == 1 else None
