"""Words of a text as a person selects them, one after the other, without reading the whole text. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category

from reader.domain.span import Span

# A letter with the accents and joiners that belong to it; scripts without spaces go sign by sign.
_SIGN = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
_LETTER = f"(?!{_SIGN})\\w[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u200c\u200d\u20d0-\u20ff]*"
_ELIDED = "(?<!\\w)(?:[ldjmtsnc]|(?:jus|lors|puis|quoi)?qu)['’ʼ](?=\\w)"
_NUMBER = "(?<!\\w)[$€£¥]?\\d+(?:[.,\u00a0\u202f]\\d+)*(?!\\w)(?:[\u00a0\u202f]?[%€$£])?"
_WORD = re.compile(f"{_ELIDED}|{_NUMBER}|(?:{_LETTER})+(?:[-‐'’ʼ.](?:{_LETTER})+)*|{_SIGN}|[^\\s\\w]+", re.IGNORECASE)
_BREAK = re.compile("[ \n\t]")
_WINDOW = 256


def word_from(text: str, place: int) -> Span | None:
    """The word that holds code point ``place``, else the first behind it; the last one where none is behind."""
    return next((word for word in _words(text, _start_of_run(text, place)) if word[1] > place), None) or word_before(
        text, len(text)
    )


def word_after(text: str, place: int) -> Span | None:
    """The first word that begins at ``place`` or behind it."""
    return next((word for word in _words(text, _start_of_run(text, place)) if word[0] >= place), None)


def word_before(text: str, place: int) -> Span | None:
    """The last word that ends at ``place`` or before it."""
    reach = _WINDOW
    while True:
        start = _start_of_run(text, max(place - reach, 0))
        found = None
        for word in _words(text, start):
            if word[1] > place:
                break
            found = word
        if found is not None or start == 0:
            return found
        reach *= 4


def _words(text: str, start: int) -> Iterator[Span]:
    """Words from ``start`` on; punctuation is none, other signs that stand alone are."""
    for match in _WORD.finditer(text, start):
        run = match.group()
        if any(sign.isalnum() or sign == "_" for sign in run[:2]) or any(category(sign)[0] == "S" for sign in run):
            yield match.span()


def _start_of_run(text: str, place: int) -> int:
    """Where the letters begin that ``place`` stands among: no word reaches over it."""
    start = min(place, len(text))
    while start > 0:
        window = max(start - _WINDOW, 0)
        breaks = [match.end() for match in _BREAK.finditer(text, window, start)]
        if breaks:
            return breaks[-1]
        start = window
    return 0
