"""Where redirects may lead."""

from __future__ import annotations

import pytest
from asking import refused, typed
from http_server import Answer, Received, redirect, serve

from reader.domain.fetching import Trouble
from reader.feeds.fetching.fetcher import Fetcher


@pytest.mark.parametrize(
    ("statuses", "permanent"),
    [
        ((301,), "/1"),
        ((308, 301), "/2"),
        ((301, 302), "/1"),
        ((302, 301), None),
        ((303,), None),
        ((307, 308), None),
    ],
)
async def test_only_permanent_redirects_from_the_start_are_permanent(
    fetcher: Fetcher, statuses: tuple[int, ...], permanent: str | None
) -> None:
    routes = {f"/{i}": redirect(f"/{i + 1}", status) for i, status in enumerate(statuses)}
    end = f"/{len(statuses)}"
    with serve({**routes, end: b"here"}) as server:
        response = await fetcher.fetch(typed(server.at("/0")))
        assert (response.body, response.address) == (b"here", server.at(end))
        assert response.permanent == (server.at(permanent) if permanent else None)
        assert server.connections == 1


async def test_a_permanent_redirect_to_an_error_is_told_with_the_error(fetcher: Fetcher) -> None:
    with serve({"/feed": redirect("/new", 301), "/new": Answer(500)}) as server:
        error = await refused(fetcher, typed(server.at("/feed")), Trouble.SERVER)
    assert error.permanent == server.at("/new")


@pytest.mark.parametrize(
    "location", ["new", "./new", "/new", "../new", "{url}/new", "/new#part", " /new ", "//{host}/new"]
)
async def test_a_place_may_be_written_in_any_way(fetcher: Fetcher, location: str) -> None:
    with serve({"/new": b"here", "/old": b""}) as server:
        host = server.url.removeprefix("http://")
        server.routes["/old"] = redirect(location.format(url=server.url, host=host))
        response = await fetcher.fetch(typed(server.at("/old")))
    assert (response.body, response.address) == (b"here", server.at("/new"))


async def test_letters_in_a_place_are_percent_encoded(fetcher: Fetcher) -> None:
    route = Answer(302, headers=[("Location", "/Gr\xc3\xbc\xc3\x9fe 1")])
    with serve({"/old": route, "/Gr%C3%BC%C3%9Fe%201": b"here"}) as server:
        assert (await fetcher.fetch(typed(server.at("/old")))).body == b"here"


async def test_a_circle_is_noticed(fetcher: Fetcher) -> None:
    with serve({"/a": redirect("/b"), "/b": redirect("/a")}) as server:
        error = await refused(fetcher, typed(server.at("/a")), Trouble.REDIRECTS)
        assert "circle" in str(error)
        assert len(server.requests) == 2


@pytest.mark.parametrize(("redirects", "followed"), [(10, True), (11, False)])
async def test_ten_redirects_are_followed(fetcher: Fetcher, redirects: int, followed: bool) -> None:
    routes = {f"/{i}": redirect(f"/{i + 1}") for i in range(redirects)}
    with serve({**routes, f"/{redirects}": b"here"}) as server:
        if followed:
            assert (await fetcher.fetch(typed(server.at("/0")))).body == b"here"
        else:
            await refused(fetcher, typed(server.at("/0")), Trouble.REDIRECTS)


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "data:text/xml,<rss/>",
        "javascript:alert(1)",
        "gopher://example.org/",
        "http://",
        "http://[::1",
        "http://user@",
        "",
        "http://exa mple.org:port/",
        "\x1b]0;owned\x07:",
    ],
)
async def test_a_redirect_to_what_is_no_web_address_is_refused(fetcher: Fetcher, target: str) -> None:
    with serve({"/feed": redirect(target)}) as server:
        await refused(fetcher, typed(server.at("/feed")), Trouble.REDIRECTS)


async def test_a_redirect_without_a_place_is_a_status(fetcher: Fetcher) -> None:
    with serve({"/feed": Answer(302)}) as server:
        assert (await refused(fetcher, typed(server.at("/feed")), Trouble.SERVER)).status == 302


@pytest.mark.parametrize("host", ["127.0.0.2", "localhost", "[::1]", "192.168.1.1", "169.254.169.254", "2130706433"])
async def test_a_redirect_into_another_private_place_is_refused(fetcher: Fetcher, host: str) -> None:
    with serve({"/feed": redirect(f"http://{host}/")}) as server:
        error = await refused(fetcher, typed(server.at("/feed")), Trouble.REDIRECTS)
    assert "private" in str(error)


async def test_a_redirect_to_another_port_of_the_users_own_machine_is_refused(fetcher: Fetcher) -> None:
    with serve({"/": b"secret"}) as other, serve({"/feed": redirect(other.at("/"))}) as server:
        await refused(fetcher, typed(server.at("/feed")), Trouble.REDIRECTS)
    assert other.requests == []


async def test_a_cookie_lives_as_long_as_one_fetch(fetcher: Fetcher) -> None:
    def gate(request: Received) -> Answer:
        if "seen=1" in request.headers.get("cookie", ""):
            return Answer(200, b"here", {"Set-Cookie": "more=2"})
        return redirect("/feed", 302, Set_Cookie="seen=1; Path=/")

    with serve({"/feed": gate}) as server:
        for _ in range(2):
            response = await fetcher.fetch(typed(server.at("/feed")))
            assert (response.body, response.permanent) == (b"here", None)
    assert [request.headers.get("cookie") for request in server.requests] == [None, "seen=1"] * 2
