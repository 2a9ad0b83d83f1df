"""What is shown of the figures of a new library's stories: every word of it stands in the article."""

from __future__ import annotations

import tomllib
from functools import cache

import pytest

from reader.analysis.board.board import Board, board
from reader.cli.comparison_text import comparison_text
from reader.domain.analysis import Analysis
from reader.domain.article import Draft
from reader.domain.own_words import GAP
from reader.ingest.engine import analyse_text
from reader.ingest.exporting.compared import compare_article
from reader.ingest.exporting.comparison_html import comparisons_html
from reader.ingest.exporting.comparison_markdown import comparisons_markdown
from reader.languages.loader import languages
from reader.resources import resource_dir
from reader.ui.comparison.bands import make_sheet
from reader.ui.panel.figures_tab import figures_tab
from reader.ui.panel.parties_tab import parties_tab
from reader.ui.panel.view import View

STORIES = sorted((resource_dir("seeds") / "stories").glob("*.txt"))
EACH = pytest.mark.parametrize(("name", "language"), [(s.stem, code) for s in STORIES for code in ("", *languages())])
"""Each story in its own language, and read as every other."""


@cache
def _story(name: str, language: str) -> tuple[str, Analysis, Board]:
    file = next(story for story in STORIES if story.stem == name)
    text = file.read_text(encoding="utf-8")
    told = language or tomllib.loads(file.with_suffix(".toml").read_text(encoding="utf-8"))["language"]
    analysis = analyse_text(text, told)
    return text, analysis, board(analysis, text)


def assert_own(text: str, shown: str) -> None:
    """Every piece of what is shown stands in the text, but for how its lines are broken."""
    flat = " ".join(text.split())
    assert shown.strip()
    for piece in shown.replace("\xa0", " ").split(GAP):
        assert " ".join(piece.split()) in flat.replace("\xa0", " "), piece


@EACH
def test_figures_stand_under_the_articles_own_words(name: str, language: str) -> None:
    text, analysis, shown = _story(name, language)
    blocks = figures_tab(View(analysis, text), {}).blocks
    headings = [block for block in blocks if block.heading]
    assert len(headings) == len(analysis.comparison.figures)
    for block in headings:
        assert_own(text, block.paragraphs[0].text.plain)
    for table in shown.figures:
        assert_own(text, table.counted)
        for line in table.lines:
            assert_own(text, line.value)
    bands = make_sheet(View(analysis, text)).bands[len(shown.grid.rows) :]
    told = [band.label.plain for band in bands if band.label.plain]
    assert told == [block.paragraphs[0].text.plain for block in headings]


@EACH
def test_numbers_of_a_statement_and_of_the_article_stand_with_its_own_words(name: str, language: str) -> None:
    text, analysis, shown = _story(name, language)
    numbers = []
    for block in parties_tab(View(analysis, text), {}).blocks:
        if block.id.startswith("article/"):
            numbers.append(block.paragraphs[0].text.plain)
        for paragraph in block.paragraphs:
            if paragraph.text.plain.startswith("# "):
                numbers.extend(paragraph.text.plain.removeprefix("# ").split(" · "))
    assert len(numbers) >= len(shown.narration)
    for words in numbers:
        assert_own(text, words)


@EACH
def test_what_the_language_pack_calls_a_thing_is_shown_nowhere(name: str, language: str) -> None:
    text, analysis, _ = _story(name, language)
    flat = " ".join(text.split())
    labels = {q.counted for q in analysis.quantities if q.counted and q.counted not in flat}
    if name == "000_15728a63912c0743" and not language:
        assert "soldats tués" in labels
    article = Draft(text, name, language=analysis.language)
    compared = compare_article(article, analysis)
    outputs = [comparison_text(article, analysis), comparisons_markdown([compared]), comparisons_html([compared])]
    view = View(analysis, text)
    for block in (*figures_tab(view, {}).blocks, *parties_tab(view, {}).blocks):
        outputs.extend(paragraph.text.plain for paragraph in block.paragraphs)
    for output in outputs:
        assert not [label for label in labels if label in output]
