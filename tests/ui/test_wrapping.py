"""Lines of text: nothing is lost, nothing is too wide, French spaces hold."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.ui.wrapping import wrap

words = st.text(st.characters(exclude_characters="\n", exclude_categories=("Cs",)), max_size=120)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, 0, len(text), width)]


@given(words, st.integers(2, 40))
def test_nothing_is_lost_and_nothing_is_repeated(text: str, width: int) -> None:
    spans = list(wrap(text, 0, len(text), width))
    kept = "".join(text[start:end] for start, end in spans)
    assert kept.replace(" ", "") == text.replace(" ", "")
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@given(st.text("ab é日👍«\u00a0 -", max_size=120), st.integers(2, 40))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    assert all(cell_len(line.rstrip(" ")) <= width for line in lines(text, width))


def test_lines_break_at_spaces() -> None:
    assert lines("the quick brown fox", 10) == ["the quick", "brown fox"]


def test_a_quotation_mark_stays_with_its_word() -> None:
    assert lines("il dit «\u00a0oui\u00a0» deux fois", 9) == ["il dit", "«\u00a0oui\u00a0»", "deux fois"]


def test_a_long_word_is_cut() -> None:
    assert lines("x " + "y" * 12, 5) == ["x", "yyyyy", "yyyyy", "yy"]


def test_wide_letters_count_double() -> None:
    assert lines("日本語の文", 4) == ["日本", "語の", "文"]


def test_an_empty_paragraph_is_one_line() -> None:
    assert list(wrap("ab", 1, 1, 10)) == [(1, 1)]
