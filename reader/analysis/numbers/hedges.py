"""Hedges and ranges: how firmly a number is given, and between which two."""

from __future__ import annotations

from reader.analysis.numbers.draft import Draft
from reader.analysis.numbers.grammar import Grammar
from reader.analysis.numbers.phrases import Match, Word, words_after, words_before
from reader.domain.quantity import Hedge, QuantityKind

_DASHES = ("-", "–")
_GOALS = 12  # "2 à 1" with more than this on a side counts something else
_SCORE_LIMIT = 500


def join_ranges(normal: str, drafts: list[Draft], grammar: Grammar) -> list[Draft]:
    """Two numbers of one range made one quantity: "20 à 30", "between 20 and 30", and scores such as 3-1."""
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        made = _range(normal, last, draft, grammar, joined[-2] if len(joined) > 1 else None) if last else None
        if made is not None:
            joined[-1] = made
        else:
            joined.append(draft)
    return joined


def _range(normal: str, first: Draft, second: Draft, grammar: Grammar, before_last: Draft | None) -> Draft | None:
    if not _may_join(first, second):
        return None
    between, rules = normal[first.end : second.start], grammar.rules.ranges
    joiner = between.strip().lower()
    before = words_before(normal, first.start)
    opener = grammar.range_openers.last(before)
    if opener and opener.value and joiner in rules.and_:
        return _bounded(first, second, opener.start, Hedge.BETWEEN)
    if _goals(first, second, joiner, grammar):
        return Draft(first.start, second.end, kind=QuantityKind.SCORE, digits=True)
    if joiner not in rules.to:
        return None
    if joiner in _DASHES:  # 3-1, 20-30
        if not (first.digits and second.digits) or normal[second.end : second.end + 1] in _DASHES:
            return None
        if _is_score(normal, first, second, grammar) or _follows_score(normal, first, before_last):
            return Draft(first.start, second.end, kind=QuantityKind.SCORE, digits=True)
    elif _is_small(first) and _is_small(second) and grammar.score_words.within(before[-6:]):
        return Draft(first.start, second.end, kind=QuantityKind.SCORE, digits=True)
    elif grammar.changes.within(before[-4:]) and not grammar.range_words.last(before):
        return None
    if first.unit is None and second.scaled and not first.scaled:
        first.value = (first.value or 0.0) * _scale_of(second)
    if (first.value or 0.0) >= (second.value or 0.0):
        return None
    return _bounded(first, second, first.start, Hedge.EXACT)


def _goals(first: Draft, second: Draft, joiner: str, grammar: Grammar) -> bool:
    """Whether a word such as "buts" and a joining one stand between two small numbers: "3 buts à 1"."""
    words = joiner.split()
    small = max(first.value or 0.0, second.value or 0.0) < _GOALS
    return len(words) == 2 and words[0] in grammar.score_words and words[1] in grammar.rules.ranges.to and small


def _follows_score(normal: str, first: Draft, before: Draft | None) -> bool:
    """Whether only a comma stands between a score and these numbers: "6-4, 3-6"."""
    return before is not None and before.kind is QuantityKind.SCORE and normal[before.end : first.start].strip() == ","


def _may_join(first: Draft, second: Draft) -> bool:
    if first.low is not None or second.low is not None or first.value is None or second.value is None:
        return False
    bare = first.kind is QuantityKind.CARDINAL or first.core[1] == first.end
    alike = (first.kind, first.unit) == (second.kind, second.unit)
    aged = first.kind is QuantityKind.AGE and first.unit == second.unit and bare
    return _countable(second) and (alike or aged or first.kind is QuantityKind.CARDINAL)


def _countable(draft: Draft) -> bool:
    return draft.kind not in (QuantityKind.DATE, QuantityKind.TIME, QuantityKind.ORDINAL, QuantityKind.SCORE)


def _bounded(first: Draft, second: Draft, start: int, hedge: Hedge) -> Draft:
    low, high = sorted((first.value or 0.0, second.value or 0.0))
    return Draft(
        start,
        second.end,
        None,
        low,
        high,
        hedge,
        first.kind if first.kind is QuantityKind.AGE else second.kind,
        second.unit,
        digits=second.digits,
        scaled=second.scaled,
        core=(first.start, second.core[1]),
    )


def _scale_of(draft: Draft) -> float:
    """What a scaled number was multiplied by, for "2 to 3 million"."""
    value, scale = draft.value or 0.0, 1.0
    while value >= scale * 1000:
        scale *= 1000
    return scale


def _is_small(draft: Draft) -> bool:
    return draft.digits and draft.kind is QuantityKind.CARDINAL and (draft.value or 0.0) < _GOALS


def _is_score(normal: str, first: Draft, second: Draft, grammar: Grammar) -> bool:
    values = (first.value or 0.0, second.value or 0.0)
    if max(values) > _SCORE_LIMIT:
        return False
    return values[0] >= values[1] or bool(grammar.score_words.within(words_before(normal, first.start)))


def add_hedges(normal: str, drafts: list[Draft], grammar: Grammar) -> None:
    """Take hedges into the numbers' spans. Of two hedges the outer one counts, unless it is a mere "about"."""
    for at, draft in enumerate(drafts):
        if not _countable(draft):
            continue
        floor = drafts[at - 1].end if at else 0
        if not _before(normal, draft, grammar, floor):
            ceiling = drafts[at + 1].start if at + 1 < len(drafts) else len(normal)
            _after(normal, draft, grammar, ceiling)
        _bound(draft)


def _before(normal: str, draft: Draft, grammar: Grammar, floor: int) -> bool:
    found = False
    while True:
        words = [word for word in words_before(normal, draft.start) if word.start >= floor]
        hedge = grammar.hedges_before.last(words)
        if hedge is None and (gap := grammar.hedge_gap.last(words)):
            hedge = grammar.hedges_before.last([word for word in words if word.end <= gap.start])
        if hedge is None or _means_during(draft, grammar, hedge, words):
            break
        if not found or hedge.value is not Hedge.ABOUT:
            draft.hedge = hedge.value
        draft.start, found = hedge.start, True
    outside = None if found else grammar.hedges_outside.last(words)
    if outside:
        draft.hedge = outside.value
    return found or outside is not None


def _means_during(draft: Draft, grammar: Grammar, hedge: Match[Hedge], words: list[Word]) -> bool:
    if draft.kind is not QuantityKind.DURATION:
        return False
    inner = [word for word in words if word.end <= hedge.start]
    said = " ".join(word.text for word in words if hedge.start <= word.start and word.end <= hedge.end)
    return said in grammar.rules.during and not (inner and inner[-1].text in grammar.rules.before_during)


def _after(normal: str, draft: Draft, grammar: Grammar, ceiling: int) -> None:
    words = [word for word in words_after(normal, draft.end) if word.end <= ceiling]
    close = grammar.hedges_after.first(words)
    hedge = close
    if hedge is None and len(words) > 1 and words[0].text[0].isalpha() and words[0].text not in grammar.stops:
        hedge = grammar.hedges_after.first(words, 1)
    if hedge is None or (hedge.end < ceiling and not normal[hedge.end : ceiling].strip() and ceiling < len(normal)):
        return
    draft.hedge = hedge.value
    if close:
        draft.end = hedge.end


def _bound(draft: Draft) -> None:
    if draft.value is None:
        return
    if draft.hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN):
        draft.low = draft.value
    elif draft.hedge in (Hedge.AT_MOST, Hedge.LESS_THAN):
        draft.high = draft.value
