"""The panel over an article and over its story: there and back, what stays chosen, and the way to other articles."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import Reading, reading
from textual.widgets import Static

from reader.store.library import Library
from reader.ui.panel.tab_line import Tab

SIZES = ((80, 24), (200, 50))


def heading(reader: Reading) -> str:
    return str(reader.screen.panel.border_title or "")


def foot(reader: Reading) -> str:
    """What stands below the blocks of the panel, where something does."""
    line = reader.screen.panel.query_one("#panel-foot", Static)
    return str(line.render()) if line.display else ""


def toasts(reader: Reading) -> list[str]:
    return [notification.message for notification in reader.app._notifications]


def chosen_id(reader: Reading) -> str | None:
    return reader.screen.panel._chosen_id


@pytest.mark.parametrize("size", SIZES)
async def test_one_key_goes_to_the_story_and_back(storied_path: Path, size: tuple[int, int]) -> None:
    async with reading(storied_path, size, article=1) as reader:
        reader.screen.panel.focus()
        await reader.settle()
        assert heading(reader) == "This article"
        assert "V shows the story" in foot(reader)
        assert reader.seen("V story") or size[0] < 100
        await reader.press("V")
        assert reader.seen("V article") or size[0] < 100
        assert not reader.seen("V story")
        assert heading(reader).startswith("This story · 4 articles · 13–15 Sep 2022")
        assert reader.seen("in 2 outlets: AP 13\xa0Sep")
        assert reader.seen("d’avoir bombardé") or size[1] < 30
        assert "V shows the story" not in foot(reader)
        await reader.press("V")
        assert heading(reader) == "This article"
        assert not reader.seen("V article")
        assert reader.seen("V story") or size[0] < 100
        assert not reader.seen("in 2 outlets")
        assert "V shows the story" in foot(reader)


async def test_where_only_the_article_is_in_sight_the_key_turns_to_the_panel(storied_path: Path) -> None:
    async with reading(storied_path, (80, 24), article=1) as reader:
        reader.screen.view.focus()
        await reader.press("V")
        assert reader.screen.panel.has_focus_within
        assert reader.seen("This story")


@pytest.mark.parametrize("size", SIZES)
async def test_the_chosen_card_and_the_colours_stay(storied_path: Path, size: tuple[int, int]) -> None:
    async with reading(storied_path, size, article=1) as reader:
        panel = reader.screen.panel
        panel.focus()
        await reader.press("j", "j", "j")
        before, words, looks = panel.chosen_statement, panel.chosen_words, dict(reader.screen.looks)
        assert before is not None
        await reader.press("V")
        assert (panel.chosen_statement, panel.chosen_words) == (before, words)
        assert {id: reader.screen.looks[id] for id in looks} == looks
        assert panel._view is not None
        assert {id: panel._view.looks[id] for id in looks if id in panel._view.looks}.items() <= looks.items()
        await reader.press("V")
        assert panel.chosen_statement == before


async def test_what_stands_elsewhere_is_chosen_again_on_the_way_back(storied_path: Path) -> None:
    async with reading(storied_path, (200, 50), article=1) as reader:
        panel = reader.screen.panel
        panel.focus()
        await reader.press("V")
        while panel.elsewhere is None:
            await reader.press("j")
        elsewhere = chosen_id(reader)
        assert panel.chosen_statement is None
        assert reader.screen.view.selected is None
        await reader.press("e")
        assert "another article" in toasts(reader)[-1]
        await reader.press("V", "V")
        assert chosen_id(reader) == elsewhere


@pytest.mark.parametrize("size", SIZES)
async def test_enter_opens_the_other_article_at_the_place_and_a_key_comes_back(
    storied_path: Path, size: tuple[int, int]
) -> None:
    async with reading(storied_path, size, article=1) as reader:
        panel = reader.screen.panel
        panel.focus()
        await reader.press("V")
        while panel.elsewhere is None:
            await reader.press("j")
        there, words = panel.elsewhere, panel.chosen_words
        await reader.press("enter")
        article, selected = reader.screen.article, reader.screen.view.selected
        assert article is not None
        assert selected is not None
        assert (article.id, selected.id) == (there.article_id, there.statement)
        assert article.text[slice(*selected.content[0])] in words
        assert reader.screen.view.has_focus
        assert panel.in_story
        assert panel.chosen_words == words
        assert panel.chosen_statement == selected.id
        await reader.press("backspace")
        assert reader.screen.article is not None
        assert reader.screen.article.id == 1
        assert panel.in_story
        assert panel.has_focus_within
        await reader.press("backspace")
        assert "not opened from another" in toasts(reader)[-1]


async def test_enter_on_a_statement_of_this_article_goes_to_it(storied_path: Path) -> None:
    async with reading(storied_path, (200, 50), article=1) as reader:
        reader.screen.panel.focus()
        await reader.press("V", "j", "enter")
        assert reader.screen.article is not None
        assert reader.screen.article.id == 1
        assert reader.screen.view.has_focus
        assert reader.screen.view.selected is not None
        await reader.press("enter")
        assert reader.screen.panel.has_focus_within
        assert reader.screen.panel.in_story


@pytest.mark.parametrize("size", SIZES)
async def test_every_tab_is_of_the_story_but_the_notes(storied_path: Path, size: tuple[int, int]) -> None:
    async with reading(storied_path, size, article=1) as reader:
        panel = reader.screen.panel
        panel.focus()
        await reader.press("V", "f")
        assert panel.tab is Tab.FIGURES
        assert panel._view is not None
        figures = panel._view.board.figures
        quantities = [panel._view.analysis.quantity(line.quantity) for table in figures for line in table.lines]
        places = {panel._view.known_place(quantity.span)[0] for quantity in quantities if quantity}  # type: ignore[index]
        assert len(places) > 1
        await reader.press("j", "enter", "V", "tab", "tab")
        panel.focus()
        await reader.press("V", "a")
        assert reader.seen("Sergey Lavrov") or reader.seen("Lavrov")
        assert reader.seen("Pashinyan") or reader.seen("Pachinian")
        await reader.press("i")
        assert panel.tab is Tab.NOTES
        await reader.press("V")
        assert panel.tab is Tab.PARTIES


async def test_a_name_is_walked_from_article_to_article(storied_path: Path) -> None:
    async with reading(storied_path, (200, 50), article=1) as reader:
        panel = reader.screen.panel
        panel.focus()
        await reader.press("V", "J")
        place = panel._place()
        assert place is not None
        assert place.is_name
        seen = {1}
        for _ in range(len(place.spans)):
            await reader.press("enter")
            assert reader.screen.article is not None
            seen.add(reader.screen.article.id)
            assert panel.in_story
        assert seen == {1, 2, 3, 4}


async def test_an_article_in_no_story_says_so(storied_path: Path) -> None:
    async with reading(storied_path, (80, 24), article=5) as reader:
        assert heading(reader) == ""
        await reader.press("V")
        assert "in no story" in toasts(reader)[-1]
        assert "Ctrl+y" in toasts(reader)[-1]
        assert not reader.screen.panel.in_story


async def test_the_scope_stays_within_a_story_and_ends_with_it(storied_path: Path) -> None:
    async with reading(storied_path, (200, 50), article=1) as reader:
        await reader.press("V")
        colours = dict(reader.screen.looks)
        reader.screen.open(2)
        await reader.settle()
        assert reader.screen.panel.in_story
        assert colours.items() <= dict(reader.screen.looks).items()
        reader.screen.open(5)
        await reader.settle()
        assert not reader.screen.panel.in_story
        assert heading(reader) == ""
        assert "V shows the story" not in foot(reader)


async def test_the_panel_follows_when_the_story_changes(storied_path: Path) -> None:
    async with reading(storied_path, (200, 50), article=1) as reader:
        reader.screen.panel.focus()
        await reader.press("V", "j", "j")
        chosen = reader.screen.panel.chosen_statement
        from reader.ui.messages import StoriesChanged

        def part(library: Library) -> None:
            library.stories.leave_out(1, [3])

        await reader.app.desk.library.ask(part)
        await reader.app.desk.place_waiting()
        reader.app.post_message(StoriesChanged())
        await reader.settle()
        assert heading(reader).startswith("This story · 3 articles")
        assert not reader.seen("Le Monde 14\xa0Sep")
        assert reader.screen.panel.chosen_statement == chosen


async def test_the_line_about_the_story_moves_nothing(storied_path: Path) -> None:
    async with reading(storied_path, (200, 50), article=1) as reader:
        panel = reader.screen.panel
        panel.focus()
        await reader.press("j", "j", "j")
        before = [line for line in reader.lines() if "│▌" in line or "││" in line][:12]
        panel.show_story(None, "V", reader.screen.looks)
        await reader.settle()
        after = [line for line in reader.lines() if "│▌" in line or "││" in line][:12]
        assert before == after
