"""The laid-out page: every letter has its row, every row its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.page import Page, RowKind

TEXT = "One two three four.\n\nFive six seven eight nine.\n"


def words(page: Page) -> list[str]:
    return [page.words(row) for row in page.rows]


def test_head_then_paragraphs() -> None:
    assert words(Page("A title", "Paper", TEXT, 12)) == [
        "A title",
        "",
        "Paper",
        "",
        "One two",
        "three four.",
        "",
        "Five six",
        "seven eight",
        "nine.",
    ]


def test_an_article_without_facts_has_no_empty_line_for_them() -> None:
    assert words(Page("A title", "", "Text.", 40)) == ["A title", "", "Text."]


def test_paragraphs_on_single_lines_are_set_apart() -> None:
    assert words(Page("T", "", "One.\nTwo.", 40)) == ["T", "", "One.", "", "Two."]


def test_a_place_is_found_on_its_row() -> None:
    page = Page("T", "", TEXT, 12)
    assert page.words(page.rows[page.row_of(TEXT.index("seven"))]) == "seven eight"
    assert page.offset_of(page.row_of(TEXT.index("eight"))) == TEXT.index("seven")


def test_the_head_is_the_start_of_the_text() -> None:
    page = Page("T", "", TEXT, 12)
    assert page.offset_of(0) == 0
    assert page.row_of(0) == page.first_text_row


@given(st.text(max_size=300), st.integers(2, 60))
def test_every_letter_of_any_text_is_on_the_row_it_is_looked_for(text: str, width: int) -> None:
    page = Page("T", "m", text, width)
    for offset, letter in enumerate(text):
        if letter not in " \n\t\xa0":
            row = page.rows[page.row_of(offset)]
            assert row.kind is RowKind.TEXT
            assert row.start <= offset < row.end
