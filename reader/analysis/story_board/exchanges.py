"""Exchanges of a story: those within an article, and answers that stand in another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reader.analysis.story_board.figures import LinedUp
from reader.analysis.story_board.pieces import Piece
from reader.analysis.story_board.same import Shared
from reader.domain.comparison import Exchange, ExchangeKind


def within(pieces: Sequence[Piece], shared: Mapping[str, Shared]) -> Iterator[Exchange]:
    """What each article's own comparison found, between the statements of the story. What contradicts what is told by
    the figures of the whole."""
    for piece in pieces:
        for exchange in piece.source.analysis.comparison.exchanges:
            if exchange.kind is ExchangeKind.CONTRADICTION:
                continue
            ids = [piece.id(id) for id in exchange.statements]
            if all(id in shared for id in ids):
                told = tuple(dict.fromkeys(shared[id].id for id in ids))
                if len(told) == len(ids):
                    yield Exchange(exchange.kind, told, exchange.rule)


def contradictions(figures: Iterable[LinedUp]) -> Iterator[Exchange]:
    """The numbers of two parties that dispute a figure, the one first given first."""
    for figure in figures:
        said = [count.said for count in sorted(figure.rivals, key=lambda c: c.order) if count.said and count.party]
        ids = tuple(dict.fromkeys(one.id for one in said))
        if len(ids) > 1:
            yield Exchange(ExchangeKind.CONTRADICTION, ids, "different numbers for the same thing")


def once(exchanges: Iterable[Exchange], shared: Mapping[str, Shared]) -> tuple[Exchange, ...]:
    """Each exchange once, in order of its first statement; two statements that are one do not answer each other."""
    place = {one.id: at for at, one in enumerate(dict.fromkeys(shared.values()))}
    kept: dict[tuple[object, frozenset[str]], Exchange] = {}
    for exchange in exchanges:
        kept.setdefault((exchange.kind, frozenset(exchange.statements)), exchange)
    order = sorted(kept.values(), key=lambda e: (min(place[id] for id in e.statements), e.kind.value, e.statements))
    return tuple(order)
