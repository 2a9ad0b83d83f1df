"""The rows kept in memory."""

from __future__ import annotations

from dataclasses import replace

from reader.domain.article import ArticleRow
from reader.ui.row_window import KEPT, PAGE, RowWindow


def rows(page: int) -> list[ArticleRow]:
    return [ArticleRow(page * PAGE + n, f"T{n}", None, None, "en", False, False) for n in range(PAGE)]


def test_pages_are_asked_for_where_they_are_missing() -> None:
    window = RowWindow()
    window.put(1, rows(1))
    assert window.missing(PAGE - 1, 2 * PAGE) == [0, 2]
    assert window.get(PAGE + 3) == rows(1)[3]
    assert window.get(3) is None


def test_the_page_not_looked_at_goes_first() -> None:
    window = RowWindow()
    for page in range(KEPT):
        window.put(page, rows(page))
    window.get(0)
    window.put(KEPT, rows(KEPT))
    assert window.get(0) is not None
    assert window.get(PAGE) is None


def test_a_row_is_replaced_in_its_place() -> None:
    window = RowWindow()
    window.put(2, rows(2))
    index = window.replace(replace(rows(2)[7], read=True))
    assert index == 2 * PAGE + 7
    assert [row.read for _, row in window.items()].count(True) == 1
    assert window.get(index).read


def test_a_short_last_page_has_no_more_rows() -> None:
    window = RowWindow()
    window.put(0, rows(0)[:4])
    assert window.get(4) is None
