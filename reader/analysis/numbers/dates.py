"""Dates and times, told apart from counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.analysis.numbers.draft import Draft
from reader.analysis.numbers.grammar import Grammar
from reader.analysis.numbers.phrases import Word, words_after, words_before
from reader.analysis.text.parsed import Parsed
from reader.domain.quantity import Hedge, QuantityKind

_NOUN_POS = frozenset({"NOUN", "PROPN", "ADJ"})
_WORD = re.compile(r"[^\W\d_]")
_DIGITS = re.compile(r"\d+")
_MODERN = 1900
_RECENT = 1500  # a number before it is a year only where a word says so


def find_dates(parsed: Parsed, grammar: Grammar) -> list[Draft]:
    """Dates with their day or month, years, decades and times of day, in order of place, none over another."""
    found = [Draft(m.start(), m.end(), kind=QuantityKind.DATE) for m in grammar.dates.finditer(parsed.normal)]
    for draft in (*_times(parsed, grammar), *_years(parsed, grammar)):
        if not any(draft.start < other.end and other.start < draft.end for other in found):
            found.append(draft)
    return sorted(found, key=lambda draft: draft.start)


def _times(parsed: Parsed, grammar: Grammar) -> Iterator[Draft]:
    ranges = grammar.rules.ranges
    end = 0
    for match in grammar.times.finditer(parsed.normal):
        if match["short"]:
            joined = parsed.normal[end : match.start()].strip().lower() in (*ranges.and_, *ranges.to) and end > 0
            if not joined and not grammar.time_prepositions.last(words_before(parsed.normal, match.start())):
                continue
            if grammar.scale_links.first(words_after(parsed.normal, match.end())):
                continue
        end = match.end()
        minutes = [int(digits) for digits in _DIGITS.findall(match.group())]
        before = words_before(parsed.normal, match.start())
        if len(minutes) > 1 and grammar.lasting.last(before):  # "en 2 h 37"
            length = 60.0 * minutes[0] + minutes[1]
            yield Draft(match.start(), match.end(), length, kind=QuantityKind.DURATION, unit="minute")
            continue
        yield Draft(match.start(), match.end(), kind=QuantityKind.TIME)


def _years(parsed: Parsed, grammar: Grammar) -> Iterator[Draft]:
    for match in grammar.years.finditer(parsed.normal):
        if match["decade"] or _is_year(parsed, grammar, match):
            yield Draft(match.start(), match.end(), kind=QuantityKind.DATE)


def _is_year(parsed: Parsed, grammar: Grammar, match: re.Match[str]) -> bool:
    """Whether four digits are a year: by the word before, else because no noun follows that they could count."""
    before, after = words_before(parsed.normal, match.start()), words_after(parsed.normal, match.end())
    if grammar.labels.last(before):
        return False
    counted = bool(after) and _could_be_counted(parsed, grammar, after)
    if counted and int(match["year"]) > _MODERN and int(match["year"]) % 100 and parsed.text[after[0].start].isupper():
        counted = False  # "the 2014 Oscars"
    if grammar.before_year.last(before):
        return int(match["year"]) >= _RECENT or not counted
    if counted or int(match["year"]) < _RECENT or grammar.currency_before.last(before):
        return False
    hedge = grammar.hedges_before.last(before) or grammar.hedges_outside.last(before)
    return hedge is None or hedge.value is Hedge.ABOUT


def _could_be_counted(parsed: Parsed, grammar: Grammar, after: Sequence[Word]) -> bool:
    word = after[0]
    if grammar.units.first(after):
        return True
    if not _WORD.match(word.text) or word.text in grammar.stops or not grammar.is_plural(word.text):
        return False
    token = parsed.token_at(word.start)
    return token is None or not token.pos or token.pos in _NOUN_POS
