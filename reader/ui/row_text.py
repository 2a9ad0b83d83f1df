"""What a row of the list says, cut to its width in cells."""

from __future__ import annotations

from datetime import date

from rich.cells import cell_len, set_cell_size

from reader.domain.article import ArticleRow
from reader.domain.plain_text import clean_line
from reader.ui.article_head import short_date

UNREAD = "●"
OPEN = "▸"
DATE = 8
LANGUAGE = 3


def facts(row: ArticleRow, width: int, today: date) -> str:
    """Date, source and language in ``width`` cells; the language stands at the right edge."""
    source = fit(row.source or "", max(width - DATE - LANGUAGE - 3, 0))
    return set_cell_size(
        f"{short_date(row.published, today):{DATE}} {source} {row.language[:LANGUAGE]:>{LANGUAGE}} ", width
    )


def fit(text: str, width: int) -> str:
    """One safe line of exactly ``width`` cells, with an ellipsis where the text is longer."""
    line = clean_line(text[: width * 8 + 64])
    if cell_len(line) > width > 0:
        line = set_cell_size(line, width - 1).rstrip() + "…"
    return set_cell_size(line, width)
