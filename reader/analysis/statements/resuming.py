"""What goes on behind a reporting clause that cuts or follows what it reports ("…, he said, “…”", "…, and …")."""

from __future__ import annotations

from reader.analysis.statements.contents import content_end, span_of
from reader.analysis.statements.resumption import new_clause
from reader.analysis.statements.scene import Scene
from reader.domain.span import Span, contains
from reader.languages.cue_lexicon import Form


def goes_on(scene: Scene, at: int, end: int, *, quoted: bool, complete: bool = False) -> list[Span]:
    """What goes on after a reporting clause: the next quotation, or the rest of the clause it cut.

    ``complete``: what stands before is a clause with its verb, so that an apposition is not part of it.
    """
    tokens = scene.tokens
    while at < end and not scene.word(at) and scene.quote_at(tokens[at].start) is None:
        at += 1
    if at >= end:
        return []
    if not any(scene.word(k) for k in range(scene.skip_adverbs(at, end), end)):
        return []  # "…, sagte der Sprecher, Jan Kuhn, am Montag."
    quote = scene.quote_at(tokens[at].start)
    if quote is not None and quote.span[0] == tokens[at].start:
        return [] if _names(scene, quote.inner) else [quote.span]
    if tokens[at].norm in scene.rules.joining and (quoted or complete) and (rest := _joined(scene, at, end, quoted)):
        return [rest]
    if quoted or (at in scene.by_first and not scene.by_first[at].passive):
        return []
    if tokens[at].norm in scene.rules.conjunctions and complete and at + 1 < end:
        # ", he said, and will sell": the clause goes on with its own subject.
        if tokens[scene.skip_adverbs(at + 1, end - 1)].pos != "AUX":
            return []
        rest = span_of(scene, at, content_end(scene, None, at, end, clause=True))
        return [rest] if rest else []
    if tokens[at].norm in scene.rules.conjunctions or scene.begins(at, scene.rules.narration):
        return []
    if relative_at(scene, at):
        return []  # what is said of the speaker
    if complete and (tokens[at].pos in ("ADJ", "ADV", "NOUN", "PROPN", "NUM") or _gerund(scene, at)):
        return []  # what is said of the speaker, or of when
    rest = span_of(scene, at, content_end(scene, None, at, end, clause=True))
    return [rest] if rest else []


def _joined(scene: Scene, at: int, end: int, quoted: bool) -> Span | None:
    """A clause with a subject of its own joined to what is reported ("…, police said, and two others fled"), or None
    where it may as well be the narrator's: behind a quotation only one that is quoted in part."""
    if not new_clause(scene, at, end) or scene.tokens[at + 1].norm in scene.rules.subject_pronouns:
        return None
    after = content_end(scene, None, at, end, clause=True)
    span = span_of(scene, at, after)
    told = (k for k in range(at, after) if k in scene.by_verb and scene.quote_at(scene.tokens[k].start) is None)
    if span is None or any(scene.finite(k) or scene.by_verb[k].form is not Form.FINITE for k in told):
        return None
    return span if not quoted or any(contains(span, q.span) for q in scene.outer) else None


def _gerund(scene: Scene, at: int) -> bool:
    """True where a participle cue begins ("…, estime-t-il, en affirmant que …")."""
    cue = scene.by_first.get(at) or scene.by_first.get(at + 1)
    return cue is not None and cue.form is Form.GERUND


def _names(scene: Scene, inner: Span) -> bool:
    """True where a quotation holds no more than somebody's name ("…“, sagte er der „Süddeutschen Zeitung“")."""
    return any(inner in actor.mentions for actor in scene.cast.at(inner))


def relative_at(scene: Scene, at: int) -> bool:
    return scene.tokens[at].pos == "PRON" and scene.tokens[at].norm in scene.rules.relatives
