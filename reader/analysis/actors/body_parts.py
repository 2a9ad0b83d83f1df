"""Parts of bodies that go by a common noun: "the management", « le conseil d'administration ». Each is the body's whose
such part was named before, and never who speaks against it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reader.analysis.actors.clauses import main_clauses, phrase_around
from reader.analysis.actors.found import Context, Found

_ACTING = ("VERB", "AUX", "PRON")


class BodyParts:
    """Tells of one text whose its parts of bodies are; ``resolve`` is how the noun phrases around them are resolved."""

    def __init__(self, context: Context, resolve: Callable[[int, int], Found]) -> None:
        self._context = context
        self._reading = context.reading
        self._resolve = resolve

    def body(self, noun: int) -> Found | None:
        """The body whose part the noun at word ``noun`` is: the one that was named with that noun before; empty where
        several were, None where none was or the noun is for no part of a body."""
        parties: set[str] = set()
        for k in self._before(noun):
            first, last = self._owned(k)
            if first < last:
                parties |= set(self._resolve(first, last).parties)
        if len(parties) == 1:
            parties -= self.others(noun)
        if not parties:
            return None
        return Found([], [*parties]) if len(parties) == 1 else Found()

    def others(self, noun: int) -> frozenset[str]:
        """The parties that speak of the part at word ``noun`` as of somebody else's: "Llais accused the management"."""
        found: set[str] = set()
        if self._reading.rules.body_parts.match(self._reading.words, noun, self._reading.last_of(noun)) is None:
            return frozenset()
        for k in (noun, *self._before(noun)):
            token = self._reading.tokens[k]
            if token is None or not token.dep.startswith(("obj", "iobj", "obl")):
                continue
            for clause in main_clauses(self._reading, *self._sentence(k), self._context.salience.quoted):
                first = self._reading.inside(clause.subject.span)[0]
                if first < k and token.head == clause.verb.i:
                    found |= set(self._resolve(*phrase_around(self._reading, clause.subject, first)).parties)
        return frozenset(found)

    def _before(self, noun: int) -> Iterator[int]:
        """The words before ``noun`` that are the same noun for a part of a body."""
        words, rules = self._reading.words, self._reading.rules
        match = rules.body_parts.match(words, noun, self._reading.last_of(noun))
        if match is None:
            return
        for k in range(noun - 1, -1, -1):
            if words[k].key == words[noun].key and k not in self._context.by_word:
                earlier = rules.body_parts.match(words, k, self._reading.last_of(k))
                if earlier is not None and earlier[0].base == match[0].base:
                    yield k

    def _sentence(self, k: int) -> tuple[int, int]:
        return self._reading.bounds[self._reading.sentence[k]]

    def _phrase(self, k: int) -> tuple[int, int]:
        token = self._reading.tokens[k]
        return phrase_around(self._reading, token, k) if token is not None else (k, k + 1)

    def _owned(self, k: int) -> tuple[int, int]:
        """The noun with whoever possesses it, before or behind it: "the hospital's management", « la direction de
        X »; empty where it stands alone."""
        reading, words = self._reading, self._reading.words
        first, last = self._phrase(k)
        match = reading.rules.body_parts.match(words, k, reading.last_of(k))
        behind = k + (match[1] if match else 1)
        if any(words[x].text == "s" and reading.gap(x) == "'" for x in range(first, k)):
            return first, behind
        if behind >= last or words[behind].key not in reading.rules.genitive:
            return k, k
        end = behind
        while end < last and words[end].key not in reading.rules.conjunctions and reading.pos(end) not in _ACTING:
            end += 1
        return (first, end) if end > behind + 1 else (k, k)
