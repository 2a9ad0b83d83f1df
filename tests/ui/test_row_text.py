"""Rows of the list: exactly as wide as asked, whatever a feed calls its stories."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.domain.article import ArticleRow
from reader.ui.article_head import long_date, short_date
from reader.ui.row_text import facts, fit

TODAY = date(2026, 3, 20)


@given(st.text(max_size=200), st.integers(0, 60))
def test_any_title_fits_and_is_one_safe_line(text: str, width: int) -> None:
    shown = fit(text, width)
    assert cell_len(shown) == width
    assert not any(letter in shown for letter in "\n\r\t\x1b\x9b\u202e\u2066")


def test_a_cut_title_says_so() -> None:
    assert fit("A very long title", 10) == "A very lo…"
    assert fit("Short", 10) == "Short     "


def test_facts_put_the_language_at_the_edge() -> None:
    row = ArticleRow(1, "T", "A newspaper with a long name", "2026-03-14", "fr", False, False)
    assert facts(row, 30, TODAY) == "14 Mar   A newspaper wit…  fr "


@pytest.mark.parametrize(
    ("published", "shown"),
    [("2026-03-04", " 4 Mar"), ("2025-02-04T10:00:00Z", "Feb 2025"), (None, ""), ("yesterday", "")],
)
def test_dates_of_the_list(published: str | None, shown: str) -> None:
    assert short_date(published, TODAY) == shown


@pytest.mark.parametrize(
    ("published", "language", "shown"),
    [
        ("2022-09-14", "fr", "14 septembre 2022"),
        ("2022-09-14T08:00:00Z", "en-GB", "14 September 2022"),
        ("2022-09-14", "tlh", "2022-09-14"),
        ("2022-09-14", "no such language", "2022-09-14"),
        ("once", "en", "once"),
        (None, "en", ""),
    ],
)
def test_dates_of_the_article(published: str | None, language: str, shown: str) -> None:
    assert long_date(published, language) == shown
