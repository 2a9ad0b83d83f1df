"""Statements: every rule's drafts, sorted out, with speakers, targets and quantities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.statements.choosing import choose
from reader.analysis.statements.counts_apart import counts_apart
from reader.analysis.statements.cues import find_cues
from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.nested import Placed, arrange
from reader.analysis.statements.noun_cues import nominal
from reader.analysis.statements.omitted import with_earlier_speakers
from reader.analysis.statements.postpositions import postpositional
from reader.analysis.statements.prepositions import prepositional
from reader.analysis.statements.quoting import unclaimed
from reader.analysis.statements.scene import Scene
from reader.analysis.statements.sources import Source
from reader.analysis.statements.targets import asks_also, targets
from reader.analysis.text.parsed import Parsed
from reader.domain.analysis import Level
from reader.domain.quantity import Quantity
from reader.domain.span import Span, contains
from reader.domain.statement import Act, Endorsement, Mode, Statement

if TYPE_CHECKING:
    from reader.analysis.actors.actors import Cast
    from reader.languages.pack import Pack

# How many statements back an accusation may name whom the next one is about.
_NEAR = 3


def find_statements(parsed: Parsed, pack: Pack, cast: Cast, quantities: tuple[Quantity, ...]) -> tuple[Statement, ...]:
    """All statements in order of place, nested ones with their parent."""
    cues = find_cues(parsed, pack.cues)
    scene = Scene(parsed, pack.cues, pack.actors, cast, cues)
    drafts = [d for cue in cues if (d := choose(scene, cue)) is not None and not _hides_its_speaker(scene, d)]
    drafts = counts_apart(scene, [*drafts, *prepositional(scene)])
    drafts += [*postpositional(scene), *nominal(scene)]
    for draft in drafts:
        if draft.sense is not None:
            draft.act = draft.sense.group.act
            draft.endorsement = draft.sense.group.endorsement
        if draft.cue is not None and draft.cue.conditional:
            draft.endorsement = "distanced"
    drafts = with_earlier_speakers(scene, drafts)
    drafts += unclaimed(scene, drafts)
    placed = arrange(scene, drafts)
    ids = {id(p.draft): f"s{n}" for n, p in enumerate(placed, 1)}
    made: list[Statement] = []
    for p in placed:
        parent = ids[id(p.parent)] if p.parent else None
        made.append(_statement(scene, ids[id(p.draft)], p, parent, quantities, made))
    return tuple(made)


def _hides_its_speaker(scene: Scene, draft: Draft) -> bool:
    """True for a speaker's wish not to be named ("who asked not to be identified"): nothing of the story."""
    at = scene.first_at(draft.content[0][0])
    negated = at > 0 and scene.tokens[at - 1].norm in scene.rules.negations
    return any(scene.begins(k, scene.rules.anonymity) is not None for k in (at, at - negated))


def _statement(
    scene: Scene,
    id: str,
    placed: Placed,
    parent: str | None,
    quantities: tuple[Quantity, ...],
    earlier: list[Statement],
) -> Statement:
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
        negated=bool(draft.cue and draft.cue.negated),
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
