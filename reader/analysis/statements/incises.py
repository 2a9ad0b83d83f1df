"""Statements whose cue comes after or inside the content: "…", said X; "…", a-t-il ajouté, "…"; selon X."""

from __future__ import annotations

from reader.analysis.statements.contents import span_of
from reader.analysis.statements.cues import Cue
from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.light_sources import OMITTED
from reader.analysis.statements.phrases import phrase_after
from reader.analysis.statements.resuming import goes_on, relative_at
from reader.analysis.statements.scene import Scene
from reader.analysis.statements.sources import Source, inverted_subject, subject_of
from reader.analysis.statements.speakers import can_speak
from reader.analysis.text.parsed import Quote
from reader.domain.analysis import Level
from reader.domain.span import Span
from reader.languages.cue_lexicon import Form
from reader.languages.cue_rules import Frame

_SURE = 0.84
_CLAUSE = 4
_MARKS = ('"', "»", "”", "'", "’")


def incise(scene: Scene, cue: Cue) -> Draft | None:
    """The statement of a cue that follows a quotation or a clause, or cuts it in two; None where it does neither."""
    sense = cue.allows(Frame.QUOTE) or cue.allows(Frame.CLAUSE)
    if sense is None or cue.passive or cue.form is Form.GERUND:
        return None
    sentence = scene.sentence(cue.verb)
    inside = scene.quote_at(scene.tokens[cue.verb].start)
    end = sentence.last
    if inside is not None:
        end = min(end, scene.first_at(inside.span[1]))
    left, source, after = _extent(scene, cue, end)
    linked = _link_before(scene, left, sentence.first)
    if source is None or (source.span is None and source.rule != OMITTED):
        return None
    if inside is not None and source.span is not None and scene.first_person(source.span):
        return None  # “The work goes on, we say, …”: the quoted speaker's own words
    if inside is not None and not _cuts(scene, inside, source):
        return None
    if source.rule == "relative" or (inside is not None and _told_before_it(scene, cue)):
        return None
    if inside is not None:
        content = _inside_quote(scene, inside, left, after)
    else:
        content = _before(scene, cue, left if linked is None else linked, after, source, linked is not None)
    if not content:
        return None
    direct = any(q.span == content[0] for q in scene.outer)
    certainty = 0.95 if direct else 0.8
    return Draft(source, content, f"incise, {source.rule}", certainty, cue, sense, cue.words, direct=direct)


def _cuts(scene: Scene, quote: Quote, source: Source) -> bool:
    """True where a reporting clause inside the marks is the writer's: a pronoun or an inversion, or in one sentence."""
    if source.span is None or source.rule == "inversion" or scene.pronoun(source.span):
        return True
    inner = scene.parsed.normal[quote.inner[0] : quote.inner[1]]
    return not any(stop in inner for stop in (". ", "! ", "? "))


def _told_before_it(scene: Scene, cue: Cue) -> bool:
    """True for a verb whose object is a pronoun before it, which stands for what was said ("…, il l'a dit, …")."""
    return scene.tokens[cue.first].norm in scene.rules.object_pronouns


def _link_before(scene: Scene, left: int, start: int) -> int | None:
    """Where a link word right before a reporting clause begins ("ce que souligne X", "as X said"), or None."""
    for phrase in scene.rules.links:
        size = len(phrase.replace("'", "' ").split())
        if left - size >= start and scene.matches(left - size, phrase) is not None:
            return left - size
    return None


def _extent(scene: Scene, cue: Cue, end: int) -> tuple[int, Source | None, int]:
    """The first token of the reporting clause, its source, and the index after it."""
    sentence = scene.sentence(cue.verb)
    before = _previous(scene, cue.first, sentence.first)
    linked = _link_before(scene, cue.first, sentence.first) is not None
    group = range(cue.first, min(cue.after + 1, end))
    inverted = any(scene.tokens[k].norm in scene.rules.inverted_pronouns for k in group)
    between = None if inverted else _after_quotation(scene, cue, sentence.first)
    told = any(s.group.hearer for s in cue.senses)
    if (before is None or not scene.word(before) or linked) and not told and (between is None or linked):
        found = inverted_subject(scene, cue, end)
        if found is not None:
            return cue.first, found[0], _clause_end(scene, found[1], end)
    if between is not None:
        return between.first, between, _clause_end(scene, cue.after, end)
    source = subject_of(scene, cue)
    if source.rule == OMITTED:
        return cue.first, source, _clause_end(scene, cue.after, end)
    if source.span is None or source.first < 0 or source.first >= cue.first:
        return cue.first, None, cue.after
    source = _last_part(scene, cue, source)
    return source.first, source, _clause_end(scene, cue.after, end)


def _last_part(scene: Scene, cue: Cue, source: Source) -> Source:
    """The source right before its cue, without what a comma parts from it ("… and Yemen, two states, Sinha said")."""
    tokens, first = scene.tokens, source.first
    if (
        cue.first < 1
        or not scene.word(cue.first - 1)
        or source.span is None
        or tokens[cue.first - 1].end != source.span[1]
    ):
        return source
    comma = next((k for k in range(cue.first - 1, first, -1) if tokens[k].norm == ","), None)
    if comma is None or any(tokens[k].norm in scene.rules.conjunctions for k in range(comma, cue.first)):
        return source
    phrase = phrase_after(scene, comma + 1, cue.first)
    if phrase is None or phrase[1] != cue.first:
        return source
    return source._replace(span=phrase[0], first=comma + 1)


def _after_quotation(scene: Scene, cue: Cue, start: int) -> Source | None:
    """The words between a closing mark and the cue, where they can only be its subject ("…,” a spokesman said")."""
    at = cue.first - 1
    while at >= start and scene.tokens[at].norm not in ('"', "»"):
        if at in scene.by_verb or scene.tokens[at].pos in ("AUX", "SCONJ") or cue.first - at > 30:
            return None
        at -= 1
    if at < start or scene.quote_at(scene.tokens[at].start) is None:
        return None
    quote = scene.quote_at(scene.tokens[at].start)
    if quote is None or quote.span[1] != scene.tokens[at].end:
        return None
    if scene.parsed.normal[quote.inner[1] - 1] not in ",.!?…" and scene.tokens[at + 1].norm != ",":
        return None  # a nickname, a title
    first = at + 1
    while first < cue.first and (not scene.word(first) or scene.tokens[first].pos in ("ADV", "CCONJ")):
        first += 1
    inner = range(first, cue.first)
    if first < cue.first and scene.tokens[first].pos in ("ADP", "VERB"):
        return None  # "…,” including seven rifles, the statement said"
    told_of = any(relative_at(scene, k) for k in inner[1:])
    if any(scene.finite(k) for k in inner) and not told_of:
        return None
    if not inner or not any(scene.nominal(k) for k in inner) or any(scene.tokens[k].norm in (";", ":") for k in inner):
        return None
    last = cue.first
    while last > first and (not scene.word(last - 1) or scene.tokens[last - 1].pos == "ADV"):
        last -= 1
    span = scene.trimmed(scene.tokens[first].start, scene.tokens[last - 1].end) if last > first else None
    return Source(span, "subject", first, 0.93) if span else None


def _previous(scene: Scene, at: int, start: int) -> int | None:
    """The token before a reporting clause, adverbs and conjunctions skipped; None at a sentence's start."""
    at -= 1
    while at >= start and (
        scene.tokens[at].pos == "ADV" or scene.tokens[at].norm in (*scene.rules.adverbs, *scene.rules.conjunctions)
    ):
        at -= 1
    return at if at >= start else None


def _clause_end(scene: Scene, at: int, end: int) -> int:
    """The index of the mark that ends a reporting clause."""
    while at < end:
        token = scene.tokens[at]
        quote = scene.quote_at(token.start)
        if token.norm in (",", ";", ":", ".") or (quote is not None and quote.span[0] == token.start):
            return at
        at += 1
    return end


def _inside_quote(scene: Scene, quote: Quote, left: int, after: int) -> list[Span]:
    """« La situation, a-t-il dit, est grave »: a reporting clause between commas inside the marks."""
    tokens = scene.tokens
    if left == 0 or tokens[left - 1].norm not in (",", "-", "–", "—") or after >= len(tokens):
        return []
    first = scene.trimmed(quote.span[0], tokens[left - 1].start)
    if first is None or first[0] >= first[1]:
        return []
    closing = tokens[after].start >= quote.inner[1]
    rest = None if closing else scene.trimmed(tokens[after].start, quote.span[1])
    return [first, rest] if rest else [first]


def _before(scene: Scene, cue: Cue, left: int, after: int, source: Source, linked: bool) -> list[Span]:
    sentence = scene.sentence(cue.verb)
    tokens = scene.tokens
    at = left - 1
    while at >= sentence.first and (scene.tokens[at].pos == "ADV" or tokens[at].norm in scene.rules.adverbs):
        at -= 1
    if at < sentence.first and linked:
        return goes_on(scene, after, sentence.last, quoted=False)
    if at < sentence.first:
        quote = _ends_before(scene, tokens[left].start) if at >= 0 else None
        if quote is None or tokens[sentence.first].sentence == 0:
            return []
        if scene.parsed.sentences[tokens[sentence.first].sentence - 1].block != sentence.block:
            return []
        if scene.parsed.normal[quote.inner[1] - 1] == "." and _has_own_content(scene, cue, after):
            return []
        if after < sentence.last and tokens[after].norm == ":":
            return []
        opened = scene.quote_at(tokens[cue.after].start) if cue.after < sentence.last else None
        if opened is not None and opened.span[0] == tokens[cue.after].start:
            return []  # "“…” Members shouted “Shame!”"
        return [quote.span] if scene.words_in(quote.span) > 1 else []
    if tokens[at].norm not in (",", *_MARKS, "-", "–", "—") and tokens[at].text not in _MARKS:
        return []
    quote = _ends_before(scene, tokens[at].end)
    spans: list[Span] = []
    if quote is not None:
        start = _content_start(scene, quote, sentence.first)
        if start is None:
            return []
        if start == quote.span[0]:
            spans = _chain(scene, quote, sentence.span[0])
        else:
            whole = scene.trimmed(start, quote.span[1])
            spans = [whole] if whole else []
    else:
        if tokens[at].norm in _MARKS or (tokens[at].norm != "," and tokens[at].norm not in ("–", "—")):
            return []
        light = scene.parsed.level is Level.LIGHT
        if light and source.certainty < _SURE:
            return []
        start_token = clause_first(scene, sentence.first, at)
        parts = [*range(start_token, at)]
        if after + 1 < sentence.last and tokens[after].norm == "," and not relative_at(scene, after + 1):
            parts += range(after, sentence.last)
        if light and not any(scene.finite(k) for k in parts) and subject_of(scene, cue).rule == "subject":
            return []  # "Verdi, the director of the museum, said the …"
        if not any(scene.finite(k) for k in parts) and not (light and len(parts) >= _CLAUSE):
            return []
        if not light and not _main_verb(scene, parts):
            return []  # "X, qui dirige Y, a averti Z, …"
        if cue.allows(Frame.CLAUSE) is None:
            return []
        if cue.allows(Frame.QUOTE) is None and not linked and not can_speak(scene, source):
            return []  # "X, a salesman, showed no emotion"
        if linked:
            whole = span_of(scene, start_token, at)
            return [whole] if whole else []
        if (
            source.rule != "inversion"
            and not _pure(scene, cue, after)
            and not _closes(scene, cue, at, after, sentence.last)
        ):
            return []
        whole = span_of(scene, start_token, at)
        spans = [whole] if whole else []
    if not spans:
        return []
    complete = quote is None and any(scene.finite(k) for k in range(clause_first(scene, sentence.first, at), at))
    complete = complete and not scene.finite(at - 1)  # "The driver was, police said, drunk."
    return spans + goes_on(scene, after, sentence.last, quoted=quote is not None, complete=complete)


def _main_verb(scene: Scene, parts: list[int]) -> bool:
    """True where a finite verb is left once each relative clause has taken its own."""
    relative = taken = False
    tokens, within = scene.tokens, set(parts)
    heads = [tokens[k].head for k in parts if tokens[k].dep.startswith("nsubj") and not relative_at(scene, k)]
    if any(head in within and not tokens[head].dep.startswith("acl") for head in heads):
        return True
    for k in parts:
        if relative_at(scene, k):
            relative = True
        elif scene.finite(k):
            if not (relative or taken):
                return True
            relative, taken = False, True
        elif scene.tokens[k].pos not in ("VERB", "AUX", "ADV"):
            taken = False
    return False


def _pure(scene: Scene, cue: Cue, after: int) -> bool:
    """True where nothing but the cue stands in a reporting clause with its subject first (", he said,")."""
    return scene.skip_adverbs(cue.after, after) >= after


def _closes(scene: Scene, cue: Cue, comma: int, after: int, end: int) -> bool:
    """True where a reporting clause with its subject first ends its sentence (", her lawyer told the paper.")."""
    if any(scene.word(k) for k in range(after, end)) or any(scene.finite(k) for k in range(cue.after, after)):
        return False
    if cue.allows(Frame.QUOTE) is None or cue.allows(Frame.CLAUSE) is None:
        return False
    tokens = scene.tokens
    before = [
        c for c in scene.parsed.children[cue.verb] if c < comma and tokens[c].dep in ("ccomp", "parataxis", "dep")
    ]
    return bool(before) or tokens[cue.verb].dep in ("parataxis", "ccomp", "")


def _has_own_content(scene: Scene, cue: Cue, after: int) -> bool:
    return after - cue.after > 3


def _ends_before(scene: Scene, offset: int) -> Quote | None:
    """The outermost quotation that ends at an offset, a comma and spaces between them allowed."""
    text = scene.parsed.normal
    at = offset - 1
    while at >= 0 and (text[at] in " ,\n-–—" or text[at] == "\t"):
        at -= 1
    quote = scene.quote_at(at)
    return quote if quote is not None and quote.span[1] == at + 1 else None


def _content_start(scene: Scene, quote: Quote, first: int) -> int | None:
    """Where the content that ends with a quotation begins: at its mark, or where the clause that holds it begins."""
    tokens = scene.tokens
    start = scene.first_at(quote.span[0])
    at = start - 1
    while at >= first and not scene.word(at):
        if tokens[at].norm == "," and _completes(scene, quote, first, at):
            break
        if tokens[at].norm in (":", ",", '"', "»", ".", "!", "?", "…", ";"):
            return quote.span[0]
        at -= 1
    if at < first:
        return quote.span[0]
    if tokens[at].norm in scene.rules.conjunctions and (at == first or _told_before(scene, first, at)):
        return quote.span[0]
    return tokens[clause_first(scene, first, start)].start


def _told_before(scene: Scene, first: int, at: int) -> bool:
    """True where another quotation with a report of its own stands right before: "X said “…”, and “…”, Y replied"."""
    before = at - 1 if scene.tokens[at - 1].norm == "," else at
    earlier = _ends_before(scene, scene.tokens[before].start)
    return earlier is not None and any(k in scene.by_verb for k in range(first, scene.first_at(earlier.span[0])))


def _completes(scene: Scene, quote: Quote, first: int, comma: int) -> bool:
    """True for a quotation that ends the clause before its comma ("La ville veut, dès mai, « attirer les cadres »")."""
    opening = scene.parsed.normal[quote.inner[0] : quote.inner[1]].lstrip()[:1]
    verb = any(scene.finite(k) for k in range(first, comma))
    return opening.islower() and verb and not any(scene.finite(t.i) for t in scene.parsed.tokens_in(quote.span))


def clause_first(scene: Scene, first: int, end: int) -> int:
    """Where the last main clause before a reporting clause begins: the sentence's start, its link words skipped."""
    at = first
    while at < end and (not scene.word(at) and scene.tokens[at].norm not in ('"', "«", "“")):
        at += 1
    if at < end and scene.tokens[at].norm in scene.rules.conjunctions:
        at += 1
    linked = scene.begins(at, scene.rules.connectives)
    if linked is not None and linked + 1 < end and scene.tokens[linked].norm == ",":
        at = linked + 1
    return at


def _chain(scene: Scene, quote: Quote, start: int) -> list[Span]:
    """A quotation with those right before it in the same sentence."""
    spans = [quote.span]
    text = scene.parsed.normal
    while True:
        earlier = _ends_before(scene, spans[0][0])
        if earlier is None or earlier.span[0] < start or any(c.isalnum() for c in text[earlier.span[1] : spans[0][0]]):
            return spans
        spans.insert(0, earlier.span)
