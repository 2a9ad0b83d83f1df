"""A piece of an article in the lines a row has for it, around what was searched for. Pure."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.domain.plain_text import mask_text
from reader.domain.span import Span
from reader.ui.row_text import Piece, fit
from reader.ui.steady import steady
from reader.ui.wrapping import wrap

if TYPE_CHECKING:
    from reader.domain.query.terms import Query

SNIPPET, HIT = "snippet", "hit"
"""The parts of a row: the words around what was found, and what was found."""

ELLIPSIS = "…"
BEFORE = 3
"""The first hit stands no further in than one part in so many of the room there is."""


def snippet_lines(text: str, found: tuple[Span, ...], width: int, lines: int) -> list[list[Piece]]:
    """``lines`` lines of at most ``width`` cells; what has no room is left out, before the first hit rather than it."""
    shown = steady(mask_text(text)).replace("\n", " ").replace("\t", " ")
    start = _start(shown, found, width * lines)
    spans = list(wrap(shown, start, len(shown), max(width - 1, 2)))
    drawn = [_pieces(shown, span, found) for span in spans[:lines]]
    if drawn and start:
        drawn[0].insert(0, (ELLIPSIS, SNIPPET))
    if len(spans) > lines and (not start or lines > 1):
        drawn[-1].append((ELLIPSIS, SNIPPET))
    return [_cut(line, width) for line in drawn] + [[] for _ in range(lines - len(drawn))]


def marked_pieces(pieces: list[Piece], query: Query, parts: tuple[str, ...]) -> list[Piece]:
    """A line of a row with what was searched for told apart in those pieces that are one of ``parts``."""
    from reader.domain.query.hits import hits

    marked = list[Piece]()
    for words, part in pieces:
        spans = hits(query, words) if part in parts else []
        edges = sorted({0, len(words), *(edge for span in spans for edge in span)})
        for start, end in pairwise(edges):
            marked.append((words[start:end], HIT if any(a <= start < b for a, b in spans) else part))
    return marked


def _start(text: str, found: tuple[Span, ...], room: int) -> int:
    """Where to begin: at the start where there is room for all up to the first hit, else not far before that."""
    first = min((start for start, _ in found), default=0)
    if len(text) <= room or first <= room // BEFORE:
        return 0
    space = text.find(" ", first - room // BEFORE, first)
    return space + 1 if space >= 0 else first


def _pieces(text: str, line: Span, found: tuple[Span, ...]) -> list[Piece]:
    inside = [hit for hit in found if hit[0] < line[1] and hit[1] > line[0]]
    edges = sorted({*line, *(min(max(edge, line[0]), line[1]) for hit in inside for edge in hit)})
    return [
        (text[start:end], HIT if any(hit[0] <= start < hit[1] for hit in inside) else SNIPPET)
        for start, end in pairwise(edges)
    ]


def _cut(pieces: list[Piece], width: int) -> list[Piece]:
    cut, room = list[Piece](), max(width, 0)
    for words, part in pieces:
        if cell_len(words) > room:
            return [*cut, (fit(words, room), part)] if room else cut
        cut.append((words, part))
        room -= cell_len(words)
    return cut
