"""Small questions of all the rules that look at what follows a cue."""

from __future__ import annotations

from reader.analysis.statements.cues import Cue
from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.phrases import phrase_after
from reader.analysis.statements.scene import Scene
from reader.analysis.statements.sources import NO_SOURCE
from reader.domain.span import Span
from reader.languages.cue_lexicon import Sense
from reader.languages.cue_rules import Frame


def draft_of(scene: Scene, cue: Cue, sense: Sense, span: Span | None, rule: str, certainty: float) -> Draft | None:
    if span is None or scene.parsed.normal[span[0] : span[1]].lower() in scene.rules.complementisers:
        return None
    return Draft(NO_SOURCE, [span], rule, certainty, cue=cue, sense=sense, words=cue.words)


def opening(scene: Scene, cue: Cue, end: int) -> int:
    """The token after a cue and the adverbs behind it, also where commas set them off (", ce jeudi, ")."""
    at = scene.skip_adverbs(cue.after, end)
    if at < end and scene.tokens[at].norm == ",":
        past = scene.skip_adverbs(at + 1, end)
        if at + 1 < past < end and scene.tokens[past].norm == ",":
            return scene.skip_adverbs(past + 1, end)
    return at


def objects_between(scene: Scene, cue: Cue, end: int) -> list[Span]:
    """The noun phrase between a cue and its content ("warned Iran that"), preposition of address skipped."""
    at = scene.skip_adverbs(cue.after, end)
    if at < end and scene.tokens[at].norm in scene.rules.addressees:
        at += 1
    phrase = phrase_after(scene, at, end) if at < end else None
    return [phrase[0]] if phrase else []


def infinitive_at(scene: Scene, at: int, end: int) -> bool:
    """True where an infinitive phrase begins, with its marker, clitics and negation or without."""
    for k in range(at, min(end, at + 6)):
        token = scene.tokens[k]
        if token.pos in ("VERB", "AUX"):
            return token.feature("VerbForm") == "Inf"
        if token.norm in scene.rules.questions and token.norm not in scene.rules.reflexives and k > at:
            return False
        if token.pos not in ("ADP", "PART", "ADV", "PRON", "SCONJ", "PUNCT") and token.norm not in scene.rules.clitics:
            return False
    return False


def opens_about(scene: Scene, sense: Sense, at: int) -> bool:
    after = scene.begins(at, sense.group.prepositions) if Frame.ABOUT in sense.group.frames else None
    return after is not None and not (scene.tokens[at].norm in scene.rules.narration and opens_clause(scene, after))


def opens_clause(scene: Scene, at: int) -> bool:
    """True where a subject and its verb follow ("as crowds watched")."""
    end = scene.sentence(at - 1).last
    phrase = phrase_after(scene, at, end) if at < end else None
    verb = scene.skip_adverbs(phrase[1], end) if phrase is not None else end
    return verb < end and scene.finite(verb)


def opens_infinitive(scene: Scene, sense: Sense, at: int, end: int) -> bool:
    if Frame.INFINITIVE not in sense.group.frames or at >= end:
        return False
    return scene.tokens[at].norm in scene.rules.infinitive_markers and infinitive_at(scene, at, end)
