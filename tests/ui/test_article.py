"""The article: its text stays where it is, whatever arrives, and is found again where it was left."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from reading import FERRY, HARVEST, SIZES, ferry_analysis, reading
from textual.geometry import Offset
from textual.selection import Selection

from reader.domain.statement import Statement
from reader.store.library import Library
from reader.ui.highlight import Shown
from reader.ui.page import MEASURE


def selected(reader: object) -> str | None:
    statement: Statement | None = reader.screen.view.selected  # type: ignore[attr-defined]
    return statement.id if statement else None


@pytest.mark.parametrize("size", [*SIZES, (40, 12), (20, 5)])
async def test_text_is_never_wider_than_the_measure_nor_than_its_room(story_path: Path, size: tuple[int, int]) -> None:
    async with reading(story_path, size, article=2) as reader:
        view = reader.screen.view
        await reader.press("enter")
        assert 0 < view._page.width <= min(MEASURE, view.size.width)
        rows = [view.render_line(y).text for y in range(view.size.height)]
        assert all(len(row) == view.size.width for row in rows)


async def test_the_text_is_centred_where_there_is_room(story_path: Path) -> None:
    async with reading(story_path, (200, 50)) as reader:
        row = next(line for y in range(20) if "Norland accused" in (line := reader.screen.view.render_line(y).text))
        left, right = len(row) - len(row.lstrip()), reader.screen.view.size.width - MEASURE
        assert abs(left - right / 2) < 6


async def test_the_text_does_not_move_when_the_analysis_arrives(story_path: Path) -> None:
    async with reading(story_path) as reader:
        view = reader.screen.view
        article = view.article
        assert article is not None
        view.show(article, None)
        bare = [view.render_line(y).text[3:] for y in range(view.size.height)]
        view.show(article, ferry_analysis())
        assert [view.render_line(y).text[3:] for y in range(view.size.height)] == bare


async def test_highlights_are_styles_that_differ(story_path: Path) -> None:
    async with reading(story_path) as reader:
        view = reader.screen.view
        styles = {
            segment.text: segment.style
            for y in range(view.size.height)
            for segment in view.render_line(y)
            if segment.style is not None
        }
        assert styles["Norland"].color != styles["coast guard"].color
        assert styles["coast guard"].color == styles["Ada Moss"].color
        assert styles["coast guard"].underline
        assert styles["Ada Moss"].bold
        assert styles["Port Grey"].italic
        assert styles["at least 12"].bgcolor != styles["Norland"].bgcolor
        assert styles["on Tuesday"].color != styles["at least 12"].color


async def test_a_switched_off_highlight_is_gone_and_stays_off(story_path: Path) -> None:
    async with reading(story_path) as reader:
        await reader.press("1")
        assert not any(s.text == "Norland" for y in range(12) for s in reader.screen.view.render_line(y))
    async with reading(story_path) as reader:
        assert Shown.ACTORS not in reader.screen.view.shown
        await reader.press("1")
        assert any(s.text == "Norland" for y in range(12) for s in reader.screen.view.render_line(y))


async def test_the_place_in_a_long_article_is_kept(story_path: Path) -> None:
    async with reading(story_path, (80, 24), article=2) as reader:
        await reader.press("enter", "pagedown", "pagedown", "j")
        place = reader.screen.view.place
        top = reader.screen.view.render_line(0).text
        assert place > 0
    with Library.open(story_path) as library:
        assert library.article(2).position == place
    async with reading(story_path, (80, 24), article=2) as reader:
        await reader.press("enter")
        assert reader.screen.view.render_line(0).text == top


async def test_the_place_survives_opening_another_article(story_path: Path) -> None:
    async with reading(story_path, article=2) as reader:
        await reader.press("tab", "pagedown")
        place = reader.screen.view.place
        await reader.press("n")
        assert reader.screen.view.place == 0
        await reader.press("h", "k", "enter")
        assert reader.screen.view.place == place


async def test_a_resize_keeps_the_same_words_at_the_top(story_path: Path) -> None:
    async with reading(story_path, (120, 40), article=2) as reader:
        await reader.press("tab", "pagedown", "pagedown")
        view = reader.screen.view
        words = HARVEST[view.place : view.place + 10]
        for size in ((80, 24), (50, 20), (200, 50), (120, 40)):
            await reader.pilot.resize_terminal(*size)
            await reader.settle()
            assert words in " ".join(view.render_line(y).text.strip() for y in range(2))


async def test_brackets_walk_the_statements_and_the_panel_follows(story_path: Path) -> None:
    async with reading(story_path) as reader:
        walked = []
        for key in ("]", "]", "]", "]", "[", "["):
            await reader.press({"]": "right_square_bracket", "[": "left_square_bracket"}[key])
            walked.append((selected(reader), reader.screen.panel.chosen_statement))
        assert walked == [(id, id) for id in ("s1", "s2", "s3", "s3", "s2", "s1")]


async def test_a_statement_out_of_sight_is_scrolled_to(story_path: Path) -> None:
    async with reading(story_path, (60, 10)) as reader:
        await reader.press("enter", "G", "left_square_bracket")
        assert selected(reader) is not None
        await reader.press("g", "g", "escape", "right_square_bracket", "right_square_bracket", "right_square_bracket")
        assert selected(reader) == "s3"
        assert reader.seen("said Captain")


async def test_enter_finds_the_card_and_enter_comes_back(story_path: Path) -> None:
    async with reading(story_path, (80, 24)) as reader:
        await reader.press("enter", "right_square_bracket", "right_square_bracket", "enter")
        assert (reader.screen.at, reader.screen.panel.chosen_statement) == ("panel", "s2")
        await reader.press("j", "enter")
        assert (reader.screen.at, selected(reader)) == ("article", "s3")


async def test_a_click_selects_a_statement_and_a_second_one_finds_its_card(story_path: Path) -> None:
    async with reading(story_path) as reader:
        view = reader.screen.view
        y = next(y for y in range(20) if "denied the charge" in view.render_line(y).text)
        at = Offset(view.render_line(y).text.index("the charge") + 2, y + view.gutter.top)
        await reader.pilot.click("#article", offset=at)
        await reader.settle()
        assert (selected(reader), reader.screen.at) == ("s2", "article")
        await reader.pilot.click("#article", offset=at)
        await reader.settle()
        assert reader.screen.at == "panel"


async def test_y_copies_the_statement_or_what_is_selected(story_path: Path) -> None:
    async with reading(story_path) as reader:
        await reader.press("y")
        assert reader.app.clipboard == ""
        await reader.press("right_square_bracket", "y")
        assert reader.app.clipboard == "ramming at least 12 boats"
        start = FERRY.index("share a narrow")
        view = reader.screen.view
        reader.screen.selections = {view: Selection(Offset(start, 0), Offset(start + 14, 0))}
        await reader.press("y")
        assert reader.app.clipboard == "share a narrow"


async def test_the_mouse_selects_words_as_they_are_stored(story_path: Path) -> None:
    async with reading(story_path) as reader:
        view = reader.screen.view
        y = next(y for y in range(20) if "denied the charge" in view.render_line(y).text)
        x = view.render_line(y).text.index("denied")
        top = y + view.gutter.top
        await reader.pilot.mouse_down("#article", offset=(x, top))
        await reader.pilot.hover("#article", offset=(x + 6, top + 1))
        await reader.pilot.mouse_up("#article", offset=(x + 6, top + 1))
        chosen = reader.screen.get_selected_text()
        assert chosen is not None
        assert chosen.startswith("denied the charge. “We have")
        assert chosen in FERRY


async def test_the_margin_runs_through_a_quotation_of_several_paragraphs(story_path: Path) -> None:
    async with reading(story_path) as reader:
        view = reader.screen.view
        told = ferry_analysis()
        whole = replace(told.statements[1], content=((FERRY.index("“We"), FERRY.index(" forty")),))
        assert view.article is not None
        view.show(view.article, replace(told, statements=(whole,)))
        margin = [view.render_line(y).text[:3].strip() for y in range(view.size.height)]
        begun = margin.index("▌")
        lines = [view.render_line(y).text for y in range(view.size.height)]
        last = next(y for y, line in enumerate(lines) if "ferries cross it" in line)
        assert margin[begun + 1 : last + 1] == ["│"] * (last - begun)
        assert set(margin[last + 1 :]) == {""}
