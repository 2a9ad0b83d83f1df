"""Quotation marks round what is quoted, and French spaces that a page does not break."""

from __future__ import annotations

import pytest

from reader.ingest.exporting.html_page import in_line, words
from reader.ingest.exporting.quotation import marked


@pytest.mark.parametrize(
    "said",
    ["« Rien n’a fui »", "« Il a dit « non » deux fois »", "“Nothing leaked,”", '"Nothing leaked,"', "« Rien n’a fui"],
)
def test_a_quotation_keeps_its_own_marks(said: str) -> None:
    assert marked(said) == said


@pytest.mark.parametrize(
    "said", ["« un incident » dans son usine", '"a leak" at its plant', "“a leak” at its “plant”", "une fuite"]
)
def test_words_that_go_on_behind_a_quotation_get_marks_of_their_own(said: str) -> None:
    assert marked(said) == f"“{said}”"


def test_pieces_of_quotations_stay_as_they_are() -> None:
    assert marked("« Rien » […] « n’a fui »") == "« Rien » […] « n’a fui »"


def test_a_line_is_not_broken_at_a_guillemet_a_sign_or_in_a_number() -> None:
    line = in_line("Éoliennes : « 1 500 manifestants » ; 22 000 foyers & 3 mâts, vraiment ?")
    held = (
        "Éoliennes\u00a0: «\u00a01\u00a0500 manifestants\u00a0»\u00a0; 22\u00a0000 foyers &amp; 3 mâts, vraiment\u00a0?"
    )
    assert line == held


def test_other_words_stay_as_they_are() -> None:
    for line in ("On 3 May 2026: “no”; 12 in 2026, really?", "a:b <i>", "12 345678", ""):
        assert in_line(line) == words(line)
