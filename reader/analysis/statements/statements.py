"""Statements: every rule's drafts, sorted out, with speakers, targets and quantities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.statements.aimed_reports import HEARSAY
from reader.analysis.statements.choosing import choose
from reader.analysis.statements.counts_apart import counts_apart
from reader.analysis.statements.cues import find_cues
from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.making import make_statement
from reader.analysis.statements.nested import arrange
from reader.analysis.statements.noun_cues import nominal
from reader.analysis.statements.omitted import with_earlier_speakers
from reader.analysis.statements.parting import parted
from reader.analysis.statements.postpositions import postpositional
from reader.analysis.statements.prepositions import prepositional
from reader.analysis.statements.quoting import unclaimed
from reader.analysis.statements.scene import Scene
from reader.analysis.statements.sharing import with_shared_speakers
from reader.analysis.text.parsed import Parsed
from reader.domain.quantity import Quantity, QuantityKind
from reader.domain.statement import Statement

if TYPE_CHECKING:
    from reader.analysis.actors.actors import Cast
    from reader.languages.pack import Pack


def find_statements(parsed: Parsed, pack: Pack, cast: Cast, quantities: tuple[Quantity, ...]) -> tuple[Statement, ...]:
    """All statements in order of place, nested ones with their parent."""
    cues = find_cues(parsed, pack.cues)
    times = {q.span[0]: q.span[1] for q in quantities if q.kind is QuantityKind.TIME}
    scene = Scene(parsed, pack.cues, pack.actors, cast, cues, times)
    drafts = [d for cue in cues if (d := choose(scene, cue)) is not None and not _hides_its_speaker(scene, d)]
    drafts = counts_apart(scene, [*drafts, *prepositional(scene)])
    drafts = with_shared_speakers(scene, [*drafts, *postpositional(scene), *nominal(scene)])
    for draft in drafts:
        if draft.sense is not None:
            draft.act = draft.sense.group.act
            draft.endorsement = draft.sense.group.endorsement
        if draft.cue is not None and (draft.cue.conditional or draft.rule == HEARSAY):
            draft.endorsement = "distanced"
    drafts = parted(scene, drafts)
    drafts = with_earlier_speakers(scene, drafts)
    drafts += unclaimed(scene, drafts)
    placed = arrange(scene, drafts)
    ids = {id(p.draft): f"s{n}" for n, p in enumerate(placed, 1)}
    made: list[Statement] = []
    for p in placed:
        parent = ids[id(p.parent)] if p.parent else None
        made.append(make_statement(scene, ids[id(p.draft)], p, parent, quantities, made))
    return tuple(made)


def _hides_its_speaker(scene: Scene, draft: Draft) -> bool:
    """True for a speaker's wish not to be named ("who asked not to be identified"): nothing of the story."""
    at = scene.first_at(draft.content[0][0])
    negated = at > 0 and scene.tokens[at - 1].norm in scene.rules.negations
    if draft.act == "decline" or (draft.sense is not None and draft.sense.group.act == "decline"):
        said = tuple(p.partition(" ")[2] for p in scene.rules.anonymity if p.partition(" ")[0] in scene.rules.negations)
        if scene.begins(at, said) is not None:
            return True  # "declined to be named"
    return any(scene.begins(k, scene.rules.anonymity) is not None for k in (at, at - negated))
