"""A story arranged: the analyses of its articles as one, and what only several articles show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.board.board import board
from reader.analysis.story_board.altered import altered
from reader.analysis.story_board.answers import Answers
from reader.analysis.story_board.arranged import ArrangedBoard, LaterBeyond
from reader.analysis.story_board.beyond import Beyonds
from reader.analysis.story_board.cast import gather
from reader.analysis.story_board.changes import contradicted
from reader.analysis.story_board.counts import counts
from reader.analysis.story_board.exchanges import contradictions, once, within
from reader.analysis.story_board.figures import compared, find_figures, shown
from reader.analysis.story_board.hearing import Hearing
from reader.analysis.story_board.outlets import make_outlets
from reader.analysis.story_board.parts import StoryBoard, StoryText
from reader.analysis.story_board.pieces import GAP, base, in_order, lay_out
from reader.analysis.story_board.said import statements as statements_of
from reader.analysis.story_board.said import tellings
from reader.analysis.story_board.same import Shared, leaders, share
from reader.analysis.story_board.timeline import make_timeline
from reader.analysis.story_board.unheard import Recognised
from reader.domain.analysis import Analysis, Engine, Level
from reader.domain.comparison import Comparison
from reader.domain.statement import Statement

if TYPE_CHECKING:
    from reader.languages.pack import Pack


def arrange(texts: Sequence[StoryText], language: str, pack_of: Callable[[str], Pack]) -> StoryBoard:
    """The board of a story. ``language`` is the reader's, in which parties and actors are named; the order in which
    the texts are given makes no difference, and no language model is asked. Timeline, outlets, changes and what each
    article lacks are made when they are first asked for."""
    ordered = in_order(texts)
    pieces = lay_out(ordered)
    cast = gather(pieces, language, pack_of)
    read = tellings(pieces, cast, pack_of)
    every = {said.id: said for telling in read for said in statements_of(telling)}
    shared = share(list(every.values()))
    leading = leaders(shared)
    statements = _statements(shared)
    figures = find_figures(counts(read, every, leading))
    told = list(within(pieces, leading))
    exchanges = once([*told, *Answers(shared, told).all(), *contradictions(figures)], leading)
    recognised = Recognised(pieces, cast)
    used = {id for s in statements for id in s.quantities} | {count.id for f in figures for count in f.counts}
    analysis = Analysis(
        language=language,
        engine=Engine(None, "story", Level.FULL),
        parties=cast.parties,
        actors=cast.actors,
        quantities=tuple(
            piece.quantity(q, cast.party_of.get((piece.at, q.party), q.party) if q.party else None)
            for piece in pieces
            for q in piece.source.analysis.quantities
            if piece.id(q.id) in used
        ),
        statements=statements,
        comparison=Comparison(
            exchanges,
            tuple(map(compared, figures)),
            recognised.unheard(statements),
        ),
    )
    hearing = Hearing(shared, cast.media_parties)
    text = GAP.join(one.text for one in ordered)
    ids = tuple(one.article_id for one in ordered)
    return ArrangedBoard(
        {
            "texts": ordered,
            "text": text,
            "starts": {piece.source.article_id: piece.start for piece in pieces},
            "analysis": analysis,
            "board": board(analysis, text),
            "carriers": {one.id: tuple(said.carrier for said in one.all) for one in shared},
            "figures": tuple(shown(figure, base(language)) for figure in figures),
            "beyond": LaterBeyond(ids, lambda: Beyonds(cast, hearing, exchanges, figures).of),
        },
        timeline=lambda: make_timeline(pieces, hearing),
        outlets=lambda: make_outlets(read, hearing, recognised),
        changes=lambda: (*contradicted(shared, figures), *altered(read)),
    )


def _statements(shared: Sequence[Shared]) -> tuple[Statement, ...]:
    """What is shown of each, in order of place. A statement stands inside what is shown for the one it was said in."""
    leading = leaders(shared)
    found = []
    for one in shared:
        moved = one.shown.moved
        outer = leading.get(moved.parent or "")
        parent = None if outer is None or outer is one else outer.id
        found.append(moved if parent == moved.parent else replace(moved, parent=parent))
    return tuple(sorted(found, key=lambda s: (s.content[0][0], s.content[-1][1], s.id)))
