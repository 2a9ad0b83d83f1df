"""Every number of a text, with its hedge, its unit, what it counts and whose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.numbers.carried import carry_units
from reader.analysis.numbers.codes import find_codes
from reader.analysis.numbers.counted import add_counted
from reader.analysis.numbers.dates import find_dates
from reader.analysis.numbers.draft import Draft
from reader.analysis.numbers.grammar import grammar_of
from reader.analysis.numbers.hedges import add_hedges, join_ranges
from reader.analysis.numbers.names import without_names
from reader.analysis.numbers.ratios import join_ratios
from reader.analysis.numbers.units import add_units
from reader.analysis.numbers.words import find_numbers
from reader.analysis.text.parsed import Parsed
from reader.domain.quantity import Quantity

if TYPE_CHECKING:
    from reader.analysis.actors.actors import Cast
    from reader.languages.pack import Pack


def find_quantities(parsed: Parsed, pack: Pack, cast: Cast) -> tuple[Quantity, ...]:
    """The numbers of the text in order of place, ids q1, q2, ... Digits that are part of a name ("G7",
    "A320", "Covid-19") are none; those that only label ("article 49", a telephone number) are ordinals."""
    grammar = grammar_of(pack.numbers)
    dates = find_dates(parsed, grammar)
    dates += find_codes(parsed.normal, [(date.start, date.end) for date in dates])
    dates.sort(key=lambda draft: draft.start)
    numbers = find_numbers(parsed.normal, grammar, [(date.start, date.end) for date in dates])
    numbers = without_names(parsed.normal, numbers)
    add_units(parsed.normal, numbers, grammar)
    numbers = join_ratios(parsed.normal, numbers, grammar)
    numbers = join_ranges(parsed.normal, numbers, grammar)
    drafts = sorted([*dates, *numbers], key=lambda draft: draft.start)
    add_hedges(parsed.normal, drafts, grammar)
    carry_units(parsed.normal, drafts, grammar)
    add_counted(parsed, drafts, grammar, cast)
    return tuple(_quantity(parsed, number, draft) for number, draft in enumerate(drafts, 1))


def _quantity(parsed: Parsed, number: int, draft: Draft) -> Quantity:
    span = (draft.start, draft.end)
    return Quantity(
        id=f"q{number}",
        span=span,
        text=parsed.slice(span),
        kind=draft.kind,
        value=draft.value,
        low=draft.low,
        high=draft.high,
        hedge=draft.hedge,
        unit=draft.unit,
        counted=draft.counted,
        counted_span=draft.counted_span,
        party=draft.party,
        counted_at=draft.said_at,
    )
