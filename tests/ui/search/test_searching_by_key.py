"""The search prompt by its keys: what is found as one types, errors, completion, earlier searches."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import TITLES, reading
from searched import heading, prompt_lines, titles, type_in
from textual.widgets import Input

from reader.store.library import Library
from reader.store.stories.placings import Placings
from reader.ui.app import ParleyApp
from reader.ui.arrangement import Place


def typed(app: ParleyApp) -> str:
    """What stands in the line with the focus."""
    assert isinstance(app.focused, Input)
    return app.focused.value


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_the_list_shows_what_is_found_as_one_types(search_path: Path, size: tuple[int, int]) -> None:
    async with reading(search_path, size) as reader:
        await reader.press("j", "slash")
        border, line, *told = prompt_lines(reader)
        assert "Search" in border
        assert not line.strip()
        assert "is:unread" in told[0]
        assert "F1" in told[1]
        assert all(len(each) < size[0] for each in told)
        await type_in(reader, "armenie")
        assert titles(reader) == ["Erevan répond"]
        assert heading(reader) == "armenie · 1 found · 1 unread"
        assert "1 found · the best first" in prompt_lines(reader)[0]
        assert reader.seen("L’Arménie a démenti")
        await reader.press(*["backspace"] * 7)
        assert reader.screen.list.total == 156
        await type_in(reader, "weather")
        assert heading(reader) == "weather · 150 found · 150 unread"
        assert reader.lines()[-1].rstrip().endswith("keep")
        await reader.press("enter")
        assert prompt_lines(reader) == []
        assert reader.screen.at is Place.LIST
        await reader.press("G")
        cursor = reader.screen.list.cursor_row
        assert cursor is not None
        assert reader.seen(f"{cursor.title} on the weather of the day")
        await reader.press("q")
        assert heading(reader) == "Articles"
        assert reader.screen.list.cursor == 1


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_giving_it_up_leaves_everything_as_it_was(search_path: Path, size: tuple[int, int]) -> None:
    async with reading(search_path, size) as reader:
        await reader.press("G", "k", "k")
        articles = reader.screen.list
        before = (articles.cursor, articles.cursor_row, articles.scroll_y, articles.scope, heading(reader))
        lines = reader.lines()
        await reader.press("S")
        await type_in(reader, "boats weather")
        assert reader.seen("Nothing found.")
        await reader.press("escape")
        assert (articles.cursor, articles.cursor_row, articles.scroll_y, articles.scope, heading(reader)) == before
        assert reader.lines() == lines
        await reader.press("tab", "z", "S")
        await type_in(reader, "boats")
        await reader.press("escape")
        assert (reader.screen.at, reader.screen.zen) == (Place.ARTICLE, True)


async def test_a_word_that_is_nowhere_is_taken_for_the_beginning_of_one(search_path: Path) -> None:
    async with reading(search_path, (80, 24)) as reader:
        await reader.press("slash")
        await type_in(reader, "harv")
        assert titles(reader) == [TITLES[1]]
        assert reader.seen("No word is “harv”: found are words that begin so.")
        await reader.press("enter")
        assert heading(reader) == "harv* · 1 found · 1 unread"
        await reader.press("S")
        assert typed(reader.app) == "harv*"
        await reader.press(*["backspace"] * 5)
        await type_in(reader, "zzz")
        assert heading(reader) == "zzz · 0 found"
        await reader.press(*["backspace"] * 3)
        await type_in(reader, "says:Norl")
        assert titles(reader) == [TITLES[0]]
        assert reader.seen("No word is “Norl”: found are words that begin so.")


async def test_errors_stand_below_the_line_where_they_are_and_are_put_right(search_path: Path) -> None:
    async with reading(search_path, (80, 24)) as reader:
        await reader.press("slash")
        await type_in(reader, "boats sorce:Wire")
        _, line, place, said = prompt_lines(reader)
        assert line.index("sorce:") == place.index("^")
        assert "sorce:" in said
        assert not reader.app._notifications
        assert heading(reader) == "Articles"
        await reader.press("enter")
        assert prompt_lines(reader)[2].strip("^ ") == ""
        assert typed(reader.app) == "boats sorce:Wire"
        await reader.press("tab")
        assert typed(reader.app) == "boats source:Wire"
        assert reader.screen.list.total == 1
        assert "^" not in prompt_lines(reader)[2]
        await type_in(reader, ' "open')
        assert "^" not in prompt_lines(reader)[2]
        await reader.press("enter")
        assert "^" in prompt_lines(reader)[2]


async def test_a_place_out_of_sight_is_marked_at_the_edge(search_path: Path) -> None:
    async with reading(search_path, (40, 20)) as reader:
        await reader.press("slash")
        await type_in(reader, "before:never " + "long " * 12)
        assert prompt_lines(reader)[2].startswith(" ^")
        assert len(prompt_lines(reader)) == 5
        assert all(len(line) <= 40 for line in reader.lines())


async def test_fields_and_values_are_completed(search_path: Path) -> None:
    async with reading(search_path, (80, 24)) as reader:
        await reader.press("slash")
        await type_in(reader, "sour")
        await reader.press("tab")
        assert typed(reader.app) == "source:"
        assert "Where it was published" in prompt_lines(reader)[3]
        await reader.press("tab")
        assert "Paper" in prompt_lines(reader)[2]
        await reader.press("ctrl+u")
        await type_in(reader, "source:p")
        await reader.press("tab")
        assert typed(reader.app) == "source:Paper"
        assert titles(reader)[:2] == [TITLES[0], TITLES[1]]
        await type_in(reader, " is:")
        await reader.press("tab", "tab")
        assert typed(reader.app) == "source:Paper is:read"
        assert "unread  read  bookmarked" in prompt_lines(reader)[2]
        await reader.press("shift+tab")
        assert typed(reader.app) == "source:Paper is:unread"
        await type_in(reader, ' "words in a phrase')
        await reader.press("tab")
        assert "Nothing here can be completed." in prompt_lines(reader)[3]


async def test_earlier_searches_are_recalled_also_after_a_restart(search_path: Path) -> None:
    async with reading(search_path, (80, 24)) as reader:
        for words in ("boats", "weather", "boats"):
            await reader.press("S", "ctrl+u")
            await type_in(reader, f"{words}\n")
    async with reading(search_path, (80, 24)) as reader:
        await reader.press("S")
        await type_in(reader, "har")
        recalled = []
        for key in ("up", "up", "up", "down", "down", "down"):
            await reader.press(key)
            recalled.append(typed(reader.app))
        assert recalled == ["boats", "weather", "weather", "boats", "har", "har"]
        await reader.press("up")
        assert heading(reader).startswith("boats · 2 found")


async def test_the_order_is_turned_while_typing_and_in_the_list(search_path: Path) -> None:
    async with reading(search_path, (80, 24)) as reader:
        await reader.press("slash")
        await type_in(reader, "report")
        best = titles(reader)[0]
        await reader.press("ctrl+o")
        assert "the newest first" in prompt_lines(reader)[0]
        newest = titles(reader)[0]
        assert newest == TITLES[1]
        await reader.press("enter", "j", "ctrl+o")
        assert titles(reader)[0] == best != newest
        assert reader.screen.list.cursor == 0
        await reader.press("q", "ctrl+o")
        assert reader.seen("Nothing is searched for.")


async def test_all_that_can_be_asked_is_a_key_away(search_path: Path) -> None:
    async with reading(search_path, (80, 24)) as reader:
        await reader.press("slash")
        await type_in(reader, "boats")
        await reader.press("f1")
        assert reader.seen("What can be searched for")
        assert reader.seen("truce OR ceasefire")
        await reader.press("G")
        assert reader.seen("counts:soldiers")
        await reader.press("escape")
        assert typed(reader.app) == "boats"


HOSTILE = (
    *("[/red]", "[bold", "\"'; DROP TABLE article; --", "NEAR(a b)", "a AND OR", "((((", "\x1b[31mx", "*", "-", "^"),
    *("a:b:c", "says:[/x]", "lang:\u202e"),
)


async def test_nothing_typed_breaks_anything(search_path: Path) -> None:
    async with reading(search_path, (80, 24)) as reader:
        await reader.press("slash")
        line = reader.app.focused
        assert isinstance(line, Input)
        for words in HOSTILE:
            line.value = words
            await reader.press("tab")
            assert not reader.app._notifications, words
            assert all("\x1b" not in each for each in reader.lines())
        line.value = "boom right"
        await reader.settle()
        assert reader.seen("[/red][link=x]Boom")
        await reader.press("enter", "enter")
        assert reader.screen.article is not None
        assert reader.screen.article.source == "Wire"


async def test_a_small_screen_still_shows_the_line(search_path: Path) -> None:
    async with reading(search_path, (30, 9)) as reader:
        await reader.press("slash")
        await type_in(reader, "boats")
        assert reader.seen("2 found")
        assert any(line.strip() == "boats" for line in reader.lines())
        await reader.press("enter", "enter")
        assert reader.title == TITLES[0]


async def test_the_words_of_a_search_are_kept_by_the_library(search_path: Path) -> None:
    async with reading(search_path, (80, 24)) as reader:
        await reader.press("slash")
        await type_in(reader, "boats is:unread")
        await reader.press("ctrl+s")
        assert reader.seen("Keep this search")
        await reader.press("ctrl+u")
        await type_in(reader, "Strait")
        await reader.press("enter")
        with Library.open(search_path) as library:
            assert [(kept.name, kept.query) for kept in library.searches.all()] == [("Strait", "boats is:unread")]
        assert heading(reader).startswith("Strait · 1 found")
        await reader.press("K")
        assert reader.seen("This search is kept already.")
        await reader.press("u")
        with Library.open(search_path) as library:
            assert library.searches.all() == []


async def test_a_search_that_asks_of_stories_tells_what_is_not_looked_at_for_them(
    search_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Placings, "waiting", lambda *_: [])  # so that nothing is placed meanwhile
    with Library.open(search_path) as library:
        library._db.execute("DELETE FROM unplaced")
        library._db.execute("INSERT INTO unplaced SELECT dated, id, 0 FROM article")
    async with reading(search_path, (80, 24)) as reader:
        await reader.press("slash")
        await type_in(reader, "is:story")
        assert "156 articles are not looked at for stories yet; later there may be more." in prompt_lines(reader)[-1]
        await type_in(reader, " OR weather")
        assert "156 articles are not looked at" in prompt_lines(reader)[-1]
        await reader.press(*["backspace"] * len("is:story OR weather"))
        await type_in(reader, "weather")
        assert not any("looked at" in line for line in prompt_lines(reader))
        await reader.press("ctrl+t", "slash")
        assert not any("looked at" in line for line in prompt_lines(reader))
        await type_in(reader, " OR heard:Sudria")
        assert "156 articles are not looked at for stories yet; later there may be more." in prompt_lines(reader)[-1]
