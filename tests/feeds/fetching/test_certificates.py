"""https: certificates that are refused, and how one is allowed; HTTP/2."""

from __future__ import annotations

from pathlib import Path

import pytest
from asking import refused, typed
from http_server import Wire, redirect, serve
from http_server.certificates import Certificates

from reader.domain.fetching import Trouble
from reader.feeds.fetching.fetcher import Fetcher


@pytest.fixture
def _trusted(certificates: Certificates, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", certificates.trusted(tmp_path))


@pytest.mark.usefixtures("_trusted")
@pytest.mark.parametrize(
    ("kind", "words"),
    [("self_signed", "nobody"), ("expired", "expired"), ("other", "another host"), ("unknown", "nobody")],
)
async def test_a_bad_certificate_is_refused_unless_it_is_allowed(
    certificates: Certificates, fetcher: Fetcher, kind: str, words: str
) -> None:
    context = {
        "self_signed": certificates.self_signed,
        "expired": certificates.expired,
        "other": lambda: certificates.good("example.org"),
        "unknown": Certificates().good,
    }[kind]()
    with serve({"/feed": b"x"}, tls=context) as server:
        error = await refused(fetcher, typed(server.at("/feed")), Trouble.CERTIFICATE)
        assert words in str(error)
        assert server.requests == []
        assert (await fetcher.fetch(typed(server.at("/feed"), insecure=True))).body == b"x"
        # What was allowed for one feed is not allowed for the next.
        await refused(fetcher, typed(server.at("/feed")), Trouble.CERTIFICATE)


@pytest.mark.usefixtures("_trusted")
@pytest.mark.parametrize("http2", [True, False])
async def test_a_good_certificate_is_taken(certificates: Certificates, fetcher: Fetcher, http2: bool) -> None:
    routes = {"/old": redirect("/feed", 301), "/feed": b"x" * 50_000, "/gone": Wire()}
    with serve(routes, tls=certificates.good(http2=http2)) as server:
        for path in ("/old", "/feed"):
            response = await fetcher.fetch(typed(server.at(path)))
            assert response.body == b"x" * 50_000
        assert (":method" in server.requests[0].headers) is http2
        assert server.connections == 1
        error = await refused(fetcher, typed(server.at("/gone")), Trouble.NETWORK)
    assert "connection" in str(error)


@pytest.mark.usefixtures("_trusted")
async def test_http_asked_of_https_and_the_reverse(certificates: Certificates, fetcher: Fetcher) -> None:
    with serve({"/feed": b"x"}) as plain, serve({"/feed": b"x"}, tls=certificates.good()) as secure:
        await refused(fetcher, typed(plain.at("/feed").replace("http:", "https:")), Trouble.NETWORK)
        await refused(fetcher, typed(secure.at("/feed").replace("https:", "http:")), Trouble.NETWORK)
