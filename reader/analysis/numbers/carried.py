"""Kinds and units that a number takes from its neighbours: "de 3 et 5 ans", "$5 billion, up from 4 billion"."""

from __future__ import annotations

from reader.analysis.numbers.draft import Draft
from reader.analysis.numbers.grammar import Grammar
from reader.analysis.numbers.phrases import words_after, words_before
from reader.domain.quantity import Hedge, QuantityKind

_MILLION = 1e6
_FEW = 20  # a larger number of something else ends what is said of the sum
_NEAR = 240  # code points
_YEARS = "year"


def carry_units(normal: str, drafts: list[Draft], grammar: Grammar) -> None:
    """Give ages to the years that go on a list of ages or name an age group, and a currency to the sums without one."""
    sum_before: Draft | None = None
    for at, draft in enumerate(drafts):
        before = drafts[at - 1] if at else None
        if draft.kind is QuantityKind.DURATION and draft.unit == _YEARS:
            aged = grammar.age_before.last(words_before(normal, draft.start)) is not None  # "âgés de moins de 10 ans"
            if aged or _goes_on(normal, before, draft, grammar) or _is_group(normal, draft, grammar):
                draft.kind = QuantityKind.AGE
        elif draft.kind is QuantityKind.CARDINAL and draft.digits and _ends_ages(normal, before, draft, grammar):
            draft.kind, draft.unit = QuantityKind.AGE, _YEARS
        elif draft.kind is QuantityKind.MONEY:
            sum_before = draft
        elif draft.kind is QuantityKind.CARDINAL and sum_before is not None:
            if _is_sum(normal, sum_before, draft, grammar):
                draft.kind, draft.unit = QuantityKind.MONEY, sum_before.unit
                sum_before = draft
            elif (draft.value or draft.low or 0.0) > _FEW:
                sum_before = None


def _goes_on(normal: str, before: Draft | None, draft: Draft, grammar: Grammar) -> bool:
    """Whether only a comma or a word such as "et" stands between an age and these years."""
    if before is None or before.kind is not QuantityKind.AGE or before.unit != _YEARS:
        return False
    between = [word.text for word in words_after(normal, before.end) if word.end <= draft.start]
    rules = grammar.rules
    return bool(between) and all(
        word in (",", *rules.ranges.and_, *rules.ranges.to, *rules.ages.links) for word in between
    )


def _ends_ages(normal: str, before: Draft | None, draft: Draft, grammar: Grammar) -> bool:
    """Whether a number without a noun goes on a list of ages: "aged 6 and 16"."""
    after = words_after(normal, draft.end)
    return _goes_on(normal, before, draft, grammar) and not (after and grammar.is_plural(after[0].text))


def _is_group(normal: str, draft: Draft, grammar: Grammar) -> bool:
    bounded = draft.hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.LESS_THAN) or draft.low is not None
    return bounded and grammar.age_groups.last(words_before(normal, draft.start)) is not None


def _is_sum(normal: str, known: Draft, draft: Draft, grammar: Grammar) -> bool:
    """Whether millions with nothing to count behind them go on from a sum of money not far before."""
    if not draft.scaled or (draft.value or draft.low or 0.0) < _MILLION or draft.start - known.end > _NEAR:
        return False
    if "\n\n" in normal[known.end : draft.start]:
        return False
    after = words_after(normal, draft.end)
    if not after or not after[0].text[0].isalnum():
        return True
    if normal[after[0].start].isupper():  # "six million Xbox consoles"
        return False
    if grammar.scale_links.first(after):  # "3 millions de passagers"
        return False
    return (
        not grammar.rules.counting.noun_last or after[0].text in grammar.stops or not grammar.is_plural(after[0].text)
    )
