"""Which charge a party answers that says in other words that it did not do it. None where two could be meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.analysis.comparison.deeds import Deed
from reader.analysis.story_board.evidence import about_the_same, touches
from reader.analysis.story_board.said_deeds import charged_with, denies_any, says_of_deeds
from reader.analysis.story_board.same import Shared


def denies(answer: Shared) -> bool:
    """Whether a statement says that its speaker did not do something, or did what it should have; or is a denial."""
    return bool(says_of_deeds(answer.shown)) or denies_any(answer.shown)


def meant(answer: Shared, charges: Sequence[Shared]) -> Shared | None:
    """The one of some charges against a party, the latest first, that its answer can only mean."""
    if denies_any(answer.shown):
        return _nearest(charges, answer) if charges and _one_charge(charges) else None
    deeds = says_of_deeds(answer.shown)
    told = [charge for charge in charges if _fits(charge, deeds, answer)]
    if len(_accusers(told)) > 1:
        told = [charge for charge in told if about_the_same(charge, answer)] or (told if _told_alike(told) else [])
    if not told or (len(_accusers(told)) > 1 and not _told_alike(told)):
        return None
    others = [charge for charge in charges if charge not in told and not _other_deed(charge)]
    charge = _nearest(told, answer)
    sure = about_the_same(charge, answer) or _same_verb(charge, deeds, answer)
    return charge if sure or not others else None


def _accusers(charges: Iterable[Shared]) -> set[tuple[str, ...]]:
    return {charge.shown.parties for charge in charges}


def _told_alike(charges: Sequence[Shared]) -> bool:
    """Whether several accuse of the same: of one kind of deed, with a number or a name in common."""
    first, *others = charges
    return all(_same_kind(first, other) and about_the_same(first, other) for other in others)


def _nearest(charges: Sequence[Shared], answer: Shared) -> Shared:
    """The latest one in the answer's language, else the latest."""
    language = answer.shown.piece.language
    return next((charge for charge in charges if charge.shown.piece.language == language), charges[0])


def _fits(charge: Shared, deeds: Iterable[Deed], answer: Shared) -> bool:
    """Whether an answer says of what it is charged with that it is not so; where its words are vague, something else
    must tell that both are about the same."""
    one, other = charge.shown, answer.shown
    if one.proper and other.proper and one.proper.isdisjoint(other.proper):
        return False
    one_language = one.piece.language == other.piece.language
    against = [
        deed
        for deed in deeds
        for own in charged_with(one)
        if own.is_(deed, one_language=one_language) and own.done != deed.done
    ]
    if any(not deed.vague or deed.whole for deed in against):
        return True
    return bool(against) and touches(charge, answer)


def _same_verb(charge: Shared, deeds: Iterable[Deed], answer: Shared) -> bool:
    if charge.shown.piece.language != answer.shown.piece.language:
        return False
    return any(deed.stem and deed.stem == own.stem for deed in deeds for own in charged_with(charge.shown))


def _other_deed(charge: Shared) -> bool:
    """Whether it is known what a charge is about, so that a denial of something else cannot mean it."""
    return any(deed.kind for deed in charged_with(charge.shown))


def _one_charge(charges: Sequence[Shared]) -> bool:
    """Whether all are the same charge by the same party."""
    first, *others = charges
    return all(
        other.shown.parties == first.shown.parties and (about_the_same(first, other) or _same_kind(first, other))
        for other in others
    )


def _same_kind(one: Shared, other: Shared) -> bool:
    kinds, others = ({(deed.kind, deed.done) for deed in charged_with(s.shown) if deed.kind} for s in (one, other))
    return not kinds.isdisjoint(others)
