"""Break text into lines of so many cells. Each line is a span of the text: nothing is copied, no offset is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len

from reader.domain.span import Span

# Scripts whose every character is one cell wide; in such text a line's cells can be counted by its length.
_NOT_NARROW = re.compile(r"[^\x20-\x7e\xa0-\u02ff\u0370-\u0482\u2010-\u2027\u202f-\u205e\u20a0-\u20b5\ufffd]")
# Lines break at plain spaces only, never at the no-break spaces of French quotation marks and numbers.
_WORD = re.compile(r"[^ ]+")


def wrap(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    """The lines of one paragraph, ``text[start:end]`` without line feeds, as spans without their trailing spaces.

    A word longer than a line is cut. An empty paragraph is one empty line.
    """
    width = max(width, 2)
    if start >= end:
        yield (start, start)
    elif _NOT_NARROW.search(text, start, end) is None:
        yield from _wrap_narrow(text, start, end, width)
    else:
        yield from _wrap_measured(text, start, end, width)


def _wrap_narrow(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    while end - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        if cut > start and (stop := _without_spaces(text, start, cut)) > start:
            yield (start, stop)
            start = _after_spaces(text, cut, end)
        else:
            yield (start, start + width)
            start = _after_spaces(text, start + width, end)
        if start >= end:
            return
    yield (start, end)


def _wrap_measured(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    stop, used = start, 0
    for word in _WORD.finditer(text, start, end):
        gap = word.start() - stop
        cells = cell_len(word.group())
        if stop > start and used + gap + cells > width:
            yield (start, stop)
            start = stop = word.start()
            used = gap = 0
        if used + gap + cells > width:
            # Alone on its line and still too long: a long address, or a script written without spaces.
            *full, rest = _cut(text, word.start(), word.end(), width)
            yield from full
            start, stop = rest
            used = cell_len(text[start:stop])
        else:
            used += gap + cells
            stop = word.end()
    yield (start, stop)


def _cut(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    used = 0
    for at in range(start, end):
        cells = cell_len(text[at])
        if used + cells > width:
            yield (start, at)
            start, used = at, 0
        used += cells
    yield (start, end)


def _without_spaces(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _after_spaces(text: str, start: int, end: int) -> int:
    while start < end and text[start] == " ":
        start += 1
    return start
