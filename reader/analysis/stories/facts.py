"""Who, where, how many and when, in forms that can be compared across languages."""

from __future__ import annotations

from collections.abc import Callable

from reader.domain.actor import ActorKind
from reader.domain.analysis import Analysis
from reader.domain.folding import fold
from reader.domain.quantity import QuantityKind

_UNCOUNTED = frozenset({QuantityKind.ORDINAL, QuantityKind.DATE, QuantityKind.TIME})


def actor_names(analysis: Analysis) -> tuple[str, ...]:
    """Folded names of those without a party who are no places, those named most first."""
    return _names(analysis, lambda kind: kind is not ActorKind.PLACE)


def place_names(analysis: Analysis) -> tuple[str, ...]:
    """Folded names of places, those named most first."""
    return _names(analysis, lambda kind: kind is ActorKind.PLACE)


def _names(analysis: Analysis, wanted: Callable[[ActorKind], bool]) -> tuple[str, ...]:
    found: dict[str, int] = {}
    for actor in analysis.actors:
        if (actor.party is None or actor.kind is ActorKind.PLACE) and wanted(actor.kind):
            name = fold(actor.name)
            found[name] = found.get(name, 0) + len(actor.mentions)
    return tuple(sorted(found, key=lambda name: (-found[name], name)))


def figures(analysis: Analysis) -> tuple[str, ...]:
    """Numbers with their unit: "14", "6.4 km", "1200000 EUR"; in the order of the text, without repetitions."""
    found: dict[str, None] = {}
    for quantity in analysis.quantities:
        if quantity.kind not in _UNCOUNTED and quantity.value is not None:
            found[f"{quantity.value:.6g} {quantity.unit or ''}".strip()] = None
    return tuple(found)


def dates(text: str, analysis: Analysis) -> tuple[str, ...]:
    """Dates as the text writes them, folded, in order, without repetitions."""
    spans = (quantity.span for quantity in analysis.quantities if quantity.kind is QuantityKind.DATE)
    return tuple(dict.fromkeys(fold(text[start:end]) for start, end in spans if end <= len(text)))
