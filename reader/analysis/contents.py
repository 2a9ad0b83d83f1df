"""What was said: where a content begins after its cue, and where narration resumes."""

from __future__ import annotations

from reader.analysis.cues import Cue
from reader.analysis.phrases import phrase_after
from reader.analysis.scene import Scene
from reader.domain.span import Span
from reader.languages.cue_lexicon import Form
from reader.languages.cue_rules import Frame

_FARTHEST = 40
_CUT = ("advcl", "conj", "parataxis")


def clause_start(scene: Scene, cue: Cue, end: int) -> tuple[int, str] | None:
    """The token with which a that-clause begins and the rule that found it, or None."""
    tokens, rules = scene.tokens, scene.rules
    by_tree = None
    for child in scene.parsed.children[cue.verb]:
        if child > cue.verb and tokens[child].dep.split(":")[0] in (
            "ccomp",
            "xcomp",
            "advcl",
            "acl",
            "obj",
            "obl",
            "csubj",
        ):
            marks = [
                c
                for c in scene.parsed.children[child]
                if tokens[c].norm in rules.complementisers
                and cue.after <= c < child
                and tokens[c].pos != "DET"
                and tokens[c - 1].norm not in rules.false_complementisers
            ]
            if marks:
                by_tree = marks[0]
                break
    by_surface = _complementiser(scene, cue, end)
    if by_surface is not None:
        return by_surface, "que" if by_tree == by_surface else "que, surface"
    if by_tree is not None and not _quote_between(scene, cue.after, by_tree):
        return by_tree, "que, tree"
    if rules.optional_complementiser:
        bare = _bare_clause(scene, cue, end)
        if bare is not None:
            return bare, "clause"
    return None


def _complementiser(scene: Scene, cue: Cue, end: int) -> int | None:
    tokens, rules = scene.tokens, scene.rules
    at = cue.after
    while at < min(end, cue.after + _FARTHEST):
        token = tokens[at]
        if at in scene.by_verb:
            return None
        if token.norm in rules.complementisers and tokens[at - 1].norm not in rules.false_complementisers:
            if token.pos == "DET" or (at > cue.after and tokens[at - 1].norm in rules.negations):
                return None
            if token.pos == "PRON" and at > cue.after and not _adverbial(scene, cue.after, at):
                if not _prepositional_between(scene, cue, end) and (
                    not scene.below(at, cue.verb) or tokens[tokens[at].head].dep.startswith("acl")
                ):
                    return None
            return at
        if scene.finite(at) or token.norm in (":", ";", '"', "«", "“"):
            quote = scene.quote_at(token.start)
            if quote is None or scene.words_in(quote.span) > 3:
                return None
        if (token.pos == "" and token.norm in rules.auxiliaries) or token.norm in rules.restrictions:
            return None
        at += 1
    return None


def _prepositional_between(scene: Scene, cue: Cue, end: int) -> bool:
    """True where what follows a cue is no object ("a ajouté lors d'une conférence que")."""
    at = scene.skip_adverbs(cue.after, end)
    return at < end and scene.tokens[at].pos == "ADP" and cue.allows(Frame.OBJECT) is None


def _adverbial(scene: Scene, first: int, end: int) -> bool:
    return scene.skip_adverbs(first, end) == end


def _quote_between(scene: Scene, first: int, end: int) -> bool:
    return any(scene.tokens[k].norm in ('"', "«", ":") for k in range(first, end))


def _bare_clause(scene: Scene, cue: Cue, end: int) -> int | None:
    """The first token of a clause that follows its cue without a complementiser ("said he was")."""
    tokens = scene.tokens
    start = scene.skip_adverbs(cue.after, end)
    if start < end and tokens[start].norm in scene.rules.infinitive_markers:
        return None
    for child in scene.parsed.children[cue.verb]:
        if tokens[child].dep == "ccomp" and child > cue.verb:
            left = scene.leftmost(child)
            left = max(left, cue.after)
            subjects = [c for c in scene.parsed.children[child] if tokens[c].dep.startswith(("nsubj", "csubj", "expl"))]
            if not subjects and tokens[child].pos not in ("NOUN", "ADJ", "PROPN"):
                continue
            if tokens[left].norm in (",", ":") or _quote_between(scene, cue.after, left):
                return None
            return left
    if start >= end or not scene.word(start) or tokens[start].pos in ("ADP", "SCONJ", "CCONJ", "VERB", "PART"):
        return None
    phrase = phrase_after(scene, start, end)
    if phrase is None:
        return start if tokens[start].norm == "there" else None
    at = scene.skip_adverbs(phrase[1], end)
    if at < end and scene.finite(at):
        return start
    return None


def content_end(scene: Scene, cue: Cue | None, first: int, end: int, *, clause: bool) -> int:
    """The index after the last token of a content that begins at ``first`` and ends at ``end`` at the latest.

    Cut where the governing clause goes on: a second cue with the same subject, a participle cue, "selon X", an
    adverbial clause of the cue itself. Never inside a quotation.
    """
    at = first + 1
    while at < end:
        quote = scene.quote_at(scene.tokens[at].start)
        if quote is not None and quote.span[0] < scene.tokens[at].start:
            at += 1
            continue
        if _resumes(scene, cue, first, at, end, clause=clause):
            break
        at += 1
    last = at
    while (
        last > first + 1
        and not scene.word(last - 1)
        and scene.tokens[last - 1].norm not in ('"', "»", "'", ")", "]", "%")
    ):
        last -= 1
    while last > first + 1 and scene.tokens[last - 1].norm in scene.rules.conjunctions:
        last -= 1
        while last > first + 1 and scene.tokens[last - 1].norm in (",", ";", "–", "—"):
            last -= 1
    return last


def _resumes(scene: Scene, cue: Cue | None, first: int, at: int, end: int, *, clause: bool) -> bool:
    tokens, rules = scene.tokens, scene.rules
    comma = tokens[at - 1].norm in (",", "–", "—", ";")
    if tokens[at].norm == ";" and any(k in scene.by_verb for k in range(at + 1, min(end, at + 12))):
        return True
    if comma and _source_phrase(scene, at):
        return True
    if cue is None:
        return False
    narration = scene.begins(at, rules.narration) is not None
    if narration and comma and any(k in scene.by_verb for k in range(at + 1, min(end, at + 8))):
        return True
    if comma and _main_clause(scene, cue, at):
        return True
    if narration and not clause:
        return True
    if narration and scene.begins(at, rules.narration):
        hook = _clause_head(scene, at)
        if hook is not None and scene.tokens[hook].head in (cue.verb, *_above(scene, cue.verb)):
            return True
    gerund = scene.by_first.get(at)
    if gerund is not None and gerund.form is Form.GERUND and gerund.after < end:
        if tokens[gerund.after].norm in (":", '"', "«", *rules.complementisers):
            return True
    if comma or tokens[at].norm in rules.conjunctions:
        other = _cue_from(scene, at, end)
        if other is not None and other.verb > at - 1:
            if other.form is Form.GERUND and comma and other.first == at:
                return not (clause and scene.below(other.verb, _deepest(scene, cue, first)) and False)
            if tokens[at].norm in rules.conjunctions and _shares_subject(scene, cue, other, comma):
                return True
    if comma or tokens[at].norm in rules.conjunctions:
        for child in scene.parsed.children[cue.verb]:
            if child > at - 1 and tokens[child].dep == "conj" and tokens[child].pos in ("VERB", "AUX"):
                left = min(scene.leftmost(child), child)
                cc = [c for c in scene.parsed.children[child] if tokens[c].dep == "cc"]
                if left <= at <= child and (not cc or cc[0] <= at):
                    return True
            if child >= at and comma and tokens[child].dep in ("advcl", "parataxis") and scene.leftmost(child) == at:
                return True
    return False


def _main_clause(scene: Scene, cue: Cue, at: int) -> bool:
    """True where the clause goes on in which the cue's relative clause stands."""
    if _inside_relative(scene, cue) and _verb_next(scene, at):
        return True
    relative = next((k for k in (cue.verb, *_above(scene, cue.verb)) if scene.tokens[k].dep == "acl:relcl"), None)
    if relative is None or scene.tokens[at].pos not in ("VERB", "AUX", "PRON", "ADV"):
        return False
    head = at if scene.tokens[at].pos == "VERB" else scene.tokens[at].head
    return (
        scene.finite(at)
        and not scene.below(head, relative)
        or (
            scene.tokens[at].pos in ("PRON", "ADV")
            and not scene.below(at, relative)
            and scene.tokens[head].pos in ("VERB", "AUX")
        )
    )


def _inside_relative(scene: Scene, cue: Cue) -> bool:
    """True where the cue's subject is a relative pronoun after a comma (", qui a déclaré")."""
    at = cue.first - 1
    while at > 0 and scene.tokens[at].pos == "ADV":
        at -= 1
    return at > 0 and scene.tokens[at].norm in scene.rules.relatives and scene.tokens[at - 1].norm == ","


def _verb_next(scene: Scene, at: int) -> bool:
    """True where a finite verb follows without a subject, clitics and adverbs left aside."""
    last = scene.sentence(at).last
    while at < last and (
        scene.tokens[at].norm in (*scene.rules.reflexives, *scene.rules.clitics) or scene.tokens[at].pos == "ADV"
    ):
        at += 1
    return at < last and scene.finite(at)


def _above(scene: Scene, i: int) -> list[int]:
    found = []
    for _ in range(6):
        head = scene.tokens[i].head
        if head == i:
            break
        found.append(head)
        i = head
    return found


def _clause_head(scene: Scene, at: int) -> int | None:
    """The verb that a subordinating word introduces."""
    token = scene.tokens[at]
    head = token.head
    for _ in range(3):
        if scene.tokens[head].pos in ("VERB", "AUX"):
            return head
        head = scene.tokens[head].head
    return None


def _deepest(scene: Scene, cue: Cue, first: int) -> int:
    return scene.tokens[first].head


def _source_phrase(scene: Scene, at: int) -> bool:
    for group in scene.rules.prepositions:
        if not group.initial and scene.begins(at, group.words) is not None:
            return True
    return False


def _cue_from(scene: Scene, at: int, end: int) -> Cue | None:
    """The cue whose group begins at a token, conjunction and adverbs skipped."""
    if scene.tokens[at].norm in scene.rules.conjunctions:
        at += 1
    if at in scene.by_first:
        return scene.by_first[at]
    at = scene.skip_adverbs(at, end)
    return scene.by_first.get(at)


def _shares_subject(scene: Scene, cue: Cue, other: Cue, comma: bool) -> bool:
    """True where a cue after a conjunction has the first cue's subject, not one of its own or of the content's."""
    head = scene.tokens[other.verb].head
    chain = {cue.verb, *_above(scene, cue.verb)}
    if head in chain:
        return True
    if cue.allows(Frame.CLAUSE) is None:
        return True
    if _tense(scene, cue) != _tense(scene, other):
        return False
    if comma:
        return True
    own = scene.tokens[other.first - 1].norm in scene.rules.conjunctions
    return (
        own
        and other.allows(Frame.CLAUSE) is not None
        and clause_start(scene, other, scene.sentence(other.verb).last) is not None
    )


def _tense(scene: Scene, cue: Cue) -> tuple[str | None, str | None]:
    """Mood and tense of a cue's first verb: two cues of one subject have the same."""
    for k in range(cue.first, cue.verb + 1):
        if scene.finite(k):
            return scene.tokens[k].feature("Mood"), scene.tokens[k].feature("Tense")
    return None, None


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
