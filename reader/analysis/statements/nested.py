"""Drafts sorted out: doubles dropped, statements inside statements given their parent."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.scene import Scene
from reader.domain.span import Span, contains, overlaps

_FIRMNESS = 0.55
_FIRM = ("que", "target", "incise", "infinitive", "selon", "quotation", "clause", "passive+que", "noun")


@dataclass
class Placed:
    """A draft with the one inside which it is quoted, and with those inside it that its own speaker goes on to make."""

    draft: Draft
    parent: Draft | None = None
    own: list[Draft] = field(default_factory=list)


_STRETCH = 512  # code points


def arrange(scene: Scene, drafts: list[Draft]) -> list[Placed]:
    """Drafts with their parents, in order of place. Contents of two top-level drafts never cross."""
    ranked = sorted(drafts, key=lambda d: (-_extent(d), -d.certainty, d.start))
    kept: list[Placed] = []
    stretches: dict[int, list[int]] = {}  # which of ``kept`` say something in a stretch of the text

    def keep(placed: Placed) -> None:
        for stretch in _stretches(placed.draft):
            stretches.setdefault(stretch, []).append(len(kept))
        kept.append(placed)

    for draft in ranked:
        near = [kept[n] for n in sorted({n for s in _stretches(draft) for n in stretches.get(s, ())})]
        holders = [p for p in near if _holds(p.draft, draft)]
        if holders:
            outer = min(holders, key=lambda p: _extent(p.draft))
            siblings = [p.draft for p in near if p.parent is outer.draft] + outer.own
            if any(_clashes(draft, s) for s in siblings):
                continue
            if _same_voice(scene, draft, outer.draft):
                outer.own.append(draft)
            elif _worth_nesting(scene, outer.draft, draft):
                keep(Placed(draft, outer.draft))
        elif not any(_clashes(p.draft, draft) for p in near if p.parent is None):
            keep(Placed(draft))
    return sorted(kept, key=lambda p: (_place(p.draft), -_extent(p.draft)))


def _stretches(draft: Draft) -> set[int]:
    return {n for start, end in draft.content for n in range(start // _STRETCH, end // _STRETCH + 1)}


def _same_voice(scene: Scene, inner: Draft, outer: Draft) -> bool:
    if inner.source.span is None or outer.source.span is None:
        return inner.source.span is None
    a, b = scene.cast.resolve(inner.source.span), scene.cast.resolve(outer.source.span)
    return (bool(a.parties or a.speakers) and (a.parties, a.speakers) == (b.parties, b.speakers)) or (
        bool(a.parties) and a.parties == b.parties and scene.pronoun(inner.source.span)
    )


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


def _worth_nesting(scene: Scene, parent: Draft, draft: Draft) -> bool:
    if draft.source.span is None or (draft.cue is None and not draft.rule.startswith(("selon", "noun"))):
        return False
    if not any(contains(o, draft.source.span) for o in parent.content):
        return False
    if draft.act == "decline" or (draft.act == "deny" and draft.rule == "object"):
        return False
    if not draft.rule.startswith(_FIRM) or draft.certainty * draft.source.certainty < _FIRMNESS:
        return False
    return bool(scene.cast.at(draft.source.span)) or bool(scene.cast.resolve(draft.source.span).parties)
