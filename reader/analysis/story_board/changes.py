"""Parties that say otherwise than before. A missing change is better than a wrong one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reader.analysis.comparison.figure_verdicts import disagree
from reader.analysis.story_board.counts import Count
from reader.analysis.story_board.evidence import much_the_same
from reader.analysis.story_board.figures import LinedUp
from reader.analysis.story_board.parts import Change, ChangeKind
from reader.analysis.story_board.said import Said
from reader.analysis.story_board.same import Shared
from reader.analysis.story_board.trends import contradict, nominal, value
from reader.domain.statement import Act

_YES = frozenset({Act.ADMIT, Act.CONFIRM})
_TOLD = frozenset({Act.DECLARE, Act.OTHER, Act.CONFIRM, Act.ADMIT, Act.PROMISE})
_NO = frozenset({Act.DECLINE, Act.DENY})
_ALIKE = 0.75
_FEWEST = 3  # words that carry meaning
_BARE = 4  # words that carry meaning: a statement of so few says hardly more than how many of whom
_LOOKED_AT = 60  # earlier statements of a party that share a word, the latest first


def contradicted(shared: Sequence[Shared], figures: Iterable[LinedUp]) -> tuple[Change, ...]:
    """The changes in order of time."""
    found = [*_words(shared), *_numbers(figures)]
    return tuple(sorted(found, key=lambda c: (c.now_at.dated, c.now_at.article_id, c.now_at.span, c.was_at.span)))


def _words(shared: Sequence[Shared]) -> Iterator[Change]:
    by_stem: dict[tuple[str, str, str], list[Shared]] = defaultdict(list)
    by_number: dict[tuple[str, str, float], list[Shared]] = defaultdict(list)
    for one in shared:
        if len(one.shown.parties) != 1 or one.shown.own.parent is not None:
            continue
        party, language = one.shown.parties[0], one.shown.piece.language
        stems = [by_stem[party, language, stem] for stem in sorted(one.shown.stems)]
        numbers = [by_number[party, *number] for number in sorted(one.shown.numbers)]
        near = {s.id: s for known in (*stems, *numbers) for s in known[-_LOOKED_AT:]}
        earlier = sorted(near.values(), key=lambda s: (s.first.order, s.id), reverse=True)[:_LOOKED_AT]
        change = next((c for was in earlier if (c := _change(was, one)) is not None), None)
        if change is not None:
            yield change
        for known in (*stems, *numbers):
            known.append(one)


def _change(was: Shared, now: Shared) -> Change | None:
    """What a statement changes of an earlier one by the same party, in an earlier article."""
    if was.first.piece is now.first.piece or was.first.piece.source.dated >= now.first.piece.source.dated:
        return None
    why = _why(was, now)
    if why is None:
        return None
    said, told = was.first, now.first
    return Change(
        kind=ChangeKind.CONTRADICTED,
        party=told.parties[0],
        speaker=told.speaker,
        was=said.shown_words,
        now=told.shown_words,
        was_at=said.carrier,
        now_at=told.carrier,
        why=f"{_start(told.speaker)} {why}.",
    )


def _why(was: Shared, now: Shared) -> str | None:
    one, other = was.shown, now.shown
    if one.own.negated or other.own.negated:
        return None
    same_words = _same_words(was.shown, now.shown)
    if _turned_round(was.shown, now.shown):
        return "says the opposite of what it said" if one.act in _TOLD and other.act in _TOLD else None
    if not _same_numbers(was.shown, now.shown):
        return None
    if one.act is Act.DENY and other.act in _YES and much_the_same(was, now):
        return "denied it and then admitted it" if other.act is Act.ADMIT else "denied it and then confirmed it"
    if one.act in _YES and other.act is Act.DENY and much_the_same(was, now):
        return "confirmed it and then denied it"
    if one.act in _TOLD and other.act is Act.DENY and same_words:
        return "said it and then denied it"
    if one.act is Act.PROMISE and other.act in _NO and much_the_same(was, now):
        return "promised it and then refused it"
    return None


def _same_words(one: Said, other: Said) -> bool:
    """Whether two statements of one language consist of nearly the same words that carry meaning."""
    if one.piece.language != other.piece.language or min(len(one.stems), len(other.stems)) < _FEWEST:
        return False
    return len(one.stems & other.stems) >= _ALIKE * len(one.stems | other.stems)


def _turned_round(one: Said, other: Said) -> bool:
    """Whether two statements are the same but for a negation in one of them."""
    if not _same_words(one, other) or one.numbers != other.numbers:
        return False
    turning = one.telling.negations
    no, yes = sum(word in turning for word in one.words), sum(word in turning for word in other.words)
    return (no == 0) != (yes == 0)


def _same_numbers(one: Said, other: Said) -> bool:
    return not one.numbers or not other.numbers or bool(one.numbers & other.numbers)


def _numbers(figures: Iterable[LinedUp]) -> Iterator[Change]:
    """A party's number that cannot be true with the one it gave before, of the same place and time. That more are
    known to be dead or hurt later is no contradiction, nor that fewer are missing or fewer jobs are to go; without an
    event only numbers of a past year can be one."""
    for figure in figures:
        by_party: dict[str, list[Count]] = defaultdict(list)
        for count in figure.counts:
            if count.lasts and count.here is not None:
                by_party[count.voice].append(count)
        for counts in by_party.values():
            for was, now in pairwise(counts):
                if _takes_back(was, now):
                    yield _recounted(was, now)


def _takes_back(was: Count, now: Count) -> bool:
    if not contradict(was, now) or not disagree(was.quantity, now.quantity):
        return False
    if was.carrier.dated >= now.carrier.dated or not was.key.noun or was.setting != now.setting:
        return False
    if not was.key.event:
        return bool(was.setting.years) and was.doing == now.doing
    shrunk = (nominal(now.quantity) or 0.0) < (nominal(was.quantity) or 0.0)
    return shrunk and was.key.event not in was.telling.grammar.passing_events and _same_case(was, now)


def _same_case(was: Count, now: Count) -> bool:
    """Whether at most one of two statements says more than how many of whom; both may then tell of another case."""
    one, other = was.here, now.here
    if one is None or other is None:
        return False
    if one.piece.language != other.piece.language:
        return max(len(one.stems), len(other.stems)) <= _BARE
    return one.stems <= other.stems or other.stems <= one.stems


def _recounted(was: Count, now: Count) -> Change:
    assert was.here is not None
    assert now.here is not None
    return Change(
        kind=ChangeKind.CONTRADICTED,
        party=now.party,
        speaker=now.speaker,
        was=was.here.shown_words,
        now=now.here.shown_words,
        was_at=was.carrier,
        now_at=now.carrier,
        why=f"{_start(now.speaker)} gave {value(was)} and then {value(now)} for the same.",
    )


def _start(words: str) -> str:
    return words[:1].upper() + words[1:]
