"""The stories a library opens with, really analysed, in the panel and the comparison."""

from __future__ import annotations

from typing import Any

import pytest
from panel_app import SIZES, ComparisonApp, PanelApp
from stories import article

from reader.analysis.engine import analyse
from reader.domain.analysis import Analysis
from reader.domain.article import Article
from reader.domain.plain_text import clean_line
from reader.languages.pack import load_pack
from reader.resources import resource_dir
from reader.ui.messages import SpanChosen, StatementChosen

STORIES = sorted((resource_dir("seeds") / "stories").glob("*.txt"))
_FRENCH = ("000_15728a63912c0743", "greve-des-tramways")


@pytest.fixture(scope="module")
def stories(french_model: Any, english_model: Any) -> dict[str, tuple[Article, Analysis]]:
    """Each story with its analysis, by the name of its file."""
    done = {}
    for path in STORIES:
        text = path.read_text(encoding="utf-8")
        code, model = ("fr", french_model) if path.stem in _FRENCH else ("en", english_model)
        done[path.stem] = (article(text), analyse(text, load_pack(code), model))
    return done


def words_of(shown: str) -> str:
    """Words without the lines they stand on."""
    return "".join(shown.replace("\xa0", " ").split())


@pytest.mark.parametrize("name", [path.stem for path in STORIES])
@pytest.mark.parametrize("width", [36, 80])
async def test_every_statement_is_told_and_shown_word_for_word(
    stories: dict[str, tuple[Article, Analysis]], name: str, width: int
) -> None:
    story, analysis = stories[name]
    app = PanelApp(story, analysis, width=width)
    async with app.run_test(size=(80, 50)) as pilot:
        seen: set[str] = set()
        while len(seen) < len(analysis.statements):
            before = app.open_list.chosen_id
            await pilot.press("j")
            assert app.open_list.chosen_id != before
            chosen = app.panel.chosen_statement
            if chosen is None or chosen in seen:
                continue
            seen.add(chosen)
            statement = analysis.statement(chosen)
            assert statement is not None
            shown = words_of(app.text())
            assert all(words_of(clean_line(story.text[a:b])) in shown for a, b in statement.content)
        assert {m.statement_id for m in app.of(StatementChosen)} == seen


@pytest.mark.parametrize("name", [path.stem for path in STORIES])
async def test_every_actor_leads_to_a_mention(stories: dict[str, tuple[Article, Analysis]], name: str) -> None:
    story, analysis = stories[name]
    app = PanelApp(story, analysis)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", *["j"] * len(analysis.actors))
        spans = [m.span for m in app.of(SpanChosen)]
        assert spans == [actor.mentions[0] for actor in analysis.actors]


@pytest.mark.parametrize("name", [path.stem for path in STORIES])
@pytest.mark.parametrize("size", SIZES)
async def test_the_comparison_has_a_column_for_each_party_that_speaks(
    stories: dict[str, tuple[Article, Analysis]], name: str, size: tuple[int, int]
) -> None:
    story, analysis = stories[name]
    app = ComparisonApp(story, analysis)
    async with app.run_test(size=size) as pilot:
        grid = app.comparison.grid
        speaking = {party for s in analysis.statements for party in s.parties}
        assert {column.id for column in grid.sheet.columns} - {""} <= speaking
        for column in grid.sheet.columns:
            assert clean_line(column.name)[:10] in app.lines()[0]
            await pilot.press("l")
        await pilot.press("G")
        assert grid.scroll_offset.y == grid.max_scroll_y
