"""Questions that a text only reports: nobody said what they leave open, and who was asked did not ask."""

from __future__ import annotations

from reader.analysis.statements.cues import Cue
from reader.analysis.statements.scene import Scene
from reader.languages.cue_lexicon import Form

_FARTHEST = 12


def left_open(scene: Scene, cue: Cue) -> bool:
    """True for a verb that a word for "if" makes open ("asked whether he regretted it", "will resign if he admits").

    One that begins its clause concedes ("Si le maire affirme que …, l'opposition …") and leaves nothing open.
    """
    tokens, rules = scene.tokens, scene.rules
    start = max(scene.sentence(cue.verb).first, cue.first - _FARTHEST)
    for k in range(cue.first - 1, start, -1):
        reflexive = tokens[k].norm in rules.reflexives and tokens[k + 1].norm not in rules.subject_pronouns
        if tokens[k].norm in rules.open_questions and not reflexive:
            return scene.word(k - 1) and tokens[k - 1].norm not in rules.conjunctions and not _even(scene, k - 1)
        if scene.finite(k) or not scene.word(k):
            return False
    return False


def _even(scene: Scene, at: int) -> bool:
    """True for an adverb that begins a clause, before the word for "if" ("…, même si le maire nie")."""
    first = scene.sentence(at).first
    return scene.tokens[at].pos == "ADV" and (at == first or not scene.word(at - 1))


def was_asked(scene: Scene, cue: Cue) -> bool:
    """True for a participle behind a comma that looks like the finite verb: somebody was asked, and says something
    before or after it ("X, asked whether he would go, said …", "…, X said, asked why he went")."""
    tokens = scene.tokens
    end, comma = scene.sentence(cue.verb).last, cue.first - 1
    ask = any(s.group.act == "ask" for s in cue.senses)
    if not ask or cue.form is not Form.FINITE or cue.first != cue.verb or comma <= 0 or tokens[comma].norm != ",":
        return False
    asked = scene.skip_adverbs(cue.after, end)
    if asked >= end or tokens[asked].norm not in scene.rules.questions:
        return False
    if not scene.nominal(comma - 1):
        return True
    later = (k for k in range(asked, end - 1) if tokens[k].norm == "," and scene.quote_at(tokens[k].start) is None)
    return any(scene.finite(scene.skip_adverbs(k + 1, end - 1)) for k in later)
