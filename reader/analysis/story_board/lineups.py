"""Which numbers of a story count the same thing. Numbers of different places or sides never do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from reader.analysis.comparison.figure_verdicts import disagree
from reader.analysis.story_board.agreeing import clash, same_doing
from reader.analysis.story_board.counts import NARRATION, Count
from reader.analysis.story_board.joined import Joined
from reader.analysis.story_board.trends import FAR, nominal

_NEAR = 2.0  # where no event tells what is counted, a number so many times another one counts something else


def line_up(counts: Iterable[Count]) -> list[list[Count]]:
    """Numbers of the same thing together, each group in order of time, groups in order of their first number."""
    found = [
        group
        for by_key in _split(counts, lambda c: (c.key, c.side))
        for by_place in _settings(by_key)
        for group in (_by_size(by_place) if by_key[0].key.event else _by_number(by_place))
    ]
    lined_up = [sorted(_one_each(group), key=lambda c: c.order) for group in found]
    return sorted((group for group in lined_up if group), key=lambda group: (group[0].order, group[0].id))


def _split(counts: Iterable[Count], key: Callable[[Count], Hashable]) -> list[list[Count]]:
    found: dict[Hashable, list[Count]] = defaultdict(list)
    for count in counts:
        found[key(count)].append(count)
    return list(found.values())


def _settings(counts: list[Count]) -> list[list[Count]]:
    """Numbers of other years, over years, of a part, and of several places apart."""
    if len(counts) < 2:
        return [counts]
    by_time = _split(counts, lambda c: (c.setting.years, c.setting.part, c.setting.long))
    return [by_place for group in by_time for by_place in _places(group)]


def _places(counts: list[Count]) -> list[list[Count]]:
    """One town in one state is one place, and then also the place of those whose text names none, but for a whole of
    which a part is there."""
    states = {c.setting.place for c in counts if c.setting.place and c.setting.place[1]}
    towns = {c.setting.place for c in counts if c.setting.place and not c.setting.place[1]}
    if any(c.setting.whole and not c.setting.place for c in counts) and (states or towns):
        return [part for half in _split(counts, lambda c: c.setting.place is None) for part in _places_apart(half)]
    return _places_apart(counts)


def _places_apart(counts: list[Count]) -> list[list[Count]]:
    states = {c.setting.place for c in counts if c.setting.place and c.setting.place[1]}
    towns = {c.setting.place for c in counts if c.setting.place and not c.setting.place[1]}
    if len(states) <= 1 and len(towns) <= 1:
        return [counts]
    if len(states) <= 1:
        return _split(counts, lambda c: c.setting.place if c.setting.place in towns else None)
    return _split(counts, lambda c: c.setting.place)


def _by_size(counts: list[Count]) -> Iterator[list[Count]]:
    """Numbers so far apart that they cannot count the same, apart."""
    ordered = sorted(counts, key=lambda c: (abs(nominal(c.quantity) or 0.0), c.order))
    group = ordered[:1]
    for one, other in pairwise(ordered):
        low, high = abs(nominal(one.quantity) or 0.0), abs(nominal(other.quantity) or 0.0)
        if high > max(low, 1.0) * FAR:
            yield group
            group = []
        group.append(other)
    yield group


def _by_number(counts: list[Count]) -> list[list[Count]]:
    """Where no event tells what is counted: equal numbers together, those that an article itself lines up, and those of
    one party that are near each other; none to which something else happens."""
    if len(counts) < 2:
        return [counts]
    together = Joined(len(counts))
    for key in (_number, _lined_up_by_article):
        for ids in _places_of(counts, key):
            alike = _alike(counts, ids) if len(ids) > 1 else []
            for same in alike:
                together.join(same)
            for one, other in combinations([same[0] for same in alike], 2):
                if not clash(counts[one], counts[other]):
                    together.join((one, other))
    for ids in _places_of(counts, lambda c: c.voice if c.lasts and c.key.noun else None):
        for at in ids[1:]:
            if _near(counts[ids[0]], counts[at]) and same_doing(counts[ids[0]], counts[at]):
                together.join((ids[0], at))
    return [part for ids in together.all() for part in _without_clash([counts[at] for at in ids])]


def _without_clash(counts: list[Count]) -> list[list[Count]]:
    """Numbers that others brought together though something else happens to what they count, apart again."""
    if len(counts) < 2:
        return [counts]
    firsts = [counts[same[0]] for same in _alike(counts, range(len(counts)))]
    if not any(clash(one, other) for one, other in combinations(firsts, 2)):
        return [counts]
    return _split(counts, lambda c: (c.telling.piece.language, c.doing))


def _alike(counts: Sequence[Count], ids: Iterable[int]) -> list[list[int]]:
    """Numbers of one language to which the same happens, together: what clashes with one clashes with all of them."""
    found: dict[Hashable, list[int]] = defaultdict(list)
    for at in ids:
        found[counts[at].telling.piece.language, counts[at].doing].append(at)
    return list(found.values())


def _number(count: Count) -> Hashable:
    return nominal(count.quantity)


def _lined_up_by_article(count: Count) -> Hashable:
    return None if count.voice == NARRATION else (count.telling.piece.at, count.lined_up)


def _places_of(counts: Sequence[Count], key: Callable[[Count], Hashable]) -> list[list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for at, count in enumerate(counts):
        if (told := key(count)) is not None:
            found[told].append(at)
    return list(found.values())


def _near(one: Count, other: Count) -> bool:
    low, high = sorted(abs(nominal(count.quantity) or 0.0) for count in (one, other))
    return one.telling is not other.telling and high <= low * _NEAR


def _one_each(counts: Sequence[Count]) -> Iterator[Count]:
    """What one speaker gives in one article several times, once: the largest, which the others are steps or parts of.
    An article that tells numbers by itself that cannot all be true tells of several things, nobody knows which."""
    for group in _split(counts, lambda c: (c.telling.piece.at, c.voice)):
        told = [c for c in group[1:] if disagree(c.quantity, group[0].quantity)]
        if group[0].voice != NARRATION or not told:
            yield max(group, key=lambda c: (nominal(c.quantity) or 0.0, [-at for at in c.quantity.span]))
