"""Which charge a party answers that says in other words that it did not do it. None where two could be meant."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reader.analysis.comparison.deeds import Deed, charged, same_deed
from reader.analysis.comparison.not_done import Denied, denied
from reader.analysis.numbers.grammar import Grammar
from reader.analysis.story_board.evidence import about_the_same
from reader.analysis.story_board.said import Said
from reader.analysis.story_board.same import Shared
from reader.analysis.text.normal import normalise
from reader.domain.statement import Act

_PLAIN = frozenset({Act.DECLARE, Act.OTHER})


def denies(answer: Shared) -> bool:
    """Whether a statement says that its speaker did not do something, or is a denial."""
    if answer.shown.act is Act.DENY:
        return bool(_told(answer))
    return answer.shown.act in _PLAIN and (bool(_own(answer.shown)) or _denied(answer.shown).anything)


def meant(answer: Shared, charges: Sequence[Shared]) -> Shared | None:
    """The one of some charges against a party, the latest first, that its answer can only mean."""
    deeds = _told(answer)
    if not deeds:
        return _nearest(charges, answer) if charges and _one_charge(charges) else None
    told = [charge for charge in charges if _fits(charge, deeds, answer)]
    if len({charge.shown.parties for charge in told}) > 1:
        told = [charge for charge in told if about_the_same(charge, answer)]
    if len({charge.shown.parties for charge in told}) != 1:
        return None
    others = [charge for charge in charges if charge not in told and not _other_deed(charge)]
    charge = _nearest(told, answer)
    sure = about_the_same(charge, answer) or _same_verb(charge, deeds, answer)
    return charge if sure or not others else None


def _nearest(charges: Sequence[Shared], answer: Shared) -> Shared:
    """The latest one in the answer's language, else the latest."""
    language = answer.shown.piece.language
    return next((charge for charge in charges if charge.shown.piece.language == language), charges[0])


def _told(answer: Shared) -> tuple[Deed, ...]:
    """What an answer says was not done: for a denial the deed that it names, else those behind its negations."""
    said = answer.shown
    return _charged(said) if said.act is Act.DENY else _own(said)


def _own(said: Said) -> tuple[Deed, ...]:
    """The deeds a statement says its speaker did not do: before the deed it names nobody of another side."""
    deeds = _denied(said).deeds
    if not deeds:
        return ()
    start, end = said.own.content[0]
    cast = said.telling.cast
    named = [
        span[0] - start
        for span, id in said.telling.mentions
        if start <= span[0] < end and cast.side(id) not in said.parties
    ]
    return tuple(deed for deed in deeds if not any(at < deed.at for at in named))


def _fits(charge: Shared, deeds: tuple[Deed, ...], answer: Shared) -> bool:
    one, other = charge.shown, answer.shown
    alike = same_deed(_charged(one), deeds, one_language=one.piece.language == other.piece.language)
    return alike and not (one.proper and other.proper and one.proper.isdisjoint(other.proper))


def _same_verb(charge: Shared, deeds: tuple[Deed, ...], answer: Shared) -> bool:
    if charge.shown.piece.language != answer.shown.piece.language:
        return False
    return any(deed.stem and deed.stem == own.stem for deed in deeds for own in _charged(charge.shown))


def _other_deed(charge: Shared) -> bool:
    """Whether it is known what a charge is about, so that a denial of something else cannot mean it."""
    return any(deed.kind for deed in _charged(charge.shown))


def _one_charge(charges: Sequence[Shared]) -> bool:
    """Whether all are the same charge by the same party."""
    first, *others = charges
    return all(
        other.shown.parties == first.shown.parties
        and (about_the_same(first, other) or same_deed(_kinds(first), _kinds(other), one_language=False))
        for other in others
    )


def _kinds(charge: Shared) -> tuple[Deed, ...]:
    return tuple(deed for deed in _charged(charge.shown) if deed.kind)


def _charged(said: Said) -> tuple[Deed, ...]:
    return _kept_charge(said.telling.grammar, _first_words(said))


def _denied(said: Said) -> Denied:
    return _kept_denial(said.telling.grammar, _first_words(said))


def _first_words(said: Said) -> str:
    start, end = said.own.content[0]
    return said.piece.source.text[start:end]


@lru_cache(maxsize=8192)
def _kept_charge(grammar: Grammar, words: str) -> tuple[Deed, ...]:
    return charged(grammar, normalise(words))


@lru_cache(maxsize=8192)
def _kept_denial(grammar: Grammar, words: str) -> Denied:
    return denied(grammar, normalise(words))
