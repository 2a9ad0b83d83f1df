"""What stands behind a verb as its subject: a pronoun with its hyphen, a noun phrase without the day of saying it."""

from __future__ import annotations

from reader.analysis.statements.cues import Cue
from reader.analysis.statements.scene import Scene
from reader.domain.span import Span


def without_when(scene: Scene, first: int, after: int) -> Span | None:
    """The speaker of an inversion without the day that ends it ("a indiqué la compagnie mercredi")."""
    for k in range(max(first + 1, after - 3), after):
        if scene.skip_adverbs(k, after) == after:
            return scene.trimmed(scene.tokens[first].start, scene.tokens[k - 1].end)
    return None


def inside_inversion(scene: Scene, cue: Cue) -> Span | None:
    """The pronoun inside or right after the verb group: "a-t-il dit", "dit-elle"."""
    found = (_hyphenated(scene, k) for k in range(cue.first, min(cue.after + 2, len(scene.tokens))))
    return next((span for span in found if span is not None), None)


def _hyphenated(scene: Scene, at: int) -> Span | None:
    """The pronoun that stands with a hyphen after its verb, its linking letter left aside."""
    token = scene.tokens[at]
    if token.norm not in scene.rules.inverted_pronouns or not token.norm.startswith("-") or len(token.norm) <= 2:
        return None
    lead = 3 if token.norm.startswith("-t-") else len(token.text) - len(token.text.lstrip("-"))
    return (token.start + lead, token.end)


def inverted_pronoun(scene: Scene, subject: int) -> Span | None:
    """The pronoun of an inversion whose subject, or the letter before it, is this token."""
    if scene.tokens[subject].norm not in scene.rules.inverted_pronouns:
        return None
    last = min(subject + 2, len(scene.tokens))
    return next((span for k in range(subject, last) if (span := _hyphenated(scene, k)) is not None), None)


def disagrees(scene: Scene, cue: Cue, at: int) -> bool:
    """True where one verb stands before several people or things, which it cannot have as its subject ("rappelle les
    règles")."""
    verbs = [scene.tokens[k].feature("Number") for k in range(cue.first, cue.verb + 1) if scene.finite(k)]
    token = scene.tokens[at]
    plural = token.pos == "DET" and token.norm in scene.rules.determiners and token.feature("Number") == "Plur"
    return plural and verbs[:1] == ["Sing"]
