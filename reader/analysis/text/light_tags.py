"""Word classes without a language model: closed classes from the pack, the rest by capitals, endings and neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.analysis.text.tokens import Draft
from reader.languages.cue_lexicon import Form, lexicon

if TYPE_CHECKING:
    from reader.languages.pack import Pack

FINITE = "VerbForm=Fin"
_FORMS = {
    Form.FINITE: FINITE,
    Form.INFINITIVE: "VerbForm=Inf",
    Form.PARTICIPLE: "VerbForm=Part",
    Form.GERUND: "VerbForm=Ger",
}
_HELPED = (Form.PARTICIPLE, Form.INFINITIVE, Form.FINITE, Form.GERUND)
_SUBJECTS = ("PRON",)
_ALONE = (Form.FINITE, Form.GERUND, Form.PARTICIPLE, Form.INFINITIVE)
_SHORTEST = 4
_AUXILIARY = 4


class Tagger:
    """Gives the drafts of a light parse word classes (``pos``) and verb forms (``morph``)."""

    def __init__(self, pack: Pack) -> None:
        self.rules = pack.text.light
        self.cues = pack.cues
        self.forms = lexicon(pack.cues).forms
        self.complementisers = frozenset(pack.cues.complementisers)
        self.links = frozenset(pack.cues.links)
        self.auxiliaries = frozenset(pack.cues.auxiliaries)
        self.relatives = frozenset(pack.cues.relatives)

    def tagged(self, normal: str, groups: list[list[Draft]]) -> Iterator[list[Draft]]:
        """The groups with every word told apart as far as it can be."""
        for group in groups:
            done: list[Draft] = []
            for at, draft in enumerate(group):
                pos, morph = self._class(normal, group, at, done)
                done.append(draft._replace(pos=pos, morph=morph))
            yield done

    def _class(self, normal: str, group: list[Draft], at: int, done: list[Draft]) -> tuple[str, str]:
        draft, rules = group[at], self.rules
        text, norm = normal[draft.start : draft.end], draft.norm
        if not any(c.isalnum() for c in text):
            return "PUNCT", ""
        if text[0].isdigit():
            return "NUM", ""
        before = done[-1] if done else None
        first = before is None or (before.pos == "PUNCT" and before.norm not in (",", ";", "-"))
        closed = self._closed(normal, group, at, before)
        if closed is not None and not (text[0].isupper() and not first and closed[0] != "VERB" and len(text) > 1):
            return closed
        if text[0].isupper() and not first:
            return ("NOUN" if rules.capital_nouns else "PROPN"), ""
        if text[0].isupper() and at + 1 < len(group) and normal[group[at + 1].start].isupper():
            return ("NOUN" if rules.capital_nouns else "PROPN"), ""
        if norm in self.forms:
            return self._cue(norm, done)
        if text[0].isupper() and not self._ends(norm, rules.adverb_endings):
            return ("NOUN" if rules.capital_nouns else "PROPN"), ""
        capital = at + 1 < len(group) and normal[group[at + 1].start].isupper()
        return self._open(norm, done, self._next(group, at), capital)

    def _next(self, group: list[Draft], at: int) -> str:
        return group[at + 1].norm if at + 1 < len(group) else ""

    def _closed(self, normal: str, group: list[Draft], at: int, before: Draft | None) -> tuple[str, str] | None:
        """The class of a word of a list; one that is determiner and pronoun stands before a verb as the latter."""
        norm, rules = group[at].norm, self.rules
        follower = self._next(group, at)
        if norm in self.complementisers and not (
            norm in rules.determiners and (before is None or before.pos in ("ADP", "PUNCT", "CCONJ"))
        ):
            return "SCONJ", ""
        if norm in self.forms and before is not None and before.pos in ("AUX", "DET"):
            return None  # "ha dicho", "el dicho"
        if norm in rules.determiners:
            verbal = follower in rules.verbs or follower in self.auxiliaries
            cue = follower in self.forms and before is not None and before.pos in ("PRON", "ADV", "NOUN", "PROPN")
            relative = norm in self.relatives and follower in rules.determiners  # "die den Brand sah"
            if norm in rules.pronouns and (verbal or cue or relative or not follower[:1].isalnum()):
                return "PRON", ""
            return "DET", ""
        if norm in self.auxiliaries or norm in rules.verbs:
            if before is not None and before.pos == "DET" and norm not in self.auxiliaries:
                return "NOUN", ""
            marked = before is not None and before.norm in rules.infinitive_after
            form = Form.INFINITIVE if marked or norm in rules.infinitives else Form.FINITE
            form = Form.PARTICIPLE if norm in rules.participles else form
            return ("AUX" if norm in self.auxiliaries else "VERB"), _FORMS[form]
        for words, pos in (
            (rules.subordinators, "SCONJ"),
            (rules.prepositions, "ADP"),
            (rules.pronouns, "PRON"),
            (rules.conjunctions, "CCONJ"),
            (rules.adverbs, "ADV"),
            (rules.adjectives, "ADJ"),
        ):
            if norm in words:
                return pos, ""
        return None

    def _cue(self, norm: str, done: list[Draft]) -> tuple[str, str]:
        """A form of a reporting verb: a noun behind a determiner or preposition, a participle behind an auxiliary."""
        kinds = {kind for _, kind in self.forms[norm]}
        before = done[-1] if done else None
        last = before.pos if before is not None else ""
        if before is not None and before.norm in self.rules.infinitive_after and Form.INFINITIVE in kinds:
            return "VERB", _FORMS[Form.INFINITIVE]
        plain = Form.INFINITIVE not in kinds or Form.FINITE in kinds
        described = last == "ADJ" and before is not None and before.norm in self.rules.adjectives
        if (last in ("DET", "NUM") or described) and plain:
            return "NOUN", ""
        linked = before is not None and before.norm in self.links  # "según informó la policía"
        if last == "ADP" and not linked and not kinds & {Form.INFINITIVE, Form.GERUND}:
            return "NOUN", ""
        near = [d for d in done[-_AUXILIARY:] if d.pos in ("AUX", "NOUN", "PROPN", "PUNCT")]
        helped = bool(near) and near[-1].pos == "AUX"
        form = next(form for form in (_HELPED if helped else _ALONE) if form in kinds)
        if form is Form.INFINITIVE and not helped and self.rules.infinitive_after and last in _SUBJECTS:
            form = Form.FINITE  # "they say", "sie sagen": written like the infinitive
        return "VERB", _FORMS[form]

    def _open(self, norm: str, done: list[Draft], follower: str, capital: bool) -> tuple[str, str]:
        """The class of a word in no list; ``capital``: the next word has one."""
        rules = self.rules
        before = done[-1] if done else None
        last = before.pos if before is not None else ""
        if before is not None and before.norm in rules.infinitive_after and norm not in rules.nouns:
            return "VERB", "VerbForm=Inf"
        if self._ends(norm, rules.adverb_endings):
            return "ADV", ""
        if norm in rules.nouns or last == "DET":
            return ("ADJ" if rules.capital_nouns else "NOUN"), ""
        if rules.infinitive_inside and any(0 < norm.find(x, 2) < len(norm) - 4 for x in rules.infinitive_inside):
            return "VERB", "VerbForm=Inf"
        if norm in rules.infinitives or self._ends(norm, rules.infinitive_endings):
            return "VERB", "VerbForm=Inf"
        if self._ends(norm, rules.gerund_endings):
            return "VERB", "VerbForm=Ger"
        described = rules.capital_nouns and capital and self._ends(norm, rules.adjective_endings)
        if last not in ("ADP", "NUM") and not described and self._ends(norm, rules.finite_endings):
            return "VERB", FINITE
        free = rules.capital_nouns or follower not in rules.prepositions
        named = last in ("PROPN", "PRON") or (last == "NOUN" and free)
        if named and self._ends(norm, rules.finite_after_noun):
            return "VERB", FINITE
        if norm in rules.participles or self._ends(norm, rules.participle_endings):
            helped = any(d.pos == "AUX" for d in done[-3:])
            return ("VERB", "VerbForm=Part") if helped else ("ADJ", "")
        if rules.capital_nouns:  # no noun is written small: it goes with what follows, or with the verb
            return ("ADJ" if described or last in ("", "DET", "ADJ", "ADP", "NUM") else "ADV"), ""
        if self._ends(norm, rules.adjective_endings):
            return "ADJ", ""
        return (rules.after_noun if last in ("NOUN", "PROPN") else "NOUN"), ""

    @staticmethod
    def _ends(norm: str, endings: tuple[str, ...]) -> bool:
        return bool(endings) and len(norm) >= _SHORTEST and norm.endswith(endings)
