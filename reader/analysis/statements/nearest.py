"""The actor named right before a relative pronoun."""

from __future__ import annotations

from reader.analysis.statements.scene import Scene
from reader.domain.span import Span

_REACH = 6


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
