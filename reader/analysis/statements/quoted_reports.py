"""A cue with a quotation after it: in full, in part, or as a name for something."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.statements.contents import content_end, quoted_after, span_of
from reader.analysis.statements.cues import Cue
from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.frames import draft_of, objects_between
from reader.analysis.statements.phrases import phrase_after
from reader.analysis.statements.scene import Scene
from reader.analysis.statements.sources import subject_of
from reader.analysis.statements.speakers import can_speak
from reader.analysis.text.parsed import Quote, Token
from reader.languages.cue_lexicon import Sense
from reader.languages.cue_rules import Frame


def naming(scene: Scene, cue: Cue, end: int, at: int | None = None) -> Draft | None:
    """What an object is called, in quotation marks; ``at``: where it is looked for, after the cue if left out."""
    if cue.allows(Frame.NAMING) is None:
        return None
    if at is None and cue.inner is not None:
        end = cue.inner[1]  # "hat den Plan „…“ genannt"
    start = scene.skip_adverbs((cue.inner or (cue.after,))[0] if at is None else at, end)
    after = content_end(scene, cue, start, end, clause=False) if start < end else start
    span = span_of(scene, start, after)
    if span is None or not any(span[0] <= q.span[0] and q.span[1] <= span[1] for q in scene.outer):
        return None
    quote = next(q for q in scene.outer if span[0] <= q.span[0])
    opening = scene.first_at(quote.span[0])
    if at is None and not can_speak(scene, subject_of(scene, cue)):
        return None
    one_word = scene.words_in(quote.span) < 2
    if not _called(scene, start, opening, end) or (one_word and not _linked(scene, cue, start, opening, end)):
        return None
    past = scene.first_at(quote.span[1])
    stopped = scene.parsed.normal[quote.inner[1] - 1] == ","
    if opening == start + 1 and scene.tokens[start].feature("PronType") == "Prs":
        span = (quote.span[0], span[1])  # "called it “…”"
    if at is not None or stopped or (past < end and scene.finite(past)):
        span = (span[0], quote.span[1])
    sense = _sense_for(scene, cue, scene.parsed.tokens_in((scene.tokens[start].start, quote.span[0])))
    return draft_of(scene, cue, sense, span, "named", 0.8) if sense is not None else None


def _sense_for(scene: Scene, cue: Cue, named: Sequence[Token]) -> Sense | None:
    """The first sense of a cue that takes what is named, between the cue and what it is called, as its object."""
    words = {t.norm for t in named}
    for sense in cue.senses:
        objects = sense.group.objects
        if Frame.NAMING in sense.group.frames and (not objects or words & set(objects)):
            return sense
    return None


def _linked(scene: Scene, cue: Cue, start: int, opening: int, end: int) -> bool:
    """True where one quoted word is plainly what something is called: a link, the cue or the thing right before it."""
    phrase = phrase_after(scene, start, end)
    if phrase is not None and phrase[1] == opening:
        return True
    before = opening - 1
    while before > cue.after and scene.tokens[before].norm in scene.rules.determiners:
        if scene.tokens[before].norm in scene.rules.naming_links:
            break
        before -= 1
    return before < cue.after or scene.tokens[before].norm in scene.rules.naming_links


def _called(scene: Scene, start: int, opening: int, end: int) -> bool:
    """True where a quotation is what the object is called: "described it as a “…”", "calls this “…”"."""
    before = opening - 1
    while before > start and scene.tokens[before].norm in scene.rules.determiners:
        before -= 1
    if before < start or scene.tokens[before].norm in (":", *scene.rules.naming_links):
        return True
    phrase = phrase_after(scene, start, end)
    return phrase is not None and phrase[1] in (opening, before + 1)


def quotation(scene: Scene, cue: Cue, end: int, *, tight_only: bool = False) -> Draft | None:
    sense = cue.allows(Frame.QUOTE)
    if sense is None:
        return None
    opening = quoted_after(scene, cue.after, end)
    if opening is None:
        return _next_paragraph(scene, cue, sense, end) if tight_only else None
    between = [k for k in range(cue.after, opening) if scene.word(k)]
    colon = opening > cue.after and scene.tokens[opening - 1].norm == ":"
    quote = scene.quote_at(scene.tokens[opening].start)
    if quote is None or len(between) > 14:
        return None
    if tight_only and _ends_infinitive(scene, cue, opening, quote):
        return None
    predicated = opening + 1 < end and scene.finite(opening + 1)  # "said X, 37, “appears to be …”"
    tight = not between or colon or (scene.tokens[opening - 1].norm == "," and not predicated)
    if not tight and (tight_only or scene.words_in(quote.span) < 4):
        return None
    if not tight and scene.tokens[opening - 1].pos in ("DET", "ADJ", "NUM"):
        return None  # scare quotes inside a noun phrase
    if scene.words_in(quote.span) < 2 and not colon:
        return None
    start = opening
    if between and not colon and not tight:
        start = _fragment_start(scene, cue, opening)
    after = scene.first_at(quote.span[1])
    joined = _joined(scene, after, end)
    if joined is not None:
        after = joined
    elif start < opening or _goes_on(scene, after, end):
        after = content_end(scene, cue, start, end, clause=True)
    draft = draft_of(
        scene, cue, sense, span_of(scene, start, max(after, opening + 1)), "quotation", 0.93 if tight else 0.75
    )
    if draft:
        draft.direct = start == opening
        if sense.group.target in ("object", "to"):
            draft.aimed = objects_between(scene, cue, opening)
    return draft


def _ends_infinitive(scene: Scene, cue: Cue, opening: int, quote: Quote) -> bool:
    """True where a quoted phrase only goes on what is said in the infinitive, behind a comma ("promis de payer, « sans
    rien reconnaître »")."""
    tokens = scene.tokens
    if cue.allows(Frame.INFINITIVE) is None or opening - cue.after < 3 or tokens[opening - 1].norm != ",":
        return False
    marked = tokens[cue.after].norm in scene.rules.infinitive_markers
    verb = next((k for k in range(cue.after, cue.after + 3) if tokens[k].feature("VerbForm") == "Inf"), None)
    return marked and verb is not None and not any(scene.finite(t.i) for t in scene.parsed.tokens_in(quote.span))


def _joined(scene: Scene, after: int, end: int) -> int | None:
    """The index after a second quotation of the same report (« … », et à « … »), or None where nothing is joined so."""
    tokens = scene.tokens
    at = after + 1 if after < end and tokens[after].norm == "," else after
    if at >= end or tokens[at].norm not in scene.rules.conjunctions:
        return None
    at += 1
    if at < end and tokens[at].norm in (*scene.rules.infinitive_markers, *scene.rules.complementisers):
        at += 1
    quote = scene.quote_at(tokens[at].start) if at < end else None
    if quote is None or quote.span[0] != tokens[at].start or scene.words_in(quote.span) < 2:
        return None
    past = scene.first_at(quote.span[1])
    closing = past + 1 if past < end and tokens[past].norm == "," else past
    told = any(k in scene.by_first or k in scene.by_verb for k in range(closing, min(end, closing + 3)))
    return None if told else past


def _next_paragraph(scene: Scene, cue: Cue, sense: Sense, end: int) -> Draft | None:
    """A quotation that opens the paragraph after a cue which ends its own with a colon or comma."""
    tokens = scene.tokens
    if end >= len(tokens) or tokens[end - 1].norm not in (":", ",") or end - cue.after > 14:
        return None
    quote = scene.quote_at(tokens[end].start)
    if quote is None or quote.span[0] != tokens[end].start or any(scene.finite(k) for k in range(cue.after, end)):
        return None
    draft = draft_of(scene, cue, sense, quote.span, "quotation", 0.85)
    if draft:
        draft.direct = True
    return draft


def _goes_on(scene: Scene, at: int, end: int) -> bool:
    """True where a clause runs on after its quotation closes, without a comma."""
    return (
        at < end
        and scene.word(at)
        and scene.tokens[at].norm not in scene.rules.conjunctions
        and at not in scene.by_first
    )


def _fragment_start(scene: Scene, cue: Cue, opening: int) -> int:
    """Where a content begins of which only a part is quoted."""
    at = scene.skip_adverbs(cue.after, opening)
    return at if at < opening else opening
