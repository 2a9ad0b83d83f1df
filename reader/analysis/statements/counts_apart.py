"""Several counts in one sentence, each left to its own source: "300 selon la police, contre 500 selon la CGT"."""

from __future__ import annotations

from reader.analysis.statements.contents import span_of
from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.scene import Scene
from reader.domain.span import Span

SELON_AFTER = "selon after"
_FEW_WORDS = 5
_EDGE = 4  # code points: what ends a sentence or a quotation


def counts_apart(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The same drafts; a count with its source behind it is cut from the clause before, and the clause from it."""
    behind = sorted((d for d in drafts if d.rule == SELON_AFTER and d.words), key=lambda d: d.words or (0, 0))
    last: Draft | None = None
    for draft in behind:
        own = _own_count(scene, last, draft)
        if own is not None:
            draft.content[0] = own
            for other in drafts:
                later = other.rule == SELON_AFTER and (other.words or (0, 0)) >= (draft.words or (0, 0))
                if not later:
                    _give_up(scene, other, draft, own)
        last = draft
    return drafts


def _own_count(scene: Scene, last: Draft | None, draft: Draft) -> Span | None:
    """The part of a content that its source alone counts; None where that is all of it."""
    start, end = draft.content[0]
    own: Span | None = None
    source = last.source.span if last else None
    if source is not None and start < source[1] < end:
        own = _from(scene, source[1], end)
    comma = _contrast(scene, own or (start, end))
    own = _from(scene, comma, end) if comma is not None else own
    return own if own and any(c.isdigit() for c in scene.parsed.slice(own)) else None


def _from(scene: Scene, start: int, end: int) -> Span | None:
    first, last = scene.first_at(start), scene.first_at(end)
    while first < last and (not scene.word(first) or scene.tokens[first].norm in scene.rules.conjunctions):
        first += 1
    return span_of(scene, first, last) if first < last else None


def _contrast(scene: Scene, span: Span) -> int | None:
    """Behind the comma before a number set against the clause before it: "on a compté 300 voix, contre 500", or "300
    voix, 500", where nothing is said of what the second counts."""
    first, last = scene.first_at(span[0]), scene.first_at(span[1])
    comma = next((k for k in range(last - 2, first, -1) if scene.tokens[k].norm == ","), None)
    if comma is None:
        return None
    bare = all(token.norm[0].isdigit() for token in scene.tokens[comma + 1 : last])
    if not bare and scene.tokens[comma + 1].pos not in ("ADP", "CCONJ"):
        return None
    short = sum(1 for k in range(comma, last) if scene.word(k)) <= _FEW_WORDS
    own_verb = any(scene.finite(k) for k in range(comma, last))
    main_verb = any(scene.finite(k) for k in range(first, comma))
    return scene.tokens[comma].end if short and main_verb and not own_verb else None


def _give_up(scene: Scene, other: Draft, draft: Draft, own: Span) -> None:
    """End the content of the clause before where the other count begins."""
    ends = draft.source.span[1] if draft.source.span else own[1]
    if other.content[0][0] >= own[0] or (other.content[-1][1] > ends + _EDGE and other.rule != SELON_AFTER):
        return
    spans = [span for span in other.content if span[0] < own[0]]
    if spans[-1][1] > own[0]:
        last = scene.first_at(own[0])
        while last > 0 and not scene.word(last - 1):
            last -= 1
        cut = span_of(scene, scene.first_at(spans[-1][0]), last)
        if cut is None:
            return
        spans[-1] = cut
    other.content[:] = spans
