"""Numbers of a story's figures that a rule has not told yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

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
        for point, before in _news(figure, known):
            told.append((point, _sighting(watch, board, figure, point, before)))
        seen.update(_key(point, carrier) for point in figure.points for carrier in point.carriers)
    told.sort(key=lambda pair: pair[0].dated, reverse=True)
    shown = [sighting for _, sighting in told] if memory.begun or everything else []
    return shown, replace(memory, begun=True, keys=frozenset(seen))


def _news(figure: StoryFigure, seen: frozenset[str]) -> Iterator[tuple[Point, Point | None]]:
    """Numbers the figure did not have, each once, with the latest number it had then."""
    known = [point for point in figure.points if any(_key(point, carrier) in seen for carrier in point.carriers)]
    numbers = {_number(point) for point in known}
    before = known[0] if known else None
    for point in reversed(figure.points):
        if _number(point) not in numbers:
            numbers.add(_number(point))
            yield point, before
            before = point


def _number(point: Point) -> tuple[object, ...]:
    return point.nominal, point.low, point.high, point.hedge


def _key(point: Point, carrier: Carrier) -> str:
    return key(carrier.article_id, *_number(point))


def _sighting(watch: Watch, board: StoryBoard, figure: StoryFigure, point: Point, before: Point | None) -> Sighting:
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
        before.value if before else "",
        text.title,
        text.outlet,
        text.dated,
        text.url,
        text.language,
        figure.counted,
    )
