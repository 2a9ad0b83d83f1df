"""Whether numbers that count the same thing agree, and why: one sentence in English."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations

from reader.analysis.comparison.doings import Doing
from reader.domain.comparison import Verdict
from reader.domain.quantity import Hedge, Quantity
from reader.domain.statement import Statement

_ABOUT = 0.1  # how far "about" reaches, as a share of the number
_CLOSE = 1.25  # two numbers that may both be true agree within this ratio
NARRATOR = "the article"
NOBODY = "an unnamed source"


@dataclass(frozen=True, slots=True)
class Entry:
    """A number of a figure with what bears on comparing it: its statement, who says it by name, the side whose things
    it counts, the years in its sentence, the place named next to it, whether it counts all, a part, or since long
    before, and what happens to what is counted, as far as no event of the pack tells it."""

    quantity: Quantity
    statement: Statement | None
    name: str
    side: str | None
    years: frozenset[str]
    place: str | None
    is_all: bool
    is_part: bool
    is_long: bool = False
    doing: Doing | None = None

    @property
    def speaker(self) -> str | None:
        """The party that says it; None for the narration and for a speaker no party is known of."""
        return self.statement.parties[0] if self.statement and self.statement.parties else None

    @property
    def voice(self) -> str:
        """Tells speakers apart where no party is known: the narration, or the one statement."""
        if self.statement is None:
            return "narration"
        return self.speaker or f"statement {self.statement.source or self.statement.id}"


def judge(entries: list[Entry], names: dict[str, str]) -> tuple[Verdict, str]:
    """The verdict on a figure and the reason; ``names`` are the parties'."""
    voices = dict.fromkeys(entry.voice for entry in entries)
    if len(voices) < 2:
        return Verdict.SINGLE, f"Only {entries[0].name} gives it."
    whole = [entry for entry in entries if not entry.is_part]
    if len({entry.voice for entry in whole}) > 1:
        entries = whole  # what is told of a part says nothing against another's whole
    return _not_comparable(entries, names) or _compare(entries)


def _not_comparable(entries: list[Entry], names: dict[str, str]) -> tuple[Verdict, str] | None:
    sides = list(dict.fromkeys(entry.side for entry in entries if entry.side))
    every = [entry for entry in entries if entry.is_all or not entry.side]
    if len(sides) > 1:
        told = [names.get(side, side) for side in sides]
        named = f"{', '.join(told[:-1])} and {told[-1]}"
        rest = f"; {every[0].name} counts all together" if every else ""
        return Verdict.NOT_COMPARABLE, f"They count different sides: {named}{rest}."
    own = next((entry for entry in entries if entry.side and entry.side != entry.speaker), None)
    if own and any(e.voice != own.voice and e.speaker != own.side and not e.side for e in entries):
        side = names.get(own.side or "", own.side or "")
        return Verdict.NOT_COMPARABLE, f"{_start(own.name)} counts only those of {side}."
    years = list(dict.fromkeys(entry.years for entry in entries if entry.years))
    if any(not one & other for one, other in combinations(years, 2)):
        dates = " and ".join(sorted(min(group) for group in years))
        return Verdict.NOT_COMPARABLE, f"They are about different dates: {dates}."
    since = [entry for entry in entries if entry.is_long]
    if since and any(entry.voice != since[0].voice and not entry.is_long for entry in entries):
        return Verdict.NOT_COMPARABLE, f"{_start(since[0].name)} counts over a longer time."
    places = _places_apart(entries)
    if places:
        return Verdict.NOT_COMPARABLE, f"They are about different places: {' and '.join(places)}."
    whole = next((entry for entry in entries if entry.is_all), None)
    part = next((entry for entry in entries if entry.is_part or entry.side), None)
    if whole and part and whole.voice != part.voice:
        return Verdict.NOT_COMPARABLE, f"{_start(whole.name)} counts all of them, {part.name} a part."
    part = next((entry for entry in entries if entry.is_part), None)
    if part and any(entry.voice != part.voice and not entry.is_part for entry in entries):
        return Verdict.NOT_COMPARABLE, f"{_start(part.name)} counts only a part of them."
    return None


def _places_apart(entries: list[Entry]) -> list[str]:
    """One place for each speaker, where every number has a place and no two speakers share one; otherwise none."""
    told: dict[str, dict[str, str]] = {}
    for entry in entries:
        if entry.place is None:
            return []
        told.setdefault(entry.voice, {}).setdefault(entry.place.casefold(), entry.place)
    names = [set(places) for places in told.values()]
    if any(one & other for one, other in combinations(names, 2)):
        return []
    return [next(iter(places.values())) for places in told.values()]


def _start(words: str) -> str:
    return words[:1].upper() + words[1:]


def _compare(entries: list[Entry]) -> tuple[Verdict, str]:
    of_sides = [
        [entry for entry in entries if entry.side == side] for side in dict.fromkeys(e.side for e in entries if e.side)
    ]
    shared = next((group for group in of_sides if len({entry.voice for entry in group}) > 1), entries)
    first = _first_of_each(shared)
    told = ", ".join(f"{entry.name} {' '.join(entry.quantity.text.split())}" for entry in first)
    bounds = [_bounds(entry.quantity) for entry in first]
    if max(low for low, _ in bounds) > min(high for _, high in bounds):
        return Verdict.DIFFER, f"They give different numbers: {told}."
    numbers = [nominal for entry in first if (nominal := _nominal(entry.quantity))]
    if numbers and max(numbers) > min(numbers) * _CLOSE:
        return Verdict.NOT_COMPARABLE, f"One is only a bound, so that both can be true: {told}."
    same = len(set(bounds)) == 1
    return Verdict.AGREE, f"They give the same number: {told}." if same else f"Both can be true: {told}."


def _first_of_each(entries: list[Entry]) -> list[Entry]:
    """The first number of each speaker, in order of place; an exact one within its bounds says more."""
    first: dict[str, Entry] = {}
    for entry in entries:
        known = first.setdefault(entry.voice, entry)
        exact = entry.quantity.hedge is Hedge.EXACT and known.quantity.hedge is not Hedge.EXACT
        if exact and known.years == entry.years and not disagree(known.quantity, entry.quantity):
            first[entry.voice] = entry
    return list(first.values())


def disagree(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers for the same thing cannot both be true."""
    (low, high), (other_low, other_high) = _bounds(one), _bounds(other)
    return max(low, other_low) > min(high, other_high)


def _nominal(quantity: Quantity) -> float | None:
    if quantity.value is not None:
        return abs(quantity.value)
    return quantity.low if quantity.low is not None else quantity.high


def _bounds(quantity: Quantity) -> tuple[float, float]:
    value = quantity.value
    if value is not None and quantity.hedge is Hedge.EXACT:
        return value, value
    if value is not None and quantity.hedge is Hedge.ABOUT:
        return value - abs(value) * _ABOUT, value + abs(value) * _ABOUT
    low = quantity.low if quantity.low is not None else -math.inf
    high = quantity.high if quantity.high is not None else math.inf
    return low, high
