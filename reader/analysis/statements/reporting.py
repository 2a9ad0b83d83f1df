"""Statements whose content follows the cue: the rules in the order in which they are tried."""

from __future__ import annotations

from reader.analysis.statements.aimed_reports import aimed_at, passive
from reader.analysis.statements.clauses import clause_start
from reader.analysis.statements.contents import content_end, quoted_after, span_of
from reader.analysis.statements.count_reports import count
from reader.analysis.statements.cues import Cue
from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.frames import draft_of, infinitive_at, objects_between, opening, opens_about
from reader.analysis.statements.object_reports import alone, bare, gerund, object_phrase, state
from reader.analysis.statements.phrases import phrase_after
from reader.analysis.statements.predicates import predicate, undergone
from reader.analysis.statements.quoted_reports import naming, quotation
from reader.analysis.statements.scene import Scene
from reader.analysis.statements.sources import governing_subject, subject_of
from reader.analysis.statements.speakers import can_speak
from reader.analysis.statements.verdicts import verdict
from reader.domain.span import Span, overlaps
from reader.languages.cue_rules import Frame

# Things, too, threaten, promise and warn, but not in so many words.
_ACTING = {"threaten", "promise", "warn", "offer", "decline"}
_BEFORE_COMMA = 16
_WORDED = {"que", "que, surface", "que, tree", "clause", "quotation", "question"}


def report(scene: Scene, cue: Cue) -> Draft | None:
    """The statement that a cue makes with what stands after it, or None."""
    end = scene.sentence(cue.verb).last
    quote = scene.quote_at(scene.tokens[cue.verb].start)
    if quote is not None:
        end = min(end, scene.first_at(quote.span[1]))
    if cue.passive:
        return _unreached(scene, cue) or passive(scene, cue, end) or undergone(scene, cue, end)
    draft = (
        verdict(scene, cue, end)
        or _clause(scene, cue, end)
        or quotation(scene, cue, end, tight_only=True)
        or _question(scene, cue, end)
        or aimed_at(scene, cue, end)
        or _last_infinitive(scene, cue, end)
        or _infinitive(scene, cue, end)
        or _about(scene, cue, end)
        or naming(scene, cue, end)
        or predicate(scene, cue, end)
        or quotation(scene, cue, end)
        or gerund(scene, cue, end)
        or state(scene, cue, end)
        or count(scene, cue, end)
        or object_phrase(scene, cue, end)
        or _after_colon(scene, cue, end)
        or alone(scene, cue)
        or bare(scene, cue, end)
    )
    if draft is None:
        return None
    draft.source = subject_of(scene, cue)
    if any(overlaps(draft.source.span, aimed) for aimed in draft.aimed if draft.source.span):
        draft.source = governing_subject(scene, cue)  # "…, remerciait le maire de sa présence"
    _end_before_main_clause(scene, draft)
    sense = draft.sense
    worded = draft.rule in _WORDED or (sense is not None and sense.group.act == "decline" and bool(sense.tail))
    acting = sense is not None and sense.group.act in _ACTING and not worded
    return draft if not acting or can_speak(scene, draft.source) else None


def _end_before_main_clause(scene: Scene, draft: Draft) -> None:
    """End a content at the comma behind which the main clause goes on: its subject, where a clause before it has no
    subject of its own ("Après avoir dit que …, X admet"), or its verb, behind a relative clause ("X, qui jugeait que …,
    dit")."""
    source, (start, end) = draft.source, draft.content[-1]
    cut = end
    if source.rule == "participle" and source.span is not None and start < source.span[0] < end:
        cut = source.span[0]
    elif source.rule == "relative":
        commas = 0
        for token in scene.parsed.tokens_in((start, end)):
            if token.norm == "," and scene.quote_at(token.start) is None:
                commas += 1
                if commas % 2 and scene.finite(scene.skip_adverbs(token.i + 1, len(scene.tokens) - 1)):
                    cut = token.start
                    break
    span = scene.trimmed(start, cut) if cut < end else None
    if span is not None:
        draft.content[-1] = span


def _unreached(scene: Scene, cue: Cue) -> Draft | None:
    """ "Could not be reached for comment": a passive whose subject declines to speak."""
    draft = alone(scene, cue) if any(s.tail and s.group.negated for s in cue.senses) else None
    if draft is not None:
        draft.source = subject_of(scene, cue)
    return draft


def _clause(scene: Scene, cue: Cue, end: int) -> Draft | None:
    sense = cue.allows(Frame.CLAUSE)
    if sense is None or cue.restricted:
        return None
    found = clause_start(scene, cue, end)
    if found is None:
        return None
    start, rule = found
    quoted = quoted_after(scene, cue.after, start)
    if quoted is not None and quoted < start and sense.group.frames.count(Frame.QUOTE):
        return None
    after = content_end(scene, cue, start, end, clause=True)
    draft = draft_of(scene, cue, sense, span_of(scene, start, after), rule, 0.95 if rule == "que" else 0.85)
    if draft and sense.group.target in ("object", "to"):
        draft.aimed = objects_between(scene, cue, start)
    return draft


def _question(scene: Scene, cue: Cue, end: int) -> Draft | None:
    sense = cue.allows(Frame.QUESTION)
    if sense is None:
        return None
    start = opening(scene, cue, end)
    asked: list[Span] = []
    if scene.rules.comma_clause and start < end and scene.tokens[start].norm == ",":
        start += 1  # "sagte nicht, ob er geht"
    if start >= end or scene.tokens[start].norm not in scene.rules.questions:
        phrase = phrase_after(scene, start, end) if start < end else None
        if phrase is None or phrase[1] >= end or scene.tokens[phrase[1]].norm not in scene.rules.questions:
            return None
        if scene.tokens[phrase[1]].norm in scene.rules.relatives:
            return None  # "poursuit celui qui …"
        asked, start = [phrase[0]], phrase[1]
    after = content_end(scene, cue, start, end, clause=True)
    draft = draft_of(scene, cue, sense, span_of(scene, start, after), "question", 0.85)
    if draft and sense.group.target == "object":
        draft.aimed = asked
    return draft


def _after_colon(scene: Scene, cue: Cue, end: int) -> Draft | None:
    """A clause without quotation marks that a colon right after the cue opens ("a prévenu : pas question de …")."""
    sense = cue.allows(Frame.QUOTE)
    at = scene.skip_adverbs(cue.after, end)
    told = phrase_after(scene, at, end) if sense and sense.group.target == "object" and at < end else None
    if told is not None:
        at = scene.skip_adverbs(told[1] + (told[1] < end and scene.tokens[told[1]].norm == ","), end)
    if sense is None or at + 3 >= end or scene.tokens[at].norm != ":" or scene.quote_at(scene.tokens[at + 1].start):
        return None
    if not can_speak(scene, subject_of(scene, cue)):
        return None
    draft = draft_of(scene, cue, sense, span_of(scene, at + 1, end), "colon", 0.75)
    if draft and told is not None:
        draft.aimed = [told[0]]
    return draft


def _infinitive(scene: Scene, cue: Cue, end: int) -> Draft | None:
    sense = cue.allows(Frame.INFINITIVE)
    if sense is None or scene.reduced(cue.verb):
        return None
    start = opening(scene, cue, end)
    aimed: list[Span] = []
    addressed = start < end and scene.tokens[start].norm in scene.rules.addressees
    if sense.group.target == "to" and addressed and not infinitive_at(scene, start, end):
        phrase = phrase_after(scene, start + 1, end)
        if phrase:
            aimed, start = [phrase[0]], scene.skip_adverbs(phrase[1], end)
    if start >= end or not infinitive_at(scene, start, end):
        return None
    if scene.tokens[start].pos == "ADP" and scene.tokens[start].norm not in scene.rules.infinitive_markers:
        return None
    marked = scene.tokens[start].norm in scene.rules.infinitive_markers or scene.tokens[start].norm in ('"', "«")
    if scene.rules.optional_complementiser and not marked:
        return None
    while start > cue.after and scene.tokens[start - 1].norm in scene.rules.negations:
        start -= 1
    after = content_end(scene, cue, start, end, clause=True)
    draft = draft_of(scene, cue, sense, span_of(scene, start, after), "infinitive", 0.88)
    if draft:
        draft.aimed = aimed
    return draft


def _last_infinitive(scene: Scene, cue: Cue, end: int) -> Draft | None:
    """An infinitive phrase that its verb ends, behind a comma ("forderte Israel auf, die Angriffe einzustellen")."""
    sense = cue.allows(Frame.INFINITIVE)
    if sense is None or not scene.rules.infinitive_last:
        return None
    tokens = scene.tokens
    comma = next((k for k in range(cue.after, min(end, cue.after + _BEFORE_COMMA)) if tokens[k].norm == ","), None)
    if comma is None or any(scene.finite(k) for k in range(cue.after, comma)):
        return None
    last = next((k for k in range(comma + 1, end) if not scene.word(k) and tokens[k].norm not in ('"', "-")), end)
    ended = [k for k in range(comma + 1, last) if tokens[k].feature("VerbForm") == "Inf"]
    if not ended or any(scene.finite(k) for k in range(comma + 1, ended[0])):
        return None
    after = content_end(scene, cue, comma + 1, end, clause=True)
    draft = draft_of(scene, cue, sense, span_of(scene, comma + 1, after), "infinitive", 0.85)
    if draft and sense.group.target in ("object", "to"):
        draft.aimed = _aimed_inside(scene, cue, comma)
    return draft


def _aimed_inside(scene: Scene, cue: Cue, comma: int) -> list[Span]:
    """Who is asked, between a verb and the infinitive behind the comma, the verb's own subject left aside."""
    source = subject_of(scene, cue)
    first, last = cue.inner or (cue.after, comma)
    if source.span is not None and source.first >= first:
        first = scene.first_at(source.span[1])
    at = scene.skip_adverbs(first, last)
    if at < last and scene.tokens[at].pos == "ADP":
        at += 1
    phrase = phrase_after(scene, at, last) if at < last else None
    return [phrase[0]] if phrase else []


def _about(scene: Scene, cue: Cue, end: int) -> Draft | None:
    for sense in cue.senses:
        if Frame.ABOUT not in sense.group.frames or (
            sense.group.target == "object" and sense.group.act == "accuse" and not cue.reciprocal
        ):
            continue
        start = opening(scene, cue, end)
        if start >= end or not opens_about(scene, sense, start):
            continue
        after = content_end(scene, cue, start, end, clause=False)
        draft = draft_of(scene, cue, sense, span_of(scene, start, after), "phrase", 0.8)
        if draft:
            draft.everyone = sense.group.reciprocal or cue.reciprocal
            return draft
    return None
