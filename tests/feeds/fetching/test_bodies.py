"""Bodies that are encoded, cut short, endless or bombs."""

from __future__ import annotations

import asyncio
import tracemalloc

import pytest
from asking import refused, typed
from http_server import Answer, Wire, serve
from http_server.misbehaving import (
    bad_chunk,
    bomb,
    broken_chunks,
    broken_off,
    drip,
    encoded,
    endless,
    huge_headers,
    lying,
    not_http,
    silent,
    stall,
)

from reader.domain.fetching import FetchError, Trouble
from reader.feeds.fetching.fetcher import Fetcher
from reader.feeds.fetching.limits import MEGABYTE, Limits

FEED = b"<rss>" + b"<item>Guten Tag</item>" * 500 + b"</rss>"


@pytest.mark.parametrize(
    "codings",
    [("gzip",), ("deflate",), ("raw-deflate",), ("br",), ("gzip", "br"), ("deflate", "gzip"), ("gzip", "gzip", "br")],
)
async def test_encoded_bodies_are_decoded(fetcher: Fetcher, codings: tuple[str, ...]) -> None:
    with serve({"/feed": encoded(FEED, *codings)}) as server:
        assert (await fetcher.fetch(typed(server.at("/feed")))).body == FEED


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "deflate", "br", "identity", "utf-8", "gzip, br", ""])
async def test_a_plain_body_is_taken_whatever_it_claims(fetcher: Fetcher, coding: str) -> None:
    with serve({"/feed": lying(FEED, coding)}) as server:
        assert (await fetcher.fetch(typed(server.at("/feed")))).body == FEED


async def test_members_behind_one_another_and_padding_are_one_gzip_body(fetcher: Fetcher) -> None:
    first, second = encoded(FEED, "gzip").body, encoded(b"more", "gzip").body
    assert isinstance(first, bytes)
    assert isinstance(second, bytes)
    with serve({"/feed": lying(first + second + b"\0\0", "gzip")}) as server:
        assert (await fetcher.fetch(typed(server.at("/feed")))).body == FEED + b"more"


@pytest.mark.parametrize("coding", ["gzip", "deflate", "raw-deflate", "br"])
async def test_a_body_cut_short_is_broken(fetcher: Fetcher, coding: str) -> None:
    with serve({"/feed": encoded(FEED, coding, cut=7)}) as server:
        error = await refused(fetcher, typed(server.at("/feed")), Trouble.BROKEN)
    assert "cut short" in str(error)


@pytest.mark.parametrize("coding", ["zstd", "gzip, zstd", "gzip, gzip, gzip, gzip, gzip", "\x1b[31m"])
async def test_a_coding_nobody_asked_for_is_broken(fetcher: Fetcher, coding: str) -> None:
    with serve({"/feed": lying(b"\x28\xb5\x2f\xfd", coding)}) as server:
        await refused(fetcher, typed(server.at("/feed")), Trouble.BROKEN)


@pytest.mark.parametrize("route", [broken_off(end="close"), broken_chunks(), bad_chunk(), not_http(), huge_headers()])
async def test_an_answer_that_is_not_what_it_says_is_broken(fetcher: Fetcher, route: Wire) -> None:
    with serve({"/feed": route}) as server:
        await refused(fetcher, typed(server.at("/feed")), Trouble.BROKEN)


@pytest.mark.parametrize("length", ["-5", "five", "1e3"])
async def test_a_length_that_is_none_is_broken(fetcher: Fetcher, length: str) -> None:
    with serve({"/feed": Answer(200, FEED, {"Content-Length": length})}) as server:
        await refused(fetcher, typed(server.at("/feed")), Trouble.BROKEN)


async def test_what_comes_behind_the_announced_length_is_never_taken_for_the_next_answer(fetcher: Fetcher) -> None:
    smuggled = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil"
    with serve({"/short": Answer(200, b"good" + smuggled, {"Content-Length": "4"}), "/next": b"next"}) as server:
        assert (await fetcher.fetch(typed(server.at("/short")))).body == b"good"
        assert (await fetcher.fetch(typed(server.at("/next")))).body == b"next"


@pytest.mark.parametrize("route", [stall(), silent(), drip()])
async def test_a_server_that_takes_its_time_is_left(hasty: Fetcher, route: Wire) -> None:
    with serve({"/feed": route}) as server:
        error = await refused(hasty, typed(server.at("/feed")), Trouble.NETWORK)
    assert "second" in str(error)


@pytest.mark.parametrize("route", [broken_off(), Wire([], "close"), Wire([], "reset")])
async def test_a_connection_broken_off_is_a_sentence(fetcher: Fetcher, route: Wire) -> None:
    with serve({"/feed": route}) as server:
        await refused(fetcher, typed(server.at("/feed")), Trouble.NETWORK)


async def test_a_body_announced_as_too_large_is_not_read(fetcher: Fetcher) -> None:
    with serve({"/feed": endless(announced=True)}) as server:
        error = await refused(fetcher, typed(server.at("/feed")), Trouble.TOO_LARGE)
    assert "16 MB" in str(error)


async def test_a_body_at_the_limit_is_taken_and_one_byte_more_is_not() -> None:
    async with Fetcher(limits=Limits(max_bytes=len(FEED))) as fetcher:
        routes = {"/fits": encoded(FEED, "gzip"), "/plain": Answer(200, [FEED]), "/over": encoded(FEED + b"x", "gzip")}
        with serve({**routes, "/longer": Answer(200, [FEED, b"x"])}) as server:
            for path in ("/fits", "/plain"):
                assert (await fetcher.fetch(typed(server.at(path)))).body == FEED
            for path in ("/over", "/longer"):
                await refused(fetcher, typed(server.at(path)), Trouble.TOO_LARGE)


async def test_endless_bodies_and_bombs_take_no_memory() -> None:
    routes = {f"/endless{i}": endless() for i in range(6)}
    routes |= {f"/{coding}": bomb(coding, 50 * MEGABYTE) for coding in ("gzip", "deflate", "br")}
    limits = Limits(max_bytes=4 * MEGABYTE)
    with serve(routes) as server:
        async with Fetcher(limits=limits, per_host=32) as fetcher:
            tracemalloc.start()
            asked = [fetcher.fetch(typed(server.at(path))) for path in routes]
            results = await asyncio.gather(*asked, return_exceptions=True)
            _, peak = tracemalloc.get_traced_memory()
            tracemalloc.stop()
    assert [getattr(error, "trouble", error) for error in results] == [Trouble.TOO_LARGE] * len(routes)
    assert all(isinstance(error, FetchError) for error in results)
    assert peak < 32 * MEGABYTE
