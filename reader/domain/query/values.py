"""A word, a phrase, or what stands behind a field's colon, as a term. Every function may raise QueryError."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from reader.domain.errors import QueryError
from reader.domain.folding import fold, words
from reader.domain.query.dates import days
from reader.domain.query.fields import FieldInfo, Takes, alike
from reader.domain.query.lexing import Kind, Piece, brief
from reader.domain.query.numbers import interval
from reader.domain.query.terms import Facet, Field, Moment, Number, Text, When, Where


def words_of(piece: Piece, where: Where, unfinished: bool, info: FieldInfo | None = None) -> Text:
    """The words of a piece, perhaps those of a field."""
    check_ended(piece, unfinished)
    text = piece.text
    prefix = piece.open_ended
    if piece.kind is Kind.WORD:
        prefix = text.endswith("*")
        text = text.rstrip("*")
        if "*" in text and "://" not in text:
            sentence = f'Only the end of a word can be left open, as in armen*; "{brief(text)}" has its star elsewhere.'
            raise QueryError(sentence, piece.start, piece.end)
    if info is not None and not words(text):
        raise QueryError(f"{info.name}: needs words behind it, as in {info.example}.")
    return Text(text, where, prefix, quoted=piece.kind is Kind.PHRASE)


def check_ended(piece: Piece, unfinished: bool) -> None:
    """Refuse a phrase that is still open, unless it is still being typed."""
    if not piece.ended and not unfinished:
        raise QueryError("The phrase that begins here does not end.", piece.start, piece.start + 1, '"')


def facet(info: FieldInfo, typed: str, keys: Callable[[Field, str], tuple[str, ...]]) -> Facet:
    """The term of a field that takes a name or one of its fixed values."""
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
    """The term of a field that takes a date."""
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
    """The term of the field that takes a number."""
    assert info.takes is Takes.NUMBER
    found = interval(typed)
    return Number(typed, found.low, found.high, found.with_low, found.with_high)


def _fixed(info: FieldInfo, value: str) -> str:
    known = [name for name, _ in info.values]
    if fold(value) not in known:
        raise unknown_value(info, value, known)
    return fold(value)
