"""What may stand between a cue and the speaker after it: an aside, who is spoken to, where and when."""

from __future__ import annotations

from reader.analysis.statements.phrases import phrase_after
from reader.analysis.statements.scene import Scene

_ASIDE = 8
_MOST = 3
_DURATION = 5  # words: "moins de deux jours"
_STARTS = ("DET", "PROPN", "NOUN")


def past_aside(scene: Scene, comma: int, end: int) -> int:
    """The index after a short aside between commas ("admet, un peu gêné, le directeur"), else the comma's."""
    for k in range(comma + 1, min(end, comma + _ASIDE)):
        if scene.tokens[k].norm == ",":
            return k + 1
        if scene.finite(k) or not scene.word(k) or scene.tokens[k].pos == "PROPN":
            break
    return comma


def long_after(scene: Scene, first: int, at: int, end: int) -> bool:
    """True where a comma parts what was said in no clause of its own from how long after what it was said ("admitted an
    incident, two days after ...")."""
    tokens, rules = scene.tokens, scene.rules
    if tokens[at - 1].norm != "," or any(scene.finite(k) for k in range(first, at)):
        return False
    unit = next((k for k in range(at, min(end, at + _DURATION)) if tokens[k].norm in rules.time_units), None)
    if unit is None or unit + 1 >= end or tokens[unit + 1].norm not in rules.before_after:
        return False
    return not any(tokens[k].pos in ("VERB", "AUX", "PROPN", "PUNCT") for k in range(at, unit))


def past_circumstances(scene: Scene, at: int, end: int) -> int:
    """The index of the speaker after whom, where and when ("a indiqué à l'AFP le procureur"), else ``at``."""
    past = at
    for _ in range(_MOST):
        after = _past_one(scene, scene.skip_adverbs(past, end), end)
        if after is None or after >= end:
            break
        past = after
    past = scene.skip_adverbs(past, end)
    return past if past < end and scene.tokens[past].pos in _STARTS else at


def _past_one(scene: Scene, at: int, end: int) -> int | None:
    """The index after one phrase that opens with a preposition of address, place or time, or None."""
    first = at
    while first < end and _preposition(scene, first):
        first += 1
    if not at < first < end:
        return None
    phrase = phrase_after(scene, first, end)
    if phrase is None:
        return None
    return _name_after(scene, first, phrase[1]) or phrase[1]


def _preposition(scene: Scene, at: int) -> bool:
    token, rules = scene.tokens[at], scene.rules
    return token.norm in (*rules.addressees, *rules.circumstances) and token.norm not in rules.agents


def _name_after(scene: Scene, first: int, end: int) -> int | None:
    """Where a person's name begins that the hearer's ran into ("à l'AFP Paul Diallo", "auprès du Soir Anne Roux")."""
    tokens = scene.tokens
    for k in range(first + 1, end - 1):
        before, token = tokens[k - 1], tokens[k]
        if token.pos != "PROPN" or tokens[k + 1].pos != "PROPN" or not before.text[:1].isupper():
            continue
        acronym = before.text.isupper() and len(before.text) > 1
        if acronym or (token.dep == "appos" and tokens[k + 1].head == k):
            return k
    return None
