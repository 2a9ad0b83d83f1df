"""Where a content ends because narration, or another report, goes on."""

from __future__ import annotations

from reader.analysis.statements.clauses import clause_start
from reader.analysis.statements.cues import Cue
from reader.analysis.statements.phrases import phrase_after
from reader.analysis.statements.scene import Scene
from reader.analysis.statements.shared_subjects import above_of, shares_subject, tense
from reader.languages.cue_lexicon import Form
from reader.languages.cue_rules import Frame


def resumes(scene: Scene, cue: Cue | None, at: int, end: int, *, clause: bool) -> bool:
    """True where the content of a cue ends before the token ``at``: narration, or another report, begins there.

    ``clause``: the content is a clause, which may hold adverbial clauses and coordinations of its own.
    """
    tokens = scene.tokens
    comma = tokens[at - 1].norm in (",", "–", "—", ";") or scene.dash(at - 1)
    if tokens[at].norm == ";" and any(k in scene.by_verb for k in range(at + 1, min(end, at + 12))):
        return True
    opened = tokens[at - 1].norm == "," and tokens[at - 2].norm in scene.rules.complementisers
    if (comma or not clause) and not opened and _source_phrase(scene, at):
        return True
    if cue is None:
        return False
    if (comma and scene.begins(at, scene.rules.asides) is not None) or (comma and _closing_report(scene, cue, at, end)):
        return True
    if comma and (_main_clause(scene, cue, at) or _fronted(scene, cue, at)):
        return True
    if _narrates(scene, cue, at, end, comma=comma, clause=clause):
        return True
    if clause and scene.dash(at - 1) and tokens[at].norm in scene.rules.conjunctions and new_clause(scene, at, end):
        return not any(scene.dash(k) for k in range(at, end))  # "claimed that X – but records show …"
    if _opens_gerund(scene, cue, at, end, clause=clause):
        return True
    if not comma and tokens[at].norm not in scene.rules.conjunctions:
        return False
    if (
        not clause
        and at + 1 < end
        and tokens[at + 1].norm in scene.rules.complementisers
        and tokens[at + 1].pos == "SCONJ"
    ):
        return True
    if _next_speaker(scene, cue, at, end, comma=comma):
        return True
    return _next_cue(scene, cue, at, end, comma=comma) or _next_clause(scene, cue, at, comma=comma, clause=clause)


def _closing_report(scene: Scene, cue: Cue, at: int, end: int) -> bool:
    """True where the sentence ends with who reports all of it (", an official said on Monday", ", a dit X")."""
    tokens = scene.tokens
    other = scene.by_first.get(at)
    if other is not None:
        inverted = other.form is not Form.GERUND and not other.passive and other.allows(Frame.QUOTE) is not None
        after = other.after
        if not inverted or after >= end or tokens[after].norm in scene.rules.complementisers:
            return False
        pronoun = any(tokens[k].norm in scene.rules.inverted_pronouns for k in range(at, after + 1))
        speaker = phrase_after(scene, after, end)
        told_of = speaker is not None and speaker[1] < end and tokens[speaker[1]].norm in scene.rules.relatives
        ends = told_of or not any(scene.finite(k) for k in range(after, end))
        return pronoun or (speaker is not None and ends)
    speaker = phrase_after(scene, at, end)
    other = scene.by_first.get(scene.skip_adverbs(speaker[1], end)) if speaker is not None else None
    if speaker is None or other is None or other.verb == cue.verb or other.passive or other.form is Form.GERUND:
        return False
    if other.allows(Frame.QUOTE) is None or other.allows(Frame.CLAUSE) is None:
        return False
    rest = range(other.after, end)
    if any(scene.finite(k) or tokens[k].norm in (*scene.rules.complementisers, '"', "«", ":") for k in rest):
        return False
    hearer = any(s.group.hearer for s in other.senses)
    first = scene.skip_adverbs(other.after, end)
    return hearer or first >= end or not scene.word(first) or tokens[first].pos in ("ADP", "SCONJ")


def _narrates(scene: Scene, cue: Cue, at: int, end: int, *, comma: bool, clause: bool) -> bool:
    """True where a conjunction of narration begins that does not belong to the content ("alors que", "while")."""
    token = scene.tokens[at]
    if scene.begins(at, scene.rules.narration) is None or _compares(scene, at):
        return False
    if comma and at > 1 and scene.tokens[at - 2].norm in scene.rules.complementisers:
        return False  # "said that, while it welcomed the offer, it would …"
    told = any(scene.finite(k) for k in range(cue.after, at))
    if clause and not any(scene.tokens[k].pos in ("VERB", "AUX", "") for k in range(cue.after, at)):
        return False  # "indicates roughly as many would …"
    clause = clause or (told and not comma)  # "dismissed claims that people wait before they are paid"
    single = any(scene.matches(at, phrase) == at + 1 for phrase in scene.rules.narration)
    if (clause or single) and token.pos not in ("SCONJ", "ADV", "") and token.dep != "mark":
        return False
    if not clause or (comma and any(k in scene.by_verb for k in range(at + 1, min(end, at + 8)))):
        return True
    if not comma and at + 1 < end and scene.tokens[at + 1].norm in scene.rules.complementisers:
        return False  # "a souligné que la grève intervenait alors que …"
    if comma and not told:
        return True  # "a promis de rester, tandis que l'opposition partait"
    hook = _clause_head(scene, at)
    return hook is not None and scene.tokens[hook].head in (cue.verb, *above_of(scene, cue.verb))


def _compares(scene: Scene, at: int) -> bool:
    """True for the first half of a comparison ("as soon as", "as many as")."""
    tokens = scene.tokens
    return at + 2 < len(tokens) and tokens[at + 2].norm == tokens[at].norm and tokens[at + 1].pos in ("ADV", "ADJ")


def _opens_gerund(scene: Scene, cue: Cue, at: int, end: int, *, clause: bool) -> bool:
    """True where a participle cue with its own content begins ("affirmant que", "adding: “…”")."""
    gerund = scene.by_first.get(at)
    if gerund is None or gerund.form is not Form.GERUND or gerund.after >= end:
        return False
    if scene.tokens[at - 1].norm in scene.rules.infinitive_markers:
        return False  # "avait fait campagne en promettant que …": inside what is said
    if clause and scene.word(at - 1) and not any(scene.finite(k) for k in range(cue.after, at)):
        return False  # "said that a letter saying that … was forged"
    return scene.tokens[gerund.after].norm in (":", '"', "«", *scene.rules.complementisers)


def _next_cue(scene: Scene, cue: Cue, at: int, end: int, *, comma: bool) -> bool:
    """True where a second cue of the same speaker begins."""
    other = _cue_from(scene, at, end)
    if other is None or other.verb < at:
        return False
    if other.form is Form.GERUND and comma and other.first == at:
        return any(s.group.act != "other" for s in other.senses)  # not "fired, thinking they were robbed"
    if scene.rules.subject_omitted and comma and other.first == at and other.form is Form.FINITE:
        return clause_start(scene, other, end) is not None
    return scene.tokens[at].norm in scene.rules.conjunctions and shares_subject(scene, cue, other, comma)


def _next_speaker(scene: Scene, cue: Cue, at: int, end: int, *, comma: bool) -> bool:
    """True where somebody else speaks, or narration answers one who declines ("said …, but Y said", "…, but Y was")."""
    if scene.tokens[at].norm not in scene.rules.conjunctions or at + 1 >= end:
        return False
    if comma and any(s.group.act == "decline" and s.tail for s in cue.senses):
        return new_clause(scene, at, end)
    phrase = phrase_after(scene, at + 1, end)
    if phrase is None or scene.pronoun(phrase[0]):
        return False
    other = scene.by_first.get(scene.skip_adverbs(phrase[1], end))
    if other is None or other.passive or other.form is Form.GERUND or tense(scene, cue) != tense(scene, other):
        return False
    worded = other.allows(Frame.CLAUSE) is not None and other.allows(Frame.QUOTE) is not None
    return worded and clause_start(scene, other, end) is not None


def _next_clause(scene: Scene, cue: Cue, at: int, *, comma: bool, clause: bool) -> bool:
    """True where, by the tree, a clause begins that is joined to the cue and not to its content."""
    tokens = scene.tokens
    relative = tokens[at].norm in scene.rules.relatives
    for child in scene.parsed.children[cue.verb]:
        if child < at:
            continue
        left = scene.leftmost(child)
        joined = not clause and tokens[at].norm in scene.rules.conjunctions and scene.finite(left)
        if (
            tokens[child].dep == "conj"
            and tokens[child].pos in ("VERB", "AUX")
            and left <= at + joined
            and not relative
        ):
            joins = [c for c in scene.parsed.children[child] if tokens[c].dep == "cc"]
            if not joins or joins[0] <= at:
                return True
        if comma and tokens[child].dep in ("advcl", "parataxis") and left == at and not relative:
            return True
    return False


def _main_clause(scene: Scene, cue: Cue, at: int) -> bool:
    """True where the clause goes on in which the cue's relative clause stands."""
    inside = scene.tokens[at - 1].norm == "," and _inside_relative(scene, cue)
    if (inside or _set_off(scene, cue)) and _verb_next(scene, at):
        return True
    if _opens_adverbial(scene, cue) and _subject_and_verb(scene, at):
        return True
    relative = next((k for k in (cue.verb, *above_of(scene, cue.verb)) if scene.tokens[k].dep == "acl:relcl"), None)
    if relative is None or scene.tokens[at].pos not in ("VERB", "AUX", "PRON", "ADV"):
        return False
    head = at if scene.tokens[at].pos == "VERB" else scene.tokens[at].head
    return (scene.finite(at) and not scene.below(head, relative)) or (
        scene.tokens[at].pos in ("PRON", "ADV")
        and not scene.below(at, relative)
        and scene.tokens[head].pos in ("VERB", "AUX")
    )


def _fronted(scene: Scene, cue: Cue, at: int) -> bool:
    """True where the main clause begins that a clause with the cue stands before ("Noting that …, the court …")."""
    tokens = scene.tokens
    for above in above_of(scene, cue.verb):
        if above < at:
            continue
        subjects = [k for k in scene.parsed.children[above] if tokens[k].dep.startswith("nsubj") and k >= at]
        if any(scene.leftmost(k) == at for k in subjects):
            return True
    return False


def new_clause(scene: Scene, at: int, end: int) -> bool:
    """True where a clause with its own subject is joined to a cue whose content is none ("offered X, and Y …")."""
    joined = scene.tokens[at].norm in scene.rules.conjunctions
    if not joined and scene.tokens[at - 1].norm != ",":
        return False
    phrase = phrase_after(scene, at + joined, end) if at + joined < end else None
    if phrase is None or scene.quote_at(phrase[0][0]) is not None or scene.tokens[at].norm in scene.rules.relatives:
        return False
    if joined and any(t.norm in scene.rules.conjunctions for t in scene.parsed.tokens_in(phrase[0])[1:]):
        return _verb_follows(scene, phrase[1], end) and scene.tokens[at - 1].norm == ","
    more = phrase[1]
    while more < end - 1 and scene.tokens[more].norm in scene.rules.conjunctions and joined:
        second = phrase_after(scene, more + 1, end)
        if second is None:
            break
        more = second[1]
    return _verb_follows(scene, more, end)


def _verb_follows(scene: Scene, at: int, end: int) -> bool:
    parted = at < end and scene.tokens[at].norm == ","  # behind an apposition
    verb = scene.skip_adverbs(at + parted, end)
    return verb < end and scene.finite(verb)


def _inside_relative(scene: Scene, cue: Cue) -> bool:
    """True where the cue's subject is a relative pronoun after a comma (", qui a déclaré")."""
    at = cue.first - 1
    while at > 0 and scene.tokens[at].pos == "ADV":
        at -= 1
    return at > 0 and scene.tokens[at].norm in scene.rules.relatives and scene.tokens[at - 1].norm == ","


def _set_off(scene: Scene, cue: Cue) -> bool:
    """True for a participle between commas ("Les élus, estimant que …, ont saisi …")."""
    return cue.form is Form.GERUND and cue.first > 0 and scene.tokens[cue.first - 1].norm == ","


def _opens_adverbial(scene: Scene, cue: Cue) -> bool:
    """True where the cue's own clause is an adverbial one that opens the sentence ("Quand X a dit que …, Y …")."""
    first = scene.sentence(cue.verb).first
    opener = scene.tokens[first]
    if opener.pos != "SCONJ" or opener.norm in scene.rules.complementisers:
        return False
    return not any(scene.finite(k) or scene.tokens[k].norm == "," for k in range(first, cue.first))


def _subject_and_verb(scene: Scene, at: int) -> bool:
    last = scene.sentence(at).last
    subject = phrase_after(scene, at, last)
    return subject is not None and _verb_next(scene, subject[1])


def _verb_next(scene: Scene, at: int) -> bool:
    """True where a finite verb follows without a subject, clitics and adverbs left aside."""
    last = scene.sentence(at).last
    while at < last and (
        scene.tokens[at].norm in (*scene.rules.reflexives, *scene.rules.clitics) or scene.tokens[at].pos == "ADV"
    ):
        at += 1
    return at < last and (scene.finite(at) or (scene.tokens[at].pos == "VERB" and scene.tokens[at].dep == "root"))


def _clause_head(scene: Scene, at: int) -> int | None:
    """The verb that a subordinating word introduces."""
    token = scene.tokens[at]
    head = token.head
    for _ in range(3):
        if scene.tokens[head].pos in ("VERB", "AUX"):
            return head
        head = scene.tokens[head].head
    return None


def _source_phrase(scene: Scene, at: int) -> bool:
    for group in scene.rules.prepositions:
        after = None if group.initial else scene.begins(at, group.words)
        if after is None:
            continue
        following = scene.tokens[min(after, len(scene.tokens) - 1)].norm
        if following not in group.never_before and (not group.heads or following in group.heads):
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
