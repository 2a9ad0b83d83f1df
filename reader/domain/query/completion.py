"""What could be typed next in a query: names of fields, and their values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reader.domain.folding import fold
from reader.domain.query.fields import FIELDS, FieldInfo, Takes, field_named
from reader.domain.query.lexing import Kind, Piece, pieces
from reader.domain.query.printing import as_value
from reader.domain.query.terms import Field, Where

Values = Callable[[Field | Where, str], Iterable[str]]
"""Values of a field the library knows that go on from what was typed, the likeliest first."""

_DAYS = (
    *("today", "yesterday", '"3 days ago"', '"last week"', '"last month"', "march", "2022", "2022-09"),
    *("hier", '"semaine dernière"', '"il y a 3 jours"'),
)
_NUMBERS = (">1000", "<=20", "10..20", "49")


@dataclass(frozen=True, slots=True)
class Completion:
    """``insert`` in the place of [start, end) of what was typed; ``label`` is shown for it, ``aside`` says what it is,
    "" where nothing needs saying."""

    start: int
    end: int
    insert: str
    label: str
    aside: str = ""


def complete(text: str, cursor: int, values: Values) -> list[Completion]:
    """What could stand where the cursor is, the likeliest first; nothing inside a phrase."""
    here, before = _here(list(pieces(text)), cursor)
    if here is None:
        return []
    if before is not None and before.kind is Kind.FIELD:
        info = field_named(before.text)
        return _values(info, here, values) if info else []
    return list(_fields(here)) if here.kind is Kind.WORD else []


def _here(found: list[Piece], cursor: int) -> tuple[Piece | None, Piece | None]:
    """What is being typed, up to the cursor, and the piece before it; nothing is typed where a sign has just ended."""
    nothing = Piece(Kind.WORD, "", cursor, cursor)
    before = None
    for piece in found:
        if piece.start >= cursor:
            break
        if cursor <= piece.end:
            if piece.kind is Kind.PHRASE:
                return piece, before
            if piece.kind is Kind.WORD or (piece.kind is Kind.FIELD and cursor < piece.end):
                return Piece(Kind.WORD, piece.text[: cursor - piece.start], piece.start, piece.end), before
            glued = piece.kind is Kind.CLOSE or piece.text.isalpha()
            return (None if glued and piece.kind is not Kind.FIELD else nothing), piece
        before = piece
    return nothing, before


def _fields(piece: Piece) -> Iterator[Completion]:
    typed = fold(piece.text)
    for info in FIELDS:
        if any(name.startswith(typed) for name in (info.name, *info.also)):
            yield Completion(piece.start, piece.end, f"{info.name}:", f"{info.name}:", info.sentence)


def _values(info: FieldInfo, piece: Piece, values: Values) -> list[Completion]:
    typed = fold(piece.text)
    asides = dict(info.values)
    match info.takes:
        case Takes.FIXED:
            known: Iterable[str] = [name for name in asides if name.startswith(typed)]
        case Takes.DATE:
            known = [day for day in _DAYS if fold(day).strip('"').startswith(typed)]
        case Takes.NUMBER:
            known = [number for number in _NUMBERS if number.startswith(typed)]
        case _:
            known = [] if info.term is None or info.term is Where.TITLE else _names(info, piece, values)
    return [Completion(piece.start, piece.end, name, name.strip('"'), asides.get(name, "")) for name in known]


def _names(info: FieldInfo, piece: Piece, values: Values) -> list[str]:
    assert isinstance(info.term, Field | Where)
    return [as_value(name) for name in values(info.term, piece.text)]
