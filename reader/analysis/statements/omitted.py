"""Verbs without a subject, in languages that may leave it out: whoever spoke before speaks on."""

from __future__ import annotations

from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.light_sources import OMITTED
from reader.analysis.statements.scene import Scene
from reader.domain.span import Span

_PARAGRAPHS = 2


def with_earlier_speakers(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The drafts, those with an omitted subject given to whoever spoke last; without anybody only quotations stay."""
    if not scene.rules.subject_omitted:
        return drafts
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.start):
        if draft.source.rule == OMITTED:
            here = _block(scene, draft.start)
            before = [
                d
                for d in kept
                if d.source.span is not None
                and here - _block(scene, d.start) <= _PARAGRAPHS
                and _many(scene, d.source.span) == _plural(scene, draft)
            ]
            if before:
                draft.source = before[-1].source._replace(rule=OMITTED, certainty=draft.source.certainty)
            elif not draft.direct:
                continue
        kept.append(draft)
    return kept


def _block(scene: Scene, offset: int) -> int:
    return scene.sentence(min(scene.first_at(offset), len(scene.tokens) - 1)).block


def _plural(scene: Scene, draft: Draft) -> bool:
    """True for a cue in a plural form ("explicaron que")."""
    words = draft.words
    return words is not None and scene.tokens[scene.first_at(words[0])].norm.endswith(
        scene.rules.plural_verbs or ("\0",)
    )


def _many(scene: Scene, source: Span) -> bool:
    """True for a source of several: a plural determiner, or names joined."""
    tokens = scene.parsed.tokens_in(source)
    return bool(tokens) and (
        tokens[0].norm in scene.rules.plural_determiners or any(t.norm in scene.rules.conjunctions for t in tokens[1:])
    )
