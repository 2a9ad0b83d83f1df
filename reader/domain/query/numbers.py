"""Numbers as a person asks for them: ``49``, ``>1,000``, ``10..20``, ``2.5 million``."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from reader.domain.errors import QueryError
from reader.domain.folding import fold
from reader.domain.query.lexing import brief

_GROUP = r"[   ,'’._]"
_NUMBER = re.compile(rf"(?P<sign>[-−]?) ?[€$£]? ?(?P<digits>[0-9]+(?:{_GROUP}[0-9]+)*) ?(?P<times>[a-z]*)\.? ?[%€$£]?")
_THOUSANDS = re.compile(rf"[1-9][0-9]{{0,2}}(?P<by>{_GROUP})[0-9]{{3}}(?:(?P=by)[0-9]{{3}})*")
_TIMES = {
    **dict.fromkeys(("", "x"), 1.0),
    **dict.fromkeys(("k", "thousand", "thousands", "mille", "millier", "milliers"), 1e3),
    **dict.fromkeys(("m", "mn", "mio", "million", "millions"), 1e6),
    **dict.fromkeys(("b", "bn", "md", "mds", "mrd", "billion", "billions", "milliard", "milliards"), 1e9),
    **dict.fromkeys(("trillion", "trillions"), 1e12),
}
_COMPARED = re.compile("(>=|=>|≥|>|<=|=<|≤|<|=)")
_BEGUN = re.compile(rf"[<>=≥≤]{{0,2}} ?[-−]? ?(?:[0-9]|{_GROUP})*")
_BETWEEN = re.compile(r" ?(?:\.\.\.?|…|(?<=[0-9a-z%])[-–]| to | à | a ) ?")


class Interval(NamedTuple):
    """From ``low`` to ``high``, None where it is open; an end belongs to it only where ``with_…`` says so."""

    low: float | None
    high: float | None
    with_low: bool = True
    with_high: bool = True


def interval(typed: str) -> Interval:
    """Which numbers were asked for. Raises QueryError."""
    text = fold(typed).strip()
    sign = _COMPARED.match(text)
    if sign:
        value = _value(text[sign.end() :], typed)
        match sign[1]:
            case ">":
                return Interval(value, None, with_low=False)
            case "<":
                return Interval(None, value, with_high=False)
            case ">=" | "=>" | "≥":
                return Interval(value, None)
            case "<=" | "=<" | "≤":
                return Interval(None, value)
            case _:
                return Interval(value, value)
    between = _BETWEEN.search(text)
    if between is None:
        value = _value(text, typed)
        return Interval(value, value)
    before, after = text[: between.start()], text[between.end() :]
    low = _value(before, typed) if before else None
    high = _value(after, typed) if after else None
    if low is None and high is None:
        raise _wrong(typed)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Interval(low, high)


def number_begun(typed: str) -> bool:
    """True where what was typed may become a number: signs and figures alone."""
    return bool(_BEGUN.fullmatch(fold(typed).strip()))


def _value(text: str, typed: str) -> float:
    found = _NUMBER.fullmatch(text.strip())
    if not found or found["times"] not in _TIMES:
        raise _wrong(typed)
    digits = found["digits"]
    grouped = _THOUSANDS.fullmatch(digits)
    if grouped and not (grouped["by"] == "." and digits.count(".") == 1):
        digits = re.sub(_GROUP, "", digits)
    else:
        whole, point, decimals = _last_point(digits)
        if not whole.isdigit() and not _THOUSANDS.fullmatch(whole):
            raise _wrong(typed)
        digits = re.sub(_GROUP, "", whole) + point + decimals
    value = float(digits) * _TIMES[found["times"]]
    if not math.isfinite(value):
        raise QueryError("number: is too large.")
    return -value if found["sign"] else value


def _last_point(digits: str) -> tuple[str, str, str]:
    """Whole part, point and decimals."""
    at = max(digits.rfind("."), digits.rfind(","))
    return (digits, "", "") if at < 0 else (digits[:at], ".", digits[at + 1 :])


def _wrong(typed: str) -> QueryError:
    return QueryError(f'number: does not understand "{brief(typed)}"; it takes 49, >1000, <=20, 10..20 or 2.5 million.')
