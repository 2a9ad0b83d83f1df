"""A cue with its target and what the target is charged with, urged to do, warned of; passives too."""

from __future__ import annotations

from reader.analysis.statements.clauses import clause_start
from reader.analysis.statements.contents import content_end, span_of
from reader.analysis.statements.cues import Cue
from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.frames import draft_of, infinitive_at, opening, opens_about, opens_infinitive
from reader.analysis.statements.phrases import phrase_after
from reader.analysis.statements.quoted_reports import naming
from reader.analysis.statements.scene import Scene
from reader.analysis.statements.sources import Source, agent_of, subject_of
from reader.analysis.statements.speakers import can_speak
from reader.domain.span import Span
from reader.languages.cue_lexicon import Sense
from reader.languages.cue_rules import Frame

HEARSAY = "passive+infinitive"  # "are said to have agreed"
_FAR = 30


def aimed_at(scene: Scene, cue: Cue, end: int) -> Draft | None:
    """Object as target, then an infinitive or a phrase with the verb's preposition."""
    for sense in cue.senses:
        group = sense.group
        if group.target not in ("object", "to") or not {Frame.INFINITIVE, Frame.ABOUT, Frame.QUESTION} & set(
            group.frames
        ):
            continue
        at = opening(scene, cue, end)
        aimed: list[Span] = []
        if cue.reciprocal or cue.reflexive or group.reciprocal:
            at = scene.begins(at, scene.rules.reciprocals) or at
        elif at < end and (
            _addressed(scene, sense, at, end)
            or not (opens_about(scene, sense, at) or opens_infinitive(scene, sense, at, end))
        ):
            if group.target == "to":
                if scene.tokens[at].norm not in scene.rules.addressees:
                    continue
                at += 1
            phrase = phrase_after(scene, at, end)
            if phrase is None or any(t.norm in group.never_objects for t in scene.parsed.tokens_in(phrase[0])[:4]):
                continue
            first = at
            inside = _charge_inside(scene, cue, sense, first, phrase[1], end)
            past = scene.skip_adverbs(_past_parenthesis(scene, phrase[1], end), end)
            past = _past_complement(scene, sense, past, end)
            if past + 1 < end and scene.tokens[past].norm == "," and opens_about(scene, sense, past + 1):
                past += 1  # "blames the lawyer, Ann Lee, for …"
            at = past if inside is None else inside
            shorter = scene.trimmed(scene.tokens[first].start, scene.tokens[min(at, phrase[1]) - 1].end)
            aimed = [shorter or phrase[0]]
        else:
            aimed = _clitic_target(scene, cue)
            if not aimed and group.target == "object" and not group.objectless:
                continue
        while at > cue.after and scene.tokens[at - 1].norm in scene.rules.negations:
            at -= 1
        first_word = at
        if at < end and scene.tokens[at].norm in ('"', "«"):
            first_word = at + 1
        if first_word < end and scene.tokens[first_word].norm in scene.rules.negations:
            first_word = scene.skip_adverbs(first_word, end)
        infinitive = opens_infinitive(scene, sense, first_word, end)
        if first_word >= end or not (infinitive or opens_about(scene, sense, first_word)):
            continue
        after = content_end(scene, cue, at, end, clause=infinitive)
        rule = "target+infinitive" if infinitive else "target+phrase"
        draft = draft_of(scene, cue, sense, span_of(scene, at, after), rule, 0.9)
        if draft:
            draft.aimed = aimed
            draft.everyone = cue.reciprocal or group.reciprocal
            return draft
    return None


def _addressed(scene: Scene, sense: Sense, at: int, end: int) -> bool:
    """True where a preposition that may open the content opens whom it is aimed at ("instó a Israel a abrir …")."""
    if sense.group.target != "to" or scene.tokens[at].norm not in scene.rules.addressees:
        return False
    phrase = phrase_after(scene, at + 1, end) if at + 1 < end and not infinitive_at(scene, at, end) else None
    if phrase is None:
        return False
    after = scene.skip_adverbs(phrase[1], end)
    return opens_about(scene, sense, after) or opens_infinitive(scene, sense, after, end)


def _charge_inside(scene: Scene, cue: Cue, sense: Sense, first: int, after: int, end: int) -> int | None:
    """Where the content begins inside what looked like one noun phrase ("le Rwanda de pillage"), or None."""
    charged = next(
        (k for k in range(first + 1, min(end, first + _FAR)) if opens_infinitive(scene, sense, k, end)), None
    )
    if (
        charged is not None
        and _charged(scene, cue, charged)
        and not any(scene.finite(k) for k in range(first, charged))
    ):
        return charged - (scene.tokens[charged - 1].norm in ('"', "«"))
    openings = [
        k
        for k in range(first + 1, after)
        if opens_about(scene, sense, k)
        and scene.tokens[k - 1].norm not in (*scene.rules.determiners, *scene.rules.noun_links)
    ]
    for k in openings:
        if opens_infinitive(scene, sense, k, end) or scene.tokens[scene.tokens[k].head].head == cue.verb:
            return k
    if after < end and (opens_about(scene, sense, after) or opens_infinitive(scene, sense, after, end)):
        return None
    bare = [k for k in openings if k + 1 < end and scene.tokens[k + 1].pos in ("NOUN", "ADJ", "")]
    return next(iter(bare or openings), None)


def _charged(scene: Scene, cue: Cue, at: int) -> bool:
    """True where, by the tree, an infinitive is the cue's own ("accuse … de laisser faire")."""
    marker = scene.tokens[at]
    verb = scene.tokens[marker.head]
    return marker.dep == "mark" and verb.head == cue.verb and verb.i > at


def _past_parenthesis(scene: Scene, at: int, end: int) -> int:
    if at < end and scene.tokens[at].norm == ",":
        for k in range(at + 1, min(end, at + 16)):
            if scene.tokens[k].norm == ",":
                return k + 1
    return at


def _past_complement(scene: Scene, sense: Sense, at: int, end: int) -> int:
    """The index after what describes those who are asked ("anyone with information to call"), before an infinitive."""
    if at >= end or scene.tokens[at].pos != "ADP" or opens_about(scene, sense, at):
        return at
    phrase = phrase_after(scene, at + 1, end) if not opens_infinitive(scene, sense, at, end) else None
    after = scene.skip_adverbs(phrase[1], end) if phrase is not None else at
    return after if opens_infinitive(scene, sense, after, end) else at


def _clitic_target(scene: Scene, cue: Cue) -> list[Span]:
    """The pronoun before the verb group that stands for the target ("l'a accusé")."""
    for k in range(cue.first, cue.verb):
        token = scene.tokens[k]
        if token.norm in scene.rules.clitics and token.norm not in scene.rules.negations and token.pos in ("PRON", ""):
            return [token.span]
    return []


def _named_by(scene: Scene, cue: Cue, agent: int, speaker: Span, end: int) -> Draft | None:
    """ "Described by X as “…”", "dismissed as “…” by X"."""
    if any(scene.word(k) for k in range(cue.after, agent)):
        return naming(scene, cue, agent, cue.after)
    return naming(scene, cue, end, scene.first_at(speaker[1]))


def _impersonal(scene: Scene, cue: Cue) -> bool:
    """True where the passive's subject only stands for what is said ("it was claimed he had left")."""
    before = scene.tokens[max(scene.sentence(cue.verb).first, cue.first - 3) : cue.first]
    hearer = any(s.group.hearer for s in cue.senses)
    return hearer or any(t.norm in scene.rules.impersonal_subjects for t in before)


def _doing(scene: Scene, at: int, end: int) -> bool:
    """True where a verb without a subject follows a preposition ("of misleading", "d'avoir menti")."""
    return at < end and scene.tokens[at].pos in ("VERB", "AUX") and not scene.finite(at)


def _charge_after_agent(scene: Scene, sense: Sense, agent: int, end: int) -> int | None:
    """Where the charge begins that looked like part of its agent ("accused by former staff of bullying"), or None."""
    phrase = phrase_after(scene, agent + 1, end) if sense.group.act == "accuse" else None
    if phrase is None:
        return None
    openings = [k for k in range(agent + 2, phrase[1]) if opens_about(scene, sense, k)]
    bare = [k for k in openings if k + 1 < end and scene.tokens[k + 1].pos in ("NOUN", "VERB", "ADJ")]
    return bare[-1] if bare else None


def passive(scene: Scene, cue: Cue, end: int) -> Draft | None:
    """ "Il a été annoncé que", "X was accused of": the subject is the target or stands for the content."""
    agent = agent_of(scene, cue, end)
    source = agent[0] if agent else Source(None, "passive", -1, 0.7)
    subject = subject_of(scene, cue)
    for sense in cue.senses:
        group = sense.group
        found = clause_start(scene, cue, end) if Frame.CLAUSE in group.frames else None
        start = opening(scene, cue, end)
        to_do = start < end and scene.tokens[start].norm in scene.rules.infinitive_markers
        if Frame.HEARSAY in group.frames and to_do and infinitive_at(scene, start, end):
            after = content_end(scene, cue, start, end, clause=True)
            draft = draft_of(scene, cue, sense, span_of(scene, start, after), HEARSAY, 0.7)
            if draft:
                draft.source = source
                return draft
        if found is not None and found[1] == "clause" and not _impersonal(scene, cue):
            found = None
        if found is not None and not (to_do and infinitive_at(scene, start, end)):
            after = content_end(scene, cue, found[0], end, clause=True)
            draft = draft_of(scene, cue, sense, span_of(scene, found[0], after), "passive+que", 0.8)
            if draft:
                draft.source = source
                return draft
        if Frame.NAMING in group.frames and agent is not None and source.span is not None:
            named = _named_by(scene, cue, agent[1], source.span, end)
            if named:
                named.source = source
                return named
        mute = agent is not None and group.act != "accuse" and not can_speak(scene, agent[0])
        if group.target != "object" or subject.span is None or mute:
            continue
        charge = _charge_after_agent(scene, sense, agent[1], end) if agent is not None else None
        for at in range(cue.after, min(end, cue.after + 14)):
            governed = scene.tokens[scene.tokens[at].head].head == cue.verb or at == scene.skip_adverbs(cue.after, end)
            governed = governed or (agent is not None and at > agent[1] + 1 and _doing(scene, at + 1, end))
            about = opens_about(scene, sense, at) and governed and not (agent and at == agent[1])
            about = about or at == charge
            if opens_infinitive(scene, sense, at, end) or about:
                after = content_end(scene, cue, at, end, clause=False)
                draft = draft_of(scene, cue, sense, span_of(scene, at, after), "passive", 0.75)
                if draft and (agent is not None or group.act == "accuse"):
                    if source.span and source.span[0] < scene.tokens[at].start < source.span[1]:
                        clipped = scene.trimmed(source.span[0], scene.tokens[at].start)
                        source = source._replace(span=clipped)
                    draft.source, draft.aimed = source, [subject.span]
                    return draft
                break
    return None
