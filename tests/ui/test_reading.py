"""The reading screen by its keys, at three sizes."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from pathlib import Path

import pytest
from reading import SIZES, TITLES, Reading, reading

from reader.ingest.desk import Desk
from reader.store.library import Library
from reader.ui.app import ParleyApp
from reader.ui.arrangement import ORDER, Place
from reader.ui.panel.panel import StatementPanel


def visible(reader: Reading) -> set[Place]:
    """The regions that have a place on the terminal."""
    return {place for place in ORDER if reader.screen.query_one(f"#{place}").region.area}


def read_states(path: Path) -> dict[int, bool]:
    with Library.open(path) as library:
        return {row.id: row.read for row in library.rows()}


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_picture_holds_the_list_and_the_newest_article(story_path: Path, size: tuple[int, int]) -> None:
    async with reading(story_path, size) as reader:
        assert reader.title == TITLES[0]
        assert reader.screen.at is Place.LIST
        assert visible(reader) == ({Place.LIST} if size == SIZES[0] else set(ORDER))
        assert all(reader.seen(title) for title in TITLES)
        assert reader.seen("4 articles · 3 unread")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("forward", "backward"), [("tab", "shift+tab"), ("l", "h")])
async def test_every_region_is_a_key_away(story_path: Path, size: tuple[int, int], forward: str, backward: str) -> None:
    async with reading(story_path, size) as reader:
        been = []
        for key in (forward, forward, forward, backward, backward):
            await reader.press(key)
            been.append(reader.screen.at)
            assert reader.screen.at in visible(reader)
            focused = reader.app.focused
            assert focused is not None
            assert any(node.id == reader.screen.at for node in focused.ancestors_with_self)
        assert been == [Place.ARTICLE, Place.PANEL, Place.LIST, Place.PANEL, Place.ARTICLE]


async def test_a_small_screen_says_where_you_are(story_path: Path) -> None:
    async with reading(story_path, (80, 24)) as reader:
        assert reader.lines()[0].split()[:4] == ["Parley", "Articles", "Article", "Panel"]
        await reader.press("tab", "tab")
        assert reader.screen.query_one("TitleLine").page is Place.PANEL  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", SIZES)
async def test_the_footer_tells_the_most_useful_keys_there_is_room_for(story_path: Path, size: tuple[int, int]) -> None:
    first = {
        Place.LIST: "j/k move Enter open Tab pane",
        Place.ARTICLE: "v select",
        Place.PANEL: "j/k move Enter in text",
    }
    async with reading(story_path, size) as reader:
        for _ in ORDER:
            foot = reader.lines()[-1]
            assert foot.startswith(first[reader.screen.at])
            assert foot.endswith("? keys")
            assert ("E export" in foot) == (size[0] > 100)
            await reader.press("tab")


async def test_the_footer_tells_what_acts_on_what_is_selected(story_path: Path) -> None:
    async with reading(story_path, (80, 24)) as reader:
        await reader.press("v", "j")
        assert "t tag X delete Esc back ? keys" in reader.lines()[-1]
        await reader.press("escape")
        assert "Enter open" in reader.lines()[-1]
        await reader.press("enter", "v")
        assert "1-5 highlight a note Esc end ? keys" in reader.lines()[-1]
        await reader.press("escape")
        assert reader.lines()[-1].startswith("v select H highlight a note")


async def test_widths_stay_while_an_article_without_analysis_is_opened(story_path: Path) -> None:
    async with reading(story_path, (200, 50)) as reader:
        before = [reader.screen.query_one(f"#{place}").region for place in ORDER]
        reader.screen.panel.show(reader.screen.article, None, "Analysing…")
        await reader.settle()
        assert [reader.screen.query_one(f"#{place}").region for place in ORDER] == before


async def test_opening_marks_read_and_m_takes_it_back(story_path: Path) -> None:
    async with reading(story_path) as reader:
        await reader.press("j", "enter")
        assert (reader.title, reader.screen.at) == (TITLES[1], Place.ARTICLE)
        assert read_states(story_path) == {1: True, 2: True, 3: False, 4: False}
        assert reader.seen("2 unread")
        await reader.press("m")
        assert read_states(story_path)[2] is False
        assert reader.seen("3 unread")


async def test_in_the_list_m_marks_the_article_under_the_cursor(story_path: Path) -> None:
    async with reading(story_path) as reader:
        await reader.press("G", "m")
        assert read_states(story_path) == {1: True, 2: False, 3: False, 4: True}


async def test_n_goes_through_the_unread_articles(story_path: Path) -> None:
    async with reading(story_path) as reader:
        await reader.press("j", "m", "n")
        assert reader.title == TITLES[2]
        await reader.press("n")
        assert reader.title == TITLES[3]
        await reader.press("n")
        assert reader.title == TITLES[3]
        assert reader.seen("No unread article after this one.")
        await reader.press("m", "h", "g", "g", "m", "j", "N")
        assert reader.title == TITLES[0]


async def test_space_reads_on_to_the_next_unread_article(story_path: Path) -> None:
    async with reading(story_path, article=2) as reader:
        await reader.press("tab")
        for _ in range(40):
            before = reader.screen.view.place
            await reader.press("space")
            if reader.title != TITLES[1]:
                break
            assert reader.screen.view.place > before
        assert reader.title == TITLES[2]


@pytest.mark.parametrize("size", SIZES)
async def test_back_goes_from_panel_to_article_to_list_and_then_quits(story_path: Path, size: tuple[int, int]) -> None:
    async with reading(story_path, size) as reader:
        await reader.press("tab", "right_square_bracket", "enter")
        assert reader.screen.at is Place.PANEL
        await reader.press("escape")
        assert reader.screen.at is Place.ARTICLE
        await reader.press("q")
        assert (reader.screen.at, reader.screen.view.selected) == (Place.ARTICLE, None)
        await reader.press("q")
        assert reader.screen.at is Place.LIST
        await reader.pilot.press("q")
        await reader.pilot.pause()
        assert not reader.app.is_running


async def test_back_while_an_article_is_on_its_way_calls_it_off_and_does_not_quit(story_path: Path) -> None:
    async with reading(story_path, (80, 24), article=1) as reader:
        await reader.press("j")
        goes_on = threading.Event()
        held = asyncio.create_task(reader.app.desk.library.ask(lambda _: goes_on.wait()))
        await reader.pilot.press("enter", "q")
        goes_on.set()
        await held
        await reader.settle()
        assert (reader.app.is_running, reader.screen.at, reader.title) == (True, Place.LIST, TITLES[0])
        await reader.press("enter")
        assert (reader.screen.at, reader.title) == (Place.ARTICLE, TITLES[1])


async def test_zen_shows_the_article_alone(story_path: Path) -> None:
    async with reading(story_path, (200, 50)) as reader:
        await reader.press("z")
        assert visible(reader) == {Place.ARTICLE}
        assert not reader.seen("Parley")
        await reader.press("z")
        assert visible(reader) == set(ORDER)
        await reader.press("z", "tab")
        assert visible(reader) == set(ORDER)


async def test_the_article_last_open_is_opened_again(story_path: Path) -> None:
    async with reading(story_path) as reader:
        await reader.press("j", "j", "enter")
    async with reading(story_path) as reader:
        assert reader.title == TITLES[2]
        assert reader.screen.list.cursor == 2


async def test_the_article_asked_for_is_opened(story_path: Path) -> None:
    async with reading(story_path, article=4) as reader:
        assert reader.title == TITLES[3]


async def test_an_article_that_is_gone_is_told(story_path: Path) -> None:
    async with reading(story_path, article=99) as reader:
        assert reader.title is None
        assert reader.seen("The library has no article 99.")


async def test_switching_fast_shows_the_last_article_and_its_analysis(story_path: Path) -> None:
    async with reading(story_path, article=2) as reader:
        for id in (1, 2, 3, 2, 4, 1):
            reader.screen.open(id)
        await reader.settle()
        view = reader.screen.view
        assert reader.title == TITLES[0]
        assert view.article is not None
        assert view.article.title == TITLES[0]
        assert view.analysis is not None
        assert len(view.analysis.statements) == 3


async def test_only_the_web_may_be_opened(story_path: Path) -> None:
    opened: list[str] = []
    async with reading(story_path) as reader:
        reader.app.open_url = lambda url, *, new_tab=True: opened.append(url)  # type: ignore[method-assign]
        await reader.press("o")
        assert opened == ["https://example.org/0"]


async def test_comparing_comes_back_to_the_chosen_statement(story_path: Path) -> None:
    async with reading(story_path) as reader:
        await reader.press("c", "l", "enter")
        assert reader.screen.is_current
        assert reader.screen.at is Place.ARTICLE
        assert reader.screen.view.selected is not None
        assert reader.screen.view.selected.parties == ("sudria",)
        assert reader.screen.query_one(StatementPanel).chosen_statement == reader.screen.view.selected.id


@pytest.mark.parametrize("size", [(20, 5), (12, 3), (4, 2), (1, 1)])
async def test_a_tiny_terminal_still_works(story_path: Path, size: tuple[int, int]) -> None:
    async with reading(story_path, size) as reader:
        await reader.press(
            "j", "enter", "j", "pagedown", "right_square_bracket", "tab", "j", "c", "escape", "question_mark"
        )
        await reader.press("escape", "L", "escape", "z", "z")
        assert reader.app.is_running
        await reader.pilot.resize_terminal(120, 40)
        await reader.settle()
        assert visible(reader) == set(ORDER)


def test_a_library_that_cannot_be_read_ends_the_app_with_a_sentence(library_path: Path) -> None:
    library_path.parent.mkdir()
    library_path.write_text("not a library at all, but long enough to be looked at " * 20)
    app = ParleyApp(Desk(library_path))
    app.run(headless=True, size=(80, 24))
    assert app.return_code == 1


async def test_a_library_locked_by_another_program_is_told_and_reading_goes_on(story_path: Path) -> None:
    async with reading(story_path) as reader:
        other = sqlite3.connect(story_path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        await reader.press("j")
        await reader.pilot.press("m")
        assert reader.app.is_running
        await reader.settle()
        # Where its lines end depends on how long the library's name is.
        assert "by another program" in " ".join(" ".join(reader.lines()).replace("▌", " ").split())
        assert reader.seen("Norland accused")
        other.execute("ROLLBACK")
        other.close()
        await reader.press("m")
        assert read_states(story_path)[2] is True


async def test_walking_where_nobody_speaks_says_so(story_path: Path) -> None:
    async with reading(story_path, article=2) as reader:
        await reader.press("right_square_bracket")
        assert reader.seen("No statement was found in this article.")
        assert reader.screen.view.selected is None


@pytest.mark.parametrize("key", ["right_square_bracket", "left_square_bracket", "c"])
async def test_an_article_not_analysed_yet_says_so_when_asked(story_path: Path, key: str) -> None:
    async with reading(story_path) as reader:
        assert reader.screen.article is not None
        reader.screen.view.show(reader.screen.article, None)
        await reader.press(key)
        assert reader.seen("This article is not analysed yet.")
