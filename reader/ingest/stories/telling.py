"""A story's rows: what each of its articles is to it, and what a list shows of all of them together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TypeVar

from reader.analysis.stories.copies import are_copies
from reader.analysis.stories.headlines import Headed, best_headline
from reader.domain.signature import Likeness, Signature
from reader.store.stories.placed import Fact, Link, Member, Placed

T = TypeVar("T")

_PARTIES, _SOURCES = 8, 12
_DIGITS = BOND_DIGITS = 6

STRONGEST = 1.0
"""The bond of a story that only the user's word holds together."""

Reason = Callable[[int, int], str]
"""The sentence that says why one article is like another, by their ids."""


def members(
    story: Collection[int],
    facts: Mapping[int, Fact],
    links: Mapping[int, Sequence[Link]],
    was: Mapping[int, Member],
    by_hand: Collection[int],
    reason: Reason,
) -> list[Member]:
    """The rows of a story's articles, oldest first. Those whose ``links`` are not known keep what they were."""
    number = min(story)
    order = sorted(story, key=lambda id: facts[id].when)
    first: dict[int, int] = {}  # the article that a copy repeats
    found = []
    for id in order:
        if id not in links:
            kept = was[id]
            copy_of = kept.copy_of if kept.copy_of in story else None
            likest, hand, central, why = kept.likest, kept.by_hand, kept.central, kept.reason
        else:
            inside = sorted(
                (one for one in links[id] if one.other_id in story), key=lambda one: facts[one.other_id].when
            )
            likest = max(inside, key=lambda one: one.value).other_id if inside else None
            copy_of = _copied(id, inside, facts, first)
            hand, central = id in by_hand, round(sum(link.value for link in inside), _DIGITS)
            why = reason(id, likest) if likest is not None else "You put it here." if hand else ""
        if copy_of is not None:
            first[id] = copy_of
        found.append(Member(id, number, likest, copy_of, hand, central, why))
    return found


def _copied(id: int, links: Iterable[Link], facts: Mapping[int, Fact], first: Mapping[int, int]) -> int | None:
    """The earliest article whose text this one repeats."""

    earlier = [
        first.get(link.other_id, link.other_id)
        for link in links
        if facts[link.other_id].when < facts[id].when and are_copies(Likeness(link.value, (), link.copied))
    ]
    return min(earlier, key=lambda one: facts[one].when, default=None)


def placed(
    rows: Sequence[Member], facts: Mapping[int, Fact], signatures: Mapping[int, Signature], bond: float
) -> Placed:
    """A story's own row, from those of its articles, oldest first, their ``signatures``, as far as they are known, and
    its bond."""
    told = [facts[row.article_id] for row in rows]
    # Of texts that are alike word for word the first is the one that was written.
    own = [facts[row.article_id] for row in rows if row.copy_of is None] or told
    title_of = own[best_headline([_headed(fact, signatures.get(fact.id)) for fact in own])].id
    return Placed(
        id=rows[0].story_id,
        title_of=title_of,
        first=told[0].dated,
        last=told[-1].dated,
        articles=len(rows),
        copies=sum(row.copy_of is not None for row in rows),
        unread=sum(fact.unread for fact in told),
        bond=round(min(bond, STRONGEST), BOND_DIGITS),
        sources=_most(fact.outlet for fact in told if fact.outlet)[:_SOURCES],
        languages=_most(fact.language for fact in told),
        parties=_parties([facts[title_of], *told]),
    )


def _headed(fact: Fact, signature: Signature | None) -> Headed:
    return Headed(fact.title, fact.language, signature.weights if signature is not None else {})


def _most(words: Iterable[T]) -> tuple[T, ...]:
    """Each once, the most frequent first; of those alike the one that comes first."""
    return tuple(word for word, _ in Counter(words).most_common())


def _parties(told: Sequence[Fact]) -> tuple[tuple[str, str], ...]:
    """Those in most articles first, called as the first of ``told``, which is there twice, calls them."""
    names: dict[str, str] = {}
    for fact in told:
        for id, name in fact.parties:
            names.setdefault(id, name)
    counted = _most(id for fact in told[1:] for id, _ in fact.parties)
    return tuple((id, names[id]) for id in counted[:_PARTIES])
