"""Where a that-clause begins after its cue, with or without its complementiser."""

from __future__ import annotations

from reader.analysis.statements.cues import Cue
from reader.analysis.statements.light_sources import light_subject
from reader.analysis.statements.phrases import phrase_after
from reader.analysis.statements.scene import Scene
from reader.domain.analysis import Level
from reader.languages.cue_lexicon import Form, lexicon, wishing
from reader.languages.cue_rules import Frame

_FARTHEST = 40
_CLAUSE = 4
_COMMA = 14
_LONGEST = 30


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
                and (c == cue.after or tokens[c].pos != "ADV")
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
    if rules.comma_clause:
        parted = _after_comma(scene, cue, end)
        if parted is not None:
            return parted, "clause"
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
        if token.norm == "," and not scene.word(max(cue.first - 1, 0)) and at + 1 < end and tokens[at + 1].pos == "DET":
            return None  # "…, assurent les médias, des charges que X nie"
        if token.norm in rules.complementisers and tokens[at - 1].norm not in rules.false_complementisers:
            if (
                token.pos == "DET"
                or (token.pos == "ADV" and at > cue.after)
                or (at > cue.after and tokens[at - 1].norm in rules.negations)
                or (at == cue.after + 1 and tokens[at - 1].norm in rules.conjunctions)  # "qu'il n'a pas dit et que …"
            ):
                return None
            light = scene.parsed.level is Level.LIGHT
            if light and (_compared(scene, cue, at) or _after_one_comma(scene, cue, at)):
                at += 1
                continue
            if not any(scene.word(k) for k in range(at + 1, end)):
                return None  # "… who have written that."
            return None if _relative(scene, cue, at, end) else at
        if scene.finite(at) or token.norm in (":", ";", '"', "«", "“"):
            quote = scene.quote_at(token.start)
            if quote is None or scene.words_in(quote.span) > 3:
                return None
        if at == scene.skip_adverbs(cue.after, end) and _says_to_do(scene, cue, at):
            return None  # "a dit regretter que": the infinitive's own clause
        infinitive = token.feature("VerbForm") == "Inf" and scene.parsed.level is Level.LIGHT
        if infinitive and any(tokens[k].norm == "," for k in range(cue.after, at)):
            return None  # «…», dijo, antes de destacar que …
        if (token.pos == "" and token.norm in rules.auxiliaries) or token.norm in rules.restrictions:
            return None
        at += 1
    return None


def _says_to_do(scene: Scene, cue: Cue, at: int) -> bool:
    """True where a bare infinitive that takes a clause of its own is what a verb reports with."""
    if scene.tokens[at].feature("VerbForm") != "Inf" or cue.allows(Frame.INFINITIVE) is None:
        return False
    forms = (lexicon(scene.rules).forms, lexicon(wishing(scene.rules)).forms)
    senses = [
        sense for known in forms for sense, kind in known.get(scene.tokens[at].norm, ()) if kind is Form.INFINITIVE
    ]
    return not scene.rules.optional_complementiser and any(Frame.CLAUSE in s.group.frames for s in senses)


def _prepositional_between(scene: Scene, cue: Cue, end: int) -> bool:
    """True where what follows a cue is no object ("a ajouté lors d'une conférence que")."""
    at = scene.skip_adverbs(cue.after, end)
    return at < end and scene.tokens[at].pos == "ADP" and cue.allows(Frame.OBJECT) is None


def _relative(scene: Scene, cue: Cue, at: int, end: int) -> bool:
    """True where a complementiser is more likely a relative pronoun of a noun between the cue and it."""
    tokens = scene.tokens
    if scene.parsed.level is Level.LIGHT:
        return _describes(scene, cue, at, end)
    if at == cue.after or _adverbial(scene, cue.after, at):
        return False
    verb = scene.skip_adverbs(at + 1, end)
    if verb < end and scene.finite(verb) and scene.nominal(at - 1):
        return True  # "expected much of a team that had won": the clause has no subject of its own
    # "Announced a deal that …": what is announced stands before it.
    things = [k for k in scene.parsed.children[cue.verb] if cue.after <= k < at and tokens[k].dep == "obj"]
    sense = cue.allows(Frame.CLAUSE)
    told = sense is not None and sense.group.target in ("object", "to")  # "promised voters that …"
    if cue.allows(Frame.OBJECT) is not None and things and not told and scene.nominal(at - 1):
        return True
    if tokens[at].pos != "PRON":
        return False
    if _prepositional_between(scene, cue, end):
        return False
    return not scene.below(at, cue.verb) or tokens[tokens[at].head].dep.startswith("acl")


def _compared(scene: Scene, cue: Cue, at: int) -> bool:
    """True for the complementiser of a comparison ("más bajos que")."""
    before = scene.tokens[at - 2].norm if at - 2 >= cue.after else ""
    return before in scene.rules.false_complementisers and scene.tokens[at - 1].pos == "ADJ"


def _after_one_comma(scene: Scene, cue: Cue, at: int) -> bool:
    """True for a relative pronoun that looks like the complementiser ("…», denunció el alcalde, que ordenó …")."""
    if scene.tokens[at].norm not in scene.rules.relatives or scene.tokens[at - 1].norm != ",":
        return False
    return sum(scene.tokens[k].norm == "," for k in range(cue.after, at)) == 1


def _describes(scene: Scene, cue: Cue, at: int, end: int) -> bool:
    """True, without a tree, where a complementiser follows the object of a cue that takes one ("announced a plan
    that"), not its hearer, its subject or words for when and where."""
    first = scene.skip_adverbs(cue.after, end)
    if first >= at or scene.tokens[first].pos == "ADP" or cue.allows(Frame.OBJECT) is None:
        return False
    if any(s.group.hearer or s.group.target == "object" for s in cue.senses if Frame.CLAUSE in s.group.frames):
        return False
    phrase = phrase_after(scene, first, end)
    if phrase is None or scene.tokens[at - 1].pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    return not (scene.rules.subject_after and light_subject(scene, cue) == (phrase[0], "inversion", first, 0.85))


def _adverbial(scene: Scene, first: int, end: int) -> bool:
    return scene.skip_adverbs(first, end) == end


def _quote_between(scene: Scene, first: int, end: int) -> bool:
    return any(scene.tokens[k].norm in ('"', "«", ":") for k in range(first, end))


def _past_hearer(scene: Scene, cue: Cue, start: int, end: int) -> int | None:
    """Where a bare clause begins after the words for who is spoken to ("told officers he had …"), or None."""
    aimed = (s.group.target == "object" and Frame.CLAUSE in s.group.frames for s in cue.senses)
    told = any(s.group.hearer for s in cue.senses) or any(aimed)
    hearer = phrase_after(scene, start, end) if told and start < end else None
    subject = phrase_after(scene, hearer[1], end) if hearer and hearer[1] < end else None
    if hearer is None or subject is None:
        return None
    verb = scene.skip_adverbs(subject[1], end)
    return hearer[1] if verb < end and scene.finite(verb) else None


def _after_comma(scene: Scene, cue: Cue, end: int) -> int | None:
    """Where a clause begins that a comma alone parts from its cue ("sagte am Montag, er habe …"), or None."""
    tokens = scene.tokens
    comma = next((k for k in range(cue.after, min(end, cue.after + _COMMA)) if not scene.word(k)), None)
    if comma is None or tokens[comma].norm != "," or any(scene.finite(k) for k in range(cue.after, comma)):
        return None
    start = comma + 1
    if start >= end or tokens[start].norm in (*scene.rules.conjunctions, *scene.rules.questions):
        return None
    if scene.finite(start):
        return None  # "Während A das sagte, berichtete B …"
    phrase = phrase_after(scene, scene.skip_adverbs(start, end), end)
    verb = scene.skip_adverbs(phrase[1] if phrase is not None else start, end)
    if verb < end and scene.finite(verb):
        return start
    opened = tokens[start].pos in ("ADP", "ADV", "PRON") and tokens[start].norm not in scene.rules.relatives
    return start if opened and any(scene.finite(k) for k in range(start + 1, min(end, start + _COMMA))) else None


def _bare_clause(scene: Scene, cue: Cue, end: int) -> int | None:
    """The first token of a clause that follows its cue without a complementiser ("said he was")."""
    tokens = scene.tokens
    start = scene.skip_adverbs(cue.after, end)
    if start < end and tokens[start].norm in scene.rules.infinitive_markers:
        return None
    told = _past_hearer(scene, cue, start, end)
    if told is not None:
        return told
    for child in scene.parsed.children[cue.verb]:
        if tokens[child].dep == "ccomp" and child > cue.verb:
            left = max(scene.leftmost(child), cue.after)
            left = _past_days(scene, left, child)
            if tokens[left].norm in scene.rules.complementisers and left > start:
                continue
            if not any(scene.finite(c) for c in (child, *scene.parsed.children[child])):
                if start <= left and _documented(scene, cue, child):
                    return left
                continue
            mute = cue.allows(Frame.OBJECT) is None and not any(
                s.group.hearer or s.group.target in ("object", "to") for s in cue.senses
            )
            things = [k for k in scene.parsed.children[cue.verb] if tokens[k].dep == "obj" and start <= k < left]
            if mute and things and cue.form is not Form.GERUND and tokens[left].norm not in scene.rules.relatives:
                return min(start, scene.leftmost(things[0]))  # "said an analysis of … led them to believe …"
            subjects = [c for c in scene.parsed.children[child] if tokens[c].dep.startswith(("nsubj", "csubj", "expl"))]
            if not subjects and tokens[child].pos not in ("NOUN", "ADJ", "PROPN"):
                # "Finds doubts surrounding X appear to grow": the subject taken for an object of its own.
                things = [k for k in scene.parsed.children[cue.verb] if tokens[k].dep == "obj" and k < child]
                if (
                    not things
                    or not scene.finite(child)
                    or scene.leftmost(things[0]) < start
                    or cue.form is Form.GERUND
                ):
                    continue
                left = min(left, scene.leftmost(things[0]))
            if tokens[left].norm in (",", ":") or _quote_between(scene, cue.after, left):
                return None
            entered = tokens[left].norm in scene.rules.false_complementisers
            return left + (entered and tokens[left + 1].norm in scene.rules.complementisers)  # "on her way in that …"
    if start >= end or not scene.word(start) or tokens[start].pos in ("ADP", "SCONJ", "CCONJ", "PART"):
        return None
    last = next((k for k in range(start, end) if tokens[k].norm in (",", ";", ":")), end)
    verbal = tokens[start].pos == "VERB" and not scene.finite(start)
    if not tokens[start].dep and not verbal and cue.allows(Frame.OBJECT) is None and last - start >= _CLAUSE:
        return start  # without a tree: what else could follow such a verb
    common = tokens[start].pos in ("VERB", "NOUN", "ADJ") and cue.allows(Frame.QUESTION) is not None
    verb = next((k for k in range(start, last) if scene.finite(k) or scene.tokens[k].pos == "SCONJ"), None)
    if common and cue.allows(Frame.OBJECT) is None and verb is not None and scene.finite(verb):
        return start
    phrase = phrase_after(scene, start, end)
    if phrase is None:
        return start if tokens[start].norm in scene.rules.impersonal_subjects else None
    told = any(s.group.hearer for s in cue.senses)
    inverted = cue.first > 0 and not scene.word(cue.first - 1)  # ", said X, are …"
    at = scene.skip_adverbs(phrase[1] if told or inverted else _past_parenthesis(scene, phrase[1], end), end)
    if at < end and scene.finite(at):
        return start
    return None


def _documented(scene: Scene, cue: Cue, verb: int) -> bool:
    """True where a document shows somebody or something doing ("a poll shows Mercer leading")."""
    tokens, children = scene.tokens, scene.parsed.children
    own = [k for k in children[cue.verb] if tokens[k].dep == "nsubj" and tokens[k].norm in scene.rules.documents]
    doing = tokens[verb].feature("VerbForm") in ("Ger", "Part") and tokens[verb].pos == "VERB"
    return bool(own) and doing and any(tokens[k].dep == "nsubj" and k < verb for k in children[verb])


def _past_days(scene: Scene, at: int, end: int) -> int:
    """The index after a phrase for the day, which says when the speaker spoke ("said on its site on Friday it …")."""
    after = scene.begins(at, scene.rules.adverbs)
    timed = (
        after is not None and after < end and any(scene.tokens[k].norm in scene.rules.days for k in range(at, after))
    )
    return after if timed and after is not None else at


def _past_parenthesis(scene: Scene, at: int, end: int) -> int:
    """The index after what stands between two commas or dashes behind a subject ("the church, which …, is")."""
    mark = scene.tokens[at].norm if at < end else ""
    if mark not in (",", "–", "—", "-"):
        return at
    if mark == "," and scene.tokens[at - 1].text.isdecimal() and at + 1 < end and scene.finite(at + 1):
        return at + 1  # "said the gunman, 61, fled": the age belongs to the phrase
    closing = next((k for k in range(at + 1, min(end, at + _LONGEST)) if _closes(scene, k, mark)), None)
    return at if closing is None else closing + 1


def _closes(scene: Scene, at: int, mark: str) -> bool:
    """True for a mark, or a quotation's closing one with a comma before it, that ends a parenthesis."""
    token = scene.tokens[at]
    verb = at + 1 < len(scene.tokens) and scene.finite(scene.skip_adverbs(at + 1, len(scene.tokens) - 1))
    return verb and (token.norm == mark or (mark == "," and token.norm == '"' and scene.tokens[at - 1].norm == ","))
