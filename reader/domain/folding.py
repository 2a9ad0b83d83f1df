"""Letters without case and accents, and a text's words as the full-text index takes them in.

What is a letter, and which letter it is without its accents, SQLite decides, whose tables are older than Python's. It
is asked once for every character a text is met with, so that words here are the words of the index, always.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

TOKENIZER = "unicode61 remove_diacritics 2 separators 'ʼ'"
"""How SQLite's FTS5 is told to take words from a text."""

APOSTROPHES = "'’ʼ‘`´′"
"""What people write for an apostrophe."""

_GAP, _MARK = " ", "\0"  # what stands for a separator, and for an accent that is a character of its own
_WORD = re.compile(f"[^{_GAP}{_MARK}][^{_GAP}]*")
_COMMON = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2040)]


class Token(NamedTuple):
    """A word as the index knows it, and where it stands in the text: [start, end) in code points."""

    text: str
    start: int
    end: int


class _Letters(dict[int, str]):
    """Code point to its folded letter, ``_GAP`` or ``_MARK``; learnt from SQLite."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._db: sqlite3.Connection | None = None

    def __missing__(self, code: int) -> str:
        if 0xD800 <= code <= 0xDFFF:  # half a character, which SQLite cannot be told
            return _GAP
        with self._lock:
            if self._db is None:
                self._db = _probe()
                self._learn(self._db, _COMMON)
            if code not in self:
                self._learn(self._db, [code])
            return self[code]

    def _learn(self, db: sqlite3.Connection, codes: Iterable[int]) -> None:
        db.execute("BEGIN")
        db.executemany("INSERT INTO probe (rowid, x) VALUES (?, ?)", ((code, f"a{chr(code)}z") for code in codes))
        for code, found in db.execute("SELECT doc, group_concat(term, ' ') FROM word GROUP BY doc"):
            self[code] = _GAP if " " in found else found[1:-1] or _MARK
        db.execute("ROLLBACK")


def _probe() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    db.execute(f'CREATE VIRTUAL TABLE probe USING fts5 (x, tokenize = "{TOKENIZER}")')
    db.execute("CREATE VIRTUAL TABLE word USING fts5vocab (probe, instance)")
    return db


class _Folds(dict[int, str]):
    """Code point to its folded letter, ``_MARK``, one kind of space, one kind of apostrophe, or itself."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        letter = _letters[code]
        if char in APOSTROPHES:
            letter = "'"
        elif letter == _GAP:
            letter = " " if char.isspace() else char if char != _MARK else " "
        self[code] = letter
        return letter


_letters = _Letters()
_folds = _Folds()


def tokens(text: str) -> list[Token]:
    """The words of ``text`` in order, as FTS5 makes them with ``TOKENIZER``."""
    letters = text.translate(_letters)
    return [Token(m[0].replace(_MARK, ""), m.start(), m.end()) for m in _WORD.finditer(letters)]


def places(text: str, phrases: Iterable[tuple[Sequence[str], bool]]) -> Iterator[tuple[int, int]]:
    """Where in ``text`` each of some phrases stands, given as the words ``words`` makes and whether the last of them
    may go on: as its ``tokens`` tell it, without making them. In the order of the phrases; they may overlap."""
    letters: str | None = None
    for phrase, goes_on in phrases:
        if phrase:
            letters = text.translate(_letters) if letters is None else letters
            yield from (m.span(1) for m in _phrase(tuple(phrase), goes_on).finditer(letters))


@lru_cache(maxsize=256)
def _phrase(phrase: tuple[str, ...], goes_on: bool) -> re.Pattern[str]:
    """Finds a phrase among letters, itself looked for ahead, so that the next may begin inside it."""
    marks = f"{_MARK}*"
    written = f"{marks}{_GAP}[{_GAP}{_MARK}]*".join(marks.join(map(re.escape, word)) for word in phrase)
    end = f"[^{_GAP}]*" if goes_on else f"{marks}(?![^{_GAP}])"
    return re.compile(f"(?<![^{_GAP}]){marks}(?=({written}{end}))")


def words(text: str) -> tuple[str, ...]:
    """The words of ``text``, folded."""
    return tuple(token.text for token in tokens(text))


def fold(text: str) -> str:
    """``text`` in small letters without accents, with one kind of apostrophe and one of space: what compares equal is
    the same to a person who types it. Not of the same length."""
    return marked_fold(text).replace(_MARK, "")


def marked_fold(text: str) -> str:
    """``fold(text)``, but as long as ``text``: an accent that is a character of its own became a NUL."""
    return text.translate(_folds)
