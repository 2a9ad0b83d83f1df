"""A query as it can be typed."""

from __future__ import annotations

from reader.domain.query.fields import field_of
from reader.domain.query.lexing import DOUBLE, Kind, Piece, joined, pieces
from reader.domain.query.terms import All, Any, Facet, Not, Number, Query, Term, Text, When, Where


def printed(query: Query) -> str:
    """The query as it can be typed: parsed again it asks for the same."""
    return "" if query.root is None else _term(query.root, outermost=True)


def as_value(value: str) -> str:
    """``value`` as it stands behind a field's colon: in quotation marks where it needs them."""
    bare = list(pieces(f"source:{value}"))[1:]
    whole = bare == [Piece(Kind.WORD, value, len("source:"), len("source:") + len(value))]
    return value if whole and "*" not in value else _quoted(value)


def _term(term: Term, *, outermost: bool = False) -> str:
    match term:
        case Text(words, where, prefix):
            star = "*" if prefix else ""
            if where is not Where.ANYWHERE:
                return f"{field_of(where).name}:{as_value(words)}{star}"
            return f"{words if _is_word(words) else _quoted(words)}{star}"
        case Facet(field, value, _, prefix):
            return f"{field_of(field).name}:{as_value(value)}{'*' if prefix else ''}"
        case When(moment, value):
            return f"{field_of(moment).name}:{as_value(value)}"
        case Number(value):
            return f"{field_of(None).name}:{as_value(value)}"
        case Not(inner):
            return f"-({_term(inner)})" if isinstance(inner, Not) else f"-{_term(inner)}"
        case All(terms) | Any(terms):
            text = (" " if isinstance(term, All) else " OR ").join(_term(part) for part in terms)
            return text if outermost else f"({text})"


def _is_word(words: str) -> bool:
    """True where ``words`` is read as one word when it stands alone."""
    return list(pieces(words)) == [Piece(Kind.WORD, words, 0, len(words))] and "*" not in words


def _quoted(words: str) -> str:
    marks = "«»" if any(mark in words for mark in DOUBLE) else '""'
    return f"{marks[0]}{joined(words.replace(marks[1], ' '))}{marks[1]}"
