"""Groups by average linkage, against a plain and slow making of the same; what a person said of pairs holds."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.stories.grouping import Limits, groups, linked

_LIMITS = Limits(0.5, 7.0)
_FAR = 0.1
_LONE = 0.8
_MOST = 9

Pair = tuple[int, int]


@st.composite
def _cases(draw: st.DrawFn) -> tuple[list[float], dict[Pair, float], list[Pair], list[Pair]]:
    count = draw(st.integers(0, _MOST))
    days = [draw(st.integers(0, 15)) * 1.0 for _ in range(count)]
    near = [(a, b) for a, b in combinations(range(count), 2) if abs(days[a] - days[b]) <= _LIMITS.days]
    # Likenesses of their own: what two equal ones do is decided by numbers, which the next test looks at.
    values = draw(st.lists(st.integers(15_000, 100_000), min_size=len(near), max_size=len(near), unique=True))
    kept = draw(st.lists(st.booleans(), min_size=len(near), max_size=len(near)))
    likenesses = {p: v / 100_000 for p, v, k in zip(near, values, kept, strict=True) if k}
    pairs = list(combinations(range(count), 2))
    some = st.lists(st.sampled_from(pairs), max_size=3, unique=True) if pairs else st.just([])
    return days, likenesses, draw(some), draw(some)


def _slow(
    days: list[float], likenesses: Mapping[Pair, float], together: list[Pair], apart: list[Pair]
) -> list[tuple[int, ...]]:
    """The same, looking at every pair of groups each time."""
    made = [{number} for number in range(len(days))]

    def may(one: set[int], other: set[int]) -> bool:
        return not any((min(a, b), max(a, b)) in apart for a in one for b in other)

    for a, b in sorted(together):
        one, other = next(g for g in made if a in g), next(g for g in made if b in g)
        if one is not other and may(one, other):
            made.remove(other)
            one |= other

    def average(one: set[int], other: set[int]) -> float:
        pairs = [(min(a, b), max(a, b)) for a in one for b in other]
        near = max(1, sum(abs(days[a] - days[b]) <= _LIMITS.days for a, b in pairs))
        found = [likenesses.get(pair, 0.0) for pair in pairs]
        mean = sum(found) / (near + _FAR * (len(pairs) - near))
        return max(mean, _LONE * max(found)) if min(len(one), len(other)) == 1 else mean

    while True:
        offers = [
            (-average(one, other), min(one), min(other), one, other)
            for one, other in combinations(sorted(made, key=min), 2)
            if may(one, other)
        ]
        best = min(offers, key=lambda offer: offer[:3], default=None)
        if best is None or -best[0] < _LIMITS.least:
            return sorted(tuple(sorted(group)) for group in made)
        made.remove(best[4])
        best[3].update(best[4])


@given(_cases())
def test_groups_are_those_of_the_plain_way(
    case: tuple[list[float], dict[Pair, float], list[Pair], list[Pair]],
) -> None:
    days, likenesses, together, apart = case
    assert groups(days, likenesses, _LIMITS, together, apart) == _slow(days, likenesses, together, apart)


@given(_cases())
def test_everything_is_in_one_group_and_what_is_apart_stays_apart(
    case: tuple[list[float], dict[Pair, float], list[Pair], list[Pair]],
) -> None:
    days, likenesses, together, apart = case
    made = groups(days, likenesses, _LIMITS, together, apart)
    assert sorted(n for group in made for n in group) == list(range(len(days)))
    home = {number: group for group in made for number in group}
    assert all(home[a] != home[b] for a, b in apart)
    if not apart:
        assert all(home[a] == home[b] for a, b in together)


@given(_cases(), st.randoms(use_true_random=False))
def test_the_order_in_which_likenesses_are_told_is_none(
    case: tuple[list[float], dict[Pair, float], list[Pair], list[Pair]], chance: object
) -> None:
    days, likenesses, together, apart = case
    items = list(likenesses.items())
    chance.shuffle(items)  # type: ignore[attr-defined]
    assert groups(days, dict(items), _LIMITS, together, apart) == groups(days, likenesses, _LIMITS, together, apart)


def test_one_article_between_two_does_not_make_them_one() -> None:
    """Two groups ten days apart, and one text between them that is fairly like both."""
    days = [0.0, 0.0, 0.0, 5.0, 10.0, 10.0, 10.0]
    likenesses = {pair: 0.95 for group in ((0, 1, 2), (4, 5, 6)) for pair in combinations(group, 2)}
    likenesses |= {(number, 3): 0.75 for number in (0, 1, 2)} | {(3, number): 0.6 for number in (4, 5, 6)}
    assert groups(days, likenesses, _LIMITS) == [(0, 1, 2, 3), (4, 5, 6)]


def test_a_lone_article_joins_by_one_of_a_group_that_it_is_clearly_like() -> None:
    """A side piece that has something in common with the latest report only."""
    first = dict.fromkeys(combinations(range(3), 2), 0.95)
    assert groups([0.0] * 4, first | {(2, 3): 0.7}, _LIMITS) == [(0, 1, 2, 3)]
    assert groups([0.0] * 4, first | {(2, 3): 0.6}, _LIMITS) == [(0, 1, 2), (3,)]


def test_a_side_piece_like_two_groups_joins_one_and_leaves_them_two() -> None:
    """A preview names the winner of the day before; the stages stay apart."""
    stages = dict.fromkeys([*combinations(range(3), 2), *combinations(range(3, 6), 2)], 0.95)
    likenesses = stages | {(0, 6): 0.9, (3, 6): 0.8, (0, 3): 0.9}
    assert groups([0.0] * 3 + [1.0] * 4, likenesses, _LIMITS) == [(0, 1, 2, 6), (3, 4, 5)]


def test_what_hangs_together_by_pairs() -> None:
    assert sorted(map(sorted, linked([(1, 2), (2, 3), (5, 6)], [1, 2, 3, 4, 5, 6]))) == [[1, 2, 3], [4], [5, 6]]
