"""Whom lawyers speak for: their clients, who may be people ("his lawyer", "l'avocate de la défense")."""

from __future__ import annotations

from collections.abc import Iterable

from reader.analysis.actors.drafted import Draft
from reader.analysis.actors.mentions import Mention
from reader.analysis.actors.reading import Reading
from reader.analysis.actors.salience import Salience
from reader.domain.actor import ActorKind
from reader.languages.actor_rules import Reference

_NO_CLIENTS = frozenset({"court", "prosecution", "force", "media"})


def client_of(
    reading: Reading, salience: Salience, drafts: Iterable[Draft], by_word: dict[int, Mention], first: int, last: int
) -> Draft | None:
    """The client of the lawyer whom words ``first`` to ``last`` describe: whom a possessive stands for, whose name
    completes the noun, or of the defence the one person named before who holds no office; None when unsure."""
    drafts = [d for d in drafts if d.type not in _NO_CLIENTS]
    by_id = {d.id: d for d in drafts}
    start = max(reading.first_of(first), first - 1) if first < len(reading.words) else first
    for k in range(start, last):
        reference = reading.rules.possessives.get(reading.words[k].key)
        if reference is not None:
            near = [d for d in salience.before(k, lambda d, _: d.person, far=2) if d.id in by_id]
            fitting = [d for d in near if _agrees(d, reference)]
            return fitting[0] if len(fitting) == 1 else None
    for k in range(first, last):
        mention = by_word.get(k)
        if mention is not None and mention.kind is not ActorKind.PLACE and _owner(reading, mention, first):
            return by_id.get(mention.actor)
    if any(reading.words[k].key in reading.rules.defence for k in range(first, last)):
        before = [d for d in drafts if d.person and d.first < first and not d.roles]
        return before[0] if len(before) == 1 else None
    return None


def _agrees(draft: Draft, reference: Reference) -> bool:
    return reference.gender is None or draft.gender in (None, reference.gender)


def _owner(reading: Reading, mention: Mention, first: int) -> bool:
    """True where a name possesses or completes the noun: "X's lawyer", "l'avocat de X", "a lawyer for X"."""
    k = mention.first - 1
    if mention.last < len(reading.words) and reading.gap(mention.last).startswith("'"):
        return True
    while k >= first and reading.words[k].key in reading.rules.titles:
        k -= 1
    return k >= first and reading.words[k].key in reading.rules.genitive | reading.rules.affiliation
