"""Shares told by two numbers: "one in five", "trois Français sur quatre", "3/4"."""

from __future__ import annotations

from itertools import pairwise

from reader.analysis.numbers.draft import Draft
from reader.analysis.numbers.grammar import Grammar
from reader.analysis.numbers.phrases import Word, words_after, words_before
from reader.domain.quantity import QuantityKind

_DIGITS = 6  # after the point
_FARTHEST = 40  # code points between the two numbers
_SCORE_WORDS = 8  # how near a word such as "set" makes 7/5 a score


def joins_ratio(normal: str, start: int, end: int, grammar: Grammar) -> bool:
    """Whether what stands between two numbers makes them a share: a word such as "sur", one noun before it at most."""
    if end - start > _FARTHEST or "\n\n" in normal[start:end]:
        return False
    words = _between(normal, start, end)
    link = grammar.ratios.last(words)
    if link is None:
        return False
    nouns = [word for word in words if word.end <= link.start]
    return len(nouns) < 2 and all(word.text[0].isalpha() and word.text not in grammar.stops for word in nouns)


def _between(normal: str, start: int, end: int) -> list[Word]:
    return [word for word in words_after(normal, start) if word.end <= end]


def join_ratios(normal: str, drafts: list[Draft], grammar: Grammar) -> list[Draft]:
    """The numbers with each two that make a share joined; a noun between the two is what it counts."""
    joined: list[Draft] = []
    gone: Draft | None = None
    for first, second in pairwise([*drafts, None]):
        if first is None or first is gone:
            continue
        made = _ratio(normal, first, second, grammar) if second is not None else None
        joined.append(made or first)
        if made is not None:
            gone = second
    return joined


def _ratio(normal: str, first: Draft, second: Draft, grammar: Grammar) -> Draft | None:
    if not (_plain(first) and _plain(second)) or first.value is None or not second.value:
        return None
    if normal[first.end : second.start] == "/" and first.digits and second.digits:
        near = [*words_before(normal, first.start)[-_SCORE_WORDS:], *words_after(normal, second.end)[:_SCORE_WORDS]]
        if grammar.score_words.within(near):
            return Draft(first.start, second.end, kind=QuantityKind.SCORE, digits=True)
        return _share(first, second) if first.value < second.value else None
    if first.value >= second.value or not joins_ratio(normal, first.end, second.start, grammar):
        return None
    words = _between(normal, first.end, second.start)
    noun = words[0] if grammar.ratios.first(words) is None else None
    if noun is not None and _counts_on(normal, second, grammar):
        return None  # "two attacks in ten towns"
    share = _share(first, second)
    if noun is not None:
        share.counted, share.counted_span = normal[noun.start : noun.end], (noun.start, noun.end)
    return share


def _plain(draft: Draft) -> bool:
    return draft.kind is QuantityKind.CARDINAL and draft.unit is None and not draft.scaled and not draft.fraction


def _share(first: Draft, second: Draft) -> Draft:
    value = round((first.value or 0.0) / (second.value or 1.0), _DIGITS)
    return Draft(first.start, second.end, value, digits=first.digits or second.digits, share=True)


def _counts_on(normal: str, draft: Draft, grammar: Grammar) -> bool:
    words = words_after(normal, draft.end)
    return bool(words) and words[0].text[0].isalpha() and grammar.is_plural(words[0].text)
