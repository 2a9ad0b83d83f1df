"""How far a subject reaches: its appositions, those it is joined to, without the word for when."""

from __future__ import annotations

from reader.analysis.statements.cues import Cue
from reader.analysis.statements.phrases import phrase_after, tree_phrase
from reader.analysis.statements.scene import Scene
from reader.domain.span import Span

SUBJECT = ("nsubj", "nsubj:pass", "csubj")


def untimed(scene: Scene, span: Span) -> Span:
    """A source without the word for when it spoke ("Yesterday the bank", "the bank today")."""
    tokens = scene.parsed.tokens_in(span)
    while len(tokens) > 1 and tokens[0].norm in scene.rules.days:
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].norm in scene.rules.days and tokens[-2].pos != "ADP":
        tokens = tokens[:-1]
    return (tokens[0].start, tokens[-1].end) if tokens else span


def own_words(scene: Scene, span: Span) -> Span:
    """A source without the relative pronoun or the date that stands before it ("dont le maire", "Le 6, le maire")."""
    tokens = scene.parsed.tokens_in(span)
    if len(tokens) > 1 and tokens[0].pos == "PRON" and tokens[0].norm in scene.rules.relatives:
        return (tokens[1].start, span[1])
    if len(tokens) > 3 and tokens[0].pos == "DET" and tokens[1].norm.isdecimal() and tokens[2].norm == ",":
        return (tokens[3].start, span[1])
    return span


def whole_subject(scene: Scene, cue: Cue, span: Span) -> Span:
    """The subject with the apposition before or after it that the tree left out, where it fills all up to the cue."""
    tokens = scene.tokens
    first = scene.first_at(span[0])
    starts = [first]
    tagged = cue.after < len(tokens) and tokens[cue.after].norm == ","
    named = tokens[first].pos == "PROPN" and not tagged
    if named and first - 2 >= scene.sentence(first).first and tokens[first - 1].norm == ",":
        starts.insert(0, scene.skip_adverbs(scene.sentence(first).first, first))
    for start in starts:
        phrase = phrase_after(scene, start, cue.first)
        if phrase is None or not (phrase[0][0] <= span[0] and span[1] <= phrase[0][1]):
            continue
        more = [t for t in scene.parsed.tokens_in(phrase[0]) if t.start >= span[1]]
        if more and more[0].norm != "," and any(t.pos == "ADP" for t in more):
            continue
        after = phrase[1] + 1 if phrase[1] < cue.first and tokens[phrase[1]].norm == "," else phrase[1]
        if scene.skip_adverbs(after, cue.first) == cue.first:
            return phrase[0]
    return span


def joined(scene: Scene, cue: Cue, head: int, span: Span) -> Span:
    """The subject with those it is joined to that the tree makes subjects of their own ("La CGT et Sud")."""
    for child in scene.parsed.children[scene.tokens[head].head]:
        if not head < child < cue.first or scene.tokens[child].dep not in SUBJECT:
            continue
        more = tree_phrase(scene, child, scene.sentence(child).first, cue.first)
        between = scene.parsed.tokens_in((span[1], max(span[1], more[0])))
        if all(t.norm == "," or t.norm in scene.rules.conjunctions for t in between) and more[1] > span[1]:
            span = (min(span[0], more[0]), more[1])
    return span


def with_apposition(scene: Scene, span: Span, end: int) -> Span:
    """An antecedent with the apposition that fills all up to its relative ("two advocates, A and B, who said")."""
    phrase = phrase_after(scene, scene.first_at(span[0]), end)
    if phrase is None or phrase[0][1] <= span[1] or phrase[1] < end - 1:
        return span
    return phrase[0]
