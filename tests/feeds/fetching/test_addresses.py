"""Addresses, and which of them are private."""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import ip_address

import pytest
from asking import refused
from http_server import serve
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.fetching import FetchError, Request, Trouble
from reader.domain.plain_text import clean_line
from reader.feeds.fetching.addresses import fetchable, joined, shown, split_credentials
from reader.feeds.fetching.fetcher import Fetcher
from reader.feeds.fetching.private import is_private, literal


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ("https://example.org", "https://example.org"),
        ("HTTPS://Example.ORG/Feed", "https://example.org/Feed"),
        ("http://example.org:80/a b", "http://example.org/a%20b"),
        ("feed:https://example.org/x", "https://example.org/x"),
        ("feed://example.org/x", "http://example.org/x"),
        ("feed:example.org/x", "http://example.org/x"),
        ("https://bücher.example/ü?q=ü#f", "https://xn--bcher-kva.example/%C3%BC?q=%C3%BC"),
        ("https://user:pw@example.org/x", "https://example.org/x"),
        ("http://[2606:4700::1111]:8080/", "http://[2606:4700::1111]:8080/"),
    ],
)
def test_an_address_becomes_one_that_can_be_asked(given: str, asked: str) -> None:
    assert fetchable(given) == asked
    assert fetchable(asked) == asked


@pytest.mark.parametrize(
    "address",
    [
        *("", " ", "example.org/feed", "ftp://example.org/", "file:///etc/passwd", "data:,x", "javascript:1", "//x/y"),
        *("http://", "http:///path", "http://exa\nmple.org/", "http://example.org/\r\nX: 1", "http://a\x00b/"),
        *(
            "http://example.org:99999/",
            "http://example.org:x/",
            "http://[::1/",
            "http://" + "x" * 9000,
            "feed:",
            "feed:ftp://x/",
        ),
        *("http://xn--a.example\ud800/", "http://\u202eexample.org/", "http://a..b..\u3002/"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(address: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetchable(address)
    assert caught.value.trouble is Trouble.ADDRESS
    assert str(caught.value) == clean_line(str(caught.value))
    assert len(str(caught.value)) < 400


def sentence_or(call: Callable[[], str]) -> str | FetchError:
    """What a call gives, or the error it raises, whose sentence is clean."""
    try:
        return call()
    except FetchError as error:
        given = error
    assert str(given) == clean_line(str(given))
    return given


@given(st.text())
def test_any_text_is_an_address_or_a_sentence(text: str) -> None:
    for address in (text, f"http://{text}", f"http://{text}@example.org/{text}?{text}"):
        asked = sentence_or(lambda address=address: fetchable(address))  # type: ignore[misc]
        if isinstance(asked, str):
            assert asked.isascii()
            assert asked.isprintable()
            assert " " not in asked
            assert fetchable(asked) == asked


@given(st.text())
def test_any_redirect_leads_to_an_address_or_a_sentence(text: str) -> None:
    target = sentence_or(lambda: joined("https://example.org/a/b", text))
    if isinstance(target, str):
        assert target.startswith(("http://", "https://"))
    else:
        assert target.trouble is Trouble.REDIRECTS


def test_credentials_are_split_off_an_address() -> None:
    split = split_credentials("https://us%40er:p%3Aw:x@example.org:8443/feed?a=@b")
    assert split == ("https://example.org:8443/feed?a=@b", "us@er", "p:w:x")
    assert "p:w" not in repr(split)
    assert split_credentials("https://user@example.org/") == ("https://example.org/", "user", None)
    assert split_credentials("https://example.org/@x") == ("https://example.org/@x", None, None)


def test_no_sentence_shows_credentials() -> None:
    for address in ("https://user:secret@example.org:x/", "ftp://user:secret@example.org/", "http://u:secret@[::1/"):
        assert "secret" not in shown(address)
        with pytest.raises(FetchError) as caught:
            fetchable(address)
        assert "secret" not in str(caught.value) + str(caught.value.subject) + repr(caught.value)


PRIVATE = (
    *("127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
    *("224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "240.0.0.1", "::", "::1", "fe80::1", "fc00::1"),
    *("fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"),
    *("fec0::1", "2001:db8::1", "2001:0:0:0:0:0:80ff:fffe"),
)
PUBLIC = (
    "1.1.1.1",
    "93.184.216.34",
    "172.15.0.1",
    "172.32.0.1",
    "2606:4700::1111",
    "::ffff:1.1.1.1",
    "64:ff9b::101:101",
)


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_known(address: str) -> None:
    assert is_private(ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_not_private(address: str) -> None:
    assert not is_private(ip_address(address))


@pytest.mark.parametrize(
    "host", ["2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "127.1", "127.0.0.1.", "[::1]", "::1", "fe80::1%eth0"]
)
def test_every_spelling_of_a_private_address_is_known(host: str) -> None:
    address = literal(host)
    assert address is not None
    assert is_private(address)


@pytest.mark.parametrize("host", ["example.org", "1.example.org", "0x7f.example", "1.2.3.4.5", "999.1.1.1", "0xg", ""])
def test_a_name_is_no_address(host: str) -> None:
    assert literal(host) is None


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "feeds.localhost", "LOCALHOST.", "printer.local", "0x7f.1", "2130706433", "[::1]", "0"],
)
async def test_a_private_address_is_asked_only_for_the_user(fetcher: Fetcher, host: str) -> None:
    with serve({"/feed": b"secret"}) as server:
        error = await refused(fetcher, Request(f"http://{host}:{server.port}/feed"), Trouble.ADDRESS)
    assert "private" in str(error)
    assert server.requests == []


async def test_a_name_that_leads_to_a_private_address_is_refused_where_it_is_resolved(fetcher: Fetcher) -> None:
    # This machine's own name needs no name server, and no spelling gives it away.
    name = socket.gethostname()
    with serve({"/feed": b"secret"}) as server:
        await refused(fetcher, Request(f"http://{name}:{server.port}/feed"), Trouble.ADDRESS)
    assert server.connections == 0


async def test_a_connection_the_user_made_is_not_lent_to_others(fetcher: Fetcher) -> None:
    with serve({"/feed": b"mine"}) as server:
        await fetcher.fetch(Request(server.at("/feed"), typed=True))
        await refused(fetcher, Request(server.at("/feed")), Trouble.ADDRESS)
        assert server.count("/feed") == 1


async def test_a_host_that_does_not_exist_and_a_closed_port(fetcher: Fetcher) -> None:
    with serve({}) as server:
        closed = server.at("/")
    assert "refuses" in str(await refused(fetcher, Request(closed, typed=True), Trouble.NETWORK))
    with pytest.raises(FetchError, match="cannot be found"):
        await fetcher.fetch(Request("http://no-such-host.invalid/"))
    await refused(fetcher, Request(f"http://{'a' * 64}.example/", typed=True), Trouble.ADDRESS)
