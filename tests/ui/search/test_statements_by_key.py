"""Who said what was searched for, over the whole screen, by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import TITLES, Reading, reading
from searched import heading, prompt_lines, titles, type_in

from reader.domain.scope import EVERYTHING
from reader.ui.arrangement import Place
from reader.ui.search.statements_screen import StatementsScreen


def statements(reader: Reading) -> StatementsScreen:
    """The screen that lies on top."""
    screen = reader.app.screen
    assert isinstance(screen, StatementsScreen)
    return screen


def chosen(reader: Reading) -> str:
    """The words of the statement the keys act on."""
    statement = statements(reader).chosen
    assert statement is not None
    return statement.words


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_statements_are_listed_by_party_walked_copied_and_opened(
    search_path: Path, size: tuple[int, int]
) -> None:
    async with reading(search_path, size) as reader:
        await reader.press("j", "slash")
        await type_in(reader, "says:Sudria OR says:Norland")
        await reader.press("ctrl+t")
        lines = [line.strip() for line in reader.lines()]
        assert lines[0] == "Who said it · says:Sudria OR says:Norland · 3 statements"
        assert prompt_lines(reader) == []
        assert [line.split() for line in lines if line.endswith(("1", "2"))] == [
            ["▌", "Sudria", "2"],
            ["◆", "Norland", "1"],
        ]
        assert reader.seen("Paper · 18 Mar 2026")
        assert reader.lines()[-1].rstrip().endswith("? keys")
        words = [chosen(reader)]
        for key in ("j", "right_curly_bracket", "left_curly_bracket", "G", "g", "home", "pagedown", "K", "J"):
            await reader.press(key)
            words.append(chosen(reader))
        first, second, third = "the charge", "“We have lost 3 boats of our own,”", "ramming at least 12 boats"
        assert words == [first, second, third, first, third, third, first, third, first, third]
        await reader.press("y")
        assert reader.app.clipboard == (
            "ramming at least 12 boats\n— Norland, Paper, 18 Mar 2026\nhttps://example.org/0"
        )
        await reader.press("enter")
        view = reader.screen.view
        assert (reader.title, reader.screen.at) == (TITLES[0], Place.ARTICLE)
        assert view.selected is not None
        assert view.article is not None
        assert view.article.text[slice(*view.selected.content[0])] == "ramming at least 12 boats"
        await reader.press("ctrl+t")
        assert chosen(reader) == "ramming at least 12 boats"
        await reader.press("escape")
        assert reader.screen.at is Place.ARTICLE


async def test_the_query_is_changed_there_and_articles_are_shown_for_it(search_path: Path) -> None:
    async with reading(search_path, (80, 24)) as reader:
        await reader.press("ctrl+t")
        assert "Search statements" in prompt_lines(reader)[0]
        assert "order" not in reader.lines()[-1]
        await type_in(reader, "boats")
        assert "2 statements" in prompt_lines(reader)[0]
        await type_in(reader, " says:Nor")
        assert "1 statement" in prompt_lines(reader)[0]
        assert reader.seen("No word is “Nor”: found are words that begin so.")
        await reader.press("enter")
        assert reader.seen("boats says:Nor* · 1 statement")
        await reader.press("slash", "backspace", "tab", "enter")
        assert prompt_lines(reader) == []
        assert chosen(reader) == "ramming at least 12 boats"
        await reader.press("slash")
        await type_in(reader, " lang:Englsh")
        assert "^" in prompt_lines(reader)[2]
        await reader.press("tab")
        assert "1 statement" in prompt_lines(reader)[0]
        await reader.press("escape")
        assert reader.seen("boats says:Norland · 1 statement")
        await reader.press("slash", "ctrl+u", "enter")
        assert reader.seen("boats says:Norland · 1 statement")
        await reader.press("ctrl+s", "enter")
        assert reader.seen("Kept as “boats says:Norland” among the feeds.")
        await reader.press("ctrl+t")
        assert heading(reader).startswith("boats says:Norland · 1 found")
        assert titles(reader) == [TITLES[0]]
        await reader.press("q")
        assert reader.screen.list.scope == EVERYTHING


async def test_nothing_asked_and_nothing_found(search_path: Path) -> None:
    async with reading(search_path, (80, 24)) as reader:
        await reader.press("ctrl+t", "escape")
        assert reader.app.screen is reader.screen
        await reader.press("ctrl+t")
        await type_in(reader, "[/red]nowhere\n")
        assert reader.seen("Nobody said anything of that.")
        await reader.press("enter", "y", "o", "j", "J")
        assert reader.seen("[/red]nowhere · 0 statements")
        await reader.press("q")
        assert reader.app.screen is reader.screen


async def test_what_is_found_while_the_line_goes_is_not_told_in_it(search_path: Path) -> None:
    async with reading(search_path, (80, 24)) as reader:
        await reader.press("j", "slash")
        await type_in(reader, "says:Sudria")
        await reader.press("ctrl+t", "slash")
        screen = statements(reader)
        prompt = screen.prompt
        assert prompt is not None
        gone = prompt.remove()
        assert screen.prompt is None
        assert await screen._show_found("says:Norland", typing=False)
        await gone
        await reader.settle()
        assert not reader.seen("Something went wrong")
