"""New articles come in: nothing that is looked at moves, wherever they come from."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import SIZES, Reading
from subscribed import bring, subscribed

from reader.domain.errors import LibraryError
from reader.domain.scope import Scope
from reader.store.library import Library


def titles(reader: Reading) -> list[str]:
    """The titles of the rows in sight, and on which lines."""
    articles = reader.screen.list
    first = round(articles.scroll_y) // articles.lines_a_row
    count = articles.scrollable_content_region.height // articles.lines_a_row
    rows = (articles.rows.get(at) for at in range(first, min(first + count, articles.total)))
    return [row.title for row in rows if row is not None]


def news(path: Path, count: int, feed: str = "Alpha") -> None:
    """Another process brings articles newer than all others."""
    with Library.open(path) as library:
        ids = {each.name: each.id for each in library.feeds.all()}
        bring(library, ids[feed], [f"News {n}" for n in range(count)], days=0.5)


async def look(reader: Reading) -> None:
    """Let the app look whether another program was here."""
    reader.screen.look_for_others()
    await reader.settle()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [["j", "j"], ["G"], ["G", "k", "k", "k"]])
async def test_rows_cursor_and_article_stay_where_they_are(
    feed_path: Path, size: tuple[int, int], keys: list[str]
) -> None:
    async with subscribed(feed_path, size) as reader:
        await look(reader)
        await reader.press("enter")
        await reader.press("tab", "shift+tab", *keys) if size[0] > 100 else await reader.press("q", *keys)
        articles = reader.screen.list
        before, opened = titles(reader), reader.title
        cursor = articles.cursor_row
        news(feed_path, 130)
        await look(reader)
        assert articles.total == 175
        assert titles(reader) == before
        assert articles.cursor_row == cursor
        assert reader.title == opened
        assert reader.seen("175 articles")


@pytest.mark.parametrize("size", SIZES)
async def test_what_came_in_above_is_told_until_the_top_is_seen(feed_path: Path, size: tuple[int, int]) -> None:
    async with subscribed(feed_path, size) as reader:
        await look(reader)
        before = titles(reader)
        news(feed_path, 34)
        await look(reader)
        assert titles(reader) == before
        assert reader.seen("34 new ↑")
        await reader.press("home")
        assert not reader.seen("new ↑")
        assert titles(reader)[0] == "News 0"


async def test_the_wheel_leaves_the_cursor_and_still_nothing_moves(feed_path: Path) -> None:
    async with subscribed(feed_path, (80, 24)) as reader:
        await look(reader)
        articles = reader.screen.list
        articles.scroll_to(y=40, animate=False)
        await reader.settle()
        before, cursor = titles(reader), articles.cursor_row
        news(feed_path, 20)
        await look(reader)
        assert titles(reader) == before
        assert articles.cursor_row == cursor
        assert articles.cursor == 20


async def test_another_feed_s_articles_do_not_enter_a_list(feed_path: Path) -> None:
    async with subscribed(feed_path) as reader:
        await look(reader)
        beta = next(feed.id for feed in Library.open(feed_path).feeds.all() if feed.name == "Beta")
        reader.screen.narrow(Scope(feed=beta))
        await reader.settle()
        news(feed_path, 5)
        await look(reader)
        assert reader.screen.list.total == 40
        assert reader.seen("50 articles")
        news(feed_path, 3, "Beta")
        await look(reader)
        assert reader.screen.list.total == 43
        assert reader.seen("Beta · 43 unread · 3 new ↑")


async def test_the_drawer_follows_another_process_and_keeps_its_row(feed_path: Path) -> None:
    async with subscribed(feed_path) as reader:
        await look(reader)
        await reader.press("B", "G")
        with Library.open(feed_path) as library:
            library.feeds.subscribe("https://delta.example/feed", name="Delta", folder=library.folders.named("World"))
        await look(reader)
        assert reader.seen("Delta")
        await reader.press("p")
        with Library.open(feed_path) as library:
            assert [feed.name for feed in library.feeds.all() if feed.paused] == ["Gamma"]


async def test_a_library_locked_for_a_moment_is_no_error(feed_path: Path) -> None:
    async with subscribed(feed_path) as reader:
        await look(reader)
        with Library.open(feed_path) as library, library.transaction():
            library.set_setting("other", "1")
            await look(reader)
            reader.screen.refresh_due()
            await reader.settle()
            assert not reader.seen("in use by another program")
        await look(reader)
        assert reader.app.is_running


async def test_one_error_is_not_told_over_and_over(feed_path: Path) -> None:
    async with subscribed(feed_path) as reader:
        for _ in range(3):
            reader.screen.tell_error(LibraryError("The library is in use by another program."))
        await reader.settle()
        assert sum("in use by another program" in line for line in reader.lines()) == 1


async def test_a_changed_article_is_told_and_not_swapped(feed_path: Path) -> None:
    async with subscribed(feed_path, (120, 40)) as reader:
        await look(reader)
        await reader.press("enter")
        article = reader.screen.article
        assert article is not None
        with Library.open(feed_path) as library:
            from reader.domain.feed import FeedItem

            with library.transaction():
                item = FeedItem(article.title, "Other words.", published=article.published)
                library.versions.rewrite(article.id, item, "2026-03-20T13:00:00Z")
        await look(reader)
        assert reader.seen(article.text)
        assert reader.seen("changed") or reader.seen("Changed")
        await reader.press("q")
        await reader.press("enter")
        assert reader.seen("Other words.")
