"""Which of a cue's possible statements it makes: with what follows it, or with what stands before or around it."""

from __future__ import annotations

from reader.analysis.statements.cues import Cue
from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.incises import incise
from reader.analysis.statements.light_sources import OMITTED
from reader.analysis.statements.open_questions import left_open, was_asked
from reader.analysis.statements.reporting import report
from reader.analysis.statements.scene import Scene
from reader.analysis.statements.sources import NO_SOURCE
from reader.analysis.statements.subject_spans import own_words, parenthetic
from reader.domain.span import contains

_UNSAID = {"urge", "ask", "offer", "demand", "promise", "threaten"}
_WEAK = {"object", "phrase", "clause", "question", "quotation", "cue alone", "infinitive"}


def choose(scene: Scene, cue: Cue) -> Draft | None:
    """The statement of a cue, or None where it reports nothing."""
    draft = _chosen(scene, cue)
    if draft is None or draft.source.span is None:
        return draft
    speaker = parenthetic(scene, cue, own_words(scene, draft.source.span))
    draft.source = draft.source._replace(span=speaker)
    words = [t.norm for t in scene.parsed.tokens_in(speaker)]
    if len(words) == 1 and words[0] in scene.rules.impersonal_subjects and words[0] not in scene.rules.subject_pronouns:
        return None  # "C'est ainsi que …"
    group = draft.sense.group if draft.sense is not None else None
    if group is not None and group.subjects and not set(words) & set(group.subjects):
        return None
    if group is not None and set(words[:3]) & set(group.never_subjects):
        return None
    silent = group is not None and group.act == "decline"
    if not silent and scene.begins(scene.first_at(speaker[0]), scene.rules.nobody) is not None:
        return None
    if group is not None and group.act in _UNSAID and draft.cue is not None and draft.cue.negated:
        return None  # "did not ask for help"
    if group is not None and group.hearing:
        draft.source = NO_SOURCE
    return draft


def _chosen(scene: Scene, cue: Cue) -> Draft | None:
    if not scene.running(scene.sentence(cue.verb)) or left_open(scene, cue) or was_asked(scene, cue):
        return None
    forward = report(scene, cue)
    if forward is not None and _own_voice(scene, forward):
        return None
    if forward is not None and _from_quotation(scene, cue, forward):
        forward = None
    around = incise(scene, cue) if forward is None or forward.rule in _WEAK or forward.rule.startswith("que") else None
    if around is not None and (forward is None or (around.direct and forward.rule in _WEAK)):
        return around
    if forward is None:
        return around
    if around is not None and forward.rule == "quotation" and _splits(scene, around, forward):
        return around
    if (
        forward.rule == "object"
        and forward.source.rule != "subject"
        and around is not None
        and around.source.rule == "inversion"
    ):
        return around
    if forward.source.span is None and not cue.passive and forward.source.rule != OMITTED:
        return around
    return forward


def _splits(scene: Scene, around: Draft, forward: Draft) -> bool:
    """True where a cue cuts a clause in two whose rest is quoted (“It was, he said, ‘a bad day’”)."""
    if len(around.content) < 2 or around.content[-1] != forward.content[0]:
        return False
    before = scene.first_at(forward.content[0][0]) - 1
    if scene.tokens[before].norm == ":" and around.source.rule != "inversion":
        return False  # the colon announces a quotation of its own
    words = scene.parsed.tokens_in(around.content[0])
    said = any(t.i in scene.by_verb for t in words)
    return not said and words[0].pos not in ("ADV", "ADP", "SCONJ", "CCONJ")


def _from_quotation(scene: Scene, cue: Cue, draft: Draft) -> bool:
    """True where a source stands inside a quoted sentence that ends before the cue ("« Il manque … », accuse X")."""
    span = draft.source.span
    quote = scene.quote_at(span[0]) if span is not None else None
    if span is None or quote is None or not contains(quote.inner, span) or quote.span[1] > cue.words[0]:
        return False
    if scene.tokens[cue.first - 1].norm in scene.rules.conjunctions:
        return False  # the quoted one's speaker goes on
    return any(scene.finite(t.i) for t in scene.parsed.tokens_in(quote.inner))


def _own_voice(scene: Scene, draft: Draft) -> bool:
    """True where the writer speaks: a first person outside quotation marks."""
    span = draft.source.span
    if span is None or scene.quote_at(span[0]) is not None:
        return False
    return scene.first_person(span)
