"""Words that name a source only behind what was said, at its end ("…, so die Polizei")."""

from __future__ import annotations

from reader.analysis.statements.phrases import phrase_after
from reader.analysis.statements.scene import Scene


def closes(scene: Scene, first: int, after: int) -> bool:
    """True where the words at ``first`` stand behind a comma or quotation and only somebody who speaks follows them."""
    sentence = scene.sentence(first)
    end = sentence.last
    if first - 1 < sentence.first or scene.word(first - 1) or after >= end:
        return False
    phrase = phrase_after(scene, after, end)
    if phrase is None:
        return False
    past = scene.skip_adverbs(phrase[1], end)
    named = bool(scene.cast.at(phrase[0])) or scene.pronoun(phrase[0])
    speaks = named or any(scene.acting_noun(k) for k in range(after, phrase[1]))
    return speaks and (past >= end or not scene.word(past))
