"""Who can speak: names, pronouns, and nouns for people and bodies that act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.statements.light_sources import OMITTED
from reader.analysis.statements.scene import Scene
from reader.analysis.text.parsed import Token
from reader.domain.span import Span

if TYPE_CHECKING:
    from reader.analysis.statements.sources import Source


def can_speak(scene: Scene, source: Source) -> bool:
    """True for a source that is somebody: named, a pronoun, or a noun for people and bodies that act."""
    if source.span is None:
        return source.rule == OMITTED
    if scene.parsed.normal[source.span[0] : source.span[1]].lower() in scene.rules.subject_pronouns:
        return True
    resolved = scene.cast.resolve(source.span)
    return bool(resolved.parties or resolved.speakers) or is_somebody(scene, source.span)


def is_somebody(scene: Scene, span: Span) -> bool:
    """True for a noun phrase that names somebody, or whose noun is one for people and bodies that act."""
    tokens = scene.parsed.tokens_in(span)
    if not tokens or scene.cast.at(span):
        return bool(tokens)
    first = next((t for t in tokens if t.pos in ("NOUN", "PROPN", "")), tokens[0])
    inside = {t.i for t in tokens}
    heads = [t for t in tokens if t.head not in inside and t.pos == "NOUN"]
    return any(_somebody(scene, token) for token in (first, *heads))


def _somebody(scene: Scene, token: Token) -> bool:
    if token.norm in scene.rules.documents or token.norm in scene.rules.speakers:
        return True
    return token.pos == "PROPN" or token.norm.endswith(scene.rules.speaker_endings) or scene.acting_noun(token.i)
