"""Refreshing through a real server: every feed for itself, nothing lost, nothing twice, nobody pestered."""

from __future__ import annotations

import asyncio
import gzip
import sqlite3
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from feeding import entry, fed, rss
from http_server import Answer, Wire, in_turn, redirect, serve, validated

from reader.domain.article import Shown
from reader.domain.errors import LibraryError
from reader.domain.feed import FullText
from reader.ingest.outcome import Step
from reader.ingest.process_lane import LaneStoppedError

PAGE = b"<!doctype html><html lang='en'><title>Not a feed</title><body><p>Just a page.</p></body></html>"


async def test_every_trouble_is_its_own_feeds_sentence_and_all_others_finish(library_path: Path) -> None:
    good = {f"/good{n}": rss(entry(f"{n}a"), entry(f"{n}b")) for n in range(5)}
    bad = {
        "/401": Answer(401, headers={"WWW-Authenticate": 'Basic realm="x"'}),
        "/403": Answer(403),
        "/404": Answer(404),
        "/410": Answer(410),
        "/429": Answer(429, headers={"Retry-After": "120"}),
        "/500": Answer(500),
        "/503": Answer(
            503, headers={"Retry-After": format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)}
        ),
        "/loop": redirect("/loop"),
        "/file": redirect("file:///etc/passwd"),
        "/private": redirect("http://169.254.169.254/latest/meta-data"),
        "/empty": b"",
        "/page": PAGE,
        "/garbage": bytes(range(256)) * 50,
        "/stall": Wire([b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<rss>"], end="stall"),
        "/drip": Wire([b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n", *[b"<"] * 800], pause=0.05),
        "/closed": Wire([]),
        "/reset": Wire([b"HTTP/1.1 200 OK\r\n"], end="reset"),
        "/short": Answer(200, rss(entry("x")), {"Content-Length": "100000", "Connection": "close"}),
        "/gzip": Answer(200, gzip.compress(rss(entry("x")) * 50)[:120], {"Content-Encoding": "gzip"}),
        "/huge": Answer(200, (b" " * 1_000_000 for _ in range(200)), {"Content-Type": "application/rss+xml"}),
    }
    steps: list[Step] = []
    with serve(good | bad) as server:
        async with fed(library_path, "/stall", "/drip") as one:
            await one.follow(*(server.at(path) for path in good | bad), "https://127.0.0.1:1/tls")
            outcomes = await one.refresher.refresh(tell=steps.append)
            titles = await one.titles()
    by_path = {outcome.address.rpartition("/")[2]: outcome for outcome in outcomes}
    assert titles == {f"Title {n}{letter}" for n in range(5) for letter in "ab"}
    for path in bad:
        error = by_path[path[1:]].error
        assert error is not None, path
        assert error.endswith("."), error
        assert "127.0.0.1" in error, error
        assert "\n" not in error
        assert by_path[path[1:]].advice, path
    assert [by_path[f"good{n}"].new for n in range(5)] == [2] * 5
    assert [step.done for step in steps] == list(range(len(good) + len(bad) + 2))
    assert {by_path[name].status for name in ("401", "404", "410", "500")} == {401, 404, 410, 500}


async def test_fetching_twice_gives_the_same_library_as_once(library_path: Path) -> None:
    with serve({"/feed": rss(entry("a"), entry("b"))}) as server:
        async with fed(library_path) as one:
            await one.follow(server.at("/feed"))
            first, second = await one.refresh(), await one.refresh()
            assert (first["feed"].new, second["feed"].new, second["feed"].changed) == (2, 0, 0)
            assert len(await one.articles()) == 2


async def test_what_did_not_change_is_not_sent_again(library_path: Path) -> None:
    routes = {
        "/tag": validated(rss(entry("a")), etag='W/"1"'),
        "/time": validated(rss(entry("b")), last_modified="Tue, 01 Sep 2026 10:00:00 GMT"),
    }
    with serve(routes) as server:
        async with fed(library_path) as one:
            await one.follow(*(server.at(path) for path in routes))
            await one.refresh()
            again = await one.refresh()
            assert {outcome.status for outcome in again.values()} == {304}
            assert server.asked("/tag")[1].headers["if-none-match"] == 'W/"1"'
            assert server.asked("/time")[1].headers["if-modified-since"] == "Tue, 01 Sep 2026 10:00:00 GMT"
            assert (await one.refresh())["tag"].status == 304


async def test_an_item_that_left_stays_and_one_that_changed_is_a_version(library_path: Path) -> None:
    documents = [rss(entry("a", "At least 49 died."), entry("b")), rss(entry("a", "At least 50 died."))]
    with serve({"/feed": in_turn(list(documents))}) as server:
        async with fed(library_path) as one:
            await one.follow(server.at("/feed"))
            await one.refresh()
            outcome = (await one.refresh())["feed"]
            assert (outcome.new, outcome.changed) == (0, 1)
            texts = {article.title: article.text for article in await one.articles()}
            assert texts == {"Title a": "At least 50 died.", "Title b": "Text of b."}


async def test_an_address_is_rewritten_once_a_move_has_held(library_path: Path) -> None:
    with serve({"/old": redirect("/new", 301), "/new": rss(entry("a"))}) as server:
        async with fed(library_path) as one:
            (feed,) = await one.follow(server.at("/old"))
            addresses = []
            for _ in range(4):
                await one.refresh()
                addresses.append((await one.lane.ask(lambda library: library.feeds.get(feed.id))).address)
            assert addresses == [server.at("/old")] * 2 + [server.at("/new")] * 2
            assert server.count("/old") == 3
            again = await one.lane.ask(lambda library: library.feeds.by_address(server.at("/old")))
            assert again is not None
            assert (again.id, again.subscribed) == (feed.id, server.at("/old"))


async def test_a_move_that_does_not_hold_rewrites_nothing(library_path: Path) -> None:
    routes = {"/old": in_turn([redirect("/new", 301), redirect("/new", 301), rss(entry("a"))]), "/new": rss(entry("a"))}
    with serve(routes) as server:
        async with fed(library_path) as one:
            (feed,) = await one.follow(server.at("/old"))
            for _ in range(4):
                await one.refresh()
            assert (await one.lane.ask(lambda library: library.feeds.get(feed.id))).address == server.at("/old")


async def test_what_is_gone_is_asked_once_and_told(library_path: Path) -> None:
    with serve({"/gone": Answer(410)}) as server:
        async with fed(library_path) as one:
            (feed,) = await one.follow(server.at("/gone"))
            await one.refresh(force=False)
            outcome = (await one.refresh(force=False))["gone"]
            assert server.count("/gone") == 1
            assert outcome.skipped == "it is gone for good, as its server said (410)"
            assert (await one.visit(feed)).gone
            await one.lane.ask(lambda library: library.feeds.ask_again(feed.id))
            await one.refresh(force=False)
            assert server.count("/gone") == 2


@pytest.mark.parametrize(
    ("headers", "more"),
    [
        ({"Cache-Control": "public, max-age=3600"}, ""),
        ({"Expires": format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True)}, ""),
        ({}, "<ttl>60</ttl>"),
        ({}, "<skipHours>" + "".join(f"<hour>{hour}</hour>" for hour in range(24)) + "</skipHours><ttl>1</ttl>"),
    ],
)
async def test_a_feed_that_asks_to_be_left_alone_is(library_path: Path, headers: dict[str, str], more: str) -> None:
    with serve({"/feed": Answer(200, rss(entry("a"), more=more), headers)}) as server:
        async with fed(library_path) as one:
            await one.follow(server.at("/feed"))
            await one.refresh(force=False)
            outcome = (await one.refresh(force=False))["feed"]
            assert server.count("/feed") == 1
            assert outcome.skipped is not None
            assert "left alone until" in outcome.skipped
            await one.refresh(force=True)
            assert server.count("/feed") == 2


async def test_a_server_that_is_busy_is_given_its_time(library_path: Path) -> None:
    with serve({"/busy": in_turn([Answer(429, headers={"Retry-After": "600"}), rss(entry("a"))])}) as server:
        async with fed(library_path) as one:
            (feed,) = await one.follow(server.at("/busy"))
            await one.refresh(force=False)
            await one.refresh(force=False)
            visit = await one.visit(feed)
            assert server.count("/busy") == 1
            wait = datetime.fromisoformat(visit.next_try) - datetime.fromisoformat(visit.tried or "")
            assert timedelta(seconds=600) <= wait <= timedelta(hours=1)


async def test_one_failure_may_be_tried_again_at_once_several_may_not(library_path: Path) -> None:
    with serve({"/feed": Answer(500)}) as server:
        async with fed(library_path) as one:
            (feed,) = await one.follow(server.at("/feed"))
            for _ in range(4):
                await one.refresh(force=False)
            assert server.count("/feed") == 2
            assert (await one.visit(feed)).failures == 2
            server.routes["/feed"] = rss(entry("a"))
            await one.refresh(force=True)
            visit = await one.visit(feed)
            assert (visit.failures, visit.error, visit.not_before) == (0, None, "")


async def test_a_scheduled_refresh_asks_only_those_whose_time_has_come(library_path: Path) -> None:
    with serve({"/feed": rss(entry("a"))}) as server:
        async with fed(library_path) as one:
            await one.follow(server.at("/feed"))
            assert len(await one.refresher.refresh(scheduled=True)) == 1
            assert await one.refresher.refresh(scheduled=True) == []
            assert server.count("/feed") == 1


async def test_paused_feeds_are_left_alone_unless_named(library_path: Path) -> None:
    with serve({"/feed": rss(entry("a"))}) as server:
        async with fed(library_path) as one:
            (feed,) = await one.follow(server.at("/feed"))
            await one.lane.ask(lambda library: library.feeds.pause(feed.id, True))
            assert await one.refresh() == {}
            assert len(await one.refresher.refresh([feed.id])) == 1


async def test_stopping_keeps_what_is_in_and_breaks_nothing(library_path: Path) -> None:
    stalled = Wire([b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<rss>"], end="stall")
    with serve({"/feed": rss(entry("a")), "/stall": stalled}) as server:
        async with fed(library_path) as one:
            await one.follow(server.at("/feed"), server.at("/stall"))
            first_is_in = asyncio.Event()

            def tell(step: Step) -> None:
                if step.done:
                    first_is_in.set()

            running = asyncio.create_task(one.refresher.refresh(tell=tell))
            await first_is_in.wait()
            running.cancel()
            with pytest.raises(asyncio.CancelledError):
                await running
            assert await one.titles() == {"Title a"}
            server.routes["/stall"] = rss(entry("b"))
            assert set(await one.refresh()) == {"feed", "stall"}
            assert await one.titles() == {"Title a", "Title b"}
    db = sqlite3.connect(library_path)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    db.close()


async def test_everything_that_came_in_can_be_searched(library_path: Path) -> None:
    with serve({"/feed": rss(entry("a", "The ferry is late."))}) as server:
        async with fed(library_path) as one:
            await one.follow(server.at("/feed"))
            await one.refresh()
            assert await one.lane.ask(lambda library: library.index.find("ferry")) != []
            assert not await one.lane.ask(lambda library: library.index.waiting())


FRENCH = "Le ministère a déclaré mardi que la situation restait tendue dans la région, malgré les appels au calme. "
ENGLISH = "The ministry said on Tuesday that the situation remained tense in the region despite calls for calm. "


@pytest.mark.parametrize(
    ("text", "claimed", "expected"),
    [
        (FRENCH, "", "fr"),
        (ENGLISH, "", "en"),
        (FRENCH, "<language>fr-FR</language>", "fr"),
        (FRENCH, "<language>en-US</language>", "fr"),
    ],
)
async def test_the_language_is_what_the_words_say(library_path: Path, text: str, claimed: str, expected: str) -> None:
    with serve({"/feed": rss(*(entry(str(n), text * 3) for n in range(3)), more=claimed)}) as server:
        async with fed(library_path) as one:
            await one.follow(server.at("/feed"))
            await one.refresh()
            assert {article.language for article in await one.articles()} == {expected}


WHOLE = "<p>" + "The harbour master said that at least 12 boats had been lost in the storm overnight. " * 8 + "</p>"


def story(server_url: str) -> bytes:
    return rss(f"<item><title>Storm</title><link>{server_url}/storm</link><description>A teaser.</description></item>")


@pytest.mark.parametrize("when", [FullText.SHORT, FullText.ALWAYS])
async def test_whole_articles_come_from_their_pages(library_path: Path, when: FullText) -> None:
    head = "<!doctype html><html lang='en'><head><title>Storm</title></head>"
    page = f"{head}<body><article>{WHOLE}</article></body></html>"
    with serve({"/storm": page}) as server:
        server.routes["/feed"] = story(server.url)
        async with fed(library_path) as one:
            (feed,) = await one.follow(server.at("/feed"))
            await one.lane.ask(lambda library: library.feeds.set_full_text(feed.id, when))
            await one.refresh()
            (article,) = await one.articles()
            assert article.shown is Shown.PAGE
            assert "12 boats" in article.text
            alternate = await one.lane.ask(lambda library: library.versions.alternate(article.id))
            assert alternate is not None
            assert alternate.text == "A teaser."


async def test_a_page_that_cannot_be_had_leaves_the_feeds_text(library_path: Path) -> None:
    with serve({}) as server:
        server.routes["/feed"] = story(server.url)
        async with fed(library_path) as one:
            (feed,) = await one.follow(server.at("/feed"))
            await one.lane.ask(lambda library: library.feeds.set_full_text(feed.id, FullText.ALWAYS))
            outcome = (await one.refresh())["feed"]
            (article,) = await one.articles()
            assert (article.text, outcome.error) == ("A teaser.", None)


async def test_a_file_the_user_named_is_a_feed_too(library_path: Path, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(rss(entry("a")))
    async with fed(library_path) as one:
        await one.follow((tmp_path / "feed.xml").as_uri())
        assert (await one.refresh())["feed.xml"].new == 1


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:{port}/feed", "http://localhost:{port}/feed", "file:///etc/hostname"]
)
async def test_a_private_address_nobody_typed_is_refused(library_path: Path, address: str) -> None:
    with serve({"/feed": rss(entry("a"))}) as server:
        async with fed(library_path) as one:
            await one.lane.ask(lambda library: library.feeds.subscribe(address.format(port=server.port), typed=False))
            (outcome,) = (await one.refresh()).values()
            assert outcome.error is not None
            assert server.requests == []


async def test_a_full_disk_is_said_and_what_is_in_stays(library_path: Path) -> None:
    with serve(
        {"/small": rss(entry("a")), "/large": rss(*(entry(str(n), "Words. " * 500) for n in range(200)))}
    ) as server:
        async with fed(library_path) as one:
            (small,) = await one.follow(server.at("/small"))
            await one.refresh()
            await one.follow(server.at("/large"))
            # SQLite says of a file that may not grow what it says of a disk that is full.
            pages = await one.lane.ask(lambda library: library._ask("PRAGMA page_count")[0][0])
            await one.lane.ask(lambda library: library._ask(f"PRAGMA max_page_count = {pages + 5}"))
            with pytest.raises(LibraryError, match=r"The disk that holds the library .* is full"):
                await one.refresh()
            assert await one.titles() == {"Title a"}
            await one.lane.ask(lambda library: library._ask("PRAGMA max_page_count = 1000000"))
            assert (await one.refresh())["large"].new == 200
            assert (await one.visit(small)).failures == 0


async def test_stopping_the_readers_is_no_failure_of_a_feed(library_path: Path) -> None:
    with serve({"/feed": rss(entry("a"))}) as server:
        async with fed(library_path) as one:
            (feed,) = await one.follow(server.at("/feed"))
            one.refresher.readers.start(2)
            one.refresher.readers.cancel()
            with pytest.raises(LaneStoppedError):
                await one.refresh()
            visit = await one.visit(feed)
            assert (visit.error, visit.failures) == (None, 0)
