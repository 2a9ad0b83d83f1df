"""Who speaks where there is no tree: the subject by word classes, order and the pack's words."""

from __future__ import annotations

from reader.analysis.statements.cues import Cue
from reader.analysis.statements.phrases import phrase_after
from reader.analysis.statements.scene import Scene
from reader.domain.span import Span
from reader.languages.cue_lexicon import Form

Found = tuple[Span | None, str, int, float]  # span, rule, first token, certainty
OMITTED = "omitted subject"

_BACK = 60
_NICKNAME = 2
_CIRCUMSTANCE = 22
_OPENING = ("DET", "PROPN", "PRON", "NOUN", "NUM", "ADJ")
_PARTS = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP")


def light_subject(scene: Scene, cue: Cue) -> Found | None:
    """The subject of a cue: before it, shared with an earlier verb, an antecedent, or behind it; None where none is."""
    start = _limit(scene, cue.first)
    if cue.form is Form.GERUND:
        return _earlier(scene, cue, start, "participle")
    relative = cue.first - 1
    while relative > start and (
        scene.tokens[relative].pos == "ADV" or scene.tokens[relative].norm in scene.rules.clitics
    ):
        relative -= 1
    joined = relative > start and scene.tokens[relative].norm in scene.rules.complementisers
    if joined and scene.tokens[relative - 1].norm in scene.rules.false_complementisers:
        return _earlier(scene, cue, start, "shared subject")  # "al tiempo que ha añadido"
    if relative > start and scene.tokens[relative].norm in scene.rules.relatives:
        who = _reaching(scene, relative, start, governed=True)
        if who is not None:
            return who[0], "relative", who[1], 0.8
    found = _reaching(scene, cue.first, start)
    if found is not None:
        sure = scene.tokens[found[1]].norm in scene.rules.subject_pronouns or _near(scene, found[0], cue)
        return found[0], "subject", found[1], 0.93 if sure else 0.85
    if _joined(scene, cue.first, start):
        return _earlier(scene, cue, start, "shared subject")
    if cue.carried:
        return _earlier(scene, cue, start, "shared subject")
    behind = _behind(scene, cue) if scene.rules.subject_after else None
    if behind is None and scene.rules.subject_omitted and not cue.passive and _subjectless(scene, cue.first, start):
        return None, OMITTED, -1, 0.75
    return behind


def _limit(scene: Scene, first: int) -> int:
    """Where the stretch begins in which the subject of a verb may stand."""
    start = scene.sentence(first).first
    quote = scene.quote_at(scene.tokens[first].start)
    if quote is not None:
        start = max(start, scene.first_at(quote.inner[0]))
    for k in range(first - 1, max(start, first - _BACK) - 1, -1):
        token = scene.tokens[k]
        inside = scene.quote_at(token.start)
        closing = inside is not None and inside is not quote and inside.span[1] == token.end
        if token.norm in (";", ":") or (closing and inside is not None and scene.words_in(inside.span) > _NICKNAME):
            return k + 1
    return start


def _subjectless(scene: Scene, first: int, start: int) -> bool:
    """True where nothing before a verb could be its subject: words for when, where and how at most."""
    at = start
    while at < first and (not scene.word(at) or scene.tokens[at].norm in scene.rules.conjunctions):
        at = scene.skip_adverbs(at + 1, first)
    at = scene.skip_adverbs(at, first)
    while at < first and not scene.word(at):
        at = scene.skip_adverbs(at + 1, first)
    return at >= first or scene.tokens[at].pos in ("ADP", "SCONJ") or scene.tokens[at].feature("VerbForm") is not None


def _near(scene: Scene, span: Span, cue: Cue) -> bool:
    last = scene.first_at(span[1])
    return scene.skip_adverbs(last, cue.first) == cue.first


def _reaching(scene: Scene, end: int, start: int, *, governed: bool = False) -> tuple[Span, int] | None:
    """The leftmost noun phrase that leads up to the verb at ``end``, and its first token; behind a preposition only
    where it may be ``governed``."""
    free: set[int] = set()  # places right behind words for when or how
    for k in range(max(start, end - _BACK), end):
        if (past := scene.skip_adverbs(k, end)) != k:
            free.add(past)
            continue
        token, before = scene.tokens[k], scene.tokens[k - 1] if k > start else None
        if token.pos not in _OPENING or token.norm in scene.rules.never_subjects:
            continue
        if before is not None and before.feature("VerbForm") in ("Inf", "Ger"):
            continue
        if before is not None and before.norm == "," and token.pos == "PROPN" and _apposed(scene, k - 1, start):
            continue
        if k not in free and before is not None and before.pos in _PARTS and not (governed and before.pos == "ADP"):
            continue
        if token.norm in scene.rules.relatives and token.norm not in scene.rules.determiners:
            continue
        phrase = phrase_after(scene, k, end)
        if phrase is not None and _leads_to(scene, phrase[1], end):
            return phrase[0], k
    return None


def _apposed(scene: Scene, comma: int, start: int) -> bool:
    """True where the words before a comma are an office behind a preposition: the name behind it goes with them
    ("con el jefe del Gobierno, Julio Mas, el ministro dijo")."""
    for k in range(comma - 1, max(start, comma - _CIRCUMSTANCE), -1):
        if not scene.word(k) or scene.finite(k):
            return False
        if scene.tokens[k].pos == "ADP" and scene.tokens[k].norm not in scene.rules.noun_links:
            return any(scene.acting_noun(at) for at in range(k + 1, min(k + 3, comma)))
    return False


def _leads_to(scene: Scene, at: int, end: int) -> bool:
    """True where only adverbs, a circumstance or a parenthesis between commas stand from a subject to its verb."""
    tokens = scene.tokens
    at = scene.skip_adverbs(at, end)
    if at < end and tokens[at].norm == ",":
        last = end - 1
        while last > at and (tokens[last].pos == "ADV" or tokens[last].norm in scene.rules.adverbs):
            last -= 1
        return tokens[last].norm == ","
    if at < end and tokens[at].pos == "ADP" and end - at <= _CIRCUMSTANCE:
        inner = [k for k in range(at, end) if tokens[k].norm not in ("(", ")")]
        return not any(scene.finite(k) or not scene.word(k) or tokens[k].pos == "SCONJ" for k in inner)
    return at >= end


def _joined(scene: Scene, first: int, start: int) -> bool:
    """True where a conjunction stands right before a verb, adverbs left aside."""
    at = first - 1
    while at > start and (scene.tokens[at].pos == "ADV" or scene.tokens[at].norm in scene.rules.adverbs):
        at -= 1
    return at > start and scene.tokens[at].norm in scene.rules.conjunctions


def _earlier(scene: Scene, cue: Cue, start: int, rule: str) -> Found | None:
    """The subject of the cue before in the same sentence, else the one with which the sentence begins."""
    for other in reversed([c for c in scene.cues if start <= c.first and c.verb < cue.first]):
        if other.form is Form.FINITE or other.form is Form.PARTICIPLE:
            found = light_subject(scene, other)
            if found is not None and found[0] is not None:
                return found[0], rule, found[2], 0.78
    leading = leading_subject(scene, start, cue.first)
    return (leading[0], rule, leading[1], 0.72) if leading is not None else None


def leading_subject(scene: Scene, start: int, end: int) -> tuple[Span, int] | None:
    """The subject of the first finite verb of a stretch, and its first token."""
    for k in range(start, end):
        if scene.finite(k):
            first = k
            while first - 1 > start and (
                scene.tokens[first - 1].pos in ("ADV", "AUX") or scene.tokens[first - 1].norm in scene.rules.clitics
            ):
                first -= 1
            return _reaching(scene, first, start)
    return None


def _acts(scene: Scene, phrase: tuple[Span, int], at: int, end: int) -> bool:
    """True where a noun phrase behind a verb is its subject, not its object: nothing but what was said follows, or it
    is somebody."""
    after = scene.skip_adverbs(phrase[1], end)
    if after >= end or not scene.word(after) or scene.tokens[after].norm in scene.rules.complementisers:
        return True
    last = scene.first_at(phrase[0][1])
    return bool(scene.cast.at(phrase[0])) or any(scene.acting_noun(k) for k in range(at, min(at + 2, last)))


def _behind(scene: Scene, cue: Cue) -> Found | None:
    """The subject right behind its verb ("dijo ayer el ministro que …", "am Montag sagte der Minister, …")."""
    end = scene.sentence(cue.verb).last
    if cue.inner is not None:
        places = [scene.skip_adverbs(cue.inner[0], cue.inner[1])]
    else:
        places = [scene.skip_adverbs(cue.after, end)]
    for at in places:
        if at >= end or scene.tokens[at].pos not in _OPENING or scene.tokens[at].norm in scene.rules.never_subjects:
            continue
        phrase = phrase_after(scene, at, end if cue.inner is None else cue.inner[1])
        if phrase is not None and _acts(scene, phrase, at, end):
            return phrase[0], "inversion", at, 0.85
    return None


def phrase_up_to(scene: Scene, end: int, start: int) -> tuple[Span, int] | None:
    """The noun phrase that ends right before ``end``, the longest there is, and its first token."""
    for k in range(max(start, end - _CIRCUMSTANCE), end):
        if scene.tokens[k].pos in _OPENING and (k == start or scene.tokens[k - 1].pos not in ("DET", "ADJ", "NUM")):
            phrase = phrase_after(scene, k, end)
            if phrase is not None and phrase[1] == end:
                return phrase[0], k
    return None
