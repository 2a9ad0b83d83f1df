"""What was said: where a content ends, and its span with whole quotations."""

from __future__ import annotations

from reader.analysis.statements.circumstances import long_after
from reader.analysis.statements.cues import Cue
from reader.analysis.statements.resumption import new_clause, resumes
from reader.analysis.statements.scene import Scene
from reader.domain.span import Span


def content_end(scene: Scene, cue: Cue | None, first: int, end: int, *, clause: bool) -> int:
    """The index after the last token of a content that begins at ``first`` and ends at ``end`` at the latest.

    Cut where the governing clause goes on: a second cue with the same subject, a participle cue, "selon X", an
    adverbial clause of the cue itself. Never inside a quotation.
    """
    at = first + 1
    finite = clause and not _infinite(scene, first)
    while at < end:
        finite = finite or scene.finite(at - 1)
        quote = scene.quote_at(scene.tokens[at].start)
        if quote is not None and quote.span[0] < scene.tokens[at].start:
            at += 1
            continue
        if cue and long_after(scene, first, at, end):
            break
        if finite and _announces(scene, first, at, end):
            break
        if resumes(scene, cue, at, end, clause=clause) or (cue and not finite and new_clause(scene, at, end)):
            break
        if cue and not finite and clause and scene.goes_on_finite(at, end):
            break
        at += 1
    last = at
    while (
        last > first + 1
        and not scene.word(last - 1)
        and scene.tokens[last - 1].norm not in ('"', "»", "'", ")", "]", "%")
    ):
        last -= 1
    while at < end and last > first + 1 and scene.tokens[last - 1].norm in scene.rules.conjunctions:
        last -= 1
        while last > first + 1 and scene.tokens[last - 1].norm in (",", ";", "–", "—"):
            last -= 1
    return last


def _announces(scene: Scene, first: int, at: int, end: int) -> bool:
    """True for a colon behind a whole clause that a quotation of its own follows ("a dit que X : « … »")."""
    if scene.tokens[at].norm != ":" or at + 1 >= end or scene.tokens[at - 1].pos in ("VERB", "AUX"):
        return False
    quote = scene.quote_at(scene.tokens[at + 1].start)
    inside = scene.quote_at(scene.tokens[first].start)
    if quote is None or quote.span[0] != scene.tokens[at + 1].start or inside is not None:
        return False
    return any(scene.finite(t.i) for t in scene.parsed.tokens_in(quote.span))


def _infinite(scene: Scene, first: int) -> bool:
    """True for a content that begins with an infinitive or a gerund, which has no subject of its own."""
    token = scene.tokens[first]
    marked = token.norm in scene.rules.infinitive_markers and token.pos != "DET"
    return marked or (token.pos in ("VERB", "AUX") and not scene.finite(first))


def quoted_after(scene: Scene, at: int, end: int) -> int | None:
    """The index of the token that opens a quotation right after a cue, at most a few words in between."""
    for k in range(at, min(end, at + 16)):
        token = scene.tokens[k]
        if k > at and k in scene.by_verb:
            return None
        quote = scene.quote_at(token.start)
        if quote is not None and quote.span[0] == token.start:
            return k
        if scene.finite(k) or token.norm == ";":
            return None
    return None


def span_of(scene: Scene, first: int, after: int) -> Span | None:
    """Code points of the tokens ``first`` up to but not including ``after``, grown to whole quotations."""
    if first >= after:
        return None
    start, end = scene.tokens[first].start, scene.tokens[after - 1].end
    quote = scene.quote_at(start)
    if quote is not None and quote.inner[0] == start:
        start = quote.span[0]
    closing = scene.quote_at(end - 1)
    if closing is not None and closing.span[0] >= start:
        end = max(end, closing.span[1])
    return scene.trimmed(start, end)
