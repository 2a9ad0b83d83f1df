"""A cue whose content is a number: "counted 12,000 marchers", "parle de 9 défauts", "puts it at 250"."""

from __future__ import annotations

from reader.analysis.statements.contents import content_end, span_of
from reader.analysis.statements.cues import Cue
from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.frames import draft_of, opening
from reader.analysis.statements.phrases import phrase_after
from reader.analysis.statements.scene import Scene
from reader.analysis.statements.sources import subject_of
from reader.analysis.statements.speakers import can_speak
from reader.languages.cue_lexicon import Sense
from reader.languages.cue_rules import Frame

_MARKS = {",", ";", ":"}  # behind these somebody else may count ("police spoke of 3,000, organisers of 5,000")
_HEDGE = 3  # tokens before a number that tell how exact it is


def count(scene: Scene, cue: Cue, end: int) -> Draft | None:
    """The number somebody gives who is named. A pronoun may count things that it has; so may who counts them now."""
    sense = cue.allows(Frame.COUNT)
    start = opening(scene, cue, end)
    if sense is None or cue.negated or not _tells(scene, cue, sense):
        return None
    if start > cue.after and start <= scene.tokens[start - 1].head < end:
        start -= 1  # "quelque 5 000"
    first = scene.begins(start, sense.group.prepositions) if sense.group.prepositions else start
    number = _number(scene, first, end) if first is not None else None
    source = subject_of(scene, cue)
    if number is None or source.span is None or not can_speak(scene, source):
        return None
    if len(number) == 1 and not scene.cast.resolve(source.span).parties:
        return None
    if scene.parsed.normal[slice(*source.span)].lower() in scene.rules.subject_pronouns:
        return None
    comma = next((k for k in range(start, end) if scene.tokens[k].norm in _MARKS), end)
    if comma < end and _counts_too(scene, sense, comma + 1, end):
        return None
    after = content_end(scene, cue, start, comma, clause=False)
    return draft_of(scene, cue, sense, span_of(scene, start, after), "count", 0.75)


def _tells(scene: Scene, cue: Cue, sense: Sense) -> bool:
    """Whether a verb tells a number whatever its tense; one that only counts does where it has been done."""
    if sense.tail or sense.group.prepositions:
        return True
    verb = scene.tokens[cue.verb]
    return verb.feature("Tense") == "Past" or verb.feature("VerbForm") == "Part"


def _counts_too(scene: Scene, sense: Sense, at: int, end: int) -> bool:
    """Whether the same verb, left out, tells another's number: ", organisers of 5,000"."""
    phrase = phrase_after(scene, at, end) if at < end else None
    if phrase is None or not sense.group.prepositions:
        return False
    behind = scene.begins(phrase[1], sense.group.prepositions) if phrase[1] < end else None
    inside = [t.i for t in scene.parsed.tokens_in(phrase[0]) if scene.begins(t.i, sense.group.prepositions)]
    return any(
        k is not None and _number(scene, k, end)
        for k in (behind, *(scene.begins(i, sense.group.prepositions) for i in inside))
    )


def _number(scene: Scene, first: int, end: int) -> str | None:
    """The digits at a place, or behind few words that tell how exact they are."""
    for token in scene.tokens[first : min(end, first + _HEDGE + 1)]:
        if token.norm[0].isdigit():
            return token.norm
        if token.pos in ("VERB", "AUX", "PUNCT", "NOUN", "PROPN", "PRON"):
            return None
    return None
