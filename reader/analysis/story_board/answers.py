"""Answers that stand in another article than what they answer. A missing one is better than a wrong one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reader.analysis.story_board.charges import denies, meant
from reader.analysis.story_board.counts import FLEETING
from reader.analysis.story_board.evidence import about_the_same, much_the_same, shared_numbers
from reader.analysis.story_board.moments import apart, not_after
from reader.analysis.story_board.same import Shared
from reader.domain.comparison import Exchange, ExchangeKind
from reader.domain.statement import Act

_ACCUSATIONS = frozenset({Act.ACCUSE})
_CHARGES = frozenset({Act.ACCUSE, Act.CRITICISE})
_REQUESTS = frozenset({Act.ASK, Act.DEMAND, Act.URGE, Act.OFFER})
_REFUSALS = frozenset({Act.DECLINE, Act.DENY})
_GRANTS = frozenset({Act.PROMISE, Act.OFFER, Act.ADMIT})
_DAYS = 4  # a later answer answers something else
_BRIEF = 3  # words
_SEEN = 40  # statements aimed at one party that are looked at, the latest first

DENIED = "denial by the accused, in another article"
DENIED_OTHERWISE = "denial by the accused in other words, in another article"
ACCUSED_IN_TURN = "each accuses the other, in different articles"
REFUSED = "refusal by the party asked, in another article"
GRANTED = "answer by the party asked, in another article"
CONFIRMED = "confirmation of the same, in another article"


class Answers:
    """Finds what answers what among statements in order of time. ``linked`` are the ids of those that an article
    itself shows to answer, or to be answered."""

    def __init__(self, shared: Sequence[Shared], linked: Iterable[Exchange]) -> None:
        self._every = [one for one in shared if not one.shown.own.negated and one.shown.parties]
        self._linked: dict[ExchangeKind, set[str]] = defaultdict(set)
        for exchange in linked:
            self._linked[exchange.kind].update(exchange.statements)
        self._at: dict[str, list[Shared]] = defaultdict(list)
        for one in self._every:
            if one.shown.act in _CHARGES or one.shown.act in _REQUESTS:
                for party in one.shown.targets:
                    self._at[party].append(one)

    def all(self) -> Iterator[Exchange]:
        """The exchanges; what stands first was said first."""
        yield from self._mutual()
        for one in self._every:
            act = one.shown.act
            if act in _REFUSALS and not self._is_linked(one, ExchangeKind.DENIAL, ExchangeKind.REFUSAL):
                yield from self._denied(one) if act is Act.DENY else self._refused(one)
            elif act in _GRANTS and not self._is_linked(one, ExchangeKind.ANSWER):
                yield from self._granted(one)
            elif act not in _REFUSALS and self._at_any(one) and denies(one) and not self._is_linked(one, *ExchangeKind):
                yield from self._denied_otherwise(one)
        yield from self._confirmed()

    def _mutual(self) -> Iterator[Exchange]:
        """The first charges of two parties against each other, where no article has both."""
        known = {
            frozenset((s.shown.parties, s.shown.targets))
            for s in self._every
            if s.id in self._linked[ExchangeKind.MUTUAL_ACCUSATION]
        }
        first: dict[tuple[str, str], Shared] = {}
        for one in self._every:
            told = one.shown
            if told.act is Act.ACCUSE and len(told.parties) == len(told.targets) == 1:
                first.setdefault((told.parties[0], told.targets[0]), one)
        for (party, target), charge in first.items():
            counter = first.get((target, party))
            if counter is None or party == target or frozenset(((party,), (target,))) in known:
                continue
            early, late = sorted((charge, counter), key=lambda s: (s.first.order, s.id))
            if early is charge and _elsewhere(early, late) and _soon(early, late):
                yield Exchange(ExchangeKind.MUTUAL_ACCUSATION, (early.id, late.id), ACCUSED_IN_TURN)

    def _denied(self, denial: Shared) -> Iterator[Exchange]:
        """The last charge before a denial that is about the same; the last one at all where there is one accuser, and
        the denial says no more than that."""
        charges = self._before(denial, _CHARGES)
        told = next((charge for charge in charges if about_the_same(charge, denial)), None)
        if told is None and _says_nothing(denial):
            accusers = {charge.shown.parties for charge in charges}
            told = charges[0] if len(accusers) == 1 and charges[0].shown.act is Act.ACCUSE else None
        if told is not None:
            yield Exchange(ExchangeKind.DENIAL, (told.id, denial.id), DENIED)
            return
        otherwise = list(self._denied_otherwise(denial)) if not _says_nothing(denial) else []
        yield from otherwise or self._refused(denial)

    def _denied_otherwise(self, answer: Shared) -> Iterator[Exchange]:
        """The charge that somebody can only mean who says in other words that it is not so. What its own article
        charges it with could be meant as well."""
        charges = self._before(answer, _ACCUSATIONS, anywhere=True)
        told = meant(answer, charges)
        if told is not None and _elsewhere(told, answer):
            yield Exchange(ExchangeKind.DENIAL, (told.id, answer.id), DENIED_OTHERWISE)

    def _at_any(self, one: Shared) -> bool:
        return any(party in self._at for party in one.shown.parties)

    def _refused(self, refusal: Shared) -> Iterator[Exchange]:
        requests = self._before(refusal, _REQUESTS)
        told = next((request for request in requests if about_the_same(request, refusal)), None)
        if told is not None:
            yield Exchange(ExchangeKind.REFUSAL, (told.id, refusal.id), REFUSED)

    def _granted(self, answer: Shared) -> Iterator[Exchange]:
        requests = self._before(answer, _REQUESTS)
        told = next((request for request in requests if much_the_same(request, answer)), None)
        if told is not None:
            yield Exchange(ExchangeKind.ANSWER, (told.id, answer.id), GRANTED)

    def _before(self, answer: Shared, acts: frozenset[Act], *, anywhere: bool = False) -> list[Shared]:
        """What others said to those who answer, in other articles before it, the latest first; ``anywhere``: in its own
        article as well."""
        found = {one.id: one for party in answer.shown.parties for one in self._at[party][-_SEEN:]}
        fitting = [
            one
            for one in found.values()
            if one.shown.act in acts and self._fits(one, answer) and (anywhere or _elsewhere(one, answer))
        ]
        return sorted(fitting, key=lambda one: (one.first.order, one.id), reverse=True)

    def _fits(self, one: Shared, answer: Shared) -> bool:
        asking, answering = one.shown, answer.shown
        cast = answering.telling.cast
        lasting = [target for target in answering.targets if cast.kind(target) not in FLEETING]
        return (
            not set(asking.parties) & set(answering.parties)
            and (not lasting or bool(set(asking.parties) & set(lasting)))
            and not_after(one.first.piece.source.dated, answer.first.piece.source.dated)
            and _soon(one, answer)
        )

    def _confirmed(self) -> Iterator[Exchange]:
        """A confirmation, and the statement of another party before it that says much the same."""
        by_key: dict[tuple[str, str | float], list[Shared]] = defaultdict(list)
        for one in self._every:
            if one.shown.act is Act.CONFIRM and not self._is_linked(one, ExchangeKind.CONFIRMATION):
                near = [s for key in _keys(one) for s in by_key[key][-_SEEN:]]
                told = _last_confirmed(near, one)
                if told is not None:
                    yield Exchange(ExchangeKind.CONFIRMATION, (told.id, one.id), CONFIRMED)
            elif one.shown.act is not Act.CONFIRM:
                for key in _keys(one):
                    by_key[key].append(one)

    def _is_linked(self, one: Shared, *kinds: ExchangeKind) -> bool:
        return any(one.id in self._linked[kind] for kind in kinds)


def _confirms(said: Shared, confirmation: Shared) -> bool:
    one, other = said.shown, confirmation.shown
    return (
        not set(one.parties) & set(other.parties)
        and one.act not in (Act.DENY, Act.DECLINE, *_REQUESTS)
        and _elsewhere(said, confirmation)
        and not_after(said.first.piece.source.dated, confirmation.first.piece.source.dated)
        and _soon(said, confirmation)
        and _same_numbers(said, confirmation)
        and much_the_same(said, confirmation)
    )


def _same_numbers(one: Shared, other: Shared) -> bool:
    """Whether no number speaks against two statements saying the same: where both have any, they share one."""
    return not (one.shown.numbers and other.shown.numbers) or shared_numbers(one, other)


def _keys(one: Shared) -> Iterator[tuple[str, str | float]]:
    """What a statement is found by: numbers in it, and words in its language."""
    yield from one.shown.numbers
    yield from ((one.shown.piece.language, stem) for stem in one.shown.stems)


def _last_confirmed(near: Iterable[Shared], confirmation: Shared) -> Shared | None:
    once = sorted({s.id: s for s in near}.values(), key=lambda s: (s.first.order, s.id), reverse=True)
    return next((s for s in once[:_SEEN] if _confirms(s, confirmation)), None)


def _elsewhere(one: Shared, other: Shared) -> bool:
    """Whether no article has both: those that do have been compared by themselves."""
    return not {said.piece.at for said in one.members} & {said.piece.at for said in other.members}


def _soon(one: Shared, other: Shared) -> bool:
    return apart(one.first.piece.source.dated, other.first.piece.source.dated) <= _DAYS


def _says_nothing(denial: Shared) -> bool:
    """Whether a denial has no words, names or numbers of its own to be known by: "rejected the allegations"."""
    return len(denial.shown.words) <= _BRIEF and not denial.shown.numbers
