"""Numbers of a story's figures that a rule has not told yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reader.analysis.comparison.figure_verdicts import NOBODY
from reader.analysis.story_board.parts import Carrier, Point, StoryBoard, StoryFigure
from reader.domain.errors import NotFoundError
from reader.domain.watch import Sighting, Watch
from reader.ingest.stories.opening import open_story
from reader.ingest.watch_memory import Memory, key
from reader.store.library import Library


def new_figures(library: Library, watch: Watch, memory: Memory, *, everything: bool) -> tuple[list[Sighting], Memory]:
    """What the rule has to tell, the latest first, and what it has seen then; ``everything`` there is, told already or
    not. While its article is in no story it tells nothing and, where it has not begun, does not begin. Raises
    LibraryError."""
    if watch.story is None:
        return [], memory
    try:
        board = open_story(library, watch.story).board
    except NotFoundError:
        return [], memory
    told = list[tuple[Point, Sighting]]()
    seen = set(memory.keys)
    known = frozenset[str]() if everything else memory.keys
    for figure in board.figures:
        told += [(point, _sighting(watch, board, figure, point)) for point in _news(figure, known)]
        seen.update(_key(point, carrier) for point in figure.points for carrier in point.carriers)
    told.sort(key=lambda pair: pair[0].dated, reverse=True)
    shown = [sighting for _, sighting in told] if memory.begun or everything else []
    return shown, replace(memory, begun=True, keys=frozenset(seen))


def number_before(figure: StoryFigure, point: Point) -> str:
    """The last number that the speaker of one gave before it, "" where there is none: numbers that articles tell by
    themselves have the outlet for speaker, and of unnamed sources nobody knows whether they are one."""
    if point.party is None and point.speaker == NOBODY:
        return ""
    first, at = point.carriers[0], figure.points.index(point)
    earlier = [
        (carrier.dated, -other, same.value)
        for other, same in enumerate(figure.points)
        if other != at and _speaker(same) == _speaker(point)
        for carrier in same.carriers
        if point.statement is not None or (carrier.outlet and carrier.outlet == first.outlet)
        if (carrier.dated, at) < (first.dated, other)
    ]
    return max(earlier)[2] if earlier else ""


def _speaker(point: Point) -> tuple[str | None, str, bool]:
    return point.party, "" if point.party else point.speaker, point.statement is None


def _news(figure: StoryFigure, seen: frozenset[str]) -> Iterator[Point]:
    """Numbers the figure did not have, each once, the oldest first."""
    numbers = {
        _number(point) for point in figure.points if any(_key(point, carrier) in seen for carrier in point.carriers)
    }
    for point in reversed(figure.points):
        if _number(point) not in numbers:
            numbers.add(_number(point))
            yield point


def _number(point: Point) -> tuple[object, ...]:
    return point.nominal, point.low, point.high, point.hedge


def _key(point: Point, carrier: Carrier) -> str:
    return key(carrier.article_id, *_number(point))


def _sighting(watch: Watch, board: StoryBoard, figure: StoryFigure, point: Point) -> Sighting:
    quantity = next(one for one in board.analysis.quantities if one.id == point.quantity)
    article_id, span = board.place(quantity.span)
    text = next(text for text in board.texts if text.article_id == article_id)
    return Sighting(
        watch.id,
        watch.name,
        article_id,
        span[0],
        point.speaker,
        point.value,
        number_before(figure, point),
        text.title,
        text.outlet,
        text.dated,
        text.url,
        text.language,
        figure.counted,
    )
