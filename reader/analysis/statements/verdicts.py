"""A cue with an object and what it is said to be: "juge l'offre insuffisante", "qualifie la mesure d'absurde"."""

from __future__ import annotations

from reader.analysis.statements.contents import content_end, span_of
from reader.analysis.statements.cues import Cue
from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.frames import draft_of, opening
from reader.analysis.statements.phrases import phrase_after
from reader.analysis.statements.scene import Scene
from reader.analysis.statements.sources import subject_of
from reader.analysis.statements.speakers import can_speak
from reader.languages.cue_rules import Frame


def verdict(scene: Scene, cue: Cue, end: int) -> Draft | None:
    """The judgement of a cue, its adjective before, inside or after the object; None where there is no adjective."""
    sense = cue.allows(Frame.VERDICT)
    start = opening(scene, cue, end)
    if sense is None or start >= end or cue.carried or scene.quote_at(scene.tokens[start].start) is not None:
        return None
    first = _judged_first(scene, start, end) or _called_first(scene, start, end)
    if not (first or _judged_after(scene, start, end)) or not can_speak(scene, subject_of(scene, cue)):
        return None
    after = content_end(scene, cue, start, end, clause=first)
    return draft_of(scene, cue, sense, span_of(scene, start, after), "verdict", 0.85)


def _judged_first(scene: Scene, at: int, end: int) -> bool:
    """True for "juge nécessaire de …", "estime inacceptable que …", "juge intenable la situation"."""
    if scene.tokens[at].pos != "ADJ" and not _judging(scene, at):
        return False
    follower = scene.skip_adverbs(at + 1, end)
    opens = (*scene.rules.infinitive_markers, *scene.rules.complementisers)
    return follower < end and (scene.tokens[follower].norm in opens or scene.tokens[follower].pos == "DET")


def _called_first(scene: Scene, at: int, end: int) -> bool:
    """True for "qualifie de ragots ces informations": what a thing is called before the thing."""
    if scene.tokens[at].norm not in scene.rules.naming_links or at + 2 >= end or scene.tokens[at + 1].pos == "DET":
        return False
    called = phrase_after(scene, at + 1, end)
    return called is not None and called[1] < end and scene.tokens[called[1]].pos == "DET"


def _judged_after(scene: Scene, at: int, end: int) -> bool:
    """True where an adjective that judges ends the object, or stands right after it, adverbs between them allowed."""
    phrase = phrase_after(scene, at, end)
    if phrase is None or phrase[1] - at < 2:
        return False
    past = scene.skip_adverbs(phrase[1], end)
    if past < end and past > phrase[1] and scene.tokens[past].pos in ("ADJ", "VERB") and not scene.finite(past):
        return scene.tokens[past].feature("VerbForm") != "Inf"
    return any(_judging(scene, k) and scene.tokens[k - 1].pos != "DET" for k in (phrase[1] - 1, past) if k < end)


def _judging(scene: Scene, at: int) -> bool:
    token = scene.tokens[at]
    return (
        token.pos in ("ADJ", "VERB", "NOUN")
        and not scene.finite(at)
        and token.norm.endswith(scene.rules.verdict_endings)
    )
