"""Subscribing to whatever address a person has, through a real server."""

from __future__ import annotations

from pathlib import Path

import pytest
from feeding import entry, fed, rss
from http_server import Answer, redirect, serve

from reader.domain.errors import FeedError
from reader.domain.fetching import FetchError
from reader.feeds import credentials
from reader.ingest.subscribing import SeveralFeedsError

FEED = rss(entry("a"), entry("b"))


def page(*links: str) -> str:
    head = f"<head><title>The Bay Post</title>{''.join(links)}</head>"
    return f"<!doctype html><html>{head}<body><p>Hello.</p></body></html>"


def link(address: str, title: str = "News") -> str:
    return f'<link rel="alternate" type="application/rss+xml" title="{title}" href="{address}">'


async def test_a_feed_is_subscribed_to_and_read_at_once(library_path: Path) -> None:
    with serve({"/feed": FEED}) as server:
        async with fed(library_path) as one:
            done = await one.subscriptions.subscribe(server.at("/feed"))
            assert (done.new, done.articles, done.error, done.feed.shown) == (True, 2, None, "The Bay Post")
            for same in (server.at("/feed"), server.at("/feed/"), server.at("/feed#top")):
                again = await one.subscriptions.subscribe(same)
                assert (again.new, again.feed.id) == (False, done.feed.id)
            assert server.count("/feed") == 1


async def test_an_address_without_a_scheme_may_be_one_without_https(library_path: Path) -> None:
    with serve({"/feed": FEED}) as server:
        async with fed(library_path) as one:
            done = await one.subscriptions.subscribe(f"127.0.0.1:{server.port}/feed")
            assert (done.feed.address, done.articles) == (server.at("/feed"), 2)


async def test_an_address_with_https_is_asked_for_with_nothing_less(library_path: Path) -> None:
    with serve({"/feed": FEED}) as server:
        async with fed(library_path) as one:
            done = await one.subscriptions.subscribe(server.at("/feed").replace("http://", "https://"))
            assert done.error is not None


async def test_the_feed_of_a_page_is_found(library_path: Path) -> None:
    with serve({"/": page(link("/news.xml")), "/news.xml": FEED}) as server:
        async with fed(library_path) as one:
            done = await one.subscriptions.subscribe(server.at("/"))
            assert (done.feed.address, done.articles) == (server.at("/news.xml"), 2)
            again = await one.subscriptions.subscribe(server.at("/"))
            assert not again.new


async def test_several_feeds_are_a_choice(library_path: Path) -> None:
    with serve({"/": page(link("/a", "One"), link("/b", "Two"))}) as server:
        async with fed(library_path) as one:
            with pytest.raises(SeveralFeedsError, match="has 2 feeds") as caught:
                await one.subscriptions.subscribe(server.at("/"))
            assert [(f.address, f.title) for f in caught.value.found] == [
                (server.at("/a"), "One"),
                (server.at("/b"), "Two"),
            ]
            assert await one.lane.ask(lambda library: library.feeds.all()) == []


async def test_a_page_that_names_no_feed_may_have_one_in_the_usual_place(library_path: Path) -> None:
    with serve({"/": page(), "/feed": FEED}) as server:
        async with fed(library_path) as one:
            assert (await one.subscriptions.subscribe(server.at("/"))).articles == 2


async def test_a_page_without_a_feed_is_refused_with_what_can_be_done(library_path: Path) -> None:
    with serve({"/": page()}) as server:
        async with fed(library_path) as one:
            with pytest.raises(FeedError, match=r"is a page without a feed.*parley add"):
                await one.subscriptions.subscribe(server.at("/"))


@pytest.mark.parametrize("answer", [Answer(503), Answer(404), b""])
async def test_what_cannot_be_had_now_is_subscribed_to_all_the_same(library_path: Path, answer: Answer | bytes) -> None:
    with serve({"/feed": answer}) as server:
        async with fed(library_path) as one:
            done = await one.subscriptions.subscribe(server.at("/feed"))
            assert done.new
            assert done.error is not None
            assert done.advice
            server.routes["/feed"] = FEED
            assert (await one.refresh())["feed"].new == 2


@pytest.mark.parametrize(
    "address", ["gopher://bay.example/", "javascript:alert(1)", "", "https://", "http://exa mple/\x1b[2J"]
)
async def test_what_is_no_address_is_refused(library_path: Path, address: str) -> None:
    async with fed(library_path) as one:
        with pytest.raises((FeedError, FetchError)) as caught:
            await one.subscriptions.subscribe(address)
        assert "\x1b" not in str(caught.value)
        assert await one.lane.ask(lambda library: library.feeds.all()) == []


async def test_a_feed_somebody_elses_page_names_may_not_be_on_this_machine(library_path: Path) -> None:
    with serve({"/feed": FEED}) as server:
        with serve({"/": page(link(f"http://localhost:{server.port}/feed"))}) as public:
            async with fed(library_path) as one:
                with pytest.raises(FetchError, match="private"):
                    await one.subscriptions.subscribe(public.at("/"))
        assert server.requests == []


async def test_the_address_subscribed_to_stays_the_one_typed(library_path: Path) -> None:
    with serve({"/old": redirect("/new", 301), "/new": FEED}) as server:
        async with fed(library_path) as one:
            feed = (await one.subscriptions.subscribe(server.at("/old"))).feed
            assert (feed.subscribed, feed.address) == (server.at("/old"), server.at("/old"))


async def test_a_password_in_an_address_never_reaches_the_library(
    library_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARLEY_CREDENTIALS", str(tmp_path / "credentials.json"))

    def guarded(request: object) -> Answer:
        signed_in = getattr(request, "headers", {}).get("authorization") == "Basic bWFyeTpzM2NyZXQ="
        return Answer(200, FEED) if signed_in else Answer(401, headers={"WWW-Authenticate": 'Basic realm="x"'})

    with serve({"/feed": guarded}) as server:
        async with fed(library_path) as one:
            typed = server.at("/feed").replace("://", "://mary:s3cret@")
            done = await one.subscriptions.subscribe(typed)
            assert (done.articles, done.error) == (2, None)
            assert done.feed.address == server.at("/feed")
            assert credentials.find(server.at("/feed")) == ("mary", "s3cret")
    assert b"s3cret" not in b"".join(path.read_bytes() for path in library_path.parent.iterdir())
