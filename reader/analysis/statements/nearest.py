"""Who stands right before a relative pronoun, or a little before a noun that can say nothing."""

from __future__ import annotations

from reader.analysis.statements.phrases import tree_phrase
from reader.analysis.statements.scene import Scene
from reader.analysis.statements.speakers import is_somebody
from reader.domain.span import Span

_REACH = 6
_ASIDE = 9


def named_before(scene: Scene, noun: int, relative: int) -> Span | None:
    """The mention that ends right before a relative, a participle between it and the noun that the tree takes for what
    the relative is about ("des problèmes dénoncés par l'opposition, qui …"); None where there is none."""
    sentence = scene.sentence(relative)
    last = relative - 1 if scene.word(relative - 1) else relative - 2
    if last < sentence.first:
        return None
    if not any(scene.tokens[k].pos == "VERB" for k in range(noun + 1, last)):
        return None
    end = scene.tokens[last].end
    start = scene.tokens[max(sentence.first, last - _REACH)].start
    mentions = [m for actor in scene.cast.at((start, end)) for m in actor.mentions if m[1] == end and m[0] >= start]
    return min(mentions, default=None)


def somebody_before(scene: Scene, noun: int) -> Span | None:
    """The noun for somebody or for a document a little before another ("un article datant du mois de mai qui …")."""
    first = scene.sentence(noun).first
    for k in range(noun - 1, max(first, noun - _ASIDE) - 1, -1):
        token = scene.tokens[k]
        if scene.finite(k) or token.norm == ",":
            return None
        if token.pos == "NOUN" and is_somebody(scene, token.span):
            return tree_phrase(scene, k, first, noun)
    return None
