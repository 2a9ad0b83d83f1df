"""Cues: the verb groups of a text that may report what somebody says."""

from __future__ import annotations

from dataclasses import dataclass

from reader.analysis.statements.cue_groups import Group
from reader.analysis.text.parsed import Parsed, Token
from reader.domain.span import Span
from reader.languages.cue_lexicon import Form, Lexicon, Sense, lexicon
from reader.languages.cue_rules import CueRules, Frame

_BRACKET = 30
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
    inner: tuple[int, int] | None = None  # tokens between the halves of a verb bracket

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
    group = Group(parsed, token, rules)
    form = _form(token, {f for _, f in lexical.forms[token.norm]}, group)
    if form is None or group.unsaid or not _verbal(token, form, group):
        return None
    senses: list[tuple[int, Sense]] = []
    particle = -1
    for sense, kind in lexical.forms[token.norm]:
        after = _tail_end(parsed, token, sense, rules)
        if sense.particle and kind is Form.FINITE and after is not None:
            after = _particle(parsed, token, sense.particle, rules)
            particle = -1 if after is None else after
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
    inner = group.bracket
    if any(s.particle for s in kept) and after == particle:
        inner = (token.i + 1, particle) if particle > token.i + 1 else None
        after = particle + 1 if inner is None else token.i + 1
    elif group.trailing is not None:
        after = group.trailing + 1
    last = parsed.tokens[after - 1]
    if after - token.i > 1 and last.pos == "ADP" and last.dep != "compound:prt":
        last = parsed.tokens[after - 2]
    return Cue(
        verb=token.i,
        first=group.first,
        after=after,
        senses=tuple(kept),
        form=form,
        passive=(group.passive or group.reduced) and form is Form.PARTICIPLE and not group.reflexive,
        negated=group.negated,
        restricted=group.restricted,
        conditional=group.conditional,
        reflexive=group.reflexive,
        reciprocal=group.reciprocal,
        carried=group.carried,
        words=(parsed.tokens[token.i if group.bracket else group.first].start, last.end),
        inner=inner,
    )


def _particle(parsed: Parsed, token: Token, particle: str, rules: CueRules) -> int | None:
    """The index of the prefix that ends the clause of a verb, or None where it does not."""
    last = parsed.sentences[token.sentence].last
    for k in range(token.i + 1, min(last, token.i + _BRACKET)):
        following = parsed.tokens[k + 1].norm if k + 1 < last else "."
        if parsed.tokens[k].norm == particle and (not following[:1].isalnum() or following in rules.conjunctions):
            return k
        if parsed.tokens[k].norm in (",", ";", ":", '"'):
            return None
    return None


def _form(token: Token, forms: set[Form], group: Group) -> Form | None:
    told = token.feature("VerbForm")
    if group.narrated and Form.INFINITIVE in forms:
        return Form.INFINITIVE
    if group.carried:
        return Form.INFINITIVE if Form.INFINITIVE in forms else None
    if group.auxiliary:
        for form in (Form.PARTICIPLE, Form.INFINITIVE, Form.FINITE, Form.GERUND):
            if form in forms:
                return form
    if {Form.FINITE, Form.PARTICIPLE} <= forms and group.cut_off and not group.reduced:
        return Form.FINITE
    if Form.FINITE in forms and told == "Part" and group.governs and not group.auxiliary:
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


def _verbal(token: Token, form: Form, group: Group) -> bool:
    if group.narrated:
        return form is Form.INFINITIVE
    participle = group.auxiliary and (token.pos == "ADJ" or (token.pos == "NOUN" and form is Form.PARTICIPLE))
    if token.pos not in _VERBAL and not group.misread and not participle:
        return False
    if form is Form.FINITE and group.after_determiner:
        return False
    if token.dep == "amod" and form is not Form.GERUND and not (group.misread or group.auxiliary or group.opens):
        return False
    unsure = not (group.auxiliary or group.cut_off or group.opens or group.only_verb)
    if form is Form.FINITE and token.dep == "acl" and unsure:
        return False
    if form is Form.PARTICIPLE and not group.auxiliary:
        return group.joined or group.reduced
    if form is Form.INFINITIVE and not (group.carried or group.auxiliary):
        return token.feature("VerbForm") == "Fin" or group.misread
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
