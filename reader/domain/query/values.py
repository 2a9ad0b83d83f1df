"""What stands behind a field's colon, as a term."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from reader.domain.errors import QueryError
from reader.domain.folding import fold
from reader.domain.query.dates import days
from reader.domain.query.fields import FieldInfo, Takes, alike
from reader.domain.query.lexing import brief
from reader.domain.query.numbers import interval
from reader.domain.query.terms import Facet, Field, Moment, Number, When


def facet(info: FieldInfo, typed: str, keys: Callable[[Field, str], tuple[str, ...]]) -> Facet:
    """The term of a field that takes a name or one of its fixed values. Raises QueryError."""
    assert isinstance(info.term, Field)
    value = typed.rstrip("*")
    if not value:
        raise QueryError(f"{info.name}: needs {info.takes.value} behind it, as in {info.example}.")
    if info.term in (Field.IS, Field.HAS):
        value = _fixed(info, value)
    return Facet(info.term, value, keys(info.term, value))


def unknown_value(info: FieldInfo, value: str, known: list[str]) -> QueryError:
    """What to say of a value that is none of those a field takes."""
    meant = alike(value, known)
    ask = f'did you mean "{meant}"?' if meant else f"it takes {', '.join(known[:-1])} or {known[-1]}."
    return QueryError(f'{info.name}: does not take "{brief(value)}"; {ask}', suggestion=meant)


def when(info: FieldInfo, typed: str, today: date) -> When:
    """The term of a field that takes a date. Raises QueryError."""
    assert isinstance(info.term, Moment)
    since, until = days(typed, today)
    match info.term:
        case Moment.AFTER:
            return When(info.term, typed, since.isoformat(), None)
        case Moment.BEFORE:
            return When(info.term, typed, None, since.isoformat())
        case Moment.ON:
            return When(info.term, typed, since.isoformat(), until.isoformat())


def number(info: FieldInfo, typed: str, _today: date) -> Number:
    """The term of the field that takes a number. Raises QueryError."""
    assert info.takes is Takes.NUMBER
    found = interval(typed)
    return Number(typed, found.low, found.high, found.with_low, found.with_high)


def _fixed(info: FieldInfo, value: str) -> str:
    known = [name for name, _ in info.values]
    if fold(value) not in known:
        raise unknown_value(info, value, known)
    return fold(value)
