"""What was typed, as a query. ``fields.py`` lists what can be asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from reader.domain.errors import QueryError
from reader.domain.query.fields import FieldInfo, Takes, field_alike, field_named
from reader.domain.query.lexing import Kind, Piece, brief, meaningful, pieces
from reader.domain.query.terms import All, Any, Field, Not, Query, Term, Where
from reader.domain.query.values import check_ended, facet, may_go_on, number, when, words_of

MOST_CHARACTERS = 2_000
MOST_TERMS = 200
DEEPEST = 30

Keys = Callable[[Field, str], tuple[str, ...]]
"""What a field's value stands for; may raise QueryError, whose place is put right."""

_OPERATORS = (Kind.OR, Kind.AND, Kind.NOT)
_AHEAD = 6  # words a date or a number may go on for without quotation marks


def _no_keys(_field: Field, _value: str) -> tuple[str, ...]:
    return ()


def parse(text: str, today: date, *, keys: Keys = _no_keys, unfinished: bool = False) -> Query:
    """The query a person typed. ``today`` is what dates are reckoned from.

    Side by side all must hold, and ``OR`` joins the two things beside it: ``peace ceasefire OR truce`` is peace and one
    of the two. Words without a letter or digit are passed over. ``unfinished``: what is still being typed at the end
    (an open phrase or parenthesis, an operator or field with nothing behind it, the beginning of a date or of one of a
    field's fixed values) is taken as far as it goes.
    Raises QueryError.
    """
    if len(text) > MOST_CHARACTERS:
        raise QueryError(
            f"A query has at most {MOST_CHARACTERS:,} characters; this has {len(text):,}.", MOST_CHARACTERS
        )
    found = meaningful(pieces(text))
    if unfinished:
        while found and (found[-1].kind in _OPERATORS or found[-1].kind is Kind.FIELD):
            found.pop()
    return Query(_Parser(found, len(text), today, keys, unfinished).whole())


class _Parser:
    """Reads one query's pieces from left to right."""

    def __init__(self, found: list[Piece], length: int, today: date, keys: Keys, unfinished: bool) -> None:
        self._pieces = found
        self._length = length
        self._today = today
        self._keys = keys
        self._unfinished = unfinished
        self._at = 0
        self._terms = 0
        self._field: FieldInfo | None = None  # whose parentheses we are in

    def whole(self) -> Term | None:
        term = self._all(0)
        left = self._next()
        if left is not None:
            raise QueryError('This ")" closes nothing.', left.start, left.end)
        return term

    def _next(self) -> Piece | None:
        return self._pieces[self._at] if self._at < len(self._pieces) else None

    def _is(self, *kinds: Kind) -> bool:
        piece = self._next()
        return piece is not None and piece.kind in kinds

    def _all(self, depth: int) -> Term | None:
        terms = list[Term]()
        begun = self._at
        while (piece := self._next()) is not None and piece.kind is not Kind.CLOSE:
            if piece.kind is Kind.AND:
                self._joins(piece, begun)
                continue
            term = self._any(depth)
            if term is not None:
                terms.append(term)
        return _together(All, terms)

    def _any(self, depth: int) -> Term | None:
        begun = self._at
        parts = []
        if not self._is(Kind.OR):
            parts.append(self._not(depth))
        while self._is(Kind.OR):
            self._joins(self._pieces[self._at], begun)
            parts.append(self._not(depth))
        return _together(Any, [part for part in parts if part is not None])

    def _joins(self, sign: Piece, begun: int) -> None:
        """Pass over a sign that stands between two things."""
        if self._at == begun:
            raise QueryError(
                f"Nothing stands before {sign.text}; in quotation marks it is a word.", sign.start, sign.end
            )
        self._at += 1
        if self._next() is None or self._is(Kind.OR, Kind.AND, Kind.CLOSE):
            raise QueryError(
                f"Nothing stands behind {sign.text}; in quotation marks it is a word.", sign.start, sign.end
            )

    def _not(self, depth: int) -> Term | None:
        negated = False
        while self._is(Kind.NOT):
            sign = self._pieces[self._at]
            negated = not negated
            self._at += 1
            if self._next() is None or self._is(Kind.OR, Kind.AND, Kind.CLOSE):
                raise QueryError(f"Nothing stands behind {sign.text}.", sign.start, sign.end)
        term = self._one(depth)
        return Not(term) if negated and term is not None else term

    def _one(self, depth: int) -> Term | None:
        piece = self._pieces[self._at]
        self._at += 1
        if piece.kind is Kind.OPEN:
            return self._group(piece, depth)
        self._terms += 1
        if self._terms > MOST_TERMS:
            raise QueryError(f"A query asks for at most {MOST_TERMS} things.", piece.start, piece.end)
        if piece.kind is Kind.FIELD:
            return self._named(piece, depth)
        if self._field is not None:
            return self._value(self._field, piece)
        return words_of(piece, Where.ANYWHERE, self._unfinished)

    def _group(self, opening: Piece, depth: int) -> Term | None:
        if depth == DEEPEST:
            raise QueryError(f"Parentheses go at most {DEEPEST} deep.", opening.start, opening.end)
        term = self._all(depth + 1)
        if self._is(Kind.CLOSE):
            self._at += 1
        elif not self._unfinished:
            raise QueryError('This "(" is not closed.', opening.start, opening.end, ")")
        return term

    def _named(self, name: Piece, depth: int) -> Term | None:
        info = field_named(name.text)
        if info is None:
            raise _unknown(name)
        value = self._next()
        if value is not None and value.kind is Kind.OPEN:
            self._at += 1
            outside, self._field = self._field, info
            term = self._group(value, depth)
            self._field = outside
            return term
        if value is None or value.kind not in (Kind.WORD, Kind.PHRASE):
            sentence = f"{info.name}: needs {info.takes.value} behind it, as in {info.example}."
            raise QueryError(sentence, name.start, name.end)
        self._at += 1
        values = [self._value(info, value)]
        while (other := self._beside(self._pieces[self._at - 1])) is not None:
            self._at += 2
            values.append(self._value(info, other))
        return _together(Any, [one for one in values if one is not None])

    def _beside(self, value: Piece) -> Piece | None:
        """Another value of the same field, as in ``lang:fr|de``: nothing but the stroke stands between."""
        if self._at + 1 >= len(self._pieces):
            return None
        sign, other = self._pieces[self._at : self._at + 2]
        glued = value.end == sign.start and sign.end == other.start
        return other if glued and sign.text == "|" and other.kind in (Kind.WORD, Kind.PHRASE) else None

    def _value(self, info: FieldInfo, piece: Piece) -> Term | None:
        """The term of a field whose value begins with ``piece``, which has been read; None while it is typed."""
        check_ended(piece, self._unfinished)
        try:
            if info.takes is Takes.DATE or info.takes is Takes.NUMBER:
                return self._spread(info, piece)
            if isinstance(info.term, Where):
                return words_of(piece, info.term, self._unfinished, info)
            return facet(info, piece, self._keys)
        except QueryError as error:
            if self._unfinished and self._is_typed_still(info, piece, error):
                return None
            raise QueryError(str(error), piece.start, piece.end, error.suggestion) from None

    def _is_typed_still(self, info: FieldInfo, piece: Piece, error: QueryError) -> bool:
        """True where a value with which the text ends may become one that is understood; then all of it is read."""
        typed = [piece.text]
        if info.takes is Takes.DATE and piece.kind is Kind.WORD:
            typed += [after.text for after in self._pieces[self._at :]]
        elif self._next() is not None:
            return False
        if (piece.kind is Kind.PHRASE and piece.ended) or not may_go_on(info, " ".join(typed), error):
            return False
        self._at += len(typed) - 1
        return True

    def _spread(self, info: FieldInfo, piece: Piece) -> Term:
        """A date or a number, which may go on over the next words: as many of them as make one."""
        read = number if info.takes is Takes.NUMBER else when
        follow = list[Piece]()
        if piece.kind is Kind.WORD:
            for after in self._pieces[self._at : self._at + _AHEAD]:
                if after.kind is not Kind.WORD:
                    break
                follow.append(after)
        for count in range(len(follow), 0, -1):
            try:
                term = read(info, " ".join(part.text for part in (piece, *follow[:count])), self._today)
            except QueryError:
                continue
            self._at += count
            return term
        return read(info, piece.text, self._today)


def _together(kind: type[All] | type[Any], terms: list[Term]) -> Term | None:
    if not terms:
        return None
    return terms[0] if len(terms) == 1 else kind(tuple(terms))


def _unknown(name: Piece) -> QueryError:
    meant = field_alike(name.text)
    ask = f'did you mean "{meant}:"?' if meant else "in quotation marks it is words."
    sentence = f'There is no field "{brief(name.text)}:"; {ask}'
    return QueryError(sentence, name.start, name.end, meant and f"{meant}:")
