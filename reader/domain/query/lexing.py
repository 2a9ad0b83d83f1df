"""What was typed, cut into words, phrases, fields and signs. Nothing is an error here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from reader.domain.folding import words
from reader.domain.query.fields import field_named

DOUBLE = '"“”„‟'
"""Marks of which any opens a phrase and any ends it."""

# White space, and what no terminal may be told: neither is ever part of a word.
_GAP = "\\s\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff"
_GAPS = re.compile(f"[{_GAP}]+")
_WORD = re.compile(f"[^{_GAP}{DOUBLE}«»()|]+")
_ADDRESS = re.compile(f"[A-Za-z][A-Za-z0-9+.-]*://[^{_GAP}{DOUBLE}«»]+")
_FIELD = re.compile(r"([^\W\d_]+):")
_MINUS = re.compile(f"[-−](?![{_GAP}]|$)")
_OPERATORS = {"OR", "OU", "AND", "ET", "NOT", "&", "&&"}


class Kind(Enum):
    """What a piece of a query is."""

    WORD = auto()
    PHRASE = auto()
    FIELD = auto()
    OPEN = auto()
    CLOSE = auto()
    OR = auto()
    AND = auto()
    NOT = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """``text`` is a word as typed, a phrase without its marks, a field's name without its colon; [start, end) where
    it stands, marks and colon included. ``open_ended``: a phrase with a ``*``; ``ended``: False for a phrase whose
    closing mark is missing."""

    kind: Kind
    text: str
    start: int
    end: int
    open_ended: bool = False
    ended: bool = True


_SIGNS = {"(": Kind.OPEN, ")": Kind.CLOSE, "|": Kind.OR}
_NAMED = {"OR": Kind.OR, "OU": Kind.OR, "NOT": Kind.NOT}


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a query in order. A name with a colon is a field where there is such a field, and where a value
    stands right behind it; an address is a word."""
    at = 0
    value = False  # right behind a field's colon
    while at < len(text):
        gap = _GAPS.match(text, at)
        if gap:
            at, value = gap.end(), False
            continue
        piece = _piece(text, at, value)
        value = piece is not None and piece.kind is Kind.FIELD
        at = at + 1 if piece is None else piece.end
        if piece is not None:
            yield piece


def meaningful(found: Iterable[Piece]) -> list[Piece]:
    """The pieces without signs that only look like words, and without the minus before such a sign."""
    kept = list[Piece]()
    for piece in found:
        after_field = bool(kept) and kept[-1].kind is Kind.FIELD
        if piece.kind in (Kind.WORD, Kind.PHRASE) and not after_field and not words(piece.text):
            if kept and kept[-1].kind is Kind.NOT and kept[-1].end == piece.start:
                kept.pop()
            continue
        kept.append(piece)
    return kept


def joined(text: str) -> str:
    """``text`` with every gap made one space, and none at its ends."""
    return _GAPS.sub(" ", text).strip()


def brief(text: str, most: int = 40) -> str:
    """``text`` as an error quotes it: not at any length."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _piece(text: str, at: int, value: bool) -> Piece | None:
    sign = text[at]
    if sign in DOUBLE or sign == "«":
        return _phrase(text, at)
    if sign in _SIGNS:
        return Piece(_SIGNS[sign], sign, at, at + 1)
    if sign == "»":
        return None
    if not value and sign in "-−":
        return Piece(Kind.NOT, sign, at, at + 1) if _MINUS.match(text, at) else None
    return _word(text, at, value)


def _phrase(text: str, at: int) -> Piece:
    closing = "»" if text[at] == "«" else DOUBLE
    end = next((i for i in range(at + 1, len(text)) if text[i] in closing), None)
    content = joined(text[at + 1 : end])
    star = content.endswith("*")
    if end is None:
        return Piece(Kind.PHRASE, content.rstrip("* "), at, len(text), star, ended=False)
    after = text.startswith("*", end + 1)
    return Piece(Kind.PHRASE, content.rstrip("* "), at, end + 1 + after, star or after)


def _word(text: str, at: int, value: bool) -> Piece | None:
    address = _ADDRESS.match(text, at)
    if address:
        return Piece(Kind.WORD, word := _balanced(address[0]), at, at + len(word))
    named = None if value else _FIELD.match(text, at)
    if named and (field_named(named[1]) or not _nothing_at(text, named.end())):
        return Piece(Kind.FIELD, named[1], at, named.end())
    found = _WORD.match(text, at)
    if not found:
        return None
    word = found[0]
    if word in _OPERATORS and not value:
        return Piece(_NAMED.get(word, Kind.AND), word, at, found.end())
    return Piece(Kind.WORD, word, at, found.end())


def _nothing_at(text: str, at: int) -> bool:
    return at == len(text) or bool(_GAPS.match(text, at)) or text[at] in ":)»"


def _balanced(address: str) -> str:
    """An address up to a parenthesis that was opened before it."""
    depth = 0
    for i, sign in enumerate(address):
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return address[:i]
    return address
