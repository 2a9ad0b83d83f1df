"""Whether a number counts what happened since long before: since some year or month, over years, since a war began."""

from __future__ import annotations

from collections.abc import Iterable

from reader.analysis.numbers.grammar import Grammar
from reader.analysis.numbers.phrases import Word, all_words, words_before
from reader.domain.quantity import Quantity, QuantityKind
from reader.domain.span import Span

_YEAR = 4  # digits
_YEARS = "year"


def is_long(grammar: Grammar, normal: str, sentence: Span, quantities: Iterable[Quantity], shift: int = 0) -> bool:
    """Whether a sentence of ``normal`` says "since 2021", "over three years", "since January", "since the start of the
    war"; since Monday is of the event itself. ``quantities`` are those in it, ``shift`` code points further on than in
    ``normal``."""
    if any(_tells(grammar, normal, quantity, quantity.span[0] - shift) for quantity in quantities):
        return True
    words = all_words(normal, *sentence)
    if grammar.ages_ago.within(words):
        return True
    months = {month.lower() for month in grammar.rules.dates.months}
    return any(
        word.text in months and grammar.since.last(words[:at]) is not None and not _has_day(words[at + 1 : at + 2])
        for at, word in enumerate(words)
    )


def years_in(dates: Iterable[Quantity]) -> frozenset[str]:
    """The years that are named in dates."""
    return frozenset(word for q in dates for word in q.text.split() if len(word) == _YEAR and word.isdigit())


def _tells(grammar: Grammar, normal: str, quantity: Quantity, at: int) -> bool:
    if quantity.kind is QuantityKind.DURATION:
        return quantity.unit == _YEARS and grammar.over.last(words_before(normal, at)) is not None
    dated = quantity.kind is QuantityKind.DATE and bool(years_in([quantity]))
    return dated and grammar.since.last(words_before(normal, at)) is not None


def _has_day(words: Iterable[Word]) -> bool:
    return any(word.text.isdigit() for word in words)
