"""Bookmarks, deleting, the other text of an article, undo and redo, with real keys, desk and library."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from correcting import at_card, parties, toasts
from http_server import Answer, Server, serve
from reading import SIZES, TITLES, Reading, reading
from wire import add

from reader.domain.article import Shown
from reader.domain.entry import identity
from reader.domain.feed import FeedItem
from reader.domain.intent import New
from reader.domain.layout import Layout
from reader.store.entries import Origin
from reader.store.library import Library
from reader.ui.deeds_screen import FETCHING
from reader.ui.messages import LibraryChanged

LONG = "\n\n".join(f"Paragraph {n} of the whole article about the fog in the strait." for n in range(60))


def rows(reader: Reading) -> list[str]:
    """The titles in the list."""
    return [row.title for n in range(reader.screen.list.total) if (row := reader.screen.list.rows.get(n))]


def cursor(reader: Reading) -> str | None:
    row = reader.screen.list.cursor_row
    return row.title if row else None


def two_texts(path: Path) -> int:
    """An article whose feed has a short text and its page a long one, which is shown."""
    id = add(path, "Paragraph 30 of the whole article about the fog in the strait. A teaser.")
    with Library.open(path) as library, library.transaction():
        library.versions.show_page(id, LONG, Layout().to_json(), "2026-03-19T00:00:00Z")
    return id


# Bookmarks


@pytest.mark.parametrize("size", SIZES)
async def test_b_bookmarks_the_open_article_and_takes_it_back(story_path: Path, size: tuple[int, int]) -> None:
    async with reading(story_path, size, article=1) as reader:
        await reader.press("enter", "b")
        assert reader.seen("★ bookmarked")
        assert toasts(reader) == ["Bookmarked."]
        assert reader.screen.list.rows.get(0).bookmarked  # type: ignore[union-attr]
        with Library.open(story_path) as library:
            assert library.article(1).bookmarked
        await reader.press("b")
        assert not reader.seen("★ bookmarked")


async def test_b_in_the_list_is_about_the_row_under_the_cursor(story_path: Path) -> None:
    async with reading(story_path, article=1) as reader:
        await reader.press("j", "b")
        assert any("★" in line and TITLES[1] in line for line in reader.lines())
        assert not reader.seen("★ bookmarked")
        assert (cursor(reader), reader.title) == (TITLES[1], TITLES[0])


# Deleting


async def test_x_deletes_the_row_and_the_list_goes_on_to_the_next(story_path: Path) -> None:
    async with reading(story_path, article=1) as reader:
        await reader.press("j", "X")
        assert rows(reader) == [TITLES[0], TITLES[2], TITLES[3]]
        assert cursor(reader) == TITLES[2]
        assert toasts(reader) == ["Deleted. u brings it back."]
        assert reader.seen("3 articles")
        assert reader.title == TITLES[0]
        await reader.press("u")
        assert rows(reader) == list(TITLES)
        assert cursor(reader) == TITLES[1]
        assert toasts(reader) == [f"Taken back: deleted “{TITLES[1]}”. U makes it so again."]
        await reader.press("U")
        assert rows(reader) == [TITLES[0], TITLES[2], TITLES[3]]
        assert toasts(reader) == [f"Again: deleted “{TITLES[1]}”. u takes it back."]


async def test_the_last_row_leaves_the_cursor_on_the_one_before(story_path: Path) -> None:
    async with reading(story_path, article=1) as reader:
        await reader.press("G", "X")
        assert cursor(reader) == TITLES[2]
        await reader.press("X", "X", "X")
        assert rows(reader) == []
        await reader.press("X")
        assert toasts(reader)[-1] == "No article is open."
        await reader.press("u", "u", "u", "u")
        assert rows(reader) == list(TITLES)


async def test_deleting_what_is_being_read_opens_the_next(story_path: Path) -> None:
    async with reading(story_path, article=2) as reader:
        await reader.press("enter", "X")
        assert (reader.title, reader.screen.at) == (TITLES[2], "article")
        with Library.open(story_path) as library:
            assert library.article(2).deleted


async def test_an_article_deleted_from_the_list_while_open_says_so(story_path: Path) -> None:
    async with reading(story_path, article=1) as reader:
        await reader.press("X")
        assert reader.title == TITLES[0]
        assert reader.seen("deleted — u brings it back")
        await reader.press("u")
        assert not reader.seen("deleted —")


# Undo, in the order of time


async def test_undo_goes_back_through_corrections_and_deeds_in_the_order_of_time(spoken_path: Path) -> None:
    async with at_card(spoken_path, 2) as reader:
        await reader.press("e", "s", *"nor", "enter", "b")
        await reader.press("u")
        assert toasts(reader) == [f"Taken back: bookmarked “{TITLES[0]}”. U makes it so again."]
        assert parties(reader)["s2"] == ("norland",)
        await reader.press("u")
        said = "“the charge” is said by Norland"
        assert toasts(reader) == [f"Taken back, in this article: {said}. U makes it so again."]
        assert parties(reader)["s2"] == ("sudria",)
        await reader.press("U", "U")
        assert parties(reader)["s2"] == ("norland",)
        assert reader.seen("★ bookmarked")


async def test_undo_names_what_was_done_to_feeds(story_path: Path) -> None:
    with Library.open(story_path) as library:
        feed = library.feeds.subscribe("https://alpha.example/feed", name="Alpha")
        library.feeds.unsubscribe(feed.id)
    async with reading(story_path) as reader:
        await reader.press("u")
        assert toasts(reader) == ["Taken back: unsubscribed from Alpha. U makes it so again."]


async def test_what_others_did_is_shown_once_the_screen_is_told(story_path: Path) -> None:
    async with reading(story_path, article=1) as reader:
        await reader.press("j")
        with Library.open(story_path) as library:
            library.delete(4)
            library.set_bookmarked(1, True)
        reader.app.post_message(LibraryChanged())
        await reader.settle()
        assert rows(reader) == list(TITLES[:3])
        assert cursor(reader) == TITLES[1]
        assert reader.seen("★ bookmarked")


# The other text


@pytest.mark.parametrize("size", SIZES)
async def test_f_shows_the_feeds_text_and_the_pages_again(story_path: Path, size: tuple[int, int]) -> None:
    id = two_texts(story_path)
    async with reading(story_path, size, article=id) as reader:
        await reader.press("enter")
        assert reader.seen("full text from its page — F shows the feed’s own")
        await reader.press("F")
        assert reader.seen("A teaser.")
        assert reader.seen("the feed’s own text — F shows its page’s")
        await reader.press("F")
        assert reader.seen("Paragraph 0 of the whole")
        assert reader.screen.article is not None
        assert reader.screen.article.shown is Shown.PAGE


async def test_the_same_words_stay_at_the_top(story_path: Path) -> None:
    id = two_texts(story_path)
    async with reading(story_path, article=id) as reader:
        view = reader.screen.view
        await reader.press("enter", "F")
        view.scroll_to(y=view._page.row_of(0), animate=False)  # type: ignore[union-attr]
        await reader.press("j", "k")
        view._place = 1
        await reader.press("F")
        assert LONG[view.place :].startswith(("Paragraph 30", "aragraph 30"))


@asynccontextmanager
async def with_page(path: Path, answer: Answer | str) -> AsyncIterator[tuple[Reading, Server]]:
    """The app on an article of a feed the user named, whose page gives that answer."""
    with serve({"/page": answer}) as server:
        with Library.open(path) as library:
            feed = library.feeds.subscribe(server.at("/feed"), name="Alpha")
            item = FeedItem("Fog", "A teaser of the fog.", guid="1", url=server.at("/page"), language="en")
            with library.transaction():
                origin = Origin(feed.id, "Alpha")
                (id,) = library.entries.save(origin, [New(item, identity(item))], "2026-03-19T00:00:00Z").new
        async with reading(path, article=id) as reader:
            await reader.press("enter")
            yield reader, server


async def test_f_fetches_the_page_and_analyses_it(story_path: Path) -> None:
    body = "".join(f"<p>{words}</p>" for words in LONG.split("\n\n"))
    page = (
        f"<!doctype html><html lang='en'><head><title>Fog</title></head><body><article>{body}</article></body></html>"
    )
    async with with_page(story_path, page) as (reader, server):
        await reader.press("F")
        assert reader.seen("Paragraph 1 of the whole article")
        assert reader.seen("full text from its page")
        assert toasts(reader) == ["The full text from its page."]
        assert server.count("/page") == 1
        await reader.settle()
        assert reader.screen.view.analysis is not None
        await reader.press("F", "F")
        assert server.count("/page") == 1


async def test_a_page_that_cannot_be_had_leaves_the_text_and_says_why(story_path: Path) -> None:
    async with with_page(story_path, Answer(404)) as (reader, _):
        await reader.press("F")
        assert reader.seen("A teaser of the fog.")
        (said,) = toasts(reader)
        assert "404" in said
        assert FETCHING not in toasts(reader)


async def test_an_article_without_an_address_says_so(story_path: Path) -> None:
    id = add(story_path, "No address here.")
    async with reading(story_path, article=id) as reader:
        await reader.press("F")
        assert toasts(reader) == ["This article has no address on the web."]
