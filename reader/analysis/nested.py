"""Drafts sorted out: doubles dropped, statements inside statements given their parent."""

from __future__ import annotations

from reader.analysis.drafts import Draft
from reader.analysis.scene import Scene
from reader.domain.span import Span, contains, overlaps

_FIRM = ("que", "target", "incise", "infinitive", "selon", "quotation", "clause", "passive+que")


def arrange(scene: Scene, drafts: list[Draft]) -> list[tuple[Draft, Draft | None]]:
    """Drafts with their parents, in order of place. Contents of two top-level drafts never cross."""
    ranked = sorted(drafts, key=lambda d: (-_extent(d), -d.certainty, d.start))
    kept: list[tuple[Draft, Draft | None]] = []
    for draft in ranked:
        holders = [d for d, _ in kept if _holds(d, draft)]
        if holders:
            parent = min(holders, key=_extent)
            if _worth_nesting(scene, parent, draft) and not _crosses(draft, [d for d, p in kept if p is parent]):
                kept.append((draft, parent))
            continue
        if any(_clashes(d, draft) for d, p in kept if p is None):
            continue
        kept.append((draft, None))
    return sorted(kept, key=lambda pair: (_place(pair[0]), -_extent(pair[0])))


def _extent(draft: Draft) -> int:
    return sum(end - start for start, end in draft.content)


def _place(draft: Draft) -> int:
    return min(draft.content[0][0], draft.words[0] if draft.words else draft.content[0][0])


def _holds(outer: Draft, inner: Draft) -> bool:
    """True where all of the inner draft, its cue too, stands inside one of the outer's content spans."""
    spans: list[Span] = [*inner.content, *([inner.words] if inner.words else [])]
    return all(any(contains(o, s) for o in outer.content) for s in spans)


def _clashes(a: Draft, b: Draft) -> bool:
    return any(overlaps(x, y) for x in a.content for y in b.content)


def _crosses(draft: Draft, others: list[Draft]) -> bool:
    return any(_clashes(draft, other) for other in others)


def _worth_nesting(scene: Scene, parent: Draft, draft: Draft) -> bool:
    if draft.source.span is None or draft.cue is None and not draft.rule.startswith("selon"):
        return False
    if not any(contains(o, draft.source.span) for o in parent.content):
        return False
    if not draft.rule.startswith(_FIRM) or draft.certainty * draft.source.certainty < 0.75:
        return False
    return bool(scene.cast.at(draft.source.span)) or bool(scene.cast.resolve(draft.source.span).parties)
