"""Many fetches at once."""

from __future__ import annotations

import asyncio
import threading

import pytest
from asking import typed
from http_server import Answer, Handler, Received, Wire, serve
from http_server.misbehaving import bad_chunk, broken_off, encoded, endless, not_http, silent, stall
from impatient import Impatient

from reader.domain.fetching import FetchError, Request, Response
from reader.feeds.fetching.fetcher import Fetcher
from reader.feeds.fetching.limits import MEGABYTE, Limits


class Crowd:
    """Answers nobody before ``size`` requests are waiting, and remembers the most that ever were."""

    def __init__(self, size: int) -> None:
        self.most = 0
        self._waiting = 0
        self._lock = threading.Lock()
        self._full = threading.Barrier(size)

    def __call__(self, request: Received) -> Answer:
        """An answer, once enough have come."""
        with self._lock:
            self._waiting += 1
            self.most = max(self.most, self._waiting)
        self._full.wait()
        with self._lock:
            self._waiting -= 1
        return Answer(200, b"x")


@pytest.mark.parametrize(("per_host", "total", "expected"), [(3, 12, 3), (12, 4, 4)])
async def test_a_host_is_asked_a_few_things_at_a_time(per_host: int, total: int, expected: int) -> None:
    crowd = Crowd(expected)
    with serve({"/": crowd}) as server:
        async with Fetcher(per_host=per_host, total=total) as fetcher:
            answers = await asyncio.gather(*(fetcher.fetch(typed(server.at("/"))) for _ in range(12)))
    assert len(answers) == 12
    assert crowd.most == expected


async def test_who_waits_for_a_slow_host_keeps_nobody_else_out() -> None:
    open_now = threading.Event()
    both_there = threading.Barrier(3)

    def slow(request: Received) -> Answer:
        if not open_now.is_set():
            both_there.wait()
        open_now.wait()
        return Answer(200, b"slow")

    routes: dict[str, Handler | bytes] = {"/slow": slow, "/quick": b"quick"}
    with serve(routes) as server:
        async with Fetcher(per_host=2, total=3) as fetcher:
            waiting = [asyncio.create_task(fetcher.fetch(typed(server.at("/slow")))) for _ in range(20)]
            await asyncio.to_thread(both_there.wait)
            other = server.at("/quick").replace("127.0.0.1", "localhost")
            assert (await fetcher.fetch(typed(other))).body == b"quick"
            open_now.set()
            assert {answer.body for answer in await asyncio.gather(*waiting)} == {b"slow"}


async def test_every_bad_server_is_one_sentence_and_every_good_one_is_read() -> None:
    bad = [stall(), silent(), broken_off(), broken_off(end="close"), bad_chunk(), not_http(), endless()]
    bad.append(encoded(b"x" * 1000, "gzip", cut=5))
    routes = {f"/bad{i}": route for i, route in enumerate(bad)} | {f"/good{i}": Answer(200, b"good") for i in range(30)}
    with serve(routes) as server:
        async with Impatient("/bad0", "/bad1", limits=Limits(max_bytes=MEGABYTE), per_host=32) as fetcher:
            asked = [fetcher.fetch(typed(server.at(path))) for path in routes]
            results = await asyncio.gather(*asked, return_exceptions=True)
    assert all(isinstance(result, FetchError) for result in results[: len(bad)])
    assert [result.body for result in results[len(bad) :] if isinstance(result, Response)] == [b"good"] * 30


async def test_a_fetch_that_is_cancelled_leaves_room_for_others() -> None:
    asked = threading.Event()

    def stalls(request: Received) -> Wire:
        asked.set()
        return stall()

    with serve({"/stall": stalls, "/feed": b"x"}) as server:
        async with Fetcher(per_host=1, total=1) as fetcher:
            task = asyncio.create_task(fetcher.fetch(typed(server.at("/stall"))))
            assert await asyncio.to_thread(asked.wait)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert (await fetcher.fetch(typed(server.at("/feed")))).body == b"x"


async def test_an_error_keeps_nothing_of_the_answer(fetcher: Fetcher) -> None:
    with serve({"/feed": endless()}) as server, pytest.raises(FetchError) as caught:
        await fetcher.fetch(Request(server.at("/feed"), typed=True))
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
