"""Refreshing from the screen, against a real server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from http_server import Answer, Server, in_turn, serve
from reading import Reading
from subscribed import drawer, quiet, subscribed

from reader.store.library import Library
from reader.ui.title_line import TitleLine


def rss(name: str, count: int) -> bytes:
    """A feed of so many items."""
    items = "".join(
        f"<item><title>{name} {n}</title><guid>{name}{n}</guid><description>{name} item {n} tells it.</description>"
        f"<pubDate>Fri, 20 Mar 2026 1{n % 10}:00:00 GMT</pubDate></item>"
        for n in range(count)
    )
    head = f"<title>{name}</title><language>pt</language>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{items}</channel></rss>'.encode()


PAGE = b"""<html><head><title>Site</title>
<link rel="alternate" type="application/rss+xml" title="News [x]" href="/news">
<link rel="alternate" type="application/rss+xml" title="Comments" href="/one">
</head><body><p>Hello.</p></body></html>"""


@pytest.fixture
def server() -> Iterator[Server]:
    """A server with a feed that works, one that is broken, and one behind a password."""
    routes = {
        "/one": in_turn([rss("One", 2), rss("One", 5)]),
        "/bad": Answer(500),
        "/secret": Answer(401, headers={"WWW-Authenticate": 'Basic realm="x"'}),
        "/page": Answer(200, PAGE, {"Content-Type": "text/html"}),
        "/news": rss("News", 4),
    }
    with serve(routes) as running:
        yield running


@pytest.fixture
def path(server: Server, library_path: Path) -> Path:
    """A library that knows these feeds and has nothing of them yet."""
    with Library.open(library_path) as library:
        library.set_setting("seeded", "1")
        quiet(library)
        library.feeds.subscribe(server.at("/one"), name="One")
        library.feeds.subscribe(server.at("/bad"), name="Bad")
    return library_path


async def done(reader: Reading) -> None:
    """Wait until nothing is refreshed and all is shown."""
    await reader.settle()
    assert reader.screen.query_one(TitleLine).fetching == ("", "")


async def test_refreshing_brings_articles_tells_how_it_went_and_moves_nothing(path: Path, server: Server) -> None:
    async with subscribed(path, (80, 24)) as reader:
        await reader.press("R")
        await done(reader)
        assert reader.seen("2 new; 1 feed failed: I says why.")
        assert reader.seen("2 articles · 2 unread")
        assert reader.seen("One 1")
        await reader.press("enter")
        opened = reader.title
        await reader.press("r")
        await done(reader)
        assert (server.count("/one"), server.count("/bad")) == (2, 1)
        assert reader.title == opened
        assert reader.screen.list.total == 5
        assert reader.screen.list.cursor_row is not None
        assert reader.screen.list.cursor_row.title == opened
        await reader.press("I")
        assert reader.seen("fails 500")
        await reader.press("r")
        await done(reader)
        assert server.count("/bad") == 2


async def test_feeds_are_refreshed_by_themselves_unless_that_is_switched_off(path: Path, server: Server) -> None:
    async with subscribed(path) as reader:
        reader.screen.refresh_due()
        await done(reader)
        assert server.count("/one") == 0
        await reader.press("A")
        assert reader.seen("refreshed by themselves")
        reader.screen.refresh_due()
        await done(reader)
        assert server.count("/one") == 1
        assert reader.screen.list.total == 2
        assert not reader.seen("2 new")
        reader.screen.refresh_due()
        await done(reader)
        assert server.count("/one") == 1


async def test_subscribing_by_feed_page_and_nonsense(path: Path, server: Server) -> None:
    async with subscribed(path) as reader:
        await reader.press("B", "a")
        await reader.pilot.press(*"ftp://example.org/x", "enter")
        await reader.settle()
        assert reader.seen("only http")
        assert reader.seen("ftp://example.org/x")
        await reader.pilot.press("ctrl+u", *server.at("/page"), "enter")
        while not reader.seen("Several feeds"):
            await reader.pilot.pause()
        assert reader.seen("News [x]")
        await reader.press("enter")
        assert reader.seen("Subscribed to News: 4 articles.")
        feed = drawer(reader).feed
        assert feed is not None
        assert feed.shown == "News"
        await reader.press("u")
        assert "News" not in [feed.shown for feed in drawer(reader).known.feeds]


async def test_a_name_and_a_password_are_kept_outside_the_library(
    path: Path, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.feeds import credentials_file

    monkeypatch.setenv(credentials_file.VARIABLE, str(tmp_path / "credentials.json"))
    with Library.open(path) as library:
        library.feeds.subscribe(server.at("/secret"), name="Secret")
    async with subscribed(path) as reader:
        await reader.press("B", "G", "c")
        await reader.pilot.press(*"ada", "tab", *"s3cr3t", "enter")
        await reader.settle()
        assert not reader.seen("s3cr3t")
        assert server.count("/secret") >= 1
    with Library.open(path) as library:
        dump = repr(list(library.feeds.all())) + repr(library.feeds.visits())
    assert "s3cr3t" not in dump
    assert server.requests[-1].headers["authorization"].startswith("Basic ")
