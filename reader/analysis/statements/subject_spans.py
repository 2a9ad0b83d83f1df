"""How far a subject reaches: its appositions, those it is joined to, without the word for when."""

from __future__ import annotations

from reader.analysis.statements.cues import Cue
from reader.analysis.statements.phrases import phrase_after, tree_phrase
from reader.analysis.statements.scene import Scene
from reader.analysis.text.parsed import Token
from reader.domain.span import Span
from reader.languages.words import word_key

_NOUNS = ("NOUN", "PROPN")
SUBJECT = ("nsubj", "nsubj:pass", "csubj")


def untimed(scene: Scene, span: Span) -> Span:
    """A source without the words for when it spoke ("Yesterday the bank", "the bank today", "the bank on Sunday")."""
    tokens = scene.parsed.tokens_in(span)
    while len(tokens) > 1 and tokens[0].norm in scene.rules.days:
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].norm in scene.rules.days and tokens[-2].pos != "ADP":
        tokens = tokens[:-1]
    dated = len(tokens) > 2 and tokens[-1].norm in scene.rules.days and tokens[-2].dep == "case"
    if dated and not any(t.pos in ("ADP", "VERB") for t in tokens[:-2]):  # "a poll published on Sunday" keeps it
        tokens = tokens[:-3] if len(tokens) > 3 and tokens[-3].pos == "ADV" else tokens[:-2]
    return (tokens[0].start, tokens[-1].end) if tokens else span


def own_words(scene: Scene, span: Span) -> Span:
    """A source without what stands before it: a relative pronoun, a date, words for its state or for where it spoke
    ("dont le maire", "Le 6, le maire", "Présent aussi, le maire", "Dans une lettre à la presse, Paul Roy")."""
    span = untimed(scene, span)
    tokens = scene.parsed.tokens_in(span)
    late = _past_time(scene, tokens)
    if late is not None:
        return (late, span[1])
    comma = next((k for k, t in enumerate(tokens[:-1]) if t.norm == ","), None)
    asked = comma == 1 and word_key(tokens[0].text) in scene.actors.openers  # "Interrogée, Solvane"
    stated = tokens[0].pos in ("ADJ", "VERB") if tokens else False
    if comma is not None and (asked or (stated and not any(t.pos in _NOUNS for t in tokens[:comma]))):
        return (tokens[comma + 1].start, span[1])
    before = tokens[0].i - 1 if tokens else -1
    if before >= 0 and before == scene.sentence(before).first and scene.tokens[before].pos == "ADP":
        last = max((k for k, t in enumerate(tokens[:-1]) if t.norm == ","), default=None)
        if last is not None and tokens[last + 1].pos == "PROPN":
            return (tokens[last + 1].start, span[1])
    if len(tokens) > 1 and tokens[0].pos == "PRON" and tokens[0].norm in scene.rules.relatives:
        return (tokens[1].start, span[1])
    if len(tokens) > 3 and tokens[0].pos == "DET" and tokens[1].norm.isdecimal() and tokens[2].norm == ",":
        return (tokens[3].start, span[1])
    return span


def _past_time(scene: Scene, tokens: tuple[Token, ...]) -> int | None:
    """Where a source begins behind the time of day that stands before it ("At 13:50 the council"), or None."""
    for first in tokens[:2]:
        end = scene.times.get(first.start)
        rest = [t for t in tokens if end is not None and t.start >= end and scene.word(t.i)]
        if rest:
            return rest[0].start
        if first.pos != "ADP":
            break
    return None


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


def parenthetic(scene: Scene, cue: Cue, span: Span) -> Span:
    """A source before its cue with the apposition between commas that the rest of its clause follows ("Paul Roy, son
    voisin, ne s'est pas plaint mais a dit …")."""
    tokens, first = scene.tokens, scene.first_at(span[0])
    at = scene.first_at(span[1])
    if span[1] > tokens[cue.first].start or at >= cue.first or tokens[at].norm != ",":
        return span
    phrase = phrase_after(scene, first, cue.first)
    if phrase is None or phrase[0][0] != span[0] or phrase[0][1] <= span[1] or phrase[1] >= cue.first:
        return span
    verb = phrase[1] + 1
    while verb < cue.first and (tokens[verb].norm in (*scene.rules.clitics, *scene.rules.reflexives)):
        verb += 1
    return phrase[0] if verb == cue.first or scene.finite(verb) else span


def main_subject(scene: Scene, cue: Cue) -> Span | None:
    """The subject of the clause that a participle and its content open ("En rappelant que …, elle a salué …")."""
    sentence = scene.sentence(cue.verb)
    if any(scene.finite(k) or scene.nominal(k) for k in range(sentence.first, cue.first)):
        return None
    for k in range(cue.after, sentence.last - 1):
        phrase = phrase_after(scene, k + 1, sentence.last) if scene.tokens[k].norm == "," else None
        if phrase is not None and scene.finite(scene.skip_adverbs(phrase[1], sentence.last - 1)):
            return phrase[0]
    return None


def with_apposition(scene: Scene, span: Span, end: int) -> Span:
    """An antecedent with the apposition that fills all up to its relative ("two advocates, A and B, who said")."""
    phrase = phrase_after(scene, scene.first_at(span[0]), end)
    if phrase is None or phrase[0][1] <= span[1] or phrase[1] < end - 1:
        return span
    return phrase[0]
