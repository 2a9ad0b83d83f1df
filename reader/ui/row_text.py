"""What a row of the list says, cut to its width in cells."""

from __future__ import annotations

from datetime import date

from rich.cells import cell_len, set_cell_size

from reader.domain.article import ArticleRow
from reader.domain.plain_text import clean_line
from reader.ui.article_head import short_date
from reader.ui.steady import steady
from reader.ui.wrapping import wrap

UNREAD = "●"
OPEN = "▸"
CHANGED = "≠"
BOOKMARKED = "★"
DATE = 8
LANGUAGE = 3
UNDATED = "no date"

Piece = tuple[str, str]
"""Words and the part of the row they are, which styles them: mark, facts, read or unread."""


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
    """The facts with, before the language, signs for what became of the article, where there is room."""
    signs = f"{BOOKMARKED if row.bookmarked else ''}{CHANGED if row.changed else ''}"
    if not signs or width < DATE + LANGUAGE + 4 + len(signs):
        return [(facts(row, width, today), "facts")]
    words = facts(row, width - len(signs) - 1, today)
    return [(words[: -LANGUAGE - 2] + " ", "facts"), (signs, "mark"), (words[-LANGUAGE - 2 :], "facts")]


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
