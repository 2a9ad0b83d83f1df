"""What a story has that one of its articles lacks, in sentences ready to show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from reader.analysis.story_board.cast import StoryCast
from reader.analysis.story_board.counts import FLEETING, Count
from reader.analysis.story_board.figures import LinedUp
from reader.analysis.story_board.hearing import Hearing
from reader.analysis.story_board.parts import Beyond
from reader.analysis.story_board.same import Shared
from reader.analysis.story_board.trends import moved, value
from reader.domain.comparison import Exchange
from reader.domain.statement import Act

_CALLS = frozenset({Act.ACCUSE, Act.CRITICISE, Act.ASK, Act.DEMAND, Act.URGE, Act.OFFER, Act.WARN, Act.THREATEN})
_MOST = 20  # sentences


class Beyonds:
    """Finds it for each article of a story."""

    def __init__(
        self,
        cast: StoryCast,
        hearing: Hearing,
        exchanges: Iterable[Exchange],
        figures: Sequence[LinedUp],
    ) -> None:
        self._cast = cast
        self._hearing = hearing
        self._ids = frozenset(one.id for one in hearing.every)
        self._answers = _answers(hearing, exchanges)
        self._heard = [
            (party, places, f"{cast.name(party)} is heard in {_others(places)}.")
            for party, places in sorted(hearing.heard.items(), key=lambda one: cast.kind(one[0]) in FLEETING)
        ]
        self._later: dict[int, list[tuple[str, frozenset[int]]]] = defaultdict(list)
        for figure in figures:
            for article, number, places in _later(figure):
                self._later[article].append((number, places))

    def of(self, article: int) -> Beyond:
        """What the story has that an article lacks."""
        carried = self._hearing.by_article.get(article, ())
        answering = self._answering(article, carried)
        aimed_at = {party for one in carried for party in one.shown.targets}
        lacking = [one for one in self._heard if article not in one[1]]
        others = (one for one in lacking if one[0] in aimed_at and one[0] not in answering)
        rest = (one for one in lacking if one[0] not in aimed_at and one[0] not in answering)
        sentences = [
            f"{_possessive(self._cast.name(party))} answer is in {_others(places)}."
            for party, places in answering.items()
        ]
        sentences += [sentence for _, _, sentence in others]
        sentences += [f"A later count ({number}) is in {_others(p)}." for number, p in self._later.get(article, ())]
        sentences += [sentence for _, _, sentence in islice(rest, _MOST)]
        return Beyond(
            tuple(dict.fromkeys(sentences))[:_MOST],
            tuple(one[0] for one in lacking),
            self._ids.difference(one.id for one in carried),
        )

    def _answering(self, article: int, carried: Sequence[Shared]) -> Mapping[str, frozenset[int]]:
        """Parties that something in the article is aimed at and whose answer only other articles have."""
        found: dict[str, set[int]] = defaultdict(set)
        for one in carried:
            told = one.shown
            if told.act in _CALLS:
                for speaker in told.parties:
                    for target in told.targets:
                        places = self._answers.get((speaker, target), frozenset())
                        if places and article not in places:
                            found[target] |= places
        return {party: frozenset(p) for party, p in sorted(found.items(), key=lambda one: (-len(one[1]), one[0]))}


def _answers(hearing: Hearing, exchanges: Iterable[Exchange]) -> Mapping[tuple[str, str], frozenset[int]]:
    """For a party and one that it is aimed at: the articles with what the latter answers, whether it was first or
    not."""
    known = {one.id: one for one in hearing.every}
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    for exchange in exchanges:
        told = [known[id] for id in exchange.statements]
        for answer in told:
            places = {said.piece.source.article_id for said in answer.members}
            for other in told:
                if other is not answer:
                    for speaker in other.shown.parties:
                        for party in answer.shown.parties:
                            if speaker != party:
                                found[speaker, party] |= places
    return {pair: frozenset(places) for pair, places in found.items()}


def _later(figure: LinedUp) -> Iterator[tuple[int, str, frozenset[int]]]:
    """For each article whose number is no longer the last: the last one, and the articles that have it."""
    last = figure.counts[-1]
    places = frozenset(c.carrier.article_id for c in figure.counts if not moved(c.quantity, last.quantity))
    given: dict[int, Count] = {count.carrier.article_id: count for count in figure.counts}
    for article, count in given.items():
        if article not in places and count.carrier.dated < last.carrier.dated:
            yield article, value(last), places


def _others(places: Iterable[int]) -> str:
    count = len(set(places))
    return "1 other article" if count == 1 else f"{count} other articles"


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"
