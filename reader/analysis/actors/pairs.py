"""Two at once: "les deux parties", "both sides", "the two leaders"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.reading import Reading
from reader.analysis.actors.salience import Salience
from reader.domain.actor import ActorKind

_STATES = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.FORCE})


def pair_kind(reading: Reading, first: int, last: int) -> str | None:
    """Which sort of pair a phrase names (state, side, person, organisation), or None."""
    rules = reading.rules
    dual = any(reading.words[k].key in rules.dual for k in range(first, last))
    for k in range(first, last):
        if dual and (noun := rules.pairs.match(reading.words, k, last)):
            return noun[0].kind
        if rules.sides.match(reading.words, k, last) and not _grouped(reading, first, k, last):
            return "side"
    return None


def _grouped(reading: Reading, first: int, k: int, last: int) -> bool:
    """True where word ``k`` is only part of what a side is called: "les avocats des parties civiles"."""
    groups = ((x, reading.rules.groups.match(reading.words, x, last)) for x in range(first, k + 1))
    return any(found is not None and x + found[1] > k for x, found in groups)


def find_pair(
    reading: Reading, salience: Salience, drafts: dict[str, Draft], at: int, kind: str
) -> tuple[list[str], list[str]]:
    """The two actors and parties a pair at word ``at`` stands for: the last two named together, else the two most
    named. Both lists are empty when there are no two."""
    fits = _fitting(kind)
    together = _named_together(reading, drafts, at, fits)
    if together is None:
        together = _most_named(reading, drafts, at, fits)
    if together is None:
        return [], []
    parties = [d.party for d in together if d.party]
    return ([d.id for d in together], parties) if len(parties) == 2 else ([], [])


def _fitting(kind: str) -> Callable[[Draft], bool]:
    if kind == "state":
        return lambda d: d.kind in _STATES
    if kind == "person":
        return lambda d: d.person
    if kind == "organisation":
        return lambda d: d.kind is ActorKind.ORGANISATION and d.type != "media"
    return lambda d: d.kind is not ActorKind.PLACE and d.type != "media"


def _named_together(
    reading: Reading, drafts: dict[str, Draft], at: int, fits: Callable[[Draft], bool]
) -> tuple[Draft, Draft] | None:
    """The last two mentions before ``at`` joined by a conjunction that stand for two parties."""
    mentions = sorted((m for d in drafts.values() for m in d.mentions if m.first < at), key=lambda m: m.first)
    own = _subject_party(reading, drafts, at, mentions)
    for left, right in reversed(list(pairwise(mentions))):
        a, b = drafts[left.actor], drafts[right.actor]
        if not (a.party and b.party and a.party != b.party and fits(a) and fits(b)):
            continue
        if not all(d.mentions[0].entry or d.type for d in (a, b)):
            continue  # names that nothing tells to be anybody who acts
        here = left.first >= reading.first_of(min(at, len(reading.words) - 1))
        if _joined(reading, left, right) and not (here and own in (a.party, b.party)):
            return a, b
    return None


def _joined(reading: Reading, left: Mention, right: Mention) -> bool:
    between = range(left.last, right.first)
    rules = reading.rules
    if not between or len(between) > 4 or reading.sentence[left.first] != reading.sentence[right.first]:
        return False
    small = rules.connectors | rules.definite
    return any(reading.words[k].key in rules.conjunctions for k in between) and all(
        reading.words[k].key in rules.conjunctions | small for k in between
    )


def _subject_party(reading: Reading, drafts: dict[str, Draft], at: int, mentions: list[Mention]) -> str | None:
    """The party that acts in the sentence of word ``at``: it is no side of the pair it speaks to."""
    first = reading.first_of(min(at, len(reading.words) - 1))
    return next((drafts[m.actor].party for m in mentions if first <= m.first < at), None)


def _most_named(
    reading: Reading, drafts: dict[str, Draft], at: int, fits: Callable[[Draft], bool]
) -> tuple[Draft, Draft] | None:
    mentions = [m for d in drafts.values() for m in d.mentions if m.first < at]
    own = _subject_party(reading, drafts, at, sorted(mentions, key=lambda m: m.first))
    counts: Counter[str] = Counter()
    by_party: dict[str, Draft] = {}
    for draft in drafts.values():
        if draft.party and draft.party != own and fits(draft):
            before = sum(m.first < at for m in draft.mentions)
            if before:
                counts[draft.party] += before
                by_party.setdefault(draft.party, draft)
    top = counts.most_common(3)
    if len(top) < 2 or (len(top) == 3 and top[1][1] == top[2][1]):
        return None
    two = sorted((by_party[top[0][0]], by_party[top[1][0]]), key=lambda d: d.first)
    return two[0], two[1]
