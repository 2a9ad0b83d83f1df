"""Statements whose source stands before the word that names it as one ("der Polizei zufolge")."""

from __future__ import annotations

from reader.analysis.statements.contents import content_end, span_of
from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.incises import clause_first
from reader.analysis.statements.light_sources import phrase_up_to
from reader.analysis.statements.scene import Scene
from reader.analysis.statements.sources import Source


def postpositional(scene: Scene) -> list[Draft]:
    """One draft for each source phrase that a word of ``postpositions`` ends."""
    words = frozenset(scene.rules.postpositions)
    found = [_postpositional(scene, t.i) for t in scene.tokens if t.norm in words] if words else []
    return [draft for draft in found if draft is not None]


def _postpositional(scene: Scene, at: int) -> Draft | None:
    sentence, tokens = scene.sentence(at), scene.tokens
    phrase = phrase_up_to(scene, at, sentence.first)
    if phrase is None or not scene.running(sentence):
        return None
    span, first = phrase
    opened = first - 1 if first > sentence.first and tokens[first - 1].pos == "ADP" else first
    before = [k for k in range(sentence.first, opened) if scene.word(k)]
    after, end = at + 1, sentence.last
    while after < end and not scene.word(after) and scene.quote_at(tokens[after].start) is None:
        after += 1
    rest = span_of(scene, after, content_end(scene, None, after, end, clause=True)) if after < end else None
    parts = [rest]
    if before:
        parts.insert(0, span_of(scene, clause_first(scene, sentence.first, opened), opened))
    content = [p for p in parts if p is not None and scene.words_in(p) > 1]
    if not content:
        return None
    source = Source(span, "postposition", first, 0.88)
    return Draft(source, content, "selon after" if before else "selon first", 0.85, words=tokens[at].span)
