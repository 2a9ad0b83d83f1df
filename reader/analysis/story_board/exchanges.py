"""Exchanges of a story: those within an article, and answers that stand in another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reader.analysis.story_board.pieces import Piece
from reader.analysis.story_board.same import Shared
from reader.domain.comparison import Exchange


def within(pieces: Sequence[Piece], shared: Mapping[str, Shared]) -> Iterator[Exchange]:
    """What each article's own comparison found, between the statements of the story; whoever spoke first stands
    first."""
    for piece in pieces:
        for exchange in piece.source.analysis.comparison.exchanges:
            ids = [piece.id(id) for id in exchange.statements]
            if all(id in shared for id in ids):
                yield Exchange(exchange.kind, tuple(dict.fromkeys(shared[id].id for id in ids)), exchange.rule)


def once(exchanges: Iterable[Exchange], shared: Mapping[str, Shared]) -> tuple[Exchange, ...]:
    """Each exchange once, in order of its first statement; two statements that are one do not answer each other."""
    place = {one.id: at for at, one in enumerate(dict.fromkeys(shared.values()))}
    kept: dict[tuple[object, frozenset[str]], Exchange] = {}
    for exchange in exchanges:
        known = kept.setdefault((exchange.kind, frozenset(exchange.statements)), exchange)
        assert known is not None
    order = sorted(kept.values(), key=lambda e: (min(place[id] for id in e.statements), e.kind.value, e.statements))
    return tuple(order)
