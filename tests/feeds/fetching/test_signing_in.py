"""Names and passwords: sent where they belong, when they are asked for."""

from __future__ import annotations

import logging

import pytest
from asking import refused, typed
from http_server import Answer, Received, redirect, serve
from http_server.proxy import serve_proxy
from http_server.signing_in import Basic, Digest

from reader.domain.fetching import Trouble
from reader.feeds.fetching.fetcher import Fetcher

USER, PASSWORD = "ürsula", "pa:ss w\u00f6rd"


class Kept:
    """Credentials as somebody keeps them; remembers what it was asked for."""

    def __init__(self, password: str = PASSWORD) -> None:
        self.password = password
        self.asked: list[str] = []

    def __call__(self, address: str) -> tuple[str, str] | None:
        """For every address the same."""
        self.asked.append(address)
        return USER, self.password


@pytest.mark.parametrize("kind", [Basic, Digest])
async def test_credentials_are_sent_once_they_are_asked_for_and_then_at_once(kind: type[Basic | Digest]) -> None:
    kept = Kept()
    with serve({"/a": kind(b"a", USER, PASSWORD), "/b": b"open"}) as server:
        async with Fetcher(credentials=kept) as fetcher:
            await fetcher.fetch(typed(server.at("/b")))
            for _ in range(3):
                assert (await fetcher.fetch(typed(server.at("/a")))).body == b"a"
    assert ["authorization" in request.headers for request in server.requests] == [False, False, True, True, True]
    assert kept.asked == [server.at("/a")]


async def test_a_digest_challenge_that_ran_out_is_answered_again() -> None:
    with serve({"/a": Digest(b"a", USER, PASSWORD, uses=1)}) as server:
        async with Fetcher(credentials=Kept()) as fetcher:
            for _ in range(3):
                assert (await fetcher.fetch(typed(server.at("/a")))).body == b"a"


@pytest.mark.parametrize("kind", [Basic, Digest])
async def test_a_wrong_password_is_told_and_not_tried_for_ever(kind: type[Basic | Digest]) -> None:
    with serve({"/a": kind(b"a", USER, PASSWORD)}) as server:
        async with Fetcher(credentials=Kept("wrong-secret")) as fetcher:
            error = await refused(fetcher, typed(server.at("/a")), Trouble.CREDENTIALS)
            assert "does not accept" in str(error)
            assert "wrong-secret" not in repr(error) + str(error) + str(error.advice)
            assert server.count("/a") == 2


@pytest.mark.parametrize(
    "challenge",
    [
        *(None, "", "Negotiate", "Digest", "Digest realm", 'Digest realm="x"'),
        'Digest realm="x", nonce="n", algorithm=ROT13',
        'Digest realm="x", nonce="n", qop="auth-int"',
    ],
)
async def test_a_challenge_nobody_can_answer_is_a_sentence(challenge: str | None) -> None:
    headers = {} if challenge is None else {"WWW-Authenticate": challenge}
    with serve({"/a": Answer(401, b"no", headers)}) as server:
        async with Fetcher(credentials=Kept()) as fetcher:
            await refused(fetcher, typed(server.at("/a")), Trouble.CREDENTIALS)
            assert server.count("/a") == 1


async def test_credentials_in_an_address_are_used_and_told_nobody(
    fetcher: Fetcher, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with serve({"/a": Basic(b"a", "me", "s3cret"), "/no": Basic(b"a", "me", "other")}) as server:
        for path in ("/a", "/no"):
            address = server.at(path).replace("http://", "http://me:s3cret@")
            if path == "/a":
                response = await fetcher.fetch(typed(address))
                assert response.body == b"a"
                assert "s3cret" not in repr(response)
            else:
                error = await refused(fetcher, typed(address), Trouble.CREDENTIALS)
                assert "s3cret" not in f"{error} {error!r} {error.subject} {error.__cause__!r} {error.__context__!r}"
    assert "s3cret" not in caplog.text


async def test_credentials_never_follow_to_another_origin() -> None:
    seen: list[Received] = []

    def elsewhere(request: Received) -> Answer:
        seen.append(request)
        return Answer(401, b"who?", {"WWW-Authenticate": "Basic"})

    # Private places are not redirected to; a proxy that knows both names stands in for the internet.
    routes = {"/a": Basic(b"a", USER, PASSWORD), "/to": redirect("http://two.example/x")}
    with (
        serve({"/x": elsewhere}) as other,
        serve(routes) as first,
        serve_proxy({"one.example": first.port, "two.example": other.port}) as proxy,
    ):
        known = {"http://one.example/a": (USER, PASSWORD)}
        async with Fetcher(credentials=known.get) as fetcher:
            assert (await fetcher.fetch(typed("http://one.example/a", proxy=proxy.url))).body == b"a"
            await refused(fetcher, typed("http://one.example/to", proxy=proxy.url), Trouble.CREDENTIALS)
    assert first.requests[-1].headers.get("authorization")
    assert [request.headers.get("authorization") for request in seen] == [None]
