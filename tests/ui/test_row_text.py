"""Rows of the list: exactly as wide as asked, whatever a feed calls its stories."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.domain.article import ArticleRow
from reader.ui.article_head import long_date, short_date
from reader.ui.row_text import facts, fit, row_lines, title_lines

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


@pytest.mark.parametrize("lines", [1, 2, 3])
@pytest.mark.parametrize("width", [8, 20, 44, 100])
def test_signs_of_what_became_of_an_article_stand_before_its_language(lines: int, width: int) -> None:
    plain = ArticleRow(1, "T", "Paper", "2026-03-14", "fr", False, False)
    row = replace(plain, changed=True, bookmarked=True)
    shown, before = (
        "".join(words for words, _ in row_lines(r, width, lines, TODAY, is_open=False)[0]) for r in (row, plain)
    )
    assert cell_len(shown) == cell_len(before)
    room = width - 2 if lines > 1 else min(width // 3, 32) - 2
    assert ("★≠  fr" in shown) == (room >= 17)
    assert "★" not in before


def test_an_article_without_a_date_says_so() -> None:
    row = ArticleRow(1, "T", None, None, "en", False, False)
    assert facts(row, 20, TODAY) == "no date          en "


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


@given(st.text(max_size=300), st.integers(1, 60), st.integers(1, 3))
def test_a_title_on_several_lines_fills_exactly_these(title: str, width: int, lines: int) -> None:
    shown = title_lines(title, width, lines)
    assert [cell_len(line) for line in shown] == [width] * lines


def test_a_title_breaks_between_words_and_is_cut_on_its_last_line() -> None:
    assert title_lines("The river is rising again", 12, 2) == ["The river is", "rising again"]
    assert title_lines("The river is rising again", 10, 2) == ["The river ", "is rising…"]
    assert title_lines("Short", 10, 2) == ["Short     ", " " * 10]


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_every_line_of_a_row_is_as_wide_as_the_list(lines: int) -> None:
    row = ArticleRow(1, "A title 題名 that goes on", "Paper", "2026-03-14", "fr", False, False)
    shown = row_lines(row, 44, lines, TODAY, is_open=False)
    assert len(shown) == lines
    assert all(cell_len("".join(words for words, _ in line)) <= 44 for line in shown)
    assert shown[0][0] == ("● ", "mark")
