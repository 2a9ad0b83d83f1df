"""Statements whose content follows the cue: that-clauses, infinitives, objects, quotations."""

from __future__ import annotations

from reader.analysis.contents import clause_start, content_end, quoted_after, span_of
from reader.analysis.cues import Cue
from reader.analysis.drafts import Draft
from reader.analysis.phrases import phrase_after
from reader.analysis.scene import Scene
from reader.analysis.sources import NO_SOURCE, Source, agent_of, can_speak, is_somebody, subject_of
from reader.domain.span import Span
from reader.languages.cue_lexicon import Form, Sense
from reader.languages.cue_rules import Frame


# Things, too, threaten, promise and warn, but not in so many words.
_ACTING = {"threaten", "promise", "warn", "offer", "decline"}
_WORDED = {"que", "que, surface", "que, tree", "clause", "quotation", "question"}


def report(scene: Scene, cue: Cue) -> Draft | None:
    """The statement that a cue makes with what stands after it, or None."""
    end = scene.sentence(cue.verb).last
    quote = scene.quote_at(scene.tokens[cue.verb].start)
    if quote is not None:
        end = min(end, scene.first_at(quote.span[1]))
    if cue.passive:
        return _passive(scene, cue, end)
    draft = (
        _clause(scene, cue, end)
        or _quotation(scene, cue, end, tight_only=True)
        or _question(scene, cue, end)
        or _aimed(scene, cue, end)
        or _infinitive(scene, cue, end)
        or _about(scene, cue, end)
        or _naming(scene, cue, end)
        or _quotation(scene, cue, end)
        or _gerund(scene, cue, end)
        or _state(scene, cue, end)
        or _object(scene, cue, end)
        or _alone(scene, cue)
    )
    if draft is None:
        return None
    draft.source = subject_of(scene, cue)
    acting = draft.sense is not None and draft.sense.group.act in _ACTING and draft.rule not in _WORDED
    return draft if not acting or can_speak(scene, draft.source) else None


def _draft(scene: Scene, cue: Cue, sense: Sense, span: Span | None, rule: str, certainty: float) -> Draft | None:
    if span is None or scene.parsed.normal[span[0] : span[1]].lower() in scene.rules.complementisers:
        return None
    return Draft(NO_SOURCE, [span], rule, certainty, cue=cue, sense=sense, words=cue.words)


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
    draft = _draft(scene, cue, sense, span_of(scene, start, after), rule, 0.95 if rule == "que" else 0.85)
    if draft and sense.group.target in ("object", "to"):
        draft.aimed = _objects(scene, cue, start)
    return draft


def _objects(scene: Scene, cue: Cue, end: int) -> list[Span]:
    """The noun phrase between a cue and its content ("warned Iran that"), preposition of address skipped."""
    at = scene.skip_adverbs(cue.after, end)
    if at < end and scene.tokens[at].norm in scene.rules.addressees:
        at += 1
    phrase = phrase_after(scene, at, end) if at < end else None
    return [phrase[0]] if phrase else []


def _naming(scene: Scene, cue: Cue, end: int) -> Draft | None:
    sense = cue.allows(Frame.NAMING)
    if sense is None:
        return None
    start = scene.skip_adverbs(cue.after, end)
    after = content_end(scene, cue, start, end, clause=False) if start < end else start
    span = span_of(scene, start, after)
    if span is None or not any(span[0] <= q.span[0] and q.span[1] <= span[1] for q in scene.outer):
        return None
    quote = next(q for q in scene.outer if span[0] <= q.span[0])
    if scene.words_in(quote.span) < 2:
        return None
    return _draft(scene, cue, sense, span, "named", 0.8)


def _quotation(scene: Scene, cue: Cue, end: int, *, tight_only: bool = False) -> Draft | None:
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
    tight = not between or colon or scene.tokens[opening - 1].norm == ","
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
    if start < opening or _goes_on(scene, after, end):
        after = content_end(scene, cue, start, end, clause=True)
    draft = _draft(
        scene, cue, sense, span_of(scene, start, max(after, opening + 1)), "quotation", 0.93 if tight else 0.75
    )
    if draft:
        draft.direct = start == opening
        if sense.group.target in ("object", "to"):
            draft.aimed = _objects(scene, cue, opening)
    return draft


def _next_paragraph(scene: Scene, cue: Cue, sense: Sense, end: int) -> Draft | None:
    """A quotation that opens the paragraph after a cue which ends its own with a colon or comma."""
    tokens = scene.tokens
    if end >= len(tokens) or tokens[end - 1].norm not in (":", ",") or end - cue.after > 14:
        return None
    quote = scene.quote_at(tokens[end].start)
    if quote is None or quote.span[0] != tokens[end].start or any(scene.finite(k) for k in range(cue.after, end)):
        return None
    draft = _draft(scene, cue, sense, quote.span, "quotation", 0.85)
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


def _question(scene: Scene, cue: Cue, end: int) -> Draft | None:
    sense = cue.allows(Frame.QUESTION)
    if sense is None:
        return None
    start = scene.skip_adverbs(cue.after, end)
    if start >= end or scene.tokens[start].norm not in scene.rules.questions:
        phrase = phrase_after(scene, start, end) if start < end else None
        if phrase is None or phrase[1] >= end or scene.tokens[phrase[1]].norm not in scene.rules.questions:
            return None
        start = phrase[1]
    after = content_end(scene, cue, start, end, clause=True)
    return _draft(scene, cue, sense, span_of(scene, start, after), "question", 0.85)


def _infinitive_at(scene: Scene, at: int, end: int) -> bool:
    """True where an infinitive phrase begins, with its marker, clitics and negation or without."""
    for k in range(at, min(end, at + 6)):
        token = scene.tokens[k]
        if token.pos in ("VERB", "AUX"):
            return token.feature("VerbForm") == "Inf"
        if token.norm in scene.rules.questions and k > at:
            return False
        if token.pos not in ("ADP", "PART", "ADV", "PRON", "SCONJ", "PUNCT") and token.norm not in scene.rules.clitics:
            return False
    return False


def _infinitive(scene: Scene, cue: Cue, end: int) -> Draft | None:
    sense = cue.allows(Frame.INFINITIVE)
    if sense is None:
        return None
    start = scene.skip_adverbs(cue.after, end)
    aimed: list[Span] = []
    if sense.group.target == "to" and start < end and scene.tokens[start].norm in scene.rules.addressees:
        if not _infinitive_at(scene, start, end):
            phrase = phrase_after(scene, start + 1, end)
            if phrase:
                aimed, start = [phrase[0]], scene.skip_adverbs(phrase[1], end)
    if start >= end or not _infinitive_at(scene, start, end):
        return None
    if scene.tokens[start].pos == "ADP" and scene.tokens[start].norm not in scene.rules.infinitive_markers:
        return None
    marked = scene.tokens[start].norm in scene.rules.infinitive_markers or scene.tokens[start].norm in ('"', "«")
    if scene.rules.optional_complementiser and not marked:
        return None
    after = content_end(scene, cue, start, end, clause=True)
    draft = _draft(scene, cue, sense, span_of(scene, start, after), "infinitive", 0.88)
    if draft:
        draft.aimed = aimed
    return draft


def _aimed(scene: Scene, cue: Cue, end: int) -> Draft | None:
    """Object as target, then an infinitive or a phrase with the verb's preposition."""
    for sense in cue.senses:
        group = sense.group
        if group.target not in ("object", "to") or not {Frame.INFINITIVE, Frame.ABOUT, Frame.QUESTION} & set(
            group.frames
        ):
            continue
        at = scene.skip_adverbs(cue.after, end)
        aimed: list[Span] = []
        if cue.reciprocal or cue.reflexive or group.reciprocal:
            at = scene.begins(at, scene.rules.reciprocals) or at
        elif at < end and not (_opens_about(scene, sense, at) or _opens_infinitive(scene, sense, at, end)):
            if group.target == "to":
                if scene.tokens[at].norm not in scene.rules.addressees:
                    continue
                at += 1
            phrase = phrase_after(scene, at, end)
            if phrase is None or any(t.norm in group.never_objects for t in scene.parsed.tokens_in(phrase[0])[:4]):
                continue
            first = at
            at = _charge_inside(scene, cue, sense, first, phrase[1], end)
            if at is None:
                at = scene.skip_adverbs(_past_parenthesis(scene, phrase[1], end), end)
            shorter = scene.trimmed(scene.tokens[first].start, scene.tokens[min(at, phrase[1]) - 1].end)
            aimed = [shorter or phrase[0]]
        else:
            aimed = _clitic_target(scene, cue)
            if not aimed and group.target == "object" and not group.objectless:
                continue
        opening = scene.skip_adverbs(at + 1, end) if at < end and scene.tokens[at].norm in ('"', "«") else at
        infinitive = _opens_infinitive(scene, sense, opening, end)
        if opening >= end or not (infinitive or _opens_about(scene, sense, opening)):
            continue
        after = content_end(scene, cue, at, end, clause=infinitive)
        draft = _draft(
            scene, cue, sense, span_of(scene, at, after), "target+infinitive" if infinitive else "target+phrase", 0.9
        )
        if draft:
            draft.aimed = aimed
            draft.everyone = cue.reciprocal or group.reciprocal
            return draft
    return None


def _charge_inside(scene: Scene, cue: Cue, sense: Sense, first: int, after: int, end: int) -> int | None:
    """Where the content begins inside what looked like one noun phrase ("le Rwanda de pillage"), or None."""
    openings = [
        k
        for k in range(first + 1, after)
        if _opens_about(scene, sense, k)
        and scene.tokens[k - 1].norm not in (*scene.rules.determiners, *scene.rules.noun_links)
    ]
    for k in openings:
        if _opens_infinitive(scene, sense, k, end) or scene.tokens[scene.tokens[k].head].head == cue.verb:
            return k
    if after < end and (_opens_about(scene, sense, after) or _opens_infinitive(scene, sense, after, end)):
        return None
    bare = [k for k in openings if k + 1 < end and scene.tokens[k + 1].pos in ("NOUN", "ADJ", "")]
    return next(iter(bare or openings), None)


def _past_parenthesis(scene: Scene, at: int, end: int) -> int:
    if at < end and scene.tokens[at].norm == ",":
        for k in range(at + 1, min(end, at + 16)):
            if scene.tokens[k].norm == ",":
                return k + 1
    return at


def _clitic_target(scene: Scene, cue: Cue) -> list[Span]:
    """The pronoun before the verb group that stands for the target ("l'a accusé")."""
    for k in range(cue.first, cue.verb):
        token = scene.tokens[k]
        if token.norm in scene.rules.clitics and token.norm not in scene.rules.negations and token.pos in ("PRON", ""):
            return [token.span]
    return []


def _opens_about(scene: Scene, sense: Sense, at: int) -> bool:
    return Frame.ABOUT in sense.group.frames and scene.begins(at, sense.group.prepositions) is not None


def _opens_infinitive(scene: Scene, sense: Sense, at: int, end: int) -> bool:
    if Frame.INFINITIVE not in sense.group.frames or at >= end:
        return False
    return scene.tokens[at].norm in scene.rules.infinitive_markers and _infinitive_at(scene, at, end)


def _about(scene: Scene, cue: Cue, end: int) -> Draft | None:
    for sense in cue.senses:
        if Frame.ABOUT not in sense.group.frames or (
            sense.group.target == "object" and sense.group.act == "accuse" and not cue.reciprocal
        ):
            continue
        start = scene.skip_adverbs(cue.after, end)
        if start >= end or not _opens_about(scene, sense, start):
            continue
        after = content_end(scene, cue, start, end, clause=False)
        draft = _draft(scene, cue, sense, span_of(scene, start, after), "phrase", 0.8)
        if draft:
            draft.everyone = sense.group.reciprocal or cue.reciprocal
            return draft
    return None


def _gerund(scene: Scene, cue: Cue, end: int) -> Draft | None:
    sense = cue.allows(Frame.GERUND)
    start = scene.skip_adverbs(cue.after, end)
    if sense is None or start >= end or scene.tokens[start].pos not in ("VERB", "AUX"):
        return None
    if scene.tokens[start].feature("Tense") != "Pres" or scene.tokens[start].feature("VerbForm") == "Fin":
        return None
    after = content_end(scene, cue, start, end, clause=True)
    return _draft(scene, cue, sense, span_of(scene, start, after), "gerund", 0.88)


def _state(scene: Scene, cue: Cue, end: int) -> Draft | None:
    """ "Se dit favorable à": what the speaker says to be."""
    sense = cue.allows(Frame.STATE)
    start = scene.skip_adverbs(cue.after, end)
    if sense is None or start >= end or scene.tokens[start].pos not in ("ADJ", "VERB", "NOUN"):
        return None
    if scene.tokens[start].feature("VerbForm") in ("Fin", "Inf") or not can_speak(scene, subject_of(scene, cue)):
        return None
    after = content_end(scene, cue, start, end, clause=True)
    return _draft(scene, cue, sense, span_of(scene, start, after), "state", 0.8)


def _object(scene: Scene, cue: Cue, end: int) -> Draft | None:
    start = scene.skip_adverbs(cue.after, end)
    if start >= end:
        return None
    noun = start + 1 if _partitive(scene, start, end) else start
    if scene.tokens[noun].pos in ("ADP", "SCONJ", "CCONJ", "PUNCT", "VERB", "AUX", "PART"):
        return None
    phrase = phrase_after(scene, noun, end)
    sense = _sense_for(scene, cue, phrase[0]) if phrase else None
    if sense is None:
        return None
    if not can_speak(scene, subject_of(scene, cue)):
        return None
    after = content_end(scene, cue, start, end, clause=False)
    return _draft(scene, cue, sense, span_of(scene, start, after), "object", 0.7)


def _partitive(scene: Scene, at: int, end: int) -> bool:
    """True for "de l'aide": a preposition that only makes the noun phrase partitive."""
    return (
        scene.tokens[at].norm in scene.rules.partitives and at + 1 < end and scene.tokens[at + 1].pos in ("DET", "NOUN")
    )


def _sense_for(scene: Scene, cue: Cue, span: Span) -> Sense | None:
    """The first sense that takes this noun phrase as its object."""
    words = {t.norm for t in scene.parsed.tokens_in(span)[:6]}
    for sense in cue.senses:
        group = sense.group
        if Frame.OBJECT not in group.frames or (cue.reflexive and not sense.reflexive):
            continue
        if words & set(group.never_objects) or (group.objects and not words & set(group.objects)):
            continue
        if group.act == "admit" and is_somebody(scene, span):
            continue
        return sense
    return None


def _alone(scene: Scene, cue: Cue) -> Draft | None:
    sense = cue.allows(Frame.ALONE)
    if sense is None or not sense.tail:
        return None
    span = (scene.tokens[cue.verb + 1].start, scene.tokens[cue.after - 1].end)
    draft = _draft(scene, cue, sense, scene.trimmed(*span), "cue alone", 0.8)
    if draft:
        draft.words = (cue.words[0], scene.tokens[cue.verb].end)
        draft.everyone = sense.group.reciprocal
    return draft


def _passive(scene: Scene, cue: Cue, end: int) -> Draft | None:
    """ "Il a été annoncé que", "X was accused of": the subject is the target or stands for the content."""
    agent = agent_of(scene, cue, end)
    source = agent[0] if agent else Source(None, "passive", -1, 0.7)
    subject = subject_of(scene, cue)
    for sense in cue.senses:
        group = sense.group
        found = clause_start(scene, cue, end) if Frame.CLAUSE in group.frames else None
        if found is not None:
            after = content_end(scene, cue, found[0], end, clause=True)
            draft = _draft(scene, cue, sense, span_of(scene, found[0], after), "passive+que", 0.8)
            if draft:
                draft.source = source
                return draft
        if group.target != "object" or subject.span is None:
            continue
        for at in range(cue.after, min(end, cue.after + 14)):
            if _opens_infinitive(scene, sense, at, end) or (
                _opens_about(scene, sense, at) and not (agent and at == agent[1])
            ):
                after = content_end(scene, cue, at, end, clause=False)
                draft = _draft(scene, cue, sense, span_of(scene, at, after), "passive", 0.75)
                if draft and (agent is not None or group.act == "accuse"):
                    if source.span and source.span[0] < scene.tokens[at].start < source.span[1]:
                        clipped = scene.trimmed(source.span[0], scene.tokens[at].start)
                        source = source._replace(span=clipped)
                    draft.source, draft.aimed = source, [subject.span]
                    return draft
                break
    return None


def carried_by(cue: Cue) -> bool:
    """True for forms that report only with a subject of their own near by."""
    return cue.form in (Form.GERUND, Form.INFINITIVE)
