"""From a draft to a statement: speakers, parties, targets, mode, numbers and how sure it is."""

from __future__ import annotations

from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.nested import Placed
from reader.analysis.statements.scene import Scene
from reader.analysis.statements.sources import Source
from reader.analysis.statements.targets import asks_also, targets
from reader.domain.analysis import Level
from reader.domain.quantity import Quantity
from reader.domain.span import Span, contains
from reader.domain.statement import Act, Endorsement, Mode, Statement

# How many statements back an accusation may name whom the next one is about.
_NEAR = 3


def make_statement(
    scene: Scene,
    id: str,
    placed: Placed,
    parent: str | None,
    quantities: tuple[Quantity, ...],
    earlier: list[Statement],
) -> Statement:
    """The statement of a draft; ``earlier`` are those made before it in the text."""
    draft = placed.draft
    resolved = scene.cast.resolve(draft.source.span) if draft.source.span else None
    parties = tuple(resolved.parties) if resolved else ()
    aimed = targets(scene, draft, parties)
    for child in placed.own:
        aimed += tuple(t for t in targets(scene, child, parties) if t not in aimed)
    if not aimed and asks_also(scene, draft):
        before = next((s for s in reversed(earlier) if s.act == draft.act and s.targets), None)
        aimed = tuple(t for t in before.targets if t not in parties) if before else ()
    if not aimed and draft.act == "accuse" and draft.rule.startswith("que"):
        # "X accused Y of … It charged that …": the same accuser goes on about the same accused.
        recent = reversed(earlier[-_NEAR:])
        last = next((s for s in recent if s.parties == parties and s.act == draft.act and s.targets), None)
        aimed = last.targets if last is not None else ()
    # In the order of the text: those the content does not name stand before it.
    named = [actor.party for span in draft.content for actor in scene.cast.at(span)]
    aimed = tuple(sorted(aimed, key=lambda party: named.index(party) if party in named else -1))
    inside = tuple(q.id for q in quantities if any(contains(span, q.span) for span in draft.content))
    return Statement(
        id=id,
        source=draft.source.span,
        cue=draft.words,
        content=tuple(draft.content),
        speakers=tuple(resolved.speakers) if resolved else (),
        parties=parties,
        targets=aimed,
        act=Act(draft.act),
        mode=_mode(scene, draft.content),
        endorsement=Endorsement(draft.endorsement),
        negated=_negated(draft),
        quantities=inside,
        parent=parent,
        rule=_rule(draft),
        confidence=_confidence(scene, draft),
    )


def _quoted(scene: Scene, span: Span) -> bool:
    """True where a span lies in one quotation, a complementiser or preposition before its mark left aside."""
    inside = scene.quote_at(span[0])
    if inside is not None:
        return contains(inside.span, span)
    ending = scene.quote_at(span[1] - 1)
    if ending is None or ending.span[1] != span[1]:
        return False
    lead = scene.parsed.normal[span[0] : ending.span[0]].strip().lower()
    return lead in (*scene.rules.complementisers, *scene.rules.infinitive_markers)


def _negated(draft: Draft) -> bool:
    """True where the act is not done ("did not confirm"), not where negation is how it is done ("did not comment")."""
    by_negation = draft.sense is not None and draft.sense.group.negated
    return draft.cue is not None and draft.cue.negated and not by_negation


def _rule(draft: Draft) -> str:
    source: Source = draft.source
    return draft.rule if draft.cue is None or draft.rule.startswith("incise") else f"{source.rule}+{draft.rule}"


def _confidence(scene: Scene, draft: Draft) -> float:
    light = 0.85 if scene.parsed.level is Level.LIGHT else 1.0
    return round(draft.certainty * draft.source.certainty * light, 2)


def _mode(scene: Scene, content: list[Span]) -> Mode:
    quotes = {q.span for q in scene.outer}
    if all(_quoted(scene, span) for span in content):
        return Mode.DIRECT
    quoted = any(contains(span, q) and scene.words_in(q) > 1 for span in content for q in quotes)
    return Mode.MIXED if quoted else Mode.INDIRECT
