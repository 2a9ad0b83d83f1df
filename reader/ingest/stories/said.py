"""What the user's wishes say of pairs of articles."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations, pairwise, product

from reader.domain.story import StoryWish, StoryWishKind

Pair = tuple[int, int]


def partners(wishes: Sequence[StoryWish]) -> dict[int, set[int]]:
    """For each article that is said to be together with others: which."""
    found: dict[int, set[int]] = {}
    for wish in wishes:
        if wish.kind is StoryWishKind.TOGETHER:
            named = {*wish.articles, *wish.others}
            for id in named:
                found.setdefault(id, set()).update(named)
    return found


def named(wishes: Sequence[StoryWish]) -> set[int]:
    """Every article that anything was said of."""
    return {id for wish in wishes for id in (*wish.articles, *wish.others)}


def pairs(wishes: Sequence[StoryWish], among: Collection[int]) -> tuple[set[Pair], set[Pair]]:
    """Pairs that are together, enough of them to join all that are, and pairs that are apart, the lesser id first.

    Of two wishes about a pair the later one counts.
    """
    together: list[tuple[int, list[int]]] = []
    apart: dict[Pair, int] = {}
    for number, wish in enumerate(wishes):
        ones, others = ([id for id in ids if id in among] for ids in (wish.articles, wish.others))
        if wish.kind is StoryWishKind.APART:
            apart.update((_ordered(*pair), number) for pair in product(ones, others) if pair[0] != pair[1])
            continue
        group = sorted({*ones, *others})
        together.append((number, group))
        for pair in [pair for pair in apart if pair[0] in group and pair[1] in group]:
            del apart[pair]
    joined: set[Pair] = set()
    for _, group in together:
        said_apart = {pair for pair in apart if pair[0] in group or pair[1] in group}
        # One after the other is enough to join all, except where somebody is taken out of their midst.
        if not any(pair[0] in group and pair[1] in group for pair in said_apart):
            joined.update(pairwise(group))
        else:
            joined.update(pair for pair in combinations(group, 2) if pair not in apart)
    return joined, set(apart)


def _ordered(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
