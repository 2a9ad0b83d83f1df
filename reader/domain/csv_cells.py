"""Tables as CSV that a spreadsheet shows and never carries out."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from reader.domain.plain_text import clean_text

_FORMULA = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")


def cell(value: object) -> str:
    """``value`` as a cell. A text that a spreadsheet would take for a formula, which begins with ``=``, ``+``, ``-``,
    ``@`` or a tab, gets an apostrophe before it; numbers and truth values stay as they are, None is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = clean_text(str(value))
    return f"'{text}" if text.lstrip(" \n").startswith(_FORMULA) else text


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """A table's lines, the header first, each with its line end; a cell may go over several."""
    yield _line(header)
    for row in rows:
        yield _line(row)


def _line(row: Sequence[object]) -> str:
    written = StringIO()
    csv.writer(written, lineterminator="\n").writerow([cell(value) for value in row])
    return written.getvalue()
