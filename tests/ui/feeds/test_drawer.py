"""The drawer: folders and feeds, what can be done with them, and taking it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import SIZES, Reading
from subscribed import drawer, subscribed

from reader.domain.feed import FullText
from reader.domain.scope import EVERYTHING, Scope
from reader.store.library import Library
from reader.ui.feeds.tree import TreeLine


def chosen(reader: Reading) -> str:
    """The name of the row under the cursor."""
    line = drawer(reader).list.line
    assert isinstance(line, TreeLine)
    return line.name


async def on(reader: Reading, name: str) -> None:
    """Open the drawer and go to a row by its name."""
    await reader.press("B")
    lines = drawer(reader).list.lines
    at = next(n for n, line in enumerate(lines) if isinstance(line, TreeLine) and line.name == name)
    await reader.pilot.press("home", *["j"] * at)
    await reader.settle()
    assert chosen(reader) == name


async def typed(reader: Reading, *keys: str) -> None:
    """Press keys one right after the other."""
    await reader.pilot.press(*keys)
    await reader.settle()


@pytest.mark.parametrize("size", SIZES)
async def test_it_shows_folders_feeds_and_what_is_unread(feed_path: Path, size: tuple[int, int]) -> None:
    async with subscribed(feed_path, size) as reader:
        await reader.press("B")
        width = size[0] if size[0] < 100 else 47
        lines = [line[:width].strip("│ ").split() for line in reader.lines()]
        for row in (["All", "articles"], ["Unread", "44"], ["▾", "World", "43"], ["!", "Beta", "40"]):
            assert row in lines
        await reader.press("escape")
        assert reader.app.screen is reader.screen


@pytest.mark.parametrize("size", SIZES)
async def test_enter_shows_the_articles_of_a_feed_and_escape_all_again(feed_path: Path, size: tuple[int, int]) -> None:
    async with subscribed(feed_path, size) as reader:
        await on(reader, "Alpha")
        await reader.press("enter")
        assert reader.screen.list.total == 3
        assert reader.seen("Alpha · ")
        assert {row.title for _, row in reader.screen.list.rows.window.items()} == {"Alpha 0", "Alpha 1", "Alpha 2"}
        await reader.press("escape")
        assert reader.screen.list.scope == EVERYTHING
        assert reader.screen.list.total == 45
        assert reader.app.is_running


async def test_a_folder_shows_what_is_in_it_and_below(feed_path: Path) -> None:
    async with subscribed(feed_path) as reader:
        await on(reader, "World")
        await reader.press("enter")
        assert reader.screen.list.total == 43


async def test_what_is_listed_is_remembered(feed_path: Path) -> None:
    async with subscribed(feed_path) as reader:
        await on(reader, "Gamma")
        await reader.press("enter")
    async with subscribed(feed_path) as reader:
        assert reader.screen.list.total == 2
        assert reader.seen("Gamma · ")
        await reader.press("B")
        assert chosen(reader) == "Gamma"


async def test_what_is_read_stays_among_the_unread_until_they_are_chosen_again(feed_path: Path) -> None:
    async with subscribed(feed_path) as reader:
        await on(reader, "Unread")
        await reader.press("enter", "j", "j", "enter")
        articles = reader.screen.list
        total, title = articles.total, reader.title
        assert articles.cursor == 2
        await reader.screen.show_library()
        assert (articles.total, articles.cursor) == (total, 2)
        assert articles.cursor_row is not None
        assert articles.cursor_row.title == title
        await on(reader, "Unread")
        await reader.press("enter")
        assert articles.total == total - 1


async def test_folders_close_open_and_stay_as_they_were_left(feed_path: Path) -> None:
    async with subscribed(feed_path) as reader:
        await on(reader, "Beta")
        await reader.press("h")
        assert chosen(reader) == "Far"
        await reader.press("h")
        assert not reader.seen("Beta  ")
        await reader.press("l")
        assert reader.seen("! ")
        await reader.press("h", "h")
        assert chosen(reader) == "World"
        await reader.press("space", "escape")
    async with subscribed(feed_path) as reader:
        await reader.press("B")
        assert [line for line in reader.lines() if "Alpha" in line[:40]] == []


async def test_pausing_and_whole_articles_are_done_and_taken_back(feed_path: Path) -> None:
    async with subscribed(feed_path) as reader:
        await on(reader, "Gamma")
        await reader.press("p")
        assert reader.seen("‖ Gamma")
        await reader.press("f")
        feed = drawer(reader).feed
        assert feed is not None
        assert (feed.paused, feed.full_text) == (True, FullText.SHORT)
        await reader.press("u")
        assert reader.seen("Taken back: full text of Gamma")
        await reader.press("u", "U", "u")
        assert reader.seen("Taken back: paused Gamma")
        feed = drawer(reader).feed
        assert feed is not None
        assert (feed.name, feed.paused, feed.full_text) == ("Gamma", False, FullText.OFF)


async def test_renaming_a_feed_and_a_folder(feed_path: Path) -> None:
    async with subscribed(feed_path) as reader:
        await on(reader, "Gamma")
        await reader.press("e")
        await typed(reader, "ctrl+u", *"Zeta", "enter")
        assert chosen(reader) == "Zeta"
        await reader.press("u")
        assert chosen(reader) == "Gamma"
        await reader.press("escape")
        await on(reader, "Far")
        await reader.press("e", "ctrl+u", "enter")
        assert reader.seen("A folder needs a name.")
        await typed(reader, *"Near", "enter")
        assert chosen(reader) == "Near"


async def test_moving_to_a_folder_and_to_a_new_one(feed_path: Path) -> None:
    async with subscribed(feed_path) as reader:
        await on(reader, "Gamma")
        await reader.press("m")
        assert reader.seen("World / Far")
        await reader.press("j", "enter")
        assert chosen(reader) == "Gamma"
        assert drawer(reader).home is not None
        await reader.press("u")
        assert drawer(reader).home is None
        await reader.press("m")
        await typed(reader, "j", "j", "j", "enter")
        await typed(reader, *"Fresh", "enter")
        folder = drawer(reader).known.folder(drawer(reader).home)
        assert folder is not None
        assert folder.name == "Fresh"
        assert chosen(reader) == "Gamma"


async def test_a_folder_is_made_and_dissolved(feed_path: Path) -> None:
    async with subscribed(feed_path) as reader:
        await on(reader, "World")
        await reader.press("n")
        await typed(reader, *"Inner", "enter")
        assert reader.seen("Inner")
        await reader.press("d")
        assert "World" not in [folder.name for folder in drawer(reader).known.folders]
        await reader.press("u")
        assert "World" in [folder.name for folder in drawer(reader).known.folders]


@pytest.mark.parametrize(("keys", "left"), [(["enter"], 40), (["j", "enter"], 1), (["escape"], 40)])
async def test_unsubscribing_says_what_goes_and_can_be_taken_back(feed_path: Path, keys: list[str], left: int) -> None:
    with Library.open(feed_path) as library:
        beta = next(feed for feed in library.feeds.all() if feed.name == "Beta")
        library.set_bookmarked(library.rows(1, scope=Scope(feed=beta.id))[0].id, True)
    async with subscribed(feed_path) as reader:
        await on(reader, "Beta")
        await reader.press("d")
        assert reader.seen("the 39 articles that are neither")
        await reader.press(*keys)
        with Library.open(feed_path) as library:
            assert library.counts(Scope(feed=beta.id)).articles == left
            assert (library.feeds.get(beta.id).unsubscribed is None) == (keys == ["escape"])
        if keys != ["escape"]:
            await reader.press("u")
            with Library.open(feed_path) as library:
                assert library.counts(Scope(feed=beta.id)).articles == 40
                assert library.feeds.get(beta.id).unsubscribed is None


async def test_giving_up_the_feed_of_the_list_shows_everything_again(feed_path: Path) -> None:
    async with subscribed(feed_path) as reader:
        await on(reader, "Alpha")
        await reader.press("enter")
        await on(reader, "Alpha")
        await reader.press("d", "enter", "escape")
        await reader.settle()
        assert reader.screen.list.scope == EVERYTHING
        assert reader.screen.list.total == 45


async def test_a_proxy_with_a_password_is_not_kept_in_the_library(feed_path: Path) -> None:
    async with subscribed(feed_path) as reader:
        await on(reader, "Alpha")
        await reader.press("x")
        await typed(reader, *"http://me:secret@proxy.example", "enter")
        assert reader.seen("password is not kept in the library")
        await typed(reader, "ctrl+u", *"http://proxy.example:3128", "enter")
        feed = drawer(reader).feed
        assert feed is not None
        assert feed.proxy == "http://proxy.example:3128"
    with Library.open(feed_path) as library:
        assert [feed.proxy for feed in library.feeds.all() if feed.proxy] == ["http://proxy.example:3128"]


async def test_without_feeds_it_says_what_to_do_and_offers_the_starter_list(empty_library: Library) -> None:
    from subscribed import quiet

    empty_library.set_setting("seeded", "1")
    quiet(empty_library)
    async with subscribed(empty_library.path, (80, 24)) as reader:
        await reader.press("B")
        assert reader.seen("No feeds yet: a adds one")
        await reader.press("s")
        assert len(drawer(reader).known.feeds) > 10
        assert reader.seen("Français")
        await reader.press("u")
        assert drawer(reader).known.feeds == ()


async def test_keys_that_need_a_feed_say_so(feed_path: Path) -> None:
    async with subscribed(feed_path) as reader:
        await reader.press("B", "home", "g", "g")
        for key in "pdfcxtyoem":
            await reader.press(key)
            assert reader.seen("Choose a feed first.")
            assert drawer(reader).list.has_focus
