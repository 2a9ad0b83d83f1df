"""Proxies: from the environment, of one feed, and what goes wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from asking import refused, typed
from http_server import serve
from http_server.certificates import Certificates
from http_server.proxy import serve_proxy

from reader.domain.fetching import Request, Trouble
from reader.feeds.fetching.fetcher import Fetcher
from reader.feeds.fetching.proxies import proxy_server

NAME = "feeds.example"


@pytest.mark.parametrize("kind", ["http", "socks5", "socks5h"])
async def test_a_feeds_own_proxy_finds_the_name(fetcher: Fetcher, kind: str) -> None:
    with serve({"/feed": b"x"}) as server, serve_proxy({NAME: server.port}) as proxy:
        address = f"{kind}://127.0.0.1:{proxy.port}"
        for _ in range(2):
            asked = Request(f"http://{NAME}/feed", proxy=address)
            assert (await fetcher.fetch(asked)).body == b"x"
        assert NAME in proxy.requests[0].target


@pytest.mark.parametrize("kind", ["http", "socks5"])
async def test_https_goes_through_a_proxy_unread(
    certificates: Certificates, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fetcher: Fetcher
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", certificates.trusted(tmp_path))
    with (
        serve({"/feed": b"x"}, tls=certificates.good(NAME, http2=True)) as server,
        serve_proxy({NAME: server.port}) as proxy,
    ):
        asked = Request(f"https://{NAME}/feed", proxy=f"{kind}://127.0.0.1:{proxy.port}")
        assert (await fetcher.fetch(asked)).body == b"x"
        assert proxy.requests[0].target == f"{NAME}:443"


async def test_the_environment_names_a_proxy_and_who_goes_without(monkeypatch: pytest.MonkeyPatch) -> None:
    with serve({"/feed": b"x"}) as server, serve_proxy({NAME: server.port}) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.setenv("no_proxy", "127.0.0.1,.direct.example")
        async with Fetcher() as fetcher:
            assert (await fetcher.fetch(typed(f"http://{NAME}/feed"))).body == b"x"
            assert (await fetcher.fetch(typed(server.at("/feed")))).body == b"x"
        assert len(proxy.requests) == 1


@pytest.mark.parametrize("variable", ["all_proxy", "ALL_PROXY"])
async def test_one_proxy_for_everything(fetcher: Fetcher, variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with serve({"/feed": b"x"}) as server, serve_proxy({NAME: server.port}) as proxy:
        monkeypatch.setenv(variable, proxy.socks)
        async with Fetcher() as made:
            assert (await made.fetch(typed(f"http://{NAME}/feed"))).body == b"x"


@pytest.mark.parametrize("kind", ["http", "socks5"])
async def test_a_proxy_may_ask_for_a_name_and_password(fetcher: Fetcher, kind: str) -> None:
    with serve({"/feed": b"x"}) as server, serve_proxy({NAME: server.port}, user="me", password="p:w") as proxy:
        good, bad = (f"{kind}://{who}127.0.0.1:{proxy.port}" for who in ("me:p%3Aw@", "me:hidden@"))
        for scheme in ("http", "https"):
            error = await refused(fetcher, Request(f"{scheme}://{NAME}/feed", proxy=bad), Trouble.CREDENTIALS)
            assert "hidden" not in f"{error} {error.advice} {error!r}"
        assert (await fetcher.fetch(Request(f"http://{NAME}/feed", proxy=good))).body == b"x"


@pytest.mark.parametrize("kind", ["http", "socks5"])
@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_a_proxy_that_is_not_there_is_named(fetcher: Fetcher, kind: str, scheme: str) -> None:
    with serve({}) as server:
        closed = server.port
    asked = Request(f"{scheme}://{NAME}/feed", proxy=f"{kind}://127.0.0.1:{closed}")
    error = await refused(fetcher, asked, Trouble.NETWORK)
    assert f"127.0.0.1:{closed}" in str(error)


@pytest.mark.parametrize(
    "address",
    [
        "ftp://proxy/",
        "http://",
        "socks4://127.0.0.1:1",
        "http://proxy:x",
        "http://a b:1",
        "proxy\r\nX: 1",
        "http://[::1",
    ],
)
async def test_a_proxy_that_is_none_is_a_sentence(fetcher: Fetcher, address: str) -> None:
    error = await refused(fetcher, Request(f"http://{NAME}/", proxy=address), Trouble.ADDRESS)
    assert "proxy" in str(error)


async def test_a_proxy_is_no_way_into_its_own_network(fetcher: Fetcher) -> None:
    with serve({"/feed": b"secret"}) as server, serve_proxy({}) as proxy:
        await refused(fetcher, Request(server.at("/feed"), proxy=proxy.url), Trouble.ADDRESS)
        assert proxy.requests == []


def test_a_proxys_address_is_read() -> None:
    assert proxy_server("proxy.example:3128") == ("http://proxy.example:3128", None, "")
    read = proxy_server("socks5://us%40er:p%3Aw@[::1]")
    assert read == ("socks5://[::1]:1080", "us@er", "p:w")
    assert "p:w" not in repr(read)
