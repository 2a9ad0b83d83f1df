"""Numbers as words of an index: what a number is, and how many digits it has, so that few are compared one by one."""

from __future__ import annotations

from reader.domain.quantity import Quantity, QuantityKind
from reader.domain.query.terms import Number

_UNASKED = frozenset({QuantityKind.DATE, QuantityKind.TIME, QuantityKind.ORDINAL})
_MOST_DIGITS = 16


def ends(quantity: Quantity) -> tuple[float | None, float | None] | None:
    """The least and the greatest number that a quantity tells of, None twice where it has none ("some soldiers"); None
    for dates, times and ordinals, which nobody means who asks for a number."""
    if quantity.kind in _UNASKED:
        return None
    if quantity.value is not None:
        return quantity.value, quantity.value
    low = quantity.low if quantity.low is not None else quantity.high
    high = quantity.high if quantity.high is not None else quantity.low
    return (low, high) if low is None or high is None or low <= high else (high, low)


def size_words(low: float, high: float) -> set[str]:
    """The words under which a quantity from ``low`` to ``high`` is indexed."""
    if low == high:
        return {_exact(low), _word("e", _digits(low))}
    return {_word("r", digits) for digits in range(_digits(low), _digits(high) + 1)}


def asked_words(number: Number) -> list[str]:
    """Words of which every quantity has one that ``number`` is true of; others may have one too."""
    low, high = number.low, number.high
    first = _digits(low) if low is not None else -1
    last = _digits(high) if high is not None else _MOST_DIGITS
    ranges = [_word("r", digits) for digits in range(first, last + 1)]
    if low is not None and low == high:
        return [_exact(low), *ranges]
    return [_word("e", digits) for digits in range(first, last + 1)] + ranges


def _word(kind: str, digits: int) -> str:
    return f"{kind}{digits if digits >= 0 else 'm'}"


def _digits(value: float) -> int:
    """Digits before the point; 0 below one and above nothing, -1 below nothing. Rises with the value."""
    if value < 0:
        return -1
    if value < 1:
        return 0
    return min(len(str(int(min(value, 1e300)))), _MOST_DIGITS)


def _exact(value: float) -> str:
    return "x" + format(float(value), ".12g").replace(".", "p").replace("-", "m").replace("+", "")
