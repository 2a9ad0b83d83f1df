"""Who speaks: the subject, agent, governor or antecedent of a cue, by the tree and by what stands near it."""

from __future__ import annotations

from typing import NamedTuple

from reader.analysis.statements.circumstances import past_aside, past_circumstances
from reader.analysis.statements.cues import Cue
from reader.analysis.statements.inversions import disagrees, inside_inversion, inverted_pronoun, without_when
from reader.analysis.statements.light_sources import light_subject
from reader.analysis.statements.nearest import named_before, somebody_before
from reader.analysis.statements.phrases import phrase_after, phrase_before, tree_phrase
from reader.analysis.statements.scene import Scene
from reader.analysis.statements.speakers import is_somebody
from reader.analysis.statements.subject_spans import (
    SUBJECT,
    joined,
    main_subject,
    untimed,
    whole_subject,
    with_apposition,
)
from reader.domain.analysis import Level
from reader.domain.span import Span
from reader.languages.cue_lexicon import Form

_DEEPEST = 6
_BEFORE = 30
_ABOUT_DOCUMENTS = {"accuse", "criticise", "deny", "decline", "praise"}


class Source(NamedTuple):
    """A source phrase: its span, the rule that found it, the index of its first token, how sure it is."""

    span: Span | None
    rule: str
    first: int
    certainty: float


NO_SOURCE = Source(None, "no source", -1, 0.6)


def subject_of(scene: Scene, cue: Cue) -> Source:
    """The source of a cue whose speaker is its subject."""
    if scene.parsed.level is Level.LIGHT and scene.tokens[cue.verb].pos:
        return _by_surface(scene, cue)
    head = _subject_token(scene, cue.verb)
    if head is not None:
        found = _from_subject(scene, cue, head)
        if found is not None:
            return found
    if cue.form is Form.GERUND and (quoted := _quoted_as(scene, cue)) is not None:
        return quoted
    if cue.form is Form.GERUND and (said := _incise_speaker(scene, cue)) is not None:
        return said
    if cue.form is Form.GERUND or (scene.tokens[cue.verb].dep in ("acl", "acl:relcl", "advcl") and head is None):
        own = None if cue.form is Form.GERUND else _own_subject(scene, cue)
        found = own or _governor(scene, cue)
        if found is not None:
            return found
    if cue.form is Form.GERUND and (opened := main_subject(scene, cue)) is not None:
        return Source(opened, "participle", scene.first_at(opened[0]), 0.75)
    sentence = scene.sentence(cue.verb)
    before = phrase_before(scene, cue.first, sentence.first)
    if before is not None and not any(scene.nominal(k) or not scene.tokens[k].pos for k in range(*before)):
        opened = main_subject(scene, cue)  # "Après avoir soutenu que …, X admet"
        return Source(opened, "participle", scene.first_at(opened[0]), 0.75) if opened is not None else NO_SOURCE
    if before is not None:
        first, after = before
        if (
            scene.tokens[first].norm in scene.rules.relatives
            and first > sentence.first
            and scene.tokens[first].pos == "PRON"
        ):
            antecedent = phrase_before(scene, first, sentence.first)
            if antecedent is not None:
                first, after = antecedent
        span = scene.trimmed(scene.tokens[first].start, scene.tokens[after - 1].end)
        if span is not None:
            return Source(span, "words before", first, 0.6)
    return NO_SOURCE


def _by_surface(scene: Scene, cue: Cue) -> Source:
    found = light_subject(scene, cue)
    return Source(*found) if found is not None else NO_SOURCE


def inverted_subject(scene: Scene, cue: Cue, end: int) -> tuple[Source, int] | None:
    """The source that follows its cue ("a déclaré X", "said X"), with the index after it."""
    at = scene.skip_adverbs(cue.after, end)
    if at < end and scene.tokens[at].norm == ",":
        past = scene.skip_adverbs(at + 1, end)
        closed = past > at + 1 and past < end and scene.tokens[past].norm == ","
        at = past + 1 if closed else past_aside(scene, at, end)
    inside = inside_inversion(scene, cue)
    if inside is not None:
        return Source(inside, "inversion", cue.first, 0.95), cue.after
    if cue.inner is not None and cue.first + 1 == cue.inner[0]:
        first = scene.skip_adverbs(*cue.inner)
        within = phrase_after(scene, first, cue.inner[1])
        if within is not None and scene.skip_adverbs(within[1], cue.inner[1]) >= cue.inner[1]:
            return Source(within[0], "inversion", first, 0.9), cue.after  # "hatte der Besitzer gesagt"
    if at >= end:
        return None
    at = past_circumstances(scene, at, end)
    phrase = phrase_after(scene, at, end)
    if phrase is None or disagrees(scene, cue, at):
        return None
    span = without_when(scene, at, phrase[1]) or phrase[0]
    return Source(span, "inversion", at, 0.9), phrase[1]


def _quoted_as(scene: Scene, cue: Cue) -> Source | None:
    """Whom a medium relays ("quoted the governor as saying")."""
    start = scene.sentence(cue.verb).first
    if cue.first - 1 <= start or scene.tokens[cue.first - 1].norm not in scene.rules.links:
        return None
    before = phrase_before(scene, cue.first - 1, start)
    if before is None or before[0] - 1 not in scene.by_verb or scene.by_verb[before[0] - 1].passive:
        return None
    return Source((scene.tokens[before[0]].start, scene.tokens[before[1] - 1].end), "participle", before[0], 0.85)


def _incise_speaker(scene: Scene, cue: Cue) -> Source | None:
    """Who speaks in the reporting clause right before a participle ("…, a dit X, ajoutant que …")."""
    start = max(scene.sentence(cue.verb).first, cue.first - _BEFORE)
    for k in range(cue.first - 1, start, -1):
        if scene.finite(k) and k not in scene.by_verb and k + 1 not in scene.by_verb:
            return None
        other = scene.by_verb.get(k)
        if other is None:
            continue
        if any(s.group.hearer for s in other.senses) and not other.passive and other.form is not Form.GERUND:
            return subject_of(scene, other)._replace(rule="participle", certainty=0.8)
        if other.passive or other.form is Form.GERUND or other.first <= start or scene.word(other.first - 1):
            return None
        inverted = inverted_subject(scene, other, cue.first)
        return inverted[0]._replace(rule="participle", certainty=0.8) if inverted is not None else None
    return None


def agent_of(scene: Scene, cue: Cue, end: int) -> tuple[Source, int] | None:
    """The agent of a passive cue ("par X", "by X"), with the index of its preposition."""
    for child in scene.parsed.children[cue.verb]:
        if scene.tokens[child].dep == "obl:agent" and child > cue.verb:
            first = min([child, *(c for c in scene.parsed.children[child] if scene.tokens[c].dep == "case")])
            return Source(tree_phrase(scene, child, first, end), "agent", first, 0.85), first
    at = scene.skip_adverbs(cue.after, end)
    if at < end and scene.tokens[at].norm in scene.rules.agents:
        phrase = phrase_after(scene, at + 1, end)
        if phrase is not None:
            return Source(phrase[0], "agent", at, 0.7), at
    return None


def _subject_token(scene: Scene, verb: int) -> int | None:
    tokens = scene.tokens
    at = verb
    for _ in range(_DEEPEST):
        for child in scene.parsed.children[at]:
            if tokens[child].dep in SUBJECT:
                return child
        token = tokens[at]
        if token.head == at:
            return None
        if token.dep in ("conj", "xcomp", "aux", "aux:tense", "aux:pass", "cop", "fixed"):
            at = token.head
            if tokens[at].pos not in ("VERB", "AUX", "ADJ", "NOUN") and token.dep != "xcomp":
                return None
        else:
            return None
    return None


def _from_subject(scene: Scene, cue: Cue, head: int) -> Source | None:
    tokens, rules = scene.tokens, scene.rules
    token = tokens[head]
    if tokens[head].sentence != tokens[cue.verb].sentence:
        return None
    if token.pos == "VERB" and token.feature("VerbForm") in ("Ger", "Part"):
        fronted = _after_fronted(scene, cue, head)
        if fronted is not None:
            return fronted
    if token.pos == "NOUN" and (asked := _after_question(scene, cue, head)) is not None:
        return asked
    if token.norm in rules.relatives and token.pos in ("PRON", "DET", "SCONJ"):
        antecedent = _between(scene, head, cue.first) or _antecedent(scene, cue.verb, head)
        if antecedent is None:
            return None
        return antecedent
    if head < cue.first:
        span = whole_subject(scene, cue, tree_phrase(scene, head, scene.sentence(head).first, cue.first))
        span = untimed(scene, span)
        span = joined(scene, cue, head, span)
        far = head < cue.first - 1 and tokens[head].head != cue.verb
        nearer = _own_subject(scene, cue) if far else None
        if nearer is not None:
            return nearer
        return Source(span, "shared subject" if far else "subject", scene.first_at(span[0]), 0.75 if far else 0.95)
    if head >= cue.after:
        phrase = phrase_after(
            scene, scene.skip_adverbs(cue.after, scene.sentence(head).last), scene.sentence(head).last
        )
        if phrase is not None and phrase[0][0] <= token.start:
            return Source(phrase[0], "inversion", scene.first_at(phrase[0][0]), 0.85)
        return None
    inside = inside_inversion(scene, cue)
    if inside is not None:
        return Source(inside, "inversion", cue.first, 0.9)
    return Source(token.span, "subject", head, 0.8)


def governing_subject(scene: Scene, cue: Cue) -> Source:
    """The subject before a cue of the verb that the cue hangs on; none where there is no such subject."""
    head = scene.tokens[cue.verb].head
    subject = _subject_token(scene, head) if head != cue.verb else None
    if subject is None or subject >= cue.first:
        return NO_SOURCE
    return Source(tree_phrase(scene, subject, scene.sentence(subject).first, cue.first), "shared subject", subject, 0.7)


def _after_fronted(scene: Scene, cue: Cue, head: int) -> Source | None:
    """The subject after a participle that the tree took for it ("Writing in a blog, X, the director, urged …")."""
    comma = next((k for k in range(head, cue.first) if scene.tokens[k].norm == ","), None)
    phrase = phrase_after(scene, comma + 1, cue.first) if comma is not None and comma + 1 < cue.first else None
    return Source(phrase[0], "subject", scene.first_at(phrase[0][0]), 0.8) if phrase is not None else None


def _after_question(scene: Scene, cue: Cue, head: int) -> Source | None:
    """The subject behind a phrase that opens its sentence and that the tree took for it ("À la question de savoir si
    …, X a dit …")."""
    tokens, first = scene.tokens, scene.sentence(head).first
    if head >= cue.first or tokens[first].pos != "ADP" or head > first + 2:
        return None
    comma = next((k for k in range(cue.first - 1, head, -1) if tokens[k].norm == ","), None)
    phrase = phrase_after(scene, comma + 1, cue.first) if comma is not None else None
    if phrase is None or scene.skip_adverbs(phrase[1], cue.first) != cue.first:
        return None
    return Source(phrase[0], "subject", scene.first_at(phrase[0][0]), 0.8)


def _own_subject(scene: Scene, cue: Cue) -> Source | None:
    """The noun phrase between a conjunction and the cue, which the tree gave to the clause before ("… and X said")."""
    before = phrase_before(scene, cue.first, scene.sentence(cue.verb).first)
    if before is None or scene.tokens[before[0] - 1].norm not in scene.rules.conjunctions:
        return None
    if scene.begins(before[0], scene.rules.adverbs) is not None or not scene.nominal(before[1] - 1):
        return None
    return Source((scene.tokens[before[0]].start, scene.tokens[before[1] - 1].end), "subject", before[0], 0.8)


def _between(scene: Scene, relative: int, cue: int) -> Source | None:
    """Who stands between a relative and the cue: not the one the relative is about ("who police say fled")."""
    phrase = phrase_after(scene, relative + 1, cue) if relative + 1 < cue else None
    if phrase is None or scene.skip_adverbs(phrase[1], cue) < cue:
        return None
    words = scene.parsed.tokens_in(phrase[0])
    if not any(t.pos in ("NOUN", "PROPN") or t.norm in scene.rules.inverted_pronouns for t in words):
        return None  # "who both said"
    return Source(phrase[0], "subject", relative + 1, 0.85)


def _antecedent(scene: Scene, verb: int, relative: int) -> Source | None:
    """The noun that a relative clause with this verb says something about."""
    tokens = scene.tokens
    at = verb
    for _ in range(_DEEPEST):
        if tokens[at].dep.startswith("acl"):
            head = tokens[at].head
            if head < relative:
                span = tree_phrase(scene, head, scene.sentence(head).first, relative)
                span = with_apposition(scene, span, relative)
                if not is_somebody(scene, tokens[head].span):
                    span = named_before(scene, head, relative) or somebody_before(scene, head) or span
                return Source(span, "relative", scene.first_at(span[0]), 0.8)
        if tokens[at].head == at:
            break
        at = tokens[at].head
    before = phrase_before(scene, relative, scene.sentence(relative).first)
    if before is None:
        return None
    first, after = before
    return Source((tokens[first].start, tokens[after - 1].end), "relative", first, 0.65)


def _governor(scene: Scene, cue: Cue) -> Source | None:
    """The subject of the verb, or the noun, that a participle or infinitive hangs on."""
    tokens = scene.tokens
    at = cue.verb
    for _ in range(_DEEPEST):
        token = tokens[at]
        if token.head == at:
            return None
        head = token.head
        if token.dep.startswith("acl") and tokens[head].pos in ("NOUN", "PROPN", "PRON") and head < cue.first:
            near = tokens[head]
            subject = _subject_above(scene, head)
            issued = near.norm in scene.rules.documents and near.dep.startswith("ob") and _issued(scene, head)
            parted = cue.first > 0 and tokens[cue.first - 1].norm == ","
            if subject is not None and subject != head and (parted or issued):
                head = subject
            elif near.i == at:
                return None
            elif subject is None and cue.first > 0 and tokens[cue.first - 1].norm == ",":
                return None  # a noun inside a parenthesis between commas
            span = tree_phrase(scene, head, scene.sentence(head).first, cue.first)
            return Source(span, "participle", scene.first_at(span[0]), 0.7)
        subject = _subject_token(scene, head)
        if subject is not None and tokens[subject].sentence == token.sentence and subject != cue.verb:
            pronoun = inverted_pronoun(scene, subject)
            if pronoun is not None:
                return Source(pronoun, "participle", subject, 0.75)
            if tokens[subject].norm in scene.rules.relatives:
                return _antecedent(scene, head, subject)
            if _reported(scene, cue, head, subject):
                above = _subject_token(scene, tokens[head].head)
                subject = subject if above is None else above
            span = tree_phrase(scene, subject, scene.sentence(subject).first, scene.sentence(subject).last)
            if span[0] < tokens[cue.first].start < span[1]:
                span = tree_phrase(scene, subject, scene.sentence(subject).first, cue.first)
            return Source(span, "participle", scene.first_at(span[0]), 0.75)
        at = head
    return None


def _issued(scene: Scene, document: int) -> bool:
    """True where a document is its sentence's subject's own ("issued a statement"), not one it speaks about."""
    tokens = scene.tokens
    if tokens[document].dep == "obj":
        verb = scene.by_verb.get(tokens[document].head)
        return verb is None or not any(s.group.act in _ABOUT_DOCUMENTS for s in verb.senses)
    cases = [c for c in scene.parsed.children[document] if tokens[c].dep == "case"]
    return not scene.rules.issued_in or any(tokens[c].norm in scene.rules.issued_in for c in cases)


def _reported(scene: Scene, cue: Cue, verb: int, subject: int) -> bool:
    """True where a participle after a comma belongs to who reports the clause before it, whose subject is a thing."""
    tokens = scene.tokens
    if cue.first < 1 or tokens[cue.first - 1].norm != "," or tokens[verb].dep != "ccomp":
        return False
    above = scene.by_verb.get(tokens[verb].head)
    if above is None or above.passive or tokens[subject].norm in scene.rules.subject_pronouns:
        return False
    return tokens[subject].pos == "NOUN" and not is_somebody(scene, tokens[subject].span)


def _subject_above(scene: Scene, noun: int) -> int | None:
    at = noun
    for _ in range(_DEEPEST):
        token = scene.tokens[at]
        if token.dep in SUBJECT:
            return at
        if token.head == at:
            return _subject_token(scene, at)
        at = token.head
        subject = _subject_token(scene, at)
        if subject is not None:
            return subject
    return None
