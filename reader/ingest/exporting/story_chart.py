"""The numbers of a figure over time as a drawing to scale, in SVG inside a page: no script, no style of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from reader.ingest.exporting.html_page import words
from reader.ingest.exporting.story_dates import moment_of, short
from reader.ingest.exporting.story_marks import DASHES, SIZE, mark, place
from reader.ingest.exporting.story_scale import Opening, Reach, number, reach, ticks
from reader.ingest.exporting.story_told import Count, Number

_WIDTH, _HEIGHT = 680, 250
_LEFT, _RIGHT, _TOP, _BOTTOM = 90, 610, 26, 206
_ARROW = 20
_APART = 3 * SIZE
_DATES = 4
_CLOCK_WITHIN = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A number with its place on the drawing."""

    told: Number
    reach: Reach
    series: int
    x: float
    low: float
    high: float

    @property
    def y(self) -> float:
        return (self.low + self.high) / 2


class Chart:
    """The drawing of a figure; ``hues`` maps a speaker's name to the number of its colour and shape."""

    def __init__(self, count: Count, hues: dict[str, int]) -> None:
        self._count = count
        self._hues = hues
        self._drawn = [(each, found) for each in reversed(count.numbers) if (found := reach(each.point)) is not None]
        self._ticks = ticks(found for _, found in self._drawn)

    @property
    def is_worth_it(self) -> bool:
        """Whether there are two numbers at least to be compared."""
        return len(self._drawn) > 1

    def lines(self) -> Iterator[str]:
        """The drawing, and below it who has which shape and what the marks mean."""
        spots = list(self._spots())
        label = f"Chart: {self._count.counted or 'the figure'}, {len(spots)} numbers over time; they are in the table."
        yield '<figure class="chart">'
        yield f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{words(label)}">'
        yield from self._scale()
        yield from self._dates(spots)
        for series in dict.fromkeys(spot.series for spot in spots):
            yield from self._series(series, [spot for spot in spots if spot.series == series])
        yield from _labels(spots)
        yield "</svg>"
        yield from self._key(spots)
        yield "</figure>"

    def _spots(self) -> Iterator[_Spot]:
        xs = _across([moment_of(each.point.dated) for each, _ in self._drawn])
        taken: list[tuple[float, float]] = []
        for (each, found), x in zip(self._drawn, xs, strict=True):
            low, high = self._y(found.low), self._y(found.high)
            while any(abs(x - other) < _APART and abs(high - y) < _APART for other, y in taken) and x < _WIDTH - _APART:
                x += _APART
            taken.append((x, high))
            yield _Spot(each, found, self._hues.get(each.speaker, 0), x, low, high)

    def _y(self, value: float) -> float:
        first, last = self._ticks[0], self._ticks[-1]
        return _BOTTOM - (_BOTTOM - _TOP) * (value - first) / (last - first)

    def _scale(self) -> Iterator[str]:
        for tick in self._ticks:
            y = place(self._y(tick))
            yield f'<line class="grid" x1="{_LEFT - 20}" x2="{_RIGHT}" y1="{y}" y2="{y}"/>'
            yield f'<text class="tick" x="{_LEFT - 26}" y="{y}" dy="4" text-anchor="end">{number(tick)}</text>'

    def _dates(self, spots: Sequence[_Spot]) -> Iterator[str]:
        moments = [moment for spot in spots if (moment := moment_of(spot.told.point.dated)) is not None]
        if not moments:
            return
        clock = max(moments) - min(moments) < _CLOCK_WITHIN and any(len(s.told.point.dated) > 10 for s in spots)
        gap = (_RIGHT - _LEFT) / (_DATES - 1)
        before: float | None = None
        given = ""
        for spot in sorted(spots, key=lambda spot: spot.x):
            moment = moment_of(spot.told.point.dated)
            if moment is not None and (before is None or spot.x - before >= gap * 0.6):
                told, x = short(moment, clock=clock and len(spot.told.point.dated) > 10), place(spot.x)
                if told == given:
                    continue
                given = told
                yield f'<line class="grid" x1="{x}" x2="{x}" y1="{_BOTTOM}" y2="{_BOTTOM + 5}"/>'
                yield f'<text class="tick" x="{x}" y="{_BOTTOM + 20}" text-anchor="middle">{told}</text>'
                before = spot.x

    def _series(self, series: int, spots: Sequence[_Spot]) -> Iterator[str]:
        yield f'<g class="p{series % 8}">'
        if len(spots) > 1:
            dash = DASHES[series % len(DASHES)]
            broken = f' stroke-dasharray="{dash}"' if dash else ""
            steps = f"M{place(spots[0].x)} {place(spots[0].y)}" + "".join(
                f"H{place(spot.x)}V{place(spot.y)}" for spot in spots[1:]
            )
            yield f'<path class="line" d="{steps}"{broken}/>'
        for spot in spots:
            yield from _drawn(spot)
        yield "</g>"

    def _key(self, spots: Sequence[_Spot]) -> Iterator[str]:
        yield "<figcaption><ul>"
        for name, series in dict.fromkeys((spot.told.speaker, spot.series) for spot in spots):
            svg = f'<svg viewBox="0 0 16 16" aria-hidden="true">{mark(series, 8, 8)}</svg>'
            yield f'<li class="p{series % 8}">{svg} {words(name)}</li>'
        yield "</ul>"
        said = [text for text, shown in _SIGNS if any(shown(spot.reach) for spot in spots)]
        base = "" if self._ticks[0] == 0 or self._ticks[-1] == 0 else "The scale does not begin at zero."
        told = " ".join(part for part in (f"{'; '.join(said).capitalize()}." if said else "", base) if part)
        if told:
            yield f"<p>{told}</p>"
        yield "</figcaption>"


_SIGNS = (
    ("hollow: about", lambda each: each.about),
    ("arrow up: so many or more", lambda each: each.opening is Opening.ABOVE),
    ("arrow down: so many or fewer", lambda each: each.opening is Opening.BELOW),
    ("bar: from one number to another", lambda each: each.low < each.high),
)


def _across(moments: Sequence[datetime | None]) -> list[float]:
    """Where on the drawing moments lie: to scale; in order, evenly apart, where they are all one or one is none."""
    known = [moment for moment in moments if moment is not None]
    if len(known) < len(moments) or min(known) == max(known):
        return [_LEFT + (_RIGHT - _LEFT) * (at + 0.5) / len(moments) for at in range(len(moments))]
    first, whole = min(known), max(known) - min(known)
    return [_LEFT + (_RIGHT - _LEFT) * ((moment - first) / whole) for moment in known]


def _drawn(spot: _Spot) -> Iterator[str]:
    x, low, high = (place(value) for value in (spot.x, spot.low, spot.high))
    if spot.reach.low < spot.reach.high:
        yield f'<path class="bar" d="M{x} {low}V{high}M{place(spot.x - 6)} {low}h12M{place(spot.x - 6)} {high}h12"/>'
        return
    if spot.reach.opening is not Opening.CLOSED:
        way = -1 if spot.reach.opening is Opening.ABOVE else 1
        tip = place(spot.y + way * _ARROW)
        yield f'<path class="open" d="M{x} {place(spot.y)}V{tip}m-4 {-4 * way}l4 {4 * way}l4 {-4 * way}"/>'
    yield mark(spot.series, spot.x, spot.y, hollow=spot.reach.about)


def _labels(spots: Sequence[_Spot]) -> Iterator[str]:
    """The value beside each number where there is room; all of them are in the table."""
    taken: list[tuple[float, float]] = [(spot.x, spot.y) for spot in spots]
    for spot in spots:
        for dx, dy, anchor in ((9, 4, "start"), (-9, 4, "end"), (9, 18, "start"), (9, -9, "start")):
            value = number(spot.reach.high) if spot.reach.low == spot.reach.high else _range(spot.reach)
            width = 7 * len(value)
            left = spot.x + dx - (width if anchor == "end" else 0)
            y = spot.y + dy - 4
            clear = all(not (left - 6 < x < left + width + 6 and abs(y - other) < 12) for x, other in taken)
            if clear and left >= _LEFT - 20 and left + width <= _WIDTH:
                taken.extend((left + part * width / 2, y) for part in range(3))
                yield (
                    f'<text class="value" x="{place(spot.x + dx)}" y="{place(spot.y + dy)}" '
                    f'text-anchor="{anchor}">{value}</text>'
                )
                break


def _range(each: Reach) -> str:
    return f"{number(each.low)}–{number(each.high)}"
