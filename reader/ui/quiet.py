"""Which numbers of an article stand back: they are numbers, but no figures that a reader would compare."""

from __future__ import annotations

from reader.domain.analysis import Analysis
from reader.domain.quantity import Hedge, Quantity, QuantityKind

KINDS = frozenset({QuantityKind.DATE, QuantityKind.TIME, QuantityKind.ORDINAL})
"""What says when and in which order, not how many."""

SMALL = 10
"""Up to here a number written in words is mostly a way of speaking: "the two countries"."""


def quiet_numbers(analysis: Analysis) -> frozenset[str]:
    """Ids of the quantities to mark quietly: dates, times, ranks, and small numbers in words that are in no figure."""
    figured = {row.quantity for figure in analysis.comparison.figures for row in figure.rows}
    return frozenset(
        quantity.id
        for quantity in analysis.quantities
        if quantity.kind in KINDS or (quantity.id not in figured and is_small_word(quantity))
    )


def is_small_word(quantity: Quantity) -> bool:
    """True for a bare count of at most ten that is spelled out and not hedged: "deux", "the two"."""
    return (
        quantity.kind is QuantityKind.CARDINAL
        and quantity.hedge is Hedge.EXACT
        and quantity.unit is None
        and quantity.value is not None
        and 0 <= quantity.value <= SMALL
        and not any(letter.isdigit() for letter in quantity.text)
    )
