"""Who, where, how many and when, in forms that can be compared across languages."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.domain.actor import Actor, ActorKind
from reader.domain.analysis import Analysis
from reader.domain.folding import fold
from reader.domain.quantity import Quantity, QuantityKind

_UNCOUNTED = frozenset({QuantityKind.ORDINAL, QuantityKind.DATE, QuantityKind.TIME})
_WITH_UNIT = frozenset({QuantityKind.MONEY, QuantityKind.PERCENT})
_FEW = 2  # one and two are counted in every text
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def parties(analysis: Analysis) -> tuple[str, ...]:
    """Ids of the parties that anybody in the text belongs to, whether they speak or not; sorted."""
    named = {actor.party for actor in analysis.actors if actor.party}
    return tuple(sorted(named | {party.id for party in analysis.parties}))


def actor_names(analysis: Analysis) -> tuple[str, ...]:
    """Folded names of those without a party who are no places, those named most first."""
    return _names(a for a in analysis.actors if a.party is None and a.kind is not ActorKind.PLACE)


def place_names(analysis: Analysis) -> tuple[str, ...]:
    """Folded names of places, those named most first."""
    return _names(a for a in analysis.actors if a.kind is ActorKind.PLACE)


def _names(actors: Iterable[Actor]) -> tuple[str, ...]:
    found: dict[str, int] = {}
    for actor in actors:
        name = fold(actor.name)
        found[name] = found.get(name, 0) + len(actor.mentions)
    return tuple(sorted(found, key=lambda name: (-found[name], name)))


def figures(analysis: Analysis) -> tuple[str, ...]:
    """What is counted or measured: "14", "6.4", "1.2e+06 EUR", "38 %"; in the order of the text, each once."""
    return tuple(dict.fromkeys(_figure(quantity) for quantity in analysis.quantities if _counts(quantity)))


def _counts(quantity: Quantity) -> bool:
    if quantity.value is None or quantity.kind in _UNCOUNTED:
        return False
    return quantity.kind is not QuantityKind.CARDINAL or quantity.value > _FEW or quantity.value % 1 > 0


def _figure(quantity: Quantity) -> str:
    number = f"{quantity.value:.6g}"
    return f"{number} {quantity.unit}" if quantity.kind in _WITH_UNIT and quantity.unit else number


def years(text: str) -> tuple[str, ...]:
    """The years a text names, the earliest first."""
    return tuple(sorted(set(_YEAR.findall(text))))
