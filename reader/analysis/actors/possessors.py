"""Whose "its", "their" or "son" before an office is: whoever the passage speaks of, nobody where two may be meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from reader.analysis.actors.clauses import Clause, main_clauses, phrase_around, within
from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.found import Context, Found
from reader.analysis.actors.houses import Houses
from reader.analysis.text.parsed import Token
from reader.domain.actor import ActorKind
from reader.languages.actor_rules import Reference

_FAR = 3  # sentences
_TOLD = ("ccomp", "advcl")  # what stands before its verb of saying: "L'entreprise fera appel, a dit son président"
_JUDGING = frozenset({"court", "prosecution"})
_ANY = Reference(None, None, "")  # what a title without a possessive shows of whose it is
_DEEPEST = 4  # possessives that lead to one another: "Its chairman said ... His deputy said ..."


class Possessors:
    """Resolves possessives; ``resolve`` is how the noun phrases they may stand for are resolved."""

    def __init__(self, context: Context, resolve: Callable[[int, int], Found]) -> None:
        self._context = context
        self._reading = context.reading
        self._resolve = resolve
        self._houses = Houses(context)
        self._depth = 0

    def owner(self, k: int, reference: Reference) -> Found:
        """Whom the possessive at word ``k`` stands for: the subject that governs it, else who speaks or acts in the
        sentence before; empty where nobody does or two bodies may be meant."""
        if self._depth >= _DEEPEST:
            return Found()
        self._depth += 1
        try:
            strict = self._owner(k, replace(reference, loose=False))
            return strict if strict or not reference.loose else self._owner(k, reference)
        finally:
            self._depth -= 1

    def house(self, at: int) -> Found:
        """Whose the title alone at word ``at`` is ("chairman Anna Verdi said"): the body that the sentence or those
        before are about, else the only one named before, where they are about another only one of the title's sort;
        empty where two bodies may be meant."""
        if self._depth >= _DEEPEST:
            return Found()
        self._depth += 1
        try:
            around = self._around(at)
            near = self._houses.fitting(at, around)
            drafts = self._context.drafts.values()
            bodies = [Found([d.id], [d.party]) for d in drafts if _is_body(d) and d.party and d.first < at]
            named = self._houses.of_sort(at, bodies) if around else self._houses.fitting(at, bodies)
            return _only(near or named)
        finally:
            self._depth -= 1

    def _around(self, at: int) -> list[Found]:
        """The bodies that govern the title at word ``at``, else those that the nearest sentence before is about."""
        governing = (self._stands(token, at, _ANY) for token in self._governing(at))
        found = [f for f in governing if f is not None and self._leads(f)]
        if found:
            return found[:1]
        for _, clauses in self._before(at):
            found = [f for f in self._subjects(clauses, _ANY) if self._leads(f)]
            if found:
                return found
        return []

    def _leads(self, found: Found) -> bool:
        """Whether somebody may have an office who is found: nobody's own name, no state; true for an unknown body."""
        if not found.parties:
            return not found.speakers
        return all(self.has_offices(p) for p in found.parties) and self._houses.leading(found)

    def _owner(self, k: int, reference: Reference) -> Found:
        for token in self._governing(k):
            found = self._stands(token, k, reference)
            if found is not None:
                return self._fitting(k, [found])
        passed: list[Found] = []
        for number, clauses in self._before(k):
            subjects = self._subjects(clauses, reference)
            others = self._others(clauses, reference)
            if subjects:
                rivals = others if self._open(clauses, k) else []
                if not self._speaks(clauses) and self._block(number) != self._block(self._reading.sentence[k]):
                    rivals = [*rivals, *self._heard_above(number, reference)]
                return self._fitting(k, [*subjects, *rivals, *passed])
            passed += others
        return Found()

    def _heard_above(self, number: int, reference: Reference) -> list[Found]:
        """Who speaks in the sentences of the same paragraph before sentence ``number``."""
        sentences = self._reading.parsed.sentences
        found: list[Found] = []
        for k in range(self._reading.bounds[number][0] - 1, -1, -1):
            token = self._reading.tokens[k]
            if token is None or sentences[token.sentence].block != self._block(number):
                break
            if token.i in self._reading.speaking and token.pos != "PRON" and (f := self._stands(token, -1, reference)):
                found.append(f)
        return found

    def _block(self, number: int) -> int:
        token = self._reading.tokens[self._reading.bounds[number][0]]
        return self._reading.parsed.sentences[token.sentence].block if token is not None else -1

    def _fitting(self, k: int, candidates: list[Found]) -> Found:
        """The one party of the candidates that may have the office behind word ``k``, else nobody."""
        return _only(self._houses.fitting(k + 1, [c for c in candidates if c.parties or not c.speakers]))

    def has_offices(self, party: str) -> bool:
        """False for a party that is only a person's own; a single name that nothing but a model's label makes a
        person's may be a body's."""
        drafts = [d for d in self._context.drafts.values() if d.party == party]
        bodies = any(not d.person or _unsure(d) for d in drafts)
        return not drafts or bodies or party in self._reading.gazetteer.parties

    def _governing(self, k: int) -> Iterator[Token]:
        """The nouns and subjects before word ``k`` that its phrase hangs on, the nearest first."""
        token = self._reading.tokens[k]
        tokens = self._reading.parsed.tokens
        chain: set[int] = set()
        while token is not None and token.i not in chain:
            chain.add(token.i)
            above = tokens[token.head]
            if token.dep == "conj" and above.pos in ("NOUN", "PROPN", "PRON") and above.i < token.i:
                yield above
            children = self._reading.parsed.children
            told = [c for c in children[above.i] if tokens[c].dep in _TOLD and c < above.i < token.i]
            for child in (c for at in (above.i, *told) for c in children[at]):
                below = tokens[child]
                if below.dep.startswith("nsubj") and child not in chain and below.i < self._at(k):
                    yield below
            token = above

    def _at(self, k: int) -> int:
        token = self._reading.tokens[k]
        return token.i if token is not None else -1

    def _stands(self, token: Token, at: int, reference: Reference) -> Found | None:
        """Whom a noun or pronoun stands for; empty for a body that nobody tells, None for what is none."""
        k = self._reading.inside(token.span)[0]
        if k >= len(self._reading.words) or (
            self._context.salience.quoted(k) and not self._context.salience.quoted(at)
        ):
            return None
        if token.dep == "expl" or not (k in self._context.by_word or _agrees(token, reference)):
            return None
        if token.pos == "PRON":
            return self._resolve(k, k + 1) if self._reading.words[k].key in self._reading.rules.pronouns else None
        first, last = phrase_around(self._reading, token, k)
        named = self._context.by_word.get(last)
        if named is not None and named.first == last and self._reading.adjacent(last):
            last = named.last  # "La société | X"
        found = self._resolve(first, last)
        if found:
            return found
        several = reference.number == "Plur"  # people without a name: "Les pilotes"
        return Found() if several or self._body(k) else None

    def _body(self, k: int) -> bool:
        """True for a name, or a noun for a body or for who acts for one."""
        reading, rules = self._reading, self._reading.rules
        if k in self._context.by_word or reading.pos(k) == "PROPN":
            return True
        last = reading.last_of(k)
        lists = (rules.heads, rules.roles, rules.groups, *rules.descriptions.values())
        return any(phrases.match(reading.words, k, last) for phrases in lists)

    def _before(self, k: int) -> Iterator[tuple[int, list[Clause]]]:
        """What stands before a quotation in the sentence of word ``k``, then the sentences before, the nearest first,
        with their main clauses; without quoted sentences."""
        here, told = self._reading.sentence[k], 0
        start = self._reading.bounds[here][0]
        quoted = next((x for x in range(start, k) if self._context.salience.quoted(x)), start)
        if quoted > start:  # "L'armée dément : « … », assure son porte-parole"
            yield here, main_clauses(self._reading, start, quoted, self._context.salience.quoted)
        while here > 0 and told < _FAR:
            here -= 1
            first, last = self._reading.bounds[here]
            if first >= last or (self._context.salience.quoted(first) and self._context.salience.quoted(last - 1)):
                continue
            told += 1
            yield here, main_clauses(self._reading, first, last, self._context.salience.quoted)

    def _subjects(self, clauses: list[Clause], reference: Reference) -> list[Found]:
        """Whom the subjects of some clauses stand for: those who speak, where somebody does."""
        speaking = [c for c in clauses if c.subject.i in self._reading.speaking]
        found = [self._stands(c.subject, -1, reference) for c in speaking or clauses]
        return [f for f in found if f is not None]

    def _others(self, clauses: list[Clause], reference: Reference) -> list[Found]:
        """The bodies that the clauses tell of beside their subjects."""
        found: list[Found] = []
        for token in (t for clause in clauses for t in within(self._reading, clause)):
            k = self._reading.inside(token.span)[0]
            mention = self._context.by_word.get(k)
            if mention is not None and mention.kind in (ActorKind.PERSON, ActorKind.PLACE):
                continue
            if mention is None and self._reading.words[k].key not in self._reading.rules.describing:
                continue
            if mention is not None and mention.type in _JUDGING:
                continue  # who goes to court is spoken of, not the court
            stands = self._stands(token, -1, reference)
            if stands:
                found.append(stands)
        return found

    def _open(self, clauses: list[Clause], k: int) -> bool:
        """True where more than who speaks may be meant: nobody speaks, or the words with ``k`` answer."""
        return not self._speaks(clauses) or self._reading.answers(k)

    def _speaks(self, clauses: list[Clause]) -> bool:
        return any(c.subject.i in self._reading.speaking for c in clauses)


def _only(candidates: list[Found]) -> Found:
    parties = {tuple(c.parties) for c in candidates}
    only = parties.pop() if len(parties) == 1 else ()
    return Found([], list(only)) if len(only) == 1 else Found()


def _is_body(draft: Draft) -> bool:
    return draft.kind is ActorKind.ORGANISATION and draft.type != "media"


def _unsure(draft: Draft) -> bool:
    single = all(m.last - m.first == 1 and not m.firm for m in draft.mentions)
    return single and draft.gender is None and not draft.roles


def _agrees(token: Token, reference: Reference) -> bool:
    """Whether a noun or pronoun has the number that a possessive shows of whoever owns."""
    number = token.feature("Number")
    return (
        reference.loose
        or reference.number is None
        or number is None
        or number == reference.number
        or token.pos == "PROPN"
    )
