"""The list of articles, by keys and mouse, at any length."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import SIZES, TITLES, reading

from reader.domain.article import Draft
from reader.store.library import Library
from reader.ui.row_window import KEPT, PAGE

MANY = 5_000


@pytest.fixture
def long_path(empty_library: Library) -> Path:
    """A library of thousands of unread articles, the newest called "Story 0"."""
    empty_library.set_setting("seeded", "1")
    empty_library.set_setting("ui.paused", "1")  # or each would be analysed before a test goes on
    with empty_library.transaction():
        for n in reversed(range(MANY)):
            empty_library.add(Draft(f"Text {n}.", f"Story {n}", published="2026-01-01", language="und"))
    return empty_library.path


async def test_rows_show_mark_date_source_language_and_title(story_path: Path) -> None:
    async with reading(story_path, (80, 24)) as reader:
        lines = reader.lines()
        at = next(n for n, line in enumerate(lines) if "Paper" in line)
        assert lines[at].split() == ["▸", "18", "Mar", "Paper", "en"]
        assert lines[at + 1].strip() == TITLES[0]
        assert lines[at + 2].split() == ["●", "17", "Mar", "Paper", "en"]


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (["j", "down"], 2),
        (["j", "j", "k", "up"], 0),
        (["G"], 3),
        (["end", "g", "g"], 0),
        (["G", "home"], 0),
        (["G", "g"], 3),
        (["G", "g", "k", "g"], 2),
        (["pagedown"], 3),
        (["ctrl+f", "ctrl+b"], 0),
        (["k"], 0),
        (["G", "j"], 3),
    ],
)
async def test_keys_move_the_cursor(story_path: Path, keys: list[str], row: int) -> None:
    async with reading(story_path) as reader:
        await reader.press(*keys)
        assert reader.screen.list.cursor == row


async def test_a_tall_narrow_list_gives_a_title_two_lines(story_path: Path) -> None:
    title = "A title so long that no list has room for it"
    with Library.open(story_path) as library:
        library.add(Draft("Text.", title, "Paper", published="2026-03-19", language="und"))
    for size in ((160, 45), (200, 50)):
        async with reading(story_path, size) as reader:
            at = next(n for n, line in enumerate(reader.lines()) if "A title so long" in line)
            width = reader.screen.list.size.width
            first, second = (line[2:width].strip() for line in reader.lines()[at : at + 2])
            assert f"{first} {second}" == title


async def test_a_click_on_any_line_of_a_row_opens_its_article(story_path: Path) -> None:
    async with reading(story_path, (200, 50)) as reader:
        for line, title in ((4, TITLES[1]), (9, TITLES[2]), (3, TITLES[0])):
            await reader.pilot.click("#list", offset=(5, line))
            await reader.settle()
            assert reader.title == title


async def test_a_click_opens_an_article(story_path: Path) -> None:
    async with reading(story_path, (80, 24)) as reader:
        await reader.pilot.click("#list", offset=(5, 6))
        await reader.settle()
        assert reader.title == TITLES[2]


async def test_thousands_of_rows_are_asked_for_as_they_come_into_sight(long_path: Path) -> None:
    async with reading(long_path, (80, 24)) as reader:
        assert len(list(reader.screen.list.rows.window.items())) <= 3 * PAGE
        await reader.press("G")
        assert reader.seen(f"Story {MANY - 1}")
        await reader.press(*["ctrl+b"] * 3)
        assert reader.screen.list.cursor_row is not None
        await reader.press("home")
        assert reader.seen("Story 0")
        assert len(list(reader.screen.list.rows.window.items())) <= KEPT * PAGE


async def test_the_wheel_scrolls_without_moving_the_cursor(long_path: Path) -> None:
    async with reading(long_path, (80, 24)) as reader:
        articles = reader.screen.list
        articles.scroll_to(y=2000, animate=False)
        await reader.settle()
        assert reader.seen("Story 1000")
        assert articles.cursor == 0


async def test_the_cursor_stays_on_its_article_when_newer_ones_arrive(long_path: Path) -> None:
    async with reading(long_path) as reader:
        await reader.press(*["j"] * 7)
        before = reader.screen.list.cursor_row
        with Library.open(long_path) as library:
            for n in range(150):
                library.add(Draft(f"News {n}.", f"News {n}", published="2026-02-01"))
        await reader.press("m")
        after = reader.screen.list.cursor_row
        assert before is not None
        assert after is not None
        assert (after.id, after.read) == (before.id, True)
        assert reader.screen.list.cursor == 157
        assert reader.seen(after.title)


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_library_says_what_to_do(empty_library: Library, size: tuple[int, int]) -> None:
    empty_library.set_setting("seeded", "1")
    async with reading(empty_library.path, size) as reader:
        assert reader.seen("parley\u00a0add\u00a0FILE")
        await reader.press("j", "G", "enter", "space", "n", "m", "c", "y", "o", "right_square_bracket", "tab", "tab")
        assert reader.app.is_running
