"""Statements with "selon X", "according to X" before, inside or after the clause they report."""

from __future__ import annotations

from reader.analysis.statements.closing import closes
from reader.analysis.statements.contents import content_end, span_of
from reader.analysis.statements.counts_apart import SELON_AFTER
from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.incises import clause_first
from reader.analysis.statements.phrases import phrase_after
from reader.analysis.statements.scene import Scene, first_words
from reader.analysis.statements.sources import Source
from reader.domain.span import Span, overlaps
from reader.languages.cue_lexicon import Form
from reader.languages.cue_rules import Frame


def prepositional(scene: Scene) -> list[Draft]:
    """Statements with "selon X", "according to X" before, inside or after the clause they report."""
    found: list[Draft] = []
    taken = -1
    openings = {word for group in scene.rules.prepositions for word in first_words(group.words)}
    for token in scene.tokens:
        if token.i <= taken or token.norm not in openings:
            continue
        for group in scene.rules.prepositions:
            after = scene.begins(token.i, group.words)
            if after is None or (group.closing and not closes(scene, token.i, after)):
                continue
            if group.heads and (after >= len(scene.tokens) or scene.tokens[after].norm not in group.heads):
                continue
            if group.heads and token.i - 1 in scene.by_verb:
                continue  # "a-t-on appris de source policière": the verb reports
            draft = _prepositional(scene, token.i, after, group.never_before, group.initial)
            if draft is not None:
                draft.endorsement = "distanced" if draft.endorsement == "distanced" else group.endorsement
                found.append(draft)
                taken = after
                break
    return found


def _prepositional(scene: Scene, first: int, after: int, never: tuple[str, ...], initial: bool) -> Draft | None:
    tokens = scene.tokens
    sentence = scene.sentence(first)
    end = sentence.last
    inside = scene.quote_at(tokens[first].start)
    start = sentence.first
    if inside is not None:
        start, end = max(start, scene.first_at(inside.inner[0])), min(end, scene.first_at(inside.inner[1]))
    if after >= end or not scene.running(sentence):
        return None
    if any(tokens[k].norm in never for k in range(after, min(end, after + 2))):
        return None
    phrase = phrase_after(scene, after, end)
    if phrase is None:
        return None
    span, past = _without_subject(scene, after, *phrase, end)
    end = _other_subject(scene, span, past, end)
    comma = next((k for k in range(past, min(end, past + 12)) if not scene.word(k)), end)
    leading = scene.skip_adverbs(start, first)
    if any(tokens[k].norm in scene.rules.complementisers for k in range(max(start, first - 1), first)):
        leading = first
    at_start = all(not scene.word(k) or tokens[k].norm in scene.rules.conjunctions for k in range(leading, first))
    at_start = at_start or _opens_clause(scene, start, first, comma, end)
    if initial and not (
        at_start and comma < end and tokens[comma].norm == "," and comma - past < 2 and _speaker(scene, span)
    ):
        return None
    if initial and (inside is not None or (comma + 1 < end and _relative(scene, comma + 1))):
        return None
    behind_colon = first > start and tokens[first - 1].norm == ":"
    if (not at_start or behind_colon) and scene.pronoun(span) and _speaks_already(scene, start, first):
        return None
    if not at_start and _quoted_already(scene, start, first):
        return None
    source = Source(span, "preposition", after, 0.9)
    if at_start:
        verb_next = scene.rules.verb_bracket and past < end and scene.finite(past)  # "Laut Polizei kamen …, die …"
        begin = comma + 1 if comma < end and tokens[comma].norm in (",", ":") and not verb_next else past
        if begin == comma + 1:
            begin = _past_remark(scene, begin, end)
        content = [span_of(scene, begin, content_end(scene, None, begin, end, clause=True))] if begin < end else []
        if begin > comma > past:
            source = Source(_grown(scene, after, comma) or span, "preposition", after, 0.9)
        rule = "selon first"
    else:
        content = [span_of(scene, clause_first(scene, start, first), first)]
        if comma < end and tokens[comma].norm == "," and first > 0 and tokens[first - 1].norm == ",":
            rest = scene.skip_adverbs(comma + 1, end)
            cleft = rest < end and scene.tokens[rest].pos == "SCONJ"
            joined = rest < end and scene.tokens[rest].norm in scene.rules.conjunctions
            relayed = scene.by_first.get(rest)
            joined = joined or (relayed is not None and relayed.form is Form.GERUND)  # "…, citing local police"
            if rest < end and not joined and (cleft or not _relative(scene, rest)):
                content.append(span_of(scene, comma + 1, content_end(scene, None, comma + 1, end, clause=True)))
        rule = SELON_AFTER
        if scene.rules.verb_bracket and len(content) == 1 and past < end and scene.word(past):
            # The clause goes on behind the source: "wird laut Polizei weiter gefahndet".
            content.append(span_of(scene, past, content_end(scene, None, past, end, clause=True)))
        elif comma - past <= 8 and not any(scene.finite(k) for k in range(past, comma)):
            source = Source(_grown(scene, after, comma) or span, "preposition", after, 0.9)
    words = (tokens[first].start, tokens[after - 1].end)
    spans = [own for c in content if c is not None and (own := _beside(scene, c, words)) is not None]
    if not spans or not any(scene.words_in(s) > 1 for s in spans):
        return None
    hearsay = any(t.norm in scene.rules.conditional_auxiliaries for s in spans for t in scene.parsed.tokens_in(s))
    draft = Draft(source, spans, rule, 0.88, words=words, direct=any(q.span == spans[0] for q in scene.outer))
    if hearsay:
        draft.endorsement = "distanced"
    return draft


def _without_subject(scene: Scene, first: int, span: Span, past: int, end: int) -> tuple[Span, int]:
    """The source without the clause's subject, which an age or apposition joined to it ("police, the man, 43, had")."""
    tokens = scene.tokens
    comma = next((k for k in range(first, past) if tokens[k].norm == ","), None)
    verb = scene.skip_adverbs(past + (past < end and tokens[past].norm == ","), end)
    if comma is None or verb >= end or not scene.finite(verb):
        return span, past
    return (span[0], tokens[comma - 1].end), comma


def _beside(scene: Scene, span: Span, words: Span) -> Span | None:
    """A content without the cue, which a quotation around both takes in."""
    if not overlaps(span, words):
        return span
    return scene.trimmed(span[0], words[0]) if span[0] < words[0] else scene.trimmed(words[1], span[1])


def _opens_clause(scene: Scene, start: int, first: int, comma: int, end: int) -> bool:
    """True where the phrase opens a later clause of its sentence ("…, mais selon X, …", "a dit que, selon X, …")."""
    tokens = scene.tokens
    if not (first - 1 > start and comma + 1 < end and tokens[comma].norm == ","):
        return False
    if tokens[first - 1].norm == ":":
        return True
    before = first - 1 if scene.word(first - 1) else first - 2
    if tokens[before].norm in scene.rules.complementisers:
        return before != first - 1
    return tokens[before].norm in scene.rules.conjunctions and tokens[before - 1].norm in (",", ";")


def _speaks_already(scene: Scene, start: int, first: int) -> bool:
    """True where a verb before "selon lui" says already who speaks ("Il évoque un coup prévu, selon lui, …")."""
    cues = [cue for k in range(start, first) if (cue := scene.by_verb.get(k)) is not None]
    spoken = (Form.FINITE, Form.PARTICIPLE)
    open_frames = (Frame.OBJECT, Frame.QUOTE) if scene.tokens[first - 1].norm == ":" else (Frame.OBJECT,)
    told = [c for c in cues if any(c.allows(frame) is not None for frame in open_frames)]
    return any(c.form in spoken and not c.passive for c in told)


def _quoted_already(scene: Scene, start: int, first: int) -> bool:
    """True where a quotation before the phrase has its own reporting clause ("« … », a dit X, selon Y")."""
    for k in range(start + 2, first):
        cue = scene.by_first.get(k)
        if cue is not None and cue.allows(Frame.QUOTE) is not None and scene.tokens[k - 1].norm in (",", '"', "»"):
            before = [j for j in range(start, k) if scene.tokens[j].norm in ('"', "»")]
            if before and not any(scene.word(j) for j in range(before[-1] + 1, k)):
                return True
    return False


def _other_subject(scene: Scene, source: Span, at: int, end: int) -> int:
    """The semicolon behind which another party is the subject ("selon X, … ; Y en compte …"), else ``end``."""
    own = set(scene.cast.resolve(source).parties)
    for k in range(at, end):
        if scene.tokens[k].norm == ";" and scene.quote_at(scene.tokens[k].start) is None:
            subject = phrase_after(scene, k + 1, end)
            others = scene.cast.resolve(subject[0]).parties if subject is not None else ()
            if others and own.isdisjoint(others):
                return k
    return end


def _past_remark(scene: Scene, at: int, end: int) -> int:
    """The first token after what is said of the source between commas ("selon une étude, publiée lundi, …", "selon X,
    de l'université de Brest, …")."""
    participle = scene.tokens[at].feature("VerbForm") == "Part" and scene.tokens[at].pos == "VERB"
    origin = scene.tokens[at].pos == "ADP" and scene.tokens[at].norm in scene.rules.noun_speakers
    if not (participle or origin or _relative(scene, at)):
        return at
    comma = next((k for k in range(at + 1, min(end, at + 20)) if scene.tokens[k].norm == ","), end)
    if origin and any(scene.finite(k) for k in range(at, comma)):
        return at
    return comma + 1 if any(scene.tokens[k].pos in ("VERB", "AUX") for k in range(comma + 1, end)) else at


def _relative(scene: Scene, at: int) -> bool:
    return scene.tokens[at].norm in scene.rules.relatives


def _grown(scene: Scene, first: int, end: int) -> Span | None:
    return scene.trimmed(scene.tokens[first].start, scene.tokens[end - 1].end)


def _speaker(scene: Scene, span: Span) -> bool:
    resolved = scene.cast.resolve(span)
    return bool(resolved.parties or resolved.speakers)
