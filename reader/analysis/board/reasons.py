"""Why a statement is shown and how sure it is, in words: what the name of its rule and its confidence mean."""

from __future__ import annotations

from reader.domain.confidence import Strictness
from reader.domain.statement import Statement

_LIKELY = 0.5
_INCISE = "incise"

_SPEAKERS: dict[str, str] = {
    "subject": "the speaker is the subject of the reporting verb",
    "shared subject": "the speaker is the subject of a verb before",
    "inversion": "the speaker stands behind the reporting verb",
    "agent": "the speaker is named as the one it was said by",
    "passive": "the text does not say by whom",
    "relative": "the speaker is whom a relative clause tells about",
    "participle": "the speaker is whom a participle tells about",
    "possessor": "the speaker is whose words they are called",
    "complement": "the speaker stands behind the noun for what was said",
    "preposition": "the speaker stands behind “according to” or its like",
    "colon": "the speaker stands before a colon",
    "dash": "the speaker stands behind a dash",
    "words before": "the speaker is taken from the words before the verb",
    "earlier speaker": "the speaker is the one quoted before",
    "no source": "nobody is named as the speaker",
}
_CONTENTS: dict[str, str] = {
    "que": "the words are a “that” clause",
    "clause": "the words are a clause without “that”",
    "infinitive": "the words are an infinitive",
    "target+infinitive": "the words are what somebody is told, or charged, to do",
    "target+phrase": "the words are what somebody is charged with or asked for",
    "passive+infinitive": "the words are an infinitive behind a passive",
    "passive+que": "the words are a “that” clause behind a passive",
    "passive": "the words stand behind a passive",
    "phrase": "the words are a phrase that belongs to the verb",
    "object": "the words are the object of the verb",
    "state": "the words say what somebody is held to be",
    "gerund": "the words are an “-ing” form or its like",
    "question": "the words are an indirect question",
    "colon": "the words stand behind a colon",
    "quotation": "the words are a quotation beside the verb",
    "quotation+dash": "the words are a quotation, signed behind a dash",
    "quoted words": "the words stand in quotation marks, and nobody is said to say them",
    "named": "the words are a quotation that names something",
    "noun": "the words belong to a noun for what was said",
    "cue alone": "only the verb tells what was said",
    "selon first": "the words follow the one they are ascribed to",
    "selon after": "the words stand before the one they are ascribed to",
}
_NOTES: dict[str, str] = {
    "surface": "read from the order of the words, not from their grammar",
    "tree": "read from the grammar, not from the order of the words",
    "other verb": "the verb is not one that usually reports",
    "earlier speaker": "the speaker is the one quoted before",
}
_LINKS: dict[str, str] = {
    "reciprocal": "linked because one sentence says it of both",
    "each accuses the other": "linked because each accuses the other, in statements of their own",
    "denial by the accused": "linked because the one accused denies it",
    "denial of the last accusation": "linked because it denies, in a few words, what was just charged",
    "offer after a demand": "linked because a figure is offered after one was demanded",
    "called untrue by another party": "linked because another party calls it untrue",
    "confirmation of the same words": "linked because much of it is said again and confirmed",
    "different numbers for the same thing": "linked because both count the same thing and come to different numbers",
    "refusal in a talk between two": "linked because one declines what the other just said",
    "refusal by the party asked": "linked because the party asked declines",
    "refusal of what was said to it": "linked because the party spoken to declines",
    "reply to what was just asked": "linked because it follows the question at once",
    "reply by the accused": "linked because the one accused replies at once",
    "answer by the party asked": "linked because the party asked answers",
}


def link_reason(rule: str) -> str:
    """Why two statements are linked. A rule these words do not know is told by its name."""
    return _LINKS.get(rule, rule)


def confidence_word(confidence: float) -> str:
    """ "sure", "likely" or "doubtful": sure is what the strict setting still shows."""
    if confidence >= Strictness.STRICT.floor:
        return "sure"
    return "likely" if confidence >= _LIKELY else "doubtful"


def reason(statement: Statement) -> str:
    """ "sure: the speaker is the subject of the reporting verb; the words are a “that” clause".

    A rule these words do not know is told by its name.
    """
    return f"{confidence_word(statement.confidence)}: {'; '.join(_parts(statement.rule))}"


def _parts(rule: str) -> tuple[str, ...]:
    """What each part of a rule's name means: "incise, SPEAKER", or "SPEAKER+CONTENT" with ", NOTE" behind it."""
    rule, _, note = rule.partition(", ")
    if rule == _INCISE:
        return (_SPEAKERS.get(note, note), "the report stands inside or behind the words")
    speaker, _, content = rule.partition("+")
    if rule in _CONTENTS:
        speaker, content = "", rule
    parts = (_SPEAKERS.get(speaker, speaker), _CONTENTS.get(content, content), _NOTES.get(note, note))
    return tuple(part for part in parts if part)
