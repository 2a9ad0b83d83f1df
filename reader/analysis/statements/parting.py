"""A quotation that one reporting clause cuts and another one leads up to or ends: who says which part of it."""

from __future__ import annotations

from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.scene import Scene
from reader.domain.span import contains

_CUTTING = "incise, inversion"


def parted(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with each whole quotation left to the clause that cuts it: « …, dit X. … » behind a colon is X's
    alone; of « …, dit X. … », ajoute-t-il, the part behind the cut belongs to the clause that ends it."""
    whole = {d.content[0]: d for d in drafts if d.direct and len(d.content) == 1 and scene.quote_at(d.content[0][0])}
    left_out: list[Draft] = []
    for inner in drafts:
        if inner.rule != _CUTTING or inner.words is None or len(inner.content) != 2:
            continue
        quote = scene.quote_at(inner.words[0])
        outer = whole.get(quote.span) if quote is not None else None
        if quote is None or outer is None or outer.words is None or not contains(quote.span, inner.words):
            continue
        if outer.words[0] >= quote.span[1]:
            outer.content, inner.content = inner.content[1:], inner.content[:1]
        else:
            left_out.append(outer)
    return [d for d in drafts if not any(d is other for other in left_out)]
