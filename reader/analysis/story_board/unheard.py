"""Which parties may be said to be unheard: those that would be known again wherever their words stood.

"The sailors' union" may be heard as "the trade unionists" or, in another language, by a name that nothing ties to this
one. Who is named by such words alone is never said to be left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from reader.analysis.comparison.unheard import find_unheard
from reader.analysis.story_board.cast import StoryCast
from reader.analysis.story_board.pieces import Piece
from reader.domain.actor import ActorKind
from reader.domain.statement import Statement


class Recognised:
    """The parties of a story by the languages in which they would be recognised: one with a name of its own in each
    that an article naming it has, and in every one where a gazetteer knows it or it is a person."""

    def __init__(self, pieces: Sequence[Piece], cast: StoryCast) -> None:
        named = {party.id for party in cast.parties if any(map(str.isupper, party.name))}
        self._order = tuple(party.id for party in cast.parties)
        self._language = {piece.source.article_id: piece.language for piece in pieces}
        every = frozenset(self._language.values())
        self._languages: dict[str, set[str]] = defaultdict(set)
        for piece in pieces:
            for party in piece.source.analysis.parties:
                id = cast.party_of.get((piece.at, party.id), party.id)
                if id in named:
                    self._languages[id].add(piece.language)
        for actor in cast.actors:
            if actor.party in named and (actor.id in cast.known or actor.kind is ActorKind.PERSON):
                self._languages[actor.party].update(every)

    def among(self, parties: Iterable[str], article_ids: Collection[int] | None = None) -> tuple[str, ...]:
        """Those that would be recognised in one of these articles; without any in all of the story."""
        if article_ids is None:
            every = frozenset(self._language.values())
            return tuple(party for party in parties if every <= self._languages[party])
        theirs = {self._language[id] for id in article_ids}
        return tuple(party for party in parties if not theirs.isdisjoint(self._languages[party]))

    def unheard(self, statements: tuple[Statement, ...]) -> tuple[str, ...]:
        """Those that statements are aimed at and that make none, in order of first mention."""
        return self.among(find_unheard(statements, self._order))
