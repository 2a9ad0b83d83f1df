"""Figures of a story: one count by speaker over time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.analysis.story_board.counts import Count
from reader.analysis.story_board.lineups import line_up
from reader.analysis.story_board.parts import Point, StoryFigure, Trend
from reader.analysis.story_board.trends import nominal, trend_of
from reader.domain.comparison import Figure, FigureRow, Verdict
from reader.domain.own_words import GAP, counted_words

_ORDER = (Trend.DISPUTED, Trend.CONVERGING, Trend.REVISED, Trend.APART, Trend.STEADY, Trend.SINGLE)
_VERDICTS = {Trend.DISPUTED: Verdict.DIFFER, Trend.APART: Verdict.NOT_COMPARABLE}


@dataclass(frozen=True, eq=False)
class LinedUp:
    """Numbers of one thing: ``counts`` in order of time; ``points`` those of one speaker and number together, each in
    order of time, latest first; ``why`` says the trend; ``rivals`` are two numbers that dispute it."""

    counts: tuple[Count, ...]
    points: tuple[tuple[Count, ...], ...]
    trend: Trend
    why: str
    rivals: tuple[Count, ...] = ()

    @property
    def voices(self) -> int:
        """How many speakers give one."""
        return len({count.voice for count in self.counts})


def find_figures(counts: Iterable[Count]) -> list[LinedUp]:
    """The figures of a story, those that several articles or speakers tell of and that moved first."""
    figures = [_lined_up(group) for group in line_up(counts)]
    return sorted(figures, key=lambda f: (_ORDER.index(f.trend), -len(f.counts), f.counts[0].order))


def _lined_up(group: Sequence[Count]) -> LinedUp:
    judged = trend_of(group)
    points: dict[tuple[object, ...], list[Count]] = {}
    for count in group:
        points.setdefault((count.voice, nominal(count.quantity), count.quantity.hedge), []).append(count)
    latest_first = sorted(points.values(), key=lambda p: p[0].order, reverse=True)
    return LinedUp(tuple(group), tuple(map(tuple, latest_first)), *judged)


def shown(figure: LinedUp, language: str) -> StoryFigure:
    """A figure ready to show; ``language`` is that in which it is preferred to say what is counted."""
    return StoryFigure(_heading(figure, language), figure.trend, figure.why, tuple(map(_point, figure.points)))


def compared(figure: LinedUp) -> Figure:
    """A figure as the comparison of the whole has it: a row for each speaker and number, in order of time."""
    verdict = _VERDICTS.get(figure.trend, Verdict.AGREE)
    rows = tuple(_row(point[0]) for point in reversed(figure.points))
    first = figure.counts[0].quantity
    return Figure(first.counted or "", rows, verdict if figure.voices > 1 else Verdict.SINGLE, figure.why)


def _row(count: Count) -> FigureRow:
    return FigureRow(count.party, count.id, count.said.id if count.said else None, count.side)


def _point(same: Sequence[Count]) -> Point:
    first = same[0]
    quantity = first.quantity
    return Point(
        party=first.party,
        speaker=first.speaker,
        value=" ".join(quantity.text.split()),
        nominal=nominal(quantity),
        low=quantity.low,
        high=quantity.high,
        hedge=quantity.hedge,
        quantity=first.id,
        statement=first.said.id if first.said else None,
        carriers=tuple(count.carrier for count in same),
    )


def _heading(figure: LinedUp, language: str) -> str:
    """What is counted in the words of an article, if possible of the reader's language, in one piece, and short."""
    told = [
        (count.telling.piece.language != language, GAP in words, len(words.split()), words)
        for count in figure.counts
        if (words := counted_words(count.telling.piece.source.text, count.quantity))
    ]
    return min(told, key=lambda one: one[:3], default=(False, False, 0, ""))[3]
