"""Pronouns: whom "il", "she", "ils", "the latter" stand for."""

from __future__ import annotations

from collections.abc import Callable

from reader.analysis.actors.clauses import main_clauses, phrase_around
from reader.analysis.actors.found import Context, Found
from reader.analysis.text.parsed import Token
from reader.languages.actor_rules import Reference

_PRONOUN_POS = frozenset({"", "PRON", "DET", "ADJ", "NOUN", "PROPN", "X", "ADV"})


class Pronouns:
    """Resolves pronouns; ``resolve`` is how the noun phrases they may point at are resolved."""

    def __init__(self, context: Context, resolve: Callable[[int, int], Found]) -> None:
        self._context = context
        self._resolve = resolve

    def find(self, first: int, last: int) -> Found | None:
        """Whom a phrase that is only a pronoun stands for; None where it is no pronoun."""
        rules, words = self._context.reading.rules, self._context.reading.words
        reference: Reference | None = None
        for k in range(first, last):
            if k in self._context.by_word:
                return None
            mark = rules.pronouns.get(words[k].key) or self._hyphened(k, last)
            if mark is not None and (reference is None or reference.gender is None):
                reference = mark
            elif (
                mark is None and words[k].key not in rules.definite and not (k > first and self._hyphened(k - 1, last))
            ):
                return None
        if reference is None or self._context.reading.pos(first) not in _PRONOUN_POS:
            return None
        if not (reference.gender or reference.number):
            return Found()
        if reference.about == "thing" and self._unknown_before(first):
            return Found()
        latest = self._named_last(first, reference) if reference.nearest else None
        if latest:
            return latest
        nearer = self._subject_before(first, reference)
        if not nearer and reference.number == "Plur" and reference.gender is None:
            nearer = self._group_before(first) or nearer
        if nearer is not None:
            return nearer
        draft = self._context.salience.pronoun(first, reference)
        if draft is None:
            return Found()
        return Found([draft.id], [draft.party] if draft.party else [])

    def _unknown_before(self, at: int) -> bool:
        """True where the one who speaks in the sentence before goes by a name that nothing else tells of: "Norvex
        promised ... It said ..."."""
        reading = self._context.reading
        number = reading.sentence[at] - 1
        if number < 0:
            return False
        clauses = main_clauses(reading, *reading.bounds[number], self._context.salience.quoted)
        spoken = [c.subject for c in clauses if c.subject.i in reading.speaking]
        if len(spoken) != 1 or len(clauses) != 1 or spoken[0].feature("Number") == "Plur":
            return False
        k = reading.inside(spoken[0].span)[0]
        if spoken[0].pos not in ("NOUN", "PROPN") or k in self._context.by_word or not reading.words[k].capital:
            return False
        return not self._resolve(*phrase_around(reading, spoken[0], k)) and not self._about_people(k)

    def _hyphened(self, k: int, last: int) -> Reference | None:
        """The pronoun of two words with a hyphen that begins at word ``k``: "celle-ci"."""
        reading = self._context.reading
        if k + 1 >= last or reading.gap(k + 1) != "-":
            return None
        return reading.rules.pronouns.get(f"{reading.words[k].key}-{reading.words[k + 1].key}")

    def _named_last(self, at: int, reference: Reference) -> Found | None:
        """Whom the last noun phrase of that gender and number that stands for somebody does, in this sentence or the
        one before."""
        reading = self._context.reading
        here = reading.sentence[at]
        for number in (here, here - 1):
            first, last = reading.bounds[number] if number >= 0 else (0, 0)
            for k in range(min(last, at) - 1, first - 1, -1):
                token = reading.tokens[k]
                if token is None or token.pos not in ("NOUN", "PROPN") or self._context.salience.quoted(k):
                    continue
                if token.dep.startswith(("flat", "appos")) or not self._agrees(token, reference):
                    continue
                found = self._resolve(*phrase_around(reading, token, k))
                if len(found.parties) == 1:
                    return found
        return None

    def _group_before(self, at: int) -> Found | None:
        """The side without a name that the last sentence is about where one alone acts in it: "The union accused
        campaigners of lying. They ..."."""
        reading = self._context.reading
        if reading.sentence[at] < 1:
            return None
        first, last = reading.bounds[reading.sentence[at] - 1]
        found: list[Found] = []
        for k in range(first, last):
            token = reading.tokens[k]
            if token is None or k in self._context.by_word or self._context.salience.quoted(k):
                continue
            group = reading.rules.groups.match(reading.words, k, last)
            if token.dep.startswith("nsubj") and token.feature("Number") == "Plur":
                return None
            if group and token.dep == "obj":
                found.append(Found([], [group[0].kind]))
        return found[0] if len(found) == 1 else None

    def _subject_before(self, at: int, reference: Reference) -> Found | None:
        """Whom the nearest subject stands for where it is a common noun ("Un habitant ... Il a ajouté"): empty for
        somebody unnamed, None where a name comes first or no such subject is near."""
        reading = self._context.reading
        here = reading.sentence[at]
        plural = reference.number == "Plur"
        alone = False
        for back in (0, 1, 2) if plural else (0, 1):
            if here - back < 0:
                break
            first, last = reading.bounds[here - back]
            for k in range(min(last, at) - 1, first - 1, -1):
                token = reading.tokens[k]
                if token is None or not token.dep.startswith("nsubj"):
                    continue
                if self._context.salience.quoted(k) and not self._context.salience.quoted(at):
                    continue
                if k in self._context.by_word or self._names(token):
                    if not plural:
                        return None
                    both = self._resolve(*phrase_around(reading, token, k)) if self._several(token) else Found()
                    if len(both.parties) > 1:
                        return both
                    alone = True  # "they" are rather those named together before
                    continue
                named_office = token.pos == "PROPN" and self._about_people(k)  # "The Chief Magistrate"
                if (token.pos != "NOUN" and not named_office) or not self._agrees(token, reference):
                    continue
                found = self._resolve(*phrase_around(reading, token, k))
                if found and self._kind_agrees(found, reference) and (not alone or len(found.parties) > 1):
                    return found
                if alone:
                    continue
                if self._about_people(k) or (reference.number == "Plur" and not found):
                    return Found()
        return None

    def _several(self, token: Token) -> bool:
        """True for a subject with another one joined to it: "the RMT and Unite"."""
        tokens = self._context.reading.parsed.tokens
        return any(tokens[c].dep == "conj" for c in self._context.reading.parsed.children[token.i])

    def _names(self, token: Token) -> bool:
        """True where a name stands in apposition to a common noun: "Le président Verdi"."""
        reading = self._context.reading
        for child in reading.parsed.children[token.i]:
            below = reading.parsed.tokens[child]
            if below.dep in ("appos", "flat", "flat:name", "compound") or below.pos == "PROPN":
                first, last = reading.inside(below.span)
                if any(k in self._context.by_word for k in range(first, last)):
                    return below.dep != "nmod"
        return False

    def _agrees(self, token: Token, reference: Reference) -> bool:
        number, gender = token.feature("Number"), token.feature("Gender")
        if reference.number and number and number != reference.number:
            return False
        return not (reference.gender and gender and gender != reference.gender and reference.about != "person")

    def _kind_agrees(self, found: Found, reference: Reference) -> bool:
        """True where the actor found is a person exactly where the pronoun wants one."""
        if not reference.about or not found.speakers:
            return reference.about != "person" or found.office
        return self._context.drafts[found.speakers[0]].person is (reference.about == "person")

    def _about_people(self, k: int) -> bool:
        reading, rules = self._context.reading, self._context.reading.rules
        last = reading.last_of(k)
        person = rules.descriptions.get("person")
        return bool(rules.roles.match(reading.words, k, last) or (person and person.match(reading.words, k, last)))
