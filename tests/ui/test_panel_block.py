"""Blocks laid out for a width: nothing is wider than it may be, nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from stories import spoken
from textual.content import Content

from reader.domain.plain_text import clean_text
from reader.ui.comparison.bands import make_sheet
from reader.ui.comparison.geometry import fit_columns
from reader.ui.comparison.layout import lay_out_sheet
from reader.ui.panel.actors_tab import actors_tab
from reader.ui.panel.block import Block, Paragraph, lay_out
from reader.ui.panel.figures_tab import figures_tab
from reader.ui.panel.parties_tab import parties_tab
from reader.ui.panel.view import View

WORDS = st.text(max_size=120)
NAMES = st.text(min_size=1, max_size=30)


def lines(paragraph: Paragraph, width: int, *, is_open: bool = False) -> list[str]:
    return [line.plain for line in lay_out(Block("b", (paragraph,)), width, is_open=is_open)]


def test_a_limit_cuts_with_an_ellipsis_until_the_block_is_open() -> None:
    paragraph = Paragraph(Content("one two three four five six"), limit=2)
    assert lines(paragraph, 10) == ["one two", "three …"]
    assert lines(paragraph, 10, is_open=True) == ["one two", "three four", "five six"]
    assert lines(Paragraph(Content("only when open"), limit=0), 20) == []


def test_a_long_word_is_cut_to_fit_with_its_ellipsis() -> None:
    assert lines(Paragraph(Content("x" * 30), limit=2), 10) == ["x" * 10, "x" * 8 + " …"]


def test_what_stands_right_moves_below_where_there_is_no_room() -> None:
    paragraph = Paragraph(Content("Norline"), right=Content("organisation 3×"))
    assert lines(paragraph, 30) == ["Norline        organisation 3×"]
    assert lines(paragraph, 16) == ["Norline", "organisation 3×"]


def test_a_label_stands_above_where_there_is_no_room_beside_it() -> None:
    paragraph = Paragraph(Content("at least 400"), label=Content("Norline"), label_width=10)
    assert lines(paragraph, 30) == ["Norline   at least 400"]
    assert lines(paragraph, 20) == ["Norline", "  at least 400"]


def test_lines_never_break_inside_french_quotation_marks() -> None:
    from reader.ui.panel.words import verbatim

    text = "disant « oui » !"
    words = verbatim(text, (0, len(text)), ())
    assert lines(Paragraph(words), 12) == ["disant", "«\xa0oui\xa0»\xa0!"]


@given(WORDS, st.integers(4, 60), st.integers(0, 8), st.integers(0, 4), st.booleans())
def test_no_line_is_wider_than_the_block(words: str, width: int, indent: int, hang: int, is_open: bool) -> None:
    text = Content(clean_text(words).replace("\n", " "))
    paragraph = Paragraph(text, limit=3, indent=indent, hang=hang)
    for line in lay_out(Block("b", (paragraph,), indent=indent), width, is_open=is_open):
        assert line.cell_length <= width


@given(WORDS.filter(bool), NAMES, st.integers(4, 90), st.booleans())
def test_any_analysis_lays_out_without_error_or_control(words: str, name: str, width: int, is_open: bool) -> None:
    story, analysis = spoken(words, name)
    view = View(analysis, story.text)
    for tab in (parties_tab(view, {}), figures_tab(view, {}), actors_tab(view, {})):
        assert set(tab.places) == {block.id for block in tab.blocks if block.selectable or block.stop}
        for block in tab.blocks:
            for line in lay_out(block, width, is_open=is_open):
                assert line.plain == clean_text(line.plain).replace("\n", "")
    sheet = make_sheet(view)
    layout = lay_out_sheet(sheet, fit_columns(width, len(sheet.columns), 0, 0), next(iter(sheet.statements)))
    assert {layout.stands[id].column for id in sheet.statements} == {0}
