"""Statements that a noun reports: "X's claim that …", "les accusations de X selon lesquelles …"."""

from __future__ import annotations

from reader.analysis.statements.contents import content_end, span_of
from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.phrases import phrase_after, tree_phrase
from reader.analysis.statements.scene import Scene
from reader.analysis.statements.sources import Source
from reader.analysis.statements.speakers import can_speak
from reader.languages.cue_rules import NounGroup

_WINDOW = 12


def nominal(scene: Scene) -> list[Draft]:
    """Drafts of nouns that name their speaker and say with a clause what he said."""
    groups = {word: group for group in scene.rules.nouns for word in group.words}
    found = []
    for token in scene.tokens:
        group = groups.get(token.norm)
        if group is None or token.pos not in ("NOUN", "") or not scene.running(scene.sentence(token.i)):
            continue
        draft = _nominal(scene, token.i, group)
        if draft is not None:
            found.append(draft)
    return found


def _nominal(scene: Scene, noun: int, group: NounGroup) -> Draft | None:
    end = scene.sentence(noun).last
    opening = next((k for k in range(noun + 1, min(end, noun + _WINDOW)) if _opens(scene, k)), None)
    if opening is None or any(scene.finite(k) or scene.tokens[k].norm == "," for k in range(noun + 1, opening)):
        return None
    source = _possessor(scene, noun) or _complement(scene, noun, opening)
    if source is None or not can_speak(scene, source):
        return None
    start = scene.begins(opening, scene.rules.noun_openers) or opening
    if scene.tokens[opening].norm in scene.rules.complementisers:
        start = opening
    end = _before_verb(scene, noun, opening, end)
    span = span_of(scene, start, content_end(scene, None, start, end, clause=True))
    if span is None or scene.words_in(span) < 2:
        return None
    draft = Draft(source, [span], "noun", 0.7, words=scene.tokens[noun].span)
    draft.act, draft.endorsement = group.act, group.endorsement
    return draft


def _before_verb(scene: Scene, noun: int, opening: int, end: int) -> int:
    """Where the clause of a noun ends whose own verb follows ("X's claim that … was met with disbelief")."""
    tokens = scene.tokens
    verb = tokens[noun].head
    if not tokens[noun].dep.startswith("nsubj") or not opening < verb < end:
        return end
    own = ("aux", "advmod", "neg")
    group = [verb, *(k for k in scene.parsed.children[verb] if opening < k < verb and tokens[k].dep.startswith(own))]
    return min(k for k in group if not scene.below(k, tokens[opening].head))


def _opens(scene: Scene, at: int) -> bool:
    token = scene.tokens[at]
    if token.norm in scene.rules.complementisers:
        return token.pos == "SCONJ"
    return scene.begins(at, scene.rules.noun_openers) is not None


def _possessor(scene: Scene, noun: int) -> Source | None:
    """Who stands before the noun ("Israel's claim", "his claim")."""
    for child in scene.parsed.children[noun]:
        if scene.tokens[child].dep == "nmod:poss" and child < noun:
            span = tree_phrase(scene, child, scene.sentence(noun).first, noun)
            text = scene.parsed.normal[span[0] : span[1]]
            cut = next((len(e) for e in scene.rules.possessive_endings if text.endswith(e)), 0)
            return Source((span[0], span[1] - cut), "possessor", child, 0.85)
    return None


def _complement(scene: Scene, noun: int, opening: int) -> Source | None:
    """Who stands after the noun ("les accusations de la Suède")."""
    at = noun + 1
    while at < opening and scene.tokens[at].pos == "ADJ":
        at += 1
    if at >= opening or scene.tokens[at].norm not in scene.rules.noun_speakers:
        return None
    phrase = phrase_after(scene, at + 1, opening)
    return Source(phrase[0], "complement", at + 1, 0.8) if phrase else None
