"""The comparison with real keys."""

from __future__ import annotations

import pytest
from panel_app import SIZES, ComparisonApp
from stories import crowd, spoken, strike, without_statements

from reader.domain.plain_text import clean_text
from reader.ui.comparison.screen import ComparisonTitle
from reader.ui.panel.parties_tab import NOTHING_FOUND


def row_of(app: ComparisonApp, words: str) -> int:
    return next(n for n, line in enumerate(app.lines()) if words in line)


def hint(app: ComparisonApp) -> str:
    return app.comparison.query_one(ComparisonTitle).render().plain


@pytest.mark.parametrize("size", SIZES)
async def test_statements_that_answer_each_other_stand_on_one_row(size: tuple[int, int]) -> None:
    app = ComparisonApp(*strike())
    async with app.run_test(size=size):
        row = row_of(app, "charges ⇄")
        line = app.lines()[row]
        assert line.index("accused") < line.index("denied")
        names = app.lines()[0]
        assert names.index("Dockers’ union") == line.index("accused")
        assert names.index("Norline") == line.index("denied")
        assert "Work stops on the quays" in hint(app)


async def test_at_two_hundred_columns_every_party_is_in_sight() -> None:
    app = ComparisonApp(*strike())
    async with app.run_test(size=(200, 50)):
        text = "\n".join(app.lines())
        assert "unattributed" in text
        assert "more" not in hint(app)
        assert "the port would open again" in text


async def test_a_row_with_nothing_in_sight_is_left_out() -> None:
    app = ComparisonApp(*strike())
    async with app.run_test(size=(40, 24)) as pilot:
        assert any(line.startswith("appeals") for line in app.lines())
        await pilot.press("l")
        assert not any(line.startswith("appeals") for line in app.lines())


async def test_figures_and_the_unheard_stand_at_the_foot() -> None:
    app = ComparisonApp(*strike())
    async with app.run_test(size=(200, 50)):
        lines = app.lines()
        figures = row_of(app, "dockers")
        figures = next(n for n, line in enumerate(lines) if line.startswith("dockers"))
        assert lines[figures].split() == ["dockers", "│", "At", "least", "400", "│", "150", "│"]
        assert "≠ differ: 400 against 150" in lines[figures + 1]
        assert "the article: Some 40" in lines[row_of(app, "lorries")]
        assert "not heard: ▲ Ministry" in lines[row_of(app, "not heard")]


@pytest.mark.parametrize("size", [(40, 24), *SIZES])
async def test_the_next_party_comes_in_sight_and_labels_stay(size: tuple[int, int]) -> None:
    app = ComparisonApp(*crowd())
    async with app.run_test(size=size) as pilot:
        await pilot.press(*"l" * 20)
        shape = app.comparison.grid.geometry
        assert shape.first <= 20 < shape.last
        assert app.comparison.grid.chosen_statement == "s21"
        text = "\n".join(app.lines())
        assert "Party20" in text
        assert "that thing20 was so" in text
        assert "statements" in text
        assert f"‹ {shape.first} more" in hint(app)
        assert f"{40 - shape.last} more ›" in hint(app)
        await pilot.press(*"l" * 30)
        assert app.comparison.grid.chosen_statement == "s40"
        assert "›" not in hint(app)
        await pilot.press(*["left"] * 50)
        assert app.comparison.grid.chosen_statement == "s1"
        assert "‹" not in hint(app)


async def test_j_and_k_walk_the_statements_of_one_party() -> None:
    app = ComparisonApp(*strike())
    async with app.run_test(size=(200, 50)) as pilot:
        seen = []
        for key in ("j", "j", "down", "k", "up", "g", "G"):
            await pilot.press(key)
            seen.append(app.comparison.grid.chosen_statement)
        assert seen == ["s8", "s5", "s5", "s5", "s8", "s1", "s5"]


async def test_the_chosen_statement_is_shown_whole_and_in_sight() -> None:
    app = ComparisonApp(*strike())
    async with app.run_test(size=(80, 24)) as pilot:
        assert "writing to take out of" in "\n".join(app.lines())
        await pilot.press("l")
        assert "writing to take out of" not in "\n".join(app.lines())
        await pilot.press("j", "j")
        assert app.comparison.grid.chosen_statement == "s6"
        assert "150" in "\n".join(app.lines())


async def test_every_statement_can_be_reached_on_a_small_screen() -> None:
    app = ComparisonApp(*strike())
    async with app.run_test(size=(30, 10)) as pilot:
        seen = set()
        for _ in range(3):
            await pilot.press("g")
            for _ in range(30):
                seen.add(app.comparison.grid.chosen_statement)
                await pilot.press("j")
            await pilot.press("l")
        assert seen == {"s1", "s2", "s3", "s5", "s6", "s7", "s8"}


async def test_pages_turn_and_come_back() -> None:
    app = ComparisonApp(*strike())
    async with app.run_test(size=(80, 16)) as pilot:
        await pilot.press("pagedown", "pagedown", "pagedown")
        assert app.comparison.grid.chosen_statement == "s5"
        assert app.comparison.grid.scroll_offset.y > 0
        await pilot.press("pageup", "pageup", "pageup")
        assert app.comparison.grid.scroll_offset.y == 0
        assert app.comparison.grid.chosen_statement == "s1"


@pytest.mark.parametrize(("key", "result"), [("enter", "s2"), ("escape", None), ("q", None), ("c", None)])
async def test_enter_ends_with_the_statement_and_the_others_with_nothing(key: str, result: str | None) -> None:
    app = ComparisonApp(*strike())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("l", key)
        assert app.results == [result]


async def test_it_opens_on_the_statement_it_is_asked_for() -> None:
    app = ComparisonApp(*strike(), statement="s6")
    async with app.run_test(size=(80, 24)):
        assert app.comparison.grid.chosen_statement == "s6"


async def test_a_click_chooses_and_a_second_one_opens() -> None:
    app = ComparisonApp(*strike())
    async with app.run_test(size=(120, 40)) as pilot:
        column = app.lines()[0].index("Norline")
        row = next(n for n, line in enumerate(app.lines()) if "any accident" in line)
        await pilot.click(app.comparison.grid, offset=(column, row))
        assert app.comparison.grid.chosen_statement == "s2"
        await pilot.click(app.comparison.grid, offset=(column, row), times=2)
        assert app.results == ["s2"]


async def test_nobody_speaking_is_said_in_a_line() -> None:
    story, analysis = strike()
    app = ComparisonApp(story, without_statements(analysis))
    async with app.run_test(size=(80, 24)) as pilot:
        assert NOTHING_FOUND.split(".")[0] in "\n".join(app.lines())
        await pilot.press(*"jklhgG", "pagedown", "enter", "escape")
        assert app.results == [None]


@pytest.mark.parametrize("size", [(4, 4), (12, 6), (20, 5), (80, 24)])
async def test_hostile_words_on_any_screen(size: tuple[int, int]) -> None:
    words = "[/b] [red]x \x1b[31mred\x1b]0;t\x07 \u202eback\u2066 \x9b2J 中文字 \ud800 end"
    app = ComparisonApp(*spoken(words, name=words))
    async with app.run_test(size=size) as pilot:
        await pilot.press(*"jklhgG", "pagedown", "pageup")
        text = "\n".join(app.lines())
        assert clean_text(text) == text
        if size[0] >= 80:
            assert "[/b] [red]x red" in text
