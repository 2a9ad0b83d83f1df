"""Reports that go on from another in their sentence: the first one's speaker goes on, not somebody it speaks of."""

from __future__ import annotations

from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.scene import Scene
from reader.analysis.statements.speakers import is_somebody
from reader.domain.span import contains
from reader.languages.cue_lexicon import Form

_MARKS = (",", "–", "—", ";", '"', "»", "-")


def with_shared_speakers(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The drafts, those that go on right behind another's content given its speaker; charges in so many words are
    no reports of their own ("accused X of denying …")."""
    ends: dict[int, list[Draft]] = {}
    charges: set[int] = set()
    for draft in drafts:
        if draft.source.span is not None:
            ends.setdefault(draft.extent[1] if draft.cue is not None else draft.source.span[1], []).append(draft)
        if draft.rule.endswith(("target+phrase", "passive")):
            charges.add(scene.first_at(draft.content[0][0]))
    kept = []
    for draft in drafts:
        gerund = draft.cue is not None and draft.cue.form is Form.GERUND
        if gerund and draft.cue is not None and draft.cue.first - 1 in charges:
            continue
        _clip(draft, drafts)
        earlier = _earlier(scene, draft, ends)
        if earlier is not None:
            draft.source = earlier.source._replace(rule="shared subject", certainty=min(0.8, earlier.source.certainty))
        kept.append(draft)
    return kept


def _clip(draft: Draft, drafts: list[Draft]) -> None:
    """End a participle's or noun's content where the content ends in which it began ("said that a letter saying …")."""
    noun = draft.cue is None and draft.rule.startswith("noun")
    if draft.words is None or not (noun or (draft.cue is not None and draft.cue.form is Form.GERUND)):
        return
    start, end = draft.content[-1]
    for other in drafts:
        close = other.content[-1][1]
        begun = other.content[-1][0] < draft.words[0] and start < close < end
        if begun and other.cue is not None and other.cue.words[0] < draft.words[0]:
            draft.content[-1] = (start, end := close)


def _earlier(scene: Scene, draft: Draft, ends: dict[int, list[Draft]]) -> Draft | None:
    """The draft whose content ends right before a cue that has a subject inside that content, or None."""
    cue, span = draft.cue, draft.source.span
    if cue is None or span is None or cue.passive or not draft.source.rule.startswith(("shared", "participle")):
        return None
    at, start = cue.first - 1, scene.sentence(cue.verb).first
    while at > start and (scene.tokens[at].pos == "ADV" or scene.tokens[at].norm in scene.rules.adverbs):
        at -= 1
    joined = scene.tokens[at].norm in scene.rules.conjunctions
    at -= joined
    parted = scene.tokens[at].norm in _MARKS
    if not (joined or parted) or at <= start:
        return None
    near = [scene.tokens[k].end for k in range(max(start, at - 2), at + 1)]
    for other in (d for end in reversed(near) for d in ends.get(end, ())):
        if other.rule.startswith("selon") and cue.form is Form.GERUND and not joined:
            return other  # "according to the Red Cross, citing local police"
        if other is draft or other.cue is None or other.cue.verb >= cue.first:
            continue
        if not any(contains(content, span) for content in other.content):
            continue
        if cue.form is Form.GERUND and not joined and not _goes_on(scene, draft):
            return None
        return other
    return None


def _goes_on(scene: Scene, draft: Draft) -> bool:
    """True where a participle behind a comma is the speaker's: its verb goes on, or a thing would have to say it."""
    cue, span = draft.cue, draft.source.span
    if cue is None or span is None:
        return False
    return scene.tokens[cue.verb].norm in scene.rules.continuing or not (
        scene.pronoun(span) or is_somebody(scene, span)
    )
