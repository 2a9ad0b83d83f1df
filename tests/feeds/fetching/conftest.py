"""A fetcher, one that loses patience soon, and the certificates of the tests' own authority."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from http_server.certificates import Certificates

from reader.feeds.fetching.fetcher import Fetcher
from reader.feeds.fetching.limits import Limits


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy from the environment of whoever runs the tests."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
async def fetcher(no_proxy: None) -> AsyncIterator[Fetcher]:
    """As patient as it is for people."""
    async with Fetcher() as made:
        yield made


@pytest.fixture
async def hasty(no_proxy: None) -> AsyncIterator[Fetcher]:
    """Waits 0.2 s between bytes and 0.6 s in all: for servers that never get anywhere."""
    async with Fetcher(limits=Limits(read=0.2, whole=0.6)) as made:
        yield made


@pytest.fixture(scope="session")
def certificates() -> Certificates:
    """An authority nothing trusts yet."""
    return Certificates()
