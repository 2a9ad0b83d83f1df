"""What is sent, and what answers become."""

from __future__ import annotations

import socket

import pytest
from asking import refused, typed
from http_server import Answer, Server, serve, validated
from http_server.misbehaving import lying
from http_server.server import read_request

from reader.domain.fetching import Request, Trouble
from reader.feeds.fetching.fetcher import Fetcher


async def test_a_feed_comes_as_it_was_sent(fetcher: Fetcher) -> None:
    with serve({"/feed": Answer(200, b"<rss/>\x00\xff", {"X-Name": "a", "ETag": '"1"'})}) as server:
        response = await fetcher.fetch(typed(server.at("/feed")))
    assert (response.status, response.body) == (200, b"<rss/>\x00\xff")
    assert response.headers["etag"] == '"1"'
    assert (response.address, response.permanent) == (server.at("/feed"), None)


async def test_we_say_who_we_are_and_what_we_can_read(fetcher: Fetcher) -> None:
    with serve({"/feed": b"x"}) as server:
        await fetcher.fetch(typed(server.at("/feed")))
        await fetcher.fetch(typed(server.at("/feed"), accept="text/html"))
    first, second = (request.headers for request in server.requests)
    assert first["user-agent"].startswith("Parley/")
    assert "+https://pypi.org/project/parley-reader/" in first["user-agent"]
    assert "application/rss+xml" in first["accept"]
    assert first["accept-encoding"] == "gzip, deflate, br"
    assert second["accept"] == "text/html"
    assert not {"cookie", "authorization", "referer", "if-none-match"} & first.keys()


async def test_a_contact_is_told_and_cannot_add_headers() -> None:
    with serve({"/feed": b"x"}) as server:
        async with Fetcher(contact="me@example.org\r\nX-Evil: 1") as fetcher:
            await fetcher.fetch(typed(server.at("/feed")))
    assert "+me@example.org X-Evil: 1)" in server.requests[0].headers["user-agent"]
    assert "x-evil" not in server.requests[0].headers


async def test_the_same_version_is_not_sent_again(fetcher: Fetcher) -> None:
    route = validated(b"<rss/>", etag='W/"é;1"', last_modified="yesterday, more or less")
    with serve({"/feed": route}) as server:
        first = await fetcher.fetch(typed(server.at("/feed")))
        etag, last_modified = first.headers["etag"], first.headers["last-modified"]
        again = await fetcher.fetch(typed(server.at("/feed"), etag=etag, last_modified=last_modified))
    assert (again.status, again.body) == (304, None)
    sent = server.requests[1].headers
    assert (sent["if-none-match"], sent["if-modified-since"]) == (etag, last_modified)
    assert server.connections == 1


@pytest.mark.parametrize("value", ['"1"\r\nX-Evil: 1', '"1"\n', "\x00", '"€"', "x" * 5000])
async def test_a_stored_value_that_is_no_header_is_not_sent(fetcher: Fetcher, value: str) -> None:
    with serve({"/feed": b"whole"}) as server:
        response = await fetcher.fetch(typed(server.at("/feed"), etag=value, last_modified=value))
    assert response.body == b"whole"
    assert not {"x-evil", "if-none-match", "if-modified-since"} & server.requests[0].headers.keys()


async def test_nothing_new_without_having_asked_for_it_is_no_answer(fetcher: Fetcher) -> None:
    with serve({"/feed": Answer(304)}) as server:
        error = await refused(fetcher, typed(server.at("/feed")), Trouble.SERVER)
    assert error.status == 304


async def test_an_empty_answer_is_an_empty_body(fetcher: Fetcher) -> None:
    with serve({"/none": Answer(204), "/empty": b"", "/zipped": lying(b"", "gzip")}) as server:
        for path, status in (("/none", 204), ("/empty", 200), ("/zipped", 200)):
            response = await fetcher.fetch(typed(server.at(path)))
            assert (response.status, response.body) == (status, b"")


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        (401, Trouble.CREDENTIALS),
        (403, Trouble.SERVER),
        (404, Trouble.NOT_FOUND),
        (407, Trouble.CREDENTIALS),
        (410, Trouble.GONE),
        (429, Trouble.BUSY),
        (503, Trouble.BUSY),
        (206, Trouble.SERVER),
        (300, Trouble.SERVER),
        (418, Trouble.SERVER),
        (500, Trouble.SERVER),
        (599, Trouble.SERVER),
    ],
)
async def test_every_other_status_is_a_sentence(fetcher: Fetcher, status: int, trouble: Trouble) -> None:
    with serve({"/feed": Answer(status, b"no")}) as server:
        error = await refused(fetcher, typed(server.at("/feed")), trouble)
    assert error.status == status
    assert str(status) in str(error)
    assert "127.0.0.1" in str(error)


async def test_a_busy_server_says_when_to_come_back(fetcher: Fetcher) -> None:
    with serve({"/feed": Answer(503, headers={"Retry-After": "120"})}) as server:
        error = await refused(fetcher, typed(server.at("/feed")), Trouble.BUSY)
    assert error.retry_after == 120


async def test_headers_of_one_name_are_joined(fetcher: Fetcher) -> None:
    headers = [("Cache-Control", "no-cache"), ("Cache-Control", "max-age=60")]
    with serve({"/feed": Answer(200, b"x", headers)}) as server:
        response = await fetcher.fetch(typed(server.at("/feed")))
    assert response.headers["cache-control"] == "no-cache, max-age=60"


class Forgetful(Server):
    """Promises to keep a connection, and closes it when the second request comes."""

    def converse(self, connection: socket.socket) -> None:
        """One answer a connection."""
        with connection.makefile("rb") as stream:
            request = read_request(stream)
            if request is not None and self.answer(request, connection):
                connection.recv(1)


async def test_a_connection_closed_between_two_requests_is_no_failure(fetcher: Fetcher) -> None:
    server = Forgetful({"/feed": b"x"})
    try:
        for _ in range(3):
            assert (await fetcher.fetch(typed(server.at("/feed")))).body == b"x"
    finally:
        server.close()
    assert server.connections == 3


async def test_feed_addresses_are_taken_for_what_they_stand_for(fetcher: Fetcher) -> None:
    with serve({"/feed": b"x"}) as server:
        bare = server.at("/feed").removeprefix("http://")
        for address in (f"feed://{bare}", f"feed:{server.at('/feed')}", f"  {server.at('/feed')}#top "):
            assert (await fetcher.fetch(Request(address, typed=True))).body == b"x"
