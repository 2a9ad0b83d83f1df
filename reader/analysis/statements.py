"""Statements: every rule's drafts, sorted out, with speakers, targets and quantities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.cues import Cue, find_cues
from reader.analysis.drafts import Draft
from reader.analysis.incises import incise, prepositional
from reader.analysis.nested import arrange
from reader.analysis.parsed import Parsed
from reader.analysis.quoting import unclaimed
from reader.analysis.reporting import report
from reader.analysis.scene import Scene
from reader.analysis.sources import Source
from reader.analysis.targets import targets
from reader.domain.analysis import Level
from reader.domain.quantity import Quantity
from reader.domain.span import Span, contains
from reader.domain.statement import Act, Endorsement, Mode, Statement

if TYPE_CHECKING:
    from reader.analysis.actors import Cast
    from reader.languages.pack import Pack

_WEAK = {"object", "phrase", "clause", "question", "quotation", "cue alone", "infinitive"}


def find_statements(parsed: Parsed, pack: Pack, cast: Cast, quantities: tuple[Quantity, ...]) -> tuple[Statement, ...]:
    """All statements in order of place, nested ones with their parent."""
    cues = find_cues(parsed, pack.cues)
    scene = Scene(parsed, pack.cues, pack.actors, cast, cues)
    drafts = [d for cue in cues if (d := _from_cue(scene, cue)) is not None]
    drafts += prepositional(scene)
    for draft in drafts:
        if draft.sense is not None:
            draft.act = draft.sense.group.act
            draft.endorsement = draft.sense.group.endorsement
        if draft.cue is not None and draft.cue.conditional:
            draft.endorsement = "distanced"
    drafts += unclaimed(scene, drafts)
    arranged = arrange(scene, drafts)
    ids = {id(draft): f"s{n}" for n, (draft, _) in enumerate(arranged, 1)}
    return tuple(
        _statement(scene, ids[id(draft)], draft, ids.get(id(parent)) if parent else None, quantities)
        for draft, parent in arranged
    )


def _from_cue(scene: Scene, cue: Cue) -> Draft | None:
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
    if forward.source.span is None and not cue.passive:
        return around
    return forward


def _own_voice(scene: Scene, draft: Draft) -> bool:
    """True where the writer speaks: a first person outside quotation marks."""
    span = draft.source.span
    if span is None or scene.quote_at(span[0]) is not None:
        return False
    return scene.parsed.normal[span[0] : span[1]].lower().strip() in scene.rules.first_persons


def _statement(scene: Scene, id: str, draft: Draft, parent: str | None, quantities: tuple[Quantity, ...]) -> Statement:
    resolved = scene.cast.resolve(draft.source.span) if draft.source.span else None
    parties = tuple(resolved.parties) if resolved else ()
    inside = tuple(q.id for q in quantities if any(contains(span, q.span) for span in draft.content))
    return Statement(
        id=id,
        source=draft.source.span,
        cue=draft.words,
        content=tuple(draft.content),
        speakers=tuple(resolved.speakers) if resolved else (),
        parties=parties,
        targets=targets(scene, draft, parties),
        act=Act(draft.act),
        mode=_mode(scene, draft.content),
        endorsement=Endorsement(draft.endorsement),
        negated=bool(draft.cue and draft.cue.negated),
        quantities=inside,
        parent=parent,
        rule=_rule(draft),
        confidence=_confidence(scene, draft),
    )


def _rule(draft: Draft) -> str:
    source: Source = draft.source
    return draft.rule if draft.cue is None or draft.rule.startswith("incise") else f"{source.rule}+{draft.rule}"


def _confidence(scene: Scene, draft: Draft) -> float:
    light = 0.85 if scene.parsed.level is Level.LIGHT else 1.0
    return round(draft.certainty * draft.source.certainty * light, 2)


def _mode(scene: Scene, content: list[Span]) -> Mode:
    quotes = {q.span for q in scene.outer}
    if all(span in quotes for span in content):
        return Mode.DIRECT
    quoted = any(contains(span, q) and scene.words_in(q) > 1 for span in content for q in quotes)
    return Mode.MIXED if quoted else Mode.INDIRECT
