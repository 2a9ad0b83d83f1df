"""Cues: the verb groups of a text that may report what somebody says."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.parsed import Parsed, Token
from reader.domain.span import Span
from reader.languages.cue_lexicon import Form, Lexicon, Sense, lexicon
from reader.languages.cue_rules import CueRules, Frame

_VERBAL = ("VERB", "AUX", "")


@dataclass(frozen=True)
class Cue:
    """A verb that may report: token indices of the verb, of its group's first word and of the word after the group.

    ``passive``: the subject is not the speaker. ``carried``: an infinitive that another verb
    carries ("tenu à préciser"). ``restricted``: a que after it means "only".
    """

    verb: int
    first: int
    after: int
    senses: tuple[Sense, ...]
    form: Form
    passive: bool
    negated: bool
    restricted: bool
    conditional: bool
    reflexive: bool
    reciprocal: bool
    carried: bool
    words: Span

    def allows(self, frame: Frame) -> Sense | None:
        """The first sense that reports with this frame, or None."""
        return next((s for s in self.senses if frame in s.group.frames), None)


def find_cues(parsed: Parsed, rules: CueRules) -> tuple[Cue, ...]:
    """All cues in order of place, whether or not anything is reported with them."""
    lexical = lexicon(rules)
    found: list[Cue] = []
    taken = -1
    for token in parsed.tokens:
        if token.i > taken and token.norm in lexical.forms:
            cue = _cue(parsed, token, lexical, rules)
            if cue:
                found.append(cue)
                taken = cue.after - 1
    return tuple(found)


def _cue(parsed: Parsed, token: Token, lexical: Lexicon, rules: CueRules) -> Cue | None:
    group = _Group(parsed, token, rules)
    form = _form(token, {f for _, f in lexical.forms[token.norm]}, group)
    if form is None or not _verbal(token, form, group):
        return None
    senses: list[tuple[int, Sense]] = []
    for sense, kind in lexical.forms[token.norm]:
        after = _tail_end(parsed, token, sense, rules)
        if after is None or (kind is not form and kind not in group.possible(form)):
            continue
        if sense.group.negated and not group.negated:
            continue
        mutual = group.reflexive and (group.reciprocal or sense.group.act == "accuse")
        if sense.reflexive != group.reflexive and not mutual:
            continue
        group.reciprocal |= mutual and not sense.reflexive
        senses.append((after, sense))
    if not senses:
        return None
    after = max(end for end, _ in senses)
    kept = sorted(dict.fromkeys(s for end, s in senses if end == after), key=lambda s: not s.group.negated)
    last = parsed.tokens[after - 1]
    return Cue(
        verb=token.i,
        first=group.first,
        after=after,
        senses=tuple(kept),
        form=form,
        passive=group.passive and form is Form.PARTICIPLE and not group.reflexive,
        negated=group.negated,
        restricted=group.restricted,
        conditional=group.conditional,
        reflexive=group.reflexive,
        reciprocal=group.reciprocal,
        carried=group.carried,
        words=(parsed.tokens[group.first].start, last.end),
    )


class _Group:
    """What stands before a verb in its group: auxiliaries, clitics, negation, a verb that carries it."""

    def __init__(self, parsed: Parsed, token: Token, rules: CueRules) -> None:
        self.first = token.i
        self.auxiliary = self.passive = self.negated = self.conditional = self.reflexive = self.carried = False
        self.reciprocal = _reciprocal(parsed, token, rules)
        tokens, start = parsed.tokens, parsed.sentences[token.sentence].first
        at = token.i - 1
        near: str | None = None
        while at >= start and token.i - at <= 9:
            norm = tokens[at].norm
            carrier = self._carrier(parsed, at, start, rules)
            if carrier is not None and not self.carried:
                self.carried = True
                self.first = at = carrier
                near = None
            elif norm in rules.auxiliaries and not (tokens[at].pos in ("NOUN", "ADP")):
                self.auxiliary = True
                self.conditional |= norm in rules.conditional_auxiliaries
                near = near or norm
                self.first = at
            elif norm in rules.reflexives:
                self.reflexive = True
                self.first = at
            elif norm in rules.negations:
                self.negated = True
                self.first = at if self.first < token.i or norm in rules.clitics else self.first
            elif norm in rules.clitics and tokens[at].pos in ("PRON", "", "ADV", "DET"):
                self.first = at
            elif norm in rules.infinitive_markers and tokens[at].pos == "PART":
                pass
            elif (before := _adverb_before(parsed, at, start, rules)) is not None:
                at = before + 1
            elif not (norm in rules.subject_pronouns and at > start and tokens[at - 1].norm in rules.auxiliaries):
                break
            at -= 1
        self.cut_off = self.first > start and not any(c.isalnum() for c in tokens[self.first - 1].text)
        following = tokens[token.i + 1].norm if token.i + 1 < len(tokens) else ""
        before = tokens[token.i - 1] if token.i > start else None
        nominal = before is not None and before.pos in ("NOUN", "PROPN", "PRON")
        opens = following in (
            *rules.complementisers,
            *rules.addressees,
            *rules.infinitive_markers,
            ":",
            '"',
            "«",
            "avoir",
        )
        verbs = any(t.feature("VerbForm") == "Fin" and t.i != token.i for t in tokens[start : token.i + 2])
        # A noun or adjective to the model, yet the only word here that can be the clause's verb.
        self.misread = nominal and opens and not verbs and token.pos in ("NOUN", "ADJ", "PROPN", "ADV")
        named = token.i + 1 < len(tokens) and tokens[token.i + 1].pos in ("PROPN", "DET", "PRON")
        self.misread |= self.cut_off and named and token.pos in ("NOUN", "ADJ")
        # "Et le maire de conclure : …"
        marked = before is not None and before.norm in rules.infinitive_markers and token.i - 2 >= start
        said = following in (":", *rules.complementisers)
        self.narrated = marked and said and not verbs and tokens[token.i - 2].pos in ("NOUN", "PROPN")
        words = {t.norm for t in tokens[max(start, self.first - 1) : token.i + 3]}
        self.restricted = bool(words & set(rules.restrictions)) and not words & (
            set(rules.negations) - set(rules.restrictions)
        )
        self.passive = near in rules.passive_auxiliaries
        after = tokens[token.i + 1].norm if token.i + 1 < len(tokens) else ""
        self.negated |= after in rules.negations and not rules.optional_complementiser

    @staticmethod
    def _carrier(parsed: Parsed, at: int, start: int, rules: CueRules) -> int | None:
        """Where a carrier that ends with the token ``at`` begins, or None."""
        for phrase in rules.carriers:
            words = _split(phrase)
            first = at - len(words) + 1
            if first >= start and all(parsed.tokens[first + k].norm == w for k, w in enumerate(words)):
                return first
        return None

    def possible(self, form: Form) -> set[Form]:
        """Forms that a verb of this group may stand for."""
        if form is Form.FINITE and self.auxiliary:
            return {Form.FINITE, Form.INFINITIVE, Form.PARTICIPLE}
        return {form}


def _adverb_before(parsed: Parsed, at: int, start: int, rules: CueRules) -> int | None:
    """The index before the adverb that ends with a token, or None where none does."""
    token = parsed.tokens[at]
    for phrase in rules.adverbs:
        words = _split(phrase)
        first = at - len(words) + 1
        if first >= start and all(parsed.tokens[first + k].norm == w for k, w in enumerate(words)):
            return first - 1
    return at - 1 if token.pos == "ADV" or token.norm in rules.inverted_pronouns else None


def _split(phrase: str) -> list[str]:
    return phrase.replace("'", "' ").split()


def _form(token: Token, forms: set[Form], group: _Group) -> Form | None:
    told = token.feature("VerbForm")
    if group.narrated and Form.INFINITIVE in forms:
        return Form.INFINITIVE
    if group.carried:
        return Form.INFINITIVE if Form.INFINITIVE in forms else None
    if group.auxiliary:
        for form in (Form.PARTICIPLE, Form.INFINITIVE, Form.FINITE, Form.GERUND):
            if form in forms:
                return form
    if {Form.FINITE, Form.PARTICIPLE} <= forms and group.cut_off:
        return Form.FINITE
    if told == "Fin" and forms & {Form.FINITE, Form.INFINITIVE}:
        return Form.FINITE if Form.FINITE in forms else Form.INFINITIVE
    if told == "Part" and Form.GERUND in forms:
        return Form.GERUND
    if Form.FINITE in forms and told in (None, "Part", "Ger"):
        return Form.PARTICIPLE if Form.PARTICIPLE in forms and told == "Part" else Form.FINITE
    for form in (Form.FINITE, Form.GERUND, Form.PARTICIPLE, Form.INFINITIVE):
        if form in forms:
            return form
    return None


def _verbal(token: Token, form: Form, group: _Group) -> bool:
    if group.narrated:
        return form is Form.INFINITIVE
    if token.pos not in _VERBAL and not group.misread:
        if not (token.pos in ("ADJ", "NOUN") and group.auxiliary) or (
            token.pos == "NOUN" and form is not Form.PARTICIPLE
        ):
            return False
    if form is Form.PARTICIPLE and not group.auxiliary:
        return token.dep == "conj"
    if form is Form.INFINITIVE and not (group.carried or group.auxiliary):
        return token.feature("VerbForm") == "Fin"
    return not (form is Form.GERUND and token.dep in ("amod", "compound"))


def _tail_end(parsed: Parsed, token: Token, sense: Sense, rules: CueRules) -> int | None:
    """The index after the verb and the words its cue goes on with, adverbs between them allowed; None if they lack."""
    at = token.i + 1
    for choices in sense.tail:
        skipped = 0
        while at < len(parsed.tokens) and parsed.tokens[at].norm not in choices and skipped < 2:
            if parsed.tokens[at].norm not in rules.adverbs and parsed.tokens[at].pos != "ADV":
                return None
            at += 1
            skipped += 1
        if at >= len(parsed.tokens) or parsed.tokens[at].norm not in choices:
            return None
        if parsed.tokens[at].sentence != token.sentence:
            return None
        at += 1
    return at


def _reciprocal(parsed: Parsed, token: Token, rules: CueRules) -> bool:
    sentence = parsed.sentences[token.sentence]
    near = parsed.tokens[max(sentence.first, token.i - 3) : min(sentence.last, token.i + 6)]
    words = " " + " ".join(t.norm for t in near).replace("' ", "'") + " "
    return any(f" {phrase} " in words for phrase in rules.reciprocals)
