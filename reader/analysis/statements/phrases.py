"""Noun phrases: by the tree, and by what stands next to what where the tree is silent or wrong."""

from __future__ import annotations

from reader.analysis.statements.scene import Scene
from reader.analysis.text.parsed import Token
from reader.domain.span import Span

_OUTSIDE = {"case", "mark", "cc", "punct", "cop", "advmod", "discourse"}
_NEVER = {"parataxis", "advcl", "ccomp", "csubj", "root"}
_NOUNS = ("NOUN", "PROPN")
_TITLE = 5
_PARENTHESIS = 16
_APPOSITION = 32
_INSIDE = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "X", "SYM")


def tree_phrase(scene: Scene, head: int, low: int, high: int) -> Span:
    """The noun phrase of a head, with title and apposition, inside tokens ``low`` up to but not including ``high``."""
    tokens = scene.tokens
    kept = {head}
    stack = [head]
    while stack:
        at = stack.pop()
        for child in scene.parsed.children[at]:
            token = tokens[child]
            if not low <= child < high or token.dep.split(":")[0] in _NEVER:
                continue
            if at == head and token.dep in _OUTSIDE and child < head and not token.text.isalnum():
                continue
            if at == head and token.dep.split(":")[0] in _OUTSIDE and token.dep != "punct" and child < head:
                continue
            if (
                child > head
                and _after_comma(scene, child)
                and not token.dep.startswith(("appos", "conj", "flat", "punct", "amod", "nummod"))
            ):
                continue
            if token.dep == "conj" and token.pos in ("VERB", "AUX"):
                continue
            kept.add(child)
            stack.append(child)
    first = last = head
    while first - 1 in kept or (first - 2 in kept and not scene.word(first - 1) and first - 1 >= low):
        first -= 1
    while last + 1 in kept or (last + 2 in kept and not scene.word(last + 1) and last + 1 < high):
        last += 1
    return _clean(scene, first, last)


def _after_comma(scene: Scene, i: int) -> bool:
    left = scene.leftmost(i)
    return left > 0 and scene.tokens[left - 1].norm == ","


def _clean(scene: Scene, first: int, last: int) -> Span:
    while first < last and not scene.word(first):
        first += 1
    while last > first and not scene.word(last) and scene.tokens[last].norm not in (")", '"', "»"):
        last -= 1
    start = scene.tokens[first].start
    if scene.tokens[first].text.startswith("-"):
        start += len(scene.tokens[first].text) - len(scene.tokens[first].text.lstrip("-"))
    return (start, scene.tokens[last].end)


def phrase_after(scene: Scene, at: int, end: int) -> tuple[Span, int] | None:
    """A noun phrase that begins at a token, with the index after it: determiners, nouns, names, "of" phrases,
    appositions between commas."""
    tokens, rules = scene.tokens, scene.rules
    first = at
    while at < end and tokens[at].norm in rules.inverted_pronouns:
        at += 1
    if at > first:
        return _clean(scene, at - 1, at - 1), at
    possessive = at < end and tokens[at].norm in rules.determiners
    if (
        at < end
        and not possessive
        and (tokens[at].pos == "PRON" or (not tokens[at].pos and tokens[at].norm in rules.subject_pronouns))
    ):
        return _clean(scene, at, at), at + 1
    after = _run(scene, at, end)
    if after == at or not any(
        scene.word(k) and (tokens[k].pos in ("NOUN", "PROPN", "NUM", "X", "ADJ", "") or _misread(scene, k))
        for k in range(at, after)
    ):
        return None
    while after < end and tokens[after].norm == ",":
        more = _appositive(scene, after + 1, end)
        closed = more >= end or tokens[more].norm in (",", '"', "»", ".", ":")
        inner = range(after + 1, more)
        names = [k for k in inner if tokens[k].pos in _NOUNS or not tokens[k].pos or tokens[k].text.isdecimal()]
        if more == after + 1 or not names or not closed or more - after > _APPOSITION:
            break
        if tokens[after + 1].norm in rules.adverbs:
            break
        after = more
    return _clean(scene, first, after - 1), after


def _appositive(scene: Scene, at: int, end: int) -> int:
    """The index after an apposition, its prepositions and participles included ("adjoint chargé des ports")."""
    tokens, after = scene.tokens, _run(scene, at, end)
    links = (*scene.rules.addressees, *scene.rules.infinitive_markers)
    while at < after < end:
        said = scene.reduced(after) and at <= tokens[after].head < after
        link = after + 1 if said else after
        if link >= end or tokens[link].pos != "ADP" or not (said or tokens[link].norm in links):
            return link
        more = _run(scene, link + 1, end)
        if more == link + 1:
            return link
        after = more
    return after


def _run(scene: Scene, at: int, end: int) -> int:
    """The index after a run of words that may make one noun phrase."""
    tokens, rules = scene.tokens, scene.rules
    nouns = False
    while at < end:
        token = tokens[at]
        if not token.pos:
            if (
                token.norm in rules.determiners
                or token.text[:1].isupper()
                or (nouns and token.norm in rules.noun_links)
            ):
                nouns = nouns or token.text[:1].isupper()
            elif at and tokens[at - 1].norm in rules.determiners:
                nouns = True
            else:
                break
        elif token.pos == "PRON" and nouns and token.norm in rules.relatives:
            break  # "a shed in his yard that had …"
        elif token.pos in _INSIDE or _misread(scene, at) or (token.pos == "PRON" and token.norm in rules.determiners):
            if (
                token.pos == "DET"
                and nouns
                and not token.text[:1].isupper()  # "l'élu Les Verts"
                and not (not token.dep and token.norm in rules.noun_links)
                and tokens[at - 1].norm not in rules.noun_links
                and tokens[at - 1].pos != "ADP"
                and tokens[at - 1].norm.rstrip(".") not in scene.actors.titles
            ):
                break
            nouns = nouns or token.pos in (*_NOUNS, "NUM", "X") or token.pos in ("VERB", "ADV")
        elif token.pos in ("ADP", "PART") and nouns and token.norm in rules.noun_links and at + 1 < end:
            owned = tokens[at + 1].pos == "PRON" and tokens[at + 1].norm in rules.determiners  # "members of his group"
            if tokens[at + 1].pos not in _INSIDE and not owned and not token.norm.startswith("'"):
                break
        elif nouns and _charge(scene, at, end):
            pass
        elif token.norm == "(" and nouns and _closing(scene, at, end):
            at = _closing(scene, at, end)
        elif nouns and at + 1 < end and _joint(scene, at):
            pass
        elif not (token.pos == "CCONJ" and nouns and at + 1 < end and _joins_noun(scene, at)):
            if not (token.pos == "ADV" and at + 1 < end and _qualifies(tokens[at + 1])):
                break
        elif token.pos == "CCONJ" and _verb_soon(scene, at + 1, end):
            break
        at += 1
    return at


def _charge(scene: Scene, at: int, end: int) -> bool:
    """True for the preposition before what an office is for ("l'adjointe à la culture"), not before a hearer."""
    tokens, rules = scene.tokens, scene.rules
    if tokens[at - 1].norm not in rules.charged or tokens[at].norm not in rules.addressees:
        return False
    noun = next((k for k in range(at + 1, min(end, at + 3)) if tokens[k].pos == "NOUN"), None)
    return noun is not None and tokens[noun].text.islower() and scene.begins(at, rules.adverbs) is None


def _joins_noun(scene: Scene, at: int) -> bool:
    """True for a conjunction before one more noun, its link repeated or not ("des ports et des gares")."""
    following = scene.tokens[at + 1]
    return following.pos in ("PROPN", "DET", "NOUN") or (
        following.pos == "ADP" and following.norm in scene.rules.noun_links
    )


def _qualifies(token: Token) -> bool:
    return token.pos == "ADJ" or (token.pos == "VERB" and token.dep == "amod")


def _joint(scene: Scene, at: int) -> bool:
    """True for a hyphen or an abbreviation's full stop inside a noun phrase ("Mat-Su", "Lt. Hale")."""
    if scene.tokens[at].norm == "-":
        return scene.tokens[at + 1].pos in _INSIDE or _qualifies(scene.tokens[at + 1])
    return scene.tokens[at].norm == "." and _abbreviated(scene, at)


def _abbreviated(scene: Scene, stop: int) -> bool:
    """True for the full stop of a short title before a name ("Lt. Hale")."""
    before, after = scene.tokens[stop - 1], scene.tokens[stop + 1]
    short = before.text[:1].isupper() and len(before.text) <= _TITLE and before.end == scene.tokens[stop].start
    return short and after.pos == "PROPN" and after.text[:1].isupper()


def _misread(scene: Scene, at: int) -> bool:
    """True for a word that must belong to a noun phrase, whatever the model says."""
    return _name_misread(scene, at) or _noun_misread(scene, at)


def _noun_misread(scene: Scene, at: int) -> bool:
    """A word right after a determiner that the model takes for a verb ("cette offre")."""
    token, rules = scene.tokens[at], scene.rules
    before = scene.tokens[at - 1] if at else None
    if token.pos == "VERB" and token.dep in ("amod", "obj") and token.feature("VerbForm") != "Ger":
        return True
    sure = before is not None and before.pos == "DET" and before.norm not in rules.clitics
    return token.pos == "VERB" and sure and before is not None and before.norm in rules.determiners


def _name_misread(scene: Scene, at: int) -> bool:
    """A capitalised word inside a sentence that the model takes for a verb or adverb."""
    token = scene.tokens[at]
    inner = at > scene.sentence(at).first and scene.word(at - 1)
    return token.pos in ("VERB", "ADV") and inner and token.text[:1].isupper() and token.text[1:].islower()


def _named(scene: Scene, at: int) -> bool:
    """True where a name begins or ends, its article left aside."""
    if at < 0 or at >= len(scene.tokens):
        return False
    token = scene.tokens[at]
    return token.text[:1].isupper() or token.norm in scene.rules.determiners


def _closing(scene: Scene, at: int, end: int) -> int:
    for k in range(at + 1, min(end, at + _PARENTHESIS)):
        if scene.tokens[k].norm == ")":
            return k
    return 0


def _opening(scene: Scene, at: int, start: int) -> int | None:
    """The token that opens the parenthesis which ends at a token, a short one after a word."""
    for k in range(at - 1, max(start, at - 8), -1):
        if scene.tokens[k].norm == "(":
            return k
    return None


def _verb_soon(scene: Scene, at: int, end: int) -> bool:
    """True where the words after a conjunction are a clause, not one more noun."""
    for k in range(at, min(end, at + 6)):
        if scene.finite(k):
            return True
        if not scene.word(k):
            return False
    return False


def _one_of(scene: Scene, at: int, start: int) -> bool:
    """True for a pronoun that says of whom one or some are meant ("one of them", "l'un d'eux")."""
    tokens = scene.tokens
    if at - 2 < start or tokens[at - 1].norm not in scene.rules.noun_speakers:
        return False
    return tokens[at - 2].pos in ("NUM", "PRON", "DET") and tokens[at - 2].norm not in scene.rules.relatives


def phrase_before(scene: Scene, at: int, start: int) -> tuple[int, int] | None:
    """Token indices (first, after) of the noun phrase right before ``at``, a parenthesis between commas skipped."""
    tokens, rules = scene.tokens, scene.rules
    last = at - 1
    while last >= start and (tokens[last].pos == "ADV" or tokens[last].norm in rules.adverbs):
        last -= 1
    if last < start or tokens[last].norm in (";", ":"):
        return None
    if tokens[last].norm == ",":
        # a parenthesis between commas before the verb
        opening = last - 1
        while opening > start and tokens[opening].norm != ",":
            opening -= 1
        if opening <= start or last - opening > 30:
            return None
        last = opening - 1
    first = last + 1
    while first - 1 >= start:
        token = tokens[first - 1]
        if token.norm == ")" and (bracket := _opening(scene, first - 1, start)) is not None:
            first = bracket
            continue
        if token.pos and token.pos not in (*_INSIDE, "PRON", "ADP") and token.norm not in rules.noun_links:
            break
        joins = not token.pos and token.norm in rules.conjunctions and _named(scene, first - 2) and _named(scene, first)
        if not scene.word(first - 1) or token.norm in rules.complementisers:
            break
        if token.norm in rules.conjunctions and not joins:
            break
        if not token.pos and token.norm in rules.adverbs:
            break
        first -= 1
        if (token.pos == "PRON" or token.norm in rules.subject_pronouns) and not _one_of(scene, first, start):
            while first - 2 >= start and tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start:
                first -= 2  # "Celle-ci"
            break
    return (first, last + 1) if first <= last else None
