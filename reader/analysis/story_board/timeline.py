"""The timeline of a story: its articles, and each statement where it was first heard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.analysis.story_board.hearing import Hearing
from reader.analysis.story_board.parts import Moment
from reader.analysis.story_board.pieces import Piece


def make_timeline(pieces: Sequence[Piece], hearing: Hearing) -> tuple[Moment, ...]:
    """The moments in order of time, an article before what is first said in it."""
    ordered = sorted(_moments(pieces, hearing), key=lambda told: told[0])
    return tuple(moment for _, moment in ordered)


def _moments(pieces: Sequence[Piece], hearing: Hearing) -> Iterator[tuple[tuple[str, int, int], Moment]]:
    for piece in pieces:
        source = piece.source
        words = " ".join(source.title.split())
        yield (
            (source.dated, source.article_id, -1),
            Moment(source.dated, source.article_id, source.outlet, source.language, words),
        )
    for one in hearing.top:
        first = one.first
        source = first.piece.source
        party = first.parties[0] if first.parties else None
        yield (
            first.order,
            Moment(
                first.dated,
                source.article_id,
                source.outlet,
                source.language,
                first.shown_words,
                one.id,
                party,
                first.speaker,
            ),
        )
