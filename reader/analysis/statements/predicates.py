"""What somebody or something is called without quotation marks, and what a passive's agent says of its subject."""

from __future__ import annotations

from reader.analysis.statements.contents import content_end, span_of
from reader.analysis.statements.cues import Cue
from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.frames import draft_of, opens_clause
from reader.analysis.statements.phrases import phrase_after
from reader.analysis.statements.scene import Scene
from reader.analysis.statements.sources import agent_of, subject_of
from reader.analysis.statements.speakers import can_speak, is_somebody
from reader.languages.cue_lexicon import Sense
from reader.languages.cue_rules import Frame


def predicate(scene: Scene, cue: Cue, end: int) -> Draft | None:
    """ "Called the ruling a disgrace", "described the deal as a breakthrough": the object and what it is said to be."""
    sense = cue.allows(Frame.PREDICATE)
    start = scene.skip_adverbs(cue.after, end)
    phrase = phrase_after(scene, start, end) if sense is not None and start < end else None
    if sense is None or phrase is None or cue.carried or not can_speak(scene, subject_of(scene, cue)):
        return None
    at = scene.skip_adverbs(phrase[1], end)
    if at < end and scene.tokens[at].pos == "VERB" and is_somebody(scene, phrase[0]):
        return None  # "called the police shouting"
    if phrase[1] - 2 > start and scene.tokens[phrase[1] - 1].pos == "ADJ" and scene.nominal(phrase[1] - 2):
        at = phrase[1] - 1  # "the delay unacceptable"
    if at >= end or not (_linked(scene, sense, at) if sense.group.prepositions else _bare(scene, sense, at, end)):
        return None
    after = content_end(scene, cue, at, end, clause=False)
    return draft_of(scene, cue, sense, span_of(scene, start, after), "predicate", 0.7)


def _linked(scene: Scene, sense: Sense, at: int) -> bool:
    after = scene.begins(at, sense.group.prepositions)
    return after is not None and not (scene.tokens[at].norm in scene.rules.narration and opens_clause(scene, after))


def _bare(scene: Scene, sense: Sense, at: int, end: int) -> bool:
    """True where an indefinite noun phrase or an adjective follows that judges ("a disgrace", "unacceptable")."""
    token = scene.tokens[at]
    last = at + 1 >= end or not scene.word(at + 1) or scene.tokens[at + 1].pos in ("ADP", "CCONJ", "SCONJ")
    if token.pos == "ADJ" or (token.pos == "VERB" and token.feature("VerbForm") in ("Ger", "Part")):
        return last
    phrase = phrase_after(scene, at, end) if token.feature("Definite") == "Ind" else None
    words = {t.norm for t in scene.parsed.tokens_in(phrase[0])} if phrase is not None else set()
    return bool(words) and not words & set(sense.group.never_objects)


def undergone(scene: Scene, cue: Cue, end: int) -> Draft | None:
    """ "The plan was condemned by X": the agent speaks, and of the subject."""
    sense = next((s for s in cue.senses if Frame.OBJECT in s.group.frames), None)
    agent = agent_of(scene, cue, end)
    subject = subject_of(scene, cue)
    if sense is None or agent is None or cue.first == cue.verb or subject.rule != "subject" or subject.span is None:
        return None
    words = {t.norm for t in scene.parsed.tokens_in(subject.span)}
    if words & set(sense.group.never_objects) or (sense.group.objects and not words & set(sense.group.objects)):
        return None
    if words & set(scene.rules.subject_pronouns) or not can_speak(scene, agent[0]):
        return None
    draft = draft_of(scene, cue, sense, subject.span, "passive+subject", 0.7)
    if draft is not None:
        draft.source, draft.aimed = agent[0], [subject.span]
    return draft
