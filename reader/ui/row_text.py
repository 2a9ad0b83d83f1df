"""What a row of the list says, cut to its width in cells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len, set_cell_size

from reader.domain.article import ArticleRow
from reader.domain.plain_text import clean_line
from reader.domain.tag import Tag
from reader.ui.article_head import short_date
from reader.ui.steady import steady
from reader.ui.wrapping import wrap

UNREAD = "●"
OPEN = "▸"
CHANGED = "≠"
BOOKMARKED = "★"
TAG = "■"
SHORTEST_TAG = 4
"""Cells for the name of a tag at least."""

DATE = 8
LANGUAGE = 3
UNDATED = "no date"

Piece = tuple[str, str]
"""Words and the part of the row they are, which styles them: mark, facts, read, unread, or a tag and its colour."""

TITLE = ("read", "unread")
"""The parts that are words of the title."""


def row_lines(row: ArticleRow, width: int, lines: int, today: date, *, is_open: bool) -> list[list[Piece]]:
    """The ``lines`` lines of a row: everything on one line, or the facts and under them the title on the others."""
    state = "read" if row.read else "unread"
    mark = (f"{OPEN if is_open else ' ' if row.read else UNREAD} ", "mark")
    if lines == 1:
        left = min(width // 3, 32)
        return [[mark, *_facts(row, left - 2, today), (" " + fit(row.title, width - left - 2), state)]]
    titles = title_lines(row.title, width - 3, lines - 1)
    return [[mark, *_facts(row, width - 2, today)], *([("  ", state), (words, state)] for words in titles)]


def title_lines(title: str, width: int, lines: int) -> list[str]:
    """A title broken between words into exactly ``lines`` lines of ``width`` cells, the last one cut."""
    words = steady(clean_line(title[: width * 8 * lines + 64]))
    starts = [start for start, _ in wrap(words, 0, len(words), max(width, 1))][:lines]
    ends = [*starts[1:], len(words)]
    shown = [fit(words[start:end].strip(), width) for start, end in zip(starts, ends, strict=True)]
    return shown + [" " * max(width, 0)] * (lines - len(shown))


def _facts(row: ArticleRow, width: int, today: date) -> list[Piece]:
    """The facts; where there is room with the tags behind the source, and before the language with signs for what
    became of the article."""
    signs = f"{BOOKMARKED if row.bookmarked else ''}{CHANGED if row.changed else ''}"
    if width < DATE + LANGUAGE + 4 + len(signs):
        signs = ""
    words = facts(row, width - len(signs) - 1 if signs else width, today)
    start, end = words[: -LANGUAGE - 2], words[-LANGUAGE - 2 :]
    room = len(start) - len(start.rstrip()) if row.tags and row.source else 0
    tags = _tags(row.tags, room - 1)
    if tags:
        start = f"{start[:-room]} "
    if not tags and not signs:
        return [(words, "facts")]
    return [(start, "facts"), *tags, (" " if signs else "", "facts"), (signs, "mark"), (end, "facts")]


def _tags(tags: Sequence[Tag], room: int) -> list[Piece]:
    """Tags in exactly ``room`` cells, each with a sign in its colour; none where not even a name can be made out."""
    pieces: list[Piece] = []
    for tag in tags:
        space = room - sum(cell_len(words) for words, _ in pieces) - 3
        if space < SHORTEST_TAG:
            break
        name = fit(tag.name, min(cell_len(steady(clean_line(tag.name))), space))
        pieces += [(" ", "facts"), (TAG, f"tag-{tag.colour}" if tag.colour else "tag"), (f" {name}", "tag")]
    if pieces:
        pieces.append((" " * (room - sum(cell_len(words) for words, _ in pieces)), "facts"))
    return pieces


def facts(row: ArticleRow, width: int, today: date) -> str:
    """Date, source and language in ``width`` cells; the language stands at the right edge."""
    source = fit(row.source or "", max(width - DATE - LANGUAGE - 3, 0))
    day = short_date(row.published, today) if row.published else UNDATED
    return set_cell_size(f"{day:{DATE}} {source} {row.language[:LANGUAGE]:>{LANGUAGE}} ", width)


def fit(text: str, width: int) -> str:
    """One safe line of exactly ``width`` cells, with an ellipsis where the text is longer."""
    line = steady(clean_line(text[: width * 8 + 64]))
    if cell_len(line) > width > 0:
        line = set_cell_size(line, width - 1).rstrip() + "…"
    return set_cell_size(line, width)
