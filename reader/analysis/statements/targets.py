"""Whom a statement is aimed at."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.phrases import tree_phrase
from reader.analysis.statements.scene import Scene
from reader.domain.span import Span

_NEAR = 14
_JOINED = 5
_BACK = 2  # sentences
_OBJECTS = ("obj", "iobj")
_AIMED = {
    "accuse",
    "deny",
    "promise",
    "threaten",
    "warn",
    "urge",
    "demand",
    "offer",
    "ask",
    "praise",
    "criticise",
    "decline",
}

# What these say is about somebody even where a common noun names them ("the management", "le gouvernement").
_CHARGES = {"accuse", "criticise", "deny"}


def targets(scene: Scene, draft: Draft, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Ids of the parties accused, urged, promised something and so on; never the reporter spoken to."""
    if draft.everyone and len(parties) > 1:
        return parties
    if draft.act not in _AIMED:
        return ()
    found: list[str] = []
    for span in draft.aimed:
        found += _parties(scene, _with_joined(scene, span, draft.content[0]))
    kind = draft.sense.group.target if draft.sense else "none"
    if not found and draft.act in _CHARGES and draft.cue is not None:
        found += _meant(scene, draft.cue.verb, parties)
    if not found and kind == "to" and draft.cue is not None:
        found += _addressed(scene, draft.cue.verb)
    if not found and kind == "object" and draft.cue is not None:
        found += _object(scene, draft.cue.verb, draft.content[0])
    if not found and kind in ("content", "object", "to") and not (draft.act == "accuse" and draft.aimed):
        found += _near_parties(scene, draft.content[0], draft.act)
    if not found and kind in ("content", "object") and draft.act in _CHARGES and not _clitic(scene, draft):
        found += _described(scene, draft.content[0], draft.sense.group.objects if draft.sense else ())
    return tuple(p for p in dict.fromkeys(found) if p not in parties)


def _parties(scene: Scene, span: Span) -> list[str]:
    resolved = list(scene.cast.resolve(span).parties)
    if resolved:
        return resolved
    return [a.party for a in scene.cast.acting(span) if a.party]


def _with_joined(scene: Scene, span: Span, content: Span) -> Span:
    """A target with the names joined to it before the content begins: "X and Y to do more"."""
    between = scene.parsed.tokens_in((span[1], content[0])) if span[1] < content[0] else []
    edge = [*scene.parsed.tokens_in(span)[-1:], *between[:1]]
    joined = any(t.norm in scene.actors.conjunctions for t in edge) and 0 < len(between) <= _JOINED
    return (span[0], between[-1].end) if joined else span


def _addressed(scene: Scene, verb: int) -> list[str]:
    """Parties in the verb's complement of address ("demanderait de l'aide à la Russie")."""
    tokens = scene.tokens
    for child in scene.parsed.children[verb]:
        cases = [c for c in scene.parsed.children[child] if tokens[c].dep == "case" and c < child]
        if child > verb and cases and tokens[cases[0]].norm in scene.rules.addressees:
            found = _parties(scene, tree_phrase(scene, child, cases[0] + 1, scene.sentence(child).last))
            if found:
                return found
    return []


def _object(scene: Scene, verb: int, content: Span) -> list[str]:
    """Parties of the person asked or told, between the verb and the content ("asked her why …")."""
    for child in scene.parsed.children[verb]:
        token = scene.tokens[child]
        if child > verb and token.dep in _OBJECTS and token.end <= content[0]:
            return _parties(scene, tree_phrase(scene, child, verb + 1, scene.first_at(content[0])))
    return []


def _clitic(scene: Scene, draft: Draft) -> bool:
    """True where an object pronoun before the verb stands for whoever is charged ("elle l'accuse de")."""
    if draft.cue is None:
        return False
    verb = draft.cue.verb
    below = (scene.tokens[c] for c in scene.parsed.children[verb] if c < verb)
    return any(t.pos == "PRON" and t.dep in _OBJECTS for t in below)


def _meant(scene: Scene, verb: int, parties: tuple[str, ...]) -> list[str]:
    """Parties of the last subject of another party, for an object pronoun before a charge ("Ce dernier l'accuse"):
    one subject for a singular, several or a plural for a plural."""
    tokens = scene.tokens
    below = [tokens[c] for c in scene.parsed.children[verb] if c < verb]
    pronoun = next((t for t in below if t.pos == "PRON" and t.dep in _OBJECTS), None)
    if pronoun is None or not parties:
        return []
    plural = pronoun.feature("Number") == "Plur"
    for k in range(pronoun.i - 1, -1, -1):
        token = tokens[k]
        if token.sentence < tokens[verb].sentence - _BACK:
            break
        if not token.dep.startswith("nsubj") or token.pos not in ("NOUN", "PROPN") or scene.quote_at(token.start):
            continue
        sentence = scene.sentence(k)
        found = list(scene.cast.resolve(tree_phrase(scene, k, sentence.first, sentence.last)).parties)
        if set(found) & set(parties) or (found and plural != (len(found) > 1 or token.feature("Number") == "Plur")):
            continue
        if found:
            return found
    return []


def _described(scene: Scene, content: Span, objects: Sequence[str]) -> list[str]:
    """The party of the first definite description in a charge that names nobody ("that managers … the company's"); one
    of the verb's own objects is no description ("rejected this accusation")."""
    for token in scene.parsed.tokens_in(content):
        if token.norm.rstrip("'") in scene.actors.definite:
            head = scene.tokens[token.head]
            resolved = scene.cast.resolve((token.start, head.end)).parties if head.i > token.i else ()
            placed = scene.cast.at((token.start, head.end)) and not scene.cast.acting((token.start, head.end))
            if resolved and head.norm not in objects and not placed:
                whole = tree_phrase(scene, head.i, token.i, scene.sentence(head.i).last)
                return list(scene.cast.resolve(whole).parties or resolved)
    return []


def _near_parties(scene: Scene, content: Span, act: str) -> list[str]:
    """Parties named in the first words of a content, up to the first comma; none where a denied thing was."""
    tokens = scene.parsed.tokens_in(content)[:_NEAR]
    end = next((t.start for t in tokens[1:] if t.norm in (",", ";", ":")), tokens[-1].end if tokens else content[0])
    named = scene.cast.acting if act == "deny" else scene.cast.at
    return list(dict.fromkeys(a.party for a in named((content[0], end)) if a.party))[:2]


def asks_also(scene: Scene, draft: Draft) -> bool:
    """True for a call that says "also" and not to whom: it goes to those who were called on before."""
    if draft.act not in ("urge", "demand", "ask") or draft.cue is None:
        return False
    return any(
        scene.begins(k, scene.rules.also) is not None
        for k in range(max(0, draft.cue.first - 3), min(draft.cue.after + 2, len(scene.tokens)))
    )
