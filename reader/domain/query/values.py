"""A word, a phrase, or what stands behind a field's colon, as a term. Every function may raise QueryError."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from reader.domain.errors import QueryError
from reader.domain.folding import fold, words
from reader.domain.query.dates import date_begun, days
from reader.domain.query.fields import FieldInfo, Takes, alike
from reader.domain.query.lexing import Kind, Piece, brief
from reader.domain.query.numbers import interval, number_begun
from reader.domain.query.terms import Facet, Field, Moment, Number, Text, When, Where

MOST_NAMED = 5
"""Values that an error lists."""


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


def facet(info: FieldInfo, piece: Piece, keys: Callable[[Field, str], tuple[str, ...]]) -> Facet:
    """The term of a field that takes a name, of which the end may be left open, or one of its fixed values."""
    assert isinstance(info.term, Field)
    value = piece.text.rstrip("*")
    if not value:
        raise QueryError(f"{info.name}: needs {info.takes.value} behind it, as in {info.example}.")
    if info.term in (Field.IS, Field.HAS):
        value = _fixed(info, value)
    if info.takes is Takes.NAME and info.term is not Field.LANGUAGE and (piece.open_ended or value != piece.text):
        return Facet(info.term, value, prefix=True)
    return Facet(info.term, value, keys(info.term, value))


def may_go_on(info: FieldInfo, typed: str, error: QueryError) -> bool:
    """True where a value that is wrong as it stands may be the beginning of one that is not."""
    if info.takes is Takes.DATE:
        return date_begun(typed)
    if info.takes is Takes.NUMBER:
        return number_begun(typed)
    begun = fold(typed)
    names = [error.suggestion or "", *(name for name, _ in info.values)]
    first = len(begun) == 1 and info.term is Field.LANGUAGE  # of which there are too many to suggest one
    return first or any(fold(name).startswith(begun) for name in names)


def unknown_value(info: FieldInfo, value: str, known: list[str]) -> QueryError:
    """What to say of a value that is none of those a field takes."""
    meant = alike(value, known)
    *some, last = known[:MOST_NAMED]
    listed = f"{'it takes' if last == known[-1] else 'it takes words such as'} {', '.join(some)} or {last}."
    ask = f'did you mean "{meant}"?' if meant else listed
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
