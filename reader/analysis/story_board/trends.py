"""How the numbers for one thing move over time, and why it is called so, in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from reader.analysis.comparison.figure_verdicts import disagree
from reader.analysis.story_board.agreeing import at_one_time, same_doing
from reader.analysis.story_board.counts import NARRATION, Count
from reader.analysis.story_board.moments import apart
from reader.analysis.story_board.parts import Trend
from reader.domain.quantity import Hedge, Quantity, QuantityKind

_STANDS = 1.0  # days for which the number of somebody who is no party stands
FAR = 10.0
"""A number so many times another one counts something else."""

_CLOSE = 0.1  # how far "about" reaches, as a share of the number
_FLOORS = (Hedge.MORE_THAN, Hedge.AT_LEAST)
_NEAR = 1.25  # a lower bound so near below a number is that number, told less exactly


class Judged(NamedTuple):
    """The trend of a figure and its reason in a sentence; ``rivals`` are two numbers that dispute it."""

    trend: Trend
    why: str
    rivals: tuple[Count, ...] = ()


def trend_of(given: Sequence[Count]) -> Judged:
    """The trend of counts in order of time, and the reason."""
    by_voice: dict[str, list[Count]] = {}
    for count in given:
        by_voice.setdefault(count.voice, []).append(count)
    last = {voice: _since(counts) for voice, counts in by_voice.items()}
    if len(_different(given)) == 1:
        return _same(given, list(last.values()))
    named = [count for voice, count in last.items() if voice != NARRATION]
    giving = {voice: _giving(counts) for voice, counts in by_voice.items()}
    places = {voice: {count.carrier.article_id for count in counts} for voice, counts in giving.items()}
    standing = [
        count
        for count in named
        if not any(
            _takes_the_place(count, later) and places[count.voice].isdisjoint(places[later.voice]) for later in named
        )
    ]
    rivals = next(
        (
            (one, other)
            for one, other in combinations(standing, 2)
            if contradict(one, other) and at_one_time(giving[one.voice], giving[other.voice])
        ),
        (),
    )
    if rivals:
        return Judged(Trend.DISPUTED, f"Disputed: {_tell(standing)}.", rivals)
    if (first := _came_together(by_voice, standing)) is not None:
        now = [last[count.voice] for count in first]
        return Judged(Trend.CONVERGING, f"Converging: first {_tell(first)}; now {_tell(now)}.")
    revised = next((counts for counts in by_voice.values() if moved(counts[0].quantity, counts[-1].quantity)), None)
    if revised is not None:
        who = "from one article to another" if revised[0].voice == NARRATION else f"by {revised[0].speaker}"
        beside = [c for c in named if c.voice != revised[0].voice and disagree(c.quantity, revised[-1].quantity)]
        other = f"; told beside it: {_tell(beside)}" if beside else ""
        return Judged(Trend.REVISED, f"Revised {who}: {' to '.join(map(_given, _different(revised)))}{other}.")
    if _news(given[0], given[-1]):
        return Judged(Trend.REVISED, f"Revised over time: {_tell(given[:1])}, later {_tell(given[-1:])}.")
    told = [count for counts in by_voice.values() for count in _different(counts)]
    if any(disagree(one.quantity, other.quantity) for one, other in combinations(told, 2)):
        return Judged(Trend.APART, f"Told side by side: {_tell(told)}.")
    return Judged(Trend.STEADY, f"All can be true: {_tell(last.values())}.")


def _news(first: Count, last: Count) -> bool:
    """Whether a number of what happened takes the place of another one of an earlier article, unless two parties give
    them."""
    if first.lasts and last.lasts and first.voice != last.voice:
        return False
    if not first.key.event or first.telling is last.telling or not moved(first.quantity, last.quantity):
        return False
    grown = (nominal(last.quantity) or 0.0) > (nominal(first.quantity) or 0.0)
    return first.quantity.kind is QuantityKind.CARDINAL and (
        grown or first.key.event in first.telling.grammar.passing_events
    )


def _same(given: Sequence[Count], last: Sequence[Count]) -> Judged:
    """The trend where there is one number only."""
    outlets = list(dict.fromkeys(count.carrier.outlet for count in given))
    if len(last) > 1:
        same = len({nominal(count.quantity) for count in last}) == 1
        return Judged(Trend.STEADY, f"All {'give the same number' if same else 'can be true'}: {_tell(last)}.")
    by = "" if given[0].voice == NARRATION else f" by {given[0].speaker}"
    if len(given) == 1:
        return Judged(Trend.SINGLE, f"Given once: {value(given[0])}{by} ({outlets[0]}).")
    where = f"{len(outlets)} outlets" if len(outlets) > 1 else f"{len(given)} articles of {outlets[0]}"
    return Judged(Trend.STEADY, f"The same in {where}: {value(given[0])}{by}.")


def _since(counts: Sequence[Count]) -> Count:
    """Where a speaker first gave the number that is its last: who repeats an old one gives no news."""
    return next(count for count in counts if not moved(count.quantity, counts[-1].quantity))


def _giving(counts: Sequence[Count]) -> list[Count]:
    """Where a speaker gives its last number. An article that gives two speakers' numbers sets them side by side."""
    return [count for count in counts if not moved(count.quantity, counts[-1].quantity)]


def contradict(one: Count, other: Count) -> bool:
    """Whether two speakers' numbers cannot both be true, and are near enough to be about the same."""
    if not disagree(one.quantity, other.quantity) or not same_doing(one, other):
        return False
    low, high = sorted(abs(nominal(count.quantity) or 0.0) for count in (one, other))
    return high <= max(low, 1.0) * FAR


def _takes_the_place(count: Count, later: Count) -> bool:
    """Whether a later number takes the place of one: of what happened more is known with time, and unless two parties
    give them, a greater number is news, and an old one no longer stands."""
    if later.order <= count.order:
        return False
    if count.lasts and later.lasts:
        return False
    grown = (nominal(later.quantity) or 0.0) > (nominal(count.quantity) or 0.0)
    old = apart(count.carrier.dated, later.carrier.dated) > _STANDS
    return grown or (old and not count.lasts)


def moved(one: Quantity, other: Quantity) -> bool:
    """Whether a number is another than an earlier one, more than an "about" or a lower bound of the same can tell."""
    first, second = nominal(one), nominal(other)
    if first is None or second is None or first == second:
        return False
    if one.value is None or other.value is None:
        return disagree(one, other)
    if one.hedge is Hedge.EXACT and other.hedge in _FLOORS and second < first:
        return first > second * _NEAR
    vague = Hedge.ABOUT in (one.hedge, other.hedge)
    return not (vague and abs(first - second) <= _CLOSE * max(abs(first), abs(second)))


def nominal(quantity: Quantity) -> float | None:
    """The number itself, else the bound that is told."""
    if quantity.value is not None:
        return quantity.value
    return quantity.low if quantity.low is not None else quantity.high


def value(count: Count) -> str:
    """A number as written, on one line."""
    return " ".join(count.quantity.text.split())


def _different(given: Sequence[Count]) -> list[Count]:
    """The first of each number, in order of time."""
    found: list[Count] = []
    for count in given:
        if not any(not moved(known.quantity, count.quantity) for known in found):
            found.append(count)
    return found


def _came_together(by_voice: dict[str, list[Count]], standing: Sequence[Count]) -> tuple[Count, Count] | None:
    """The first numbers of two speakers that could not both be true, where their last ones can."""
    for one, other in combinations(standing, 2):
        first, second = by_voice[one.voice][0], by_voice[other.voice][0]
        if contradict(first, second) and at_one_time([first], [second]) and not disagree(one.quantity, other.quantity):
            return first, second
    return None


def _tell(given: Iterable[Count]) -> str:
    """ "Armenia 49 (AP), 50 (Le Monde)": without a speaker where the article tells it."""
    return ", ".join(
        _given(count) if count.voice == NARRATION else f"{count.speaker} {_given(count)}" for count in given
    )


def _given(count: Count) -> str:
    return f"{value(count)} ({count.carrier.outlet})"
