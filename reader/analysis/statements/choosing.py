"""Which of a cue's possible statements it makes: with what follows it, or with what stands before or around it."""

from __future__ import annotations

from reader.analysis.statements.cues import Cue
from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.incises import incise
from reader.analysis.statements.light_sources import OMITTED
from reader.analysis.statements.reporting import report
from reader.analysis.statements.scene import Scene

_WEAK = {"object", "phrase", "clause", "question", "quotation", "cue alone", "infinitive"}


def choose(scene: Scene, cue: Cue) -> Draft | None:
    """The statement of a cue, or None where it reports nothing."""
    if not scene.running(scene.sentence(cue.verb)):
        return None
    forward = report(scene, cue)
    if forward is not None and _own_voice(scene, forward):
        return None
    around = incise(scene, cue) if forward is None or forward.rule in _WEAK or forward.rule.startswith("que") else None
    if around is not None and (forward is None or (around.direct and forward.rule in _WEAK)):
        return around
    if forward is None:
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


def _own_voice(scene: Scene, draft: Draft) -> bool:
    """True where the writer speaks: a first person outside quotation marks."""
    span = draft.source.span
    if span is None or scene.quote_at(span[0]) is not None:
        return False
    return scene.parsed.normal[span[0] : span[1]].lower().strip() in scene.rules.first_persons
