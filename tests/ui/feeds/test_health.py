"""The health screen: which feeds fail, why, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import SIZES, Reading
from subscribed import drawer, subscribed

from reader.domain.scope import Scope
from reader.store.library import Library
from reader.ui.feeds.health_rows import HealthLine


def names(reader: Reading) -> list[str]:
    """The feeds listed, from the top."""
    lines = drawer(reader).list.lines
    return [line.feed.shown for line in lines if isinstance(line, HealthLine)]


@pytest.mark.parametrize("size", SIZES)
async def test_it_shows_each_feed_and_what_to_do(feed_path: Path, size: tuple[int, int]) -> None:
    async with subscribed(feed_path, size) as reader:
        await reader.press("I")
        assert names(reader) == ["Beta", "Gamma", "Alpha"]
        assert reader.seen("3 feeds · 1 fails")
        assert reader.seen("fails 500")
        assert reader.seen("answered 500. It is asked again later.")
        assert reader.seen("https://beta.example/feed")
        await reader.press("escape")
        assert reader.app.screen is reader.screen


async def test_filter_and_order(feed_path: Path) -> None:
    async with subscribed(feed_path) as reader:
        await reader.press("B", "i", "f")
        assert names(reader) == ["Beta"]
        await reader.press("f", "s")
        assert names(reader) == ["Alpha", "Beta", "Gamma"]
        await reader.press("j", "s")
        line = drawer(reader).list.line
        assert isinstance(line, HealthLine)
        assert line.feed.name == "Gamma"


async def test_no_failing_feed_is_told(feed_path: Path) -> None:
    with Library.open(feed_path) as library:
        beta = next(feed for feed in library.feeds.all() if feed.name == "Beta")
        library.feeds.unsubscribe(beta.id)
    async with subscribed(feed_path) as reader:
        await reader.press("I", "f")
        assert reader.seen("No feed fails.")
        await reader.press("j", "r", "p", "d", "y", "G", "enter")
        assert reader.app.is_running


async def test_no_feeds_at_all_are_told(story_path: Path) -> None:
    async with subscribed(story_path, (80, 24)) as reader:
        await reader.press("I")
        assert reader.seen("No feeds yet")


async def test_enter_shows_the_articles_of_the_feed(feed_path: Path) -> None:
    async with subscribed(feed_path) as reader:
        await reader.press("B", "i", "enter")
        assert reader.app.screen is reader.screen
        assert reader.screen.list.total == 40


async def test_pausing_and_giving_up_with_undo(feed_path: Path) -> None:
    async with subscribed(feed_path) as reader:
        await reader.press("I", "p")
        assert reader.seen("paused")
        await reader.press("u", "d", "enter")
        assert names(reader) == ["Gamma", "Alpha"]
        await reader.press("u")
        assert names(reader) == ["Beta", "Gamma", "Alpha"]


async def test_trusting_a_certificate_is_asked_in_plain_words(feed_path: Path) -> None:
    async with subscribed(feed_path) as reader:
        await reader.press("I", "t")
        assert reader.seen("Nobody vouches") or reader.seen("nobody vouches")
        await reader.press("enter")
        feed = drawer(reader).feed
        assert feed is not None
        assert not feed.insecure


@pytest.mark.parametrize("theme", ["parley-light", "ansi-dark", "ansi-light"])
async def test_marks_need_no_colour(feed_path: Path, theme: str) -> None:
    async with subscribed(feed_path) as reader:
        reader.app.theme = theme
        await reader.press("I")
        assert reader.seen("! Beta")
        await reader.press("escape", "B")
        assert reader.seen("!     Beta")


async def test_hostile_names_are_shown_as_text(feed_path: Path) -> None:
    hostile = "[/x] [bold]\x1b[31mred\x1b[0m\u202eevil\x07"
    with Library.open(feed_path) as library:
        feed = library.feeds.all()[0]
        library.feeds.rename(feed.id, hostile)
        folder = library.folders.add(hostile)
        library.folders.move_feed(feed.id, folder)
    async with subscribed(feed_path) as reader:
        await reader.press("B", "G")
        for keys in (["m"], ["escape", "e"], ["escape", "d"], ["escape", "t"], ["escape", "c"]):
            await reader.press(*keys)
            assert reader.seen("[/x] [bold]red")
            shown = "".join(reader.lines())
            assert "\x1b" not in shown
            assert "\u202e" not in shown
        await reader.press("escape", "i")
        assert reader.seen("[/x] [bold]red")
        await reader.press("escape", "p", "u")
        with Library.open(feed_path) as library:
            assert library.counts(Scope(feed=feed.id)).articles == 3
        assert reader.app.is_running
