"""No cell is ever a formula, and a table is read back as it was."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.csv_cells import cell, csv_lines
from reader.domain.plain_text import clean_text


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\n=1", "\x1b[0m=1", "＝1", '="a,b"\n']
)
def test_a_formula_becomes_text(text: str) -> None:
    assert cell(text) == "'" + clean_text(text)


@pytest.mark.parametrize(
    ("value", "expected"), [(-5, "-5"), (0.5, "0.5"), (None, ""), (True, "true"), ("a=b", "a=b"), ("", "")]
)
def test_everything_else_stays(value: object, expected: str) -> None:
    assert cell(value) == expected


@given(rows=st.lists(st.lists(st.text(max_size=8), min_size=2, max_size=2), max_size=4))
def test_a_table_is_read_back(rows: list[list[str]]) -> None:
    read = list(csv.reader(StringIO("".join(csv_lines(("a", "b"), rows)))))
    assert read == [["a", "b"], *([cell(text) for text in row] for row in rows)]
    assert not any(text.lstrip().startswith(("=", "+", "-", "@")) for row in read for text in row)
