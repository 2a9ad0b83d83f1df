"""Verbs without a subject, in languages that may leave it out: whoever spoke before speaks on."""

from __future__ import annotations

from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.light_sources import OMITTED
from reader.analysis.statements.scene import Scene

_PARAGRAPHS = 2


def with_earlier_speakers(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The drafts, those with an omitted subject given to whoever spoke last; without anybody only quotations stay."""
    if not scene.rules.subject_omitted:
        return drafts
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.start):
        if draft.source.rule == OMITTED:
            here = _block(scene, draft.start)
            before = [d for d in kept if d.source.span is not None and here - _block(scene, d.start) <= _PARAGRAPHS]
            if before:
                draft.source = before[-1].source._replace(rule=OMITTED, certainty=draft.source.certainty)
            elif not draft.direct:
                continue
        kept.append(draft)
    return kept


def _block(scene: Scene, offset: int) -> int:
    return scene.sentence(min(scene.first_at(offset), len(scene.tokens) - 1)).block
