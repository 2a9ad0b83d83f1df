"""A fetcher that loses patience soon, and the certificates of the tests' own authority."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from http_server.certificates import Certificates

from reader.feeds.fetching.fetcher import Fetcher
from reader.feeds.fetching.limits import Limits

PATIENCE = Limits(connect=2, read=0.3, whole=1)


@pytest.fixture
async def fetcher(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Fetcher]:
    """Waits 0.3 s between bytes and 1 s in all; no proxy from the environment."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    async with Fetcher(limits=PATIENCE) as made:
        yield made


@pytest.fixture(scope="session")
def certificates() -> Certificates:
    """An authority nothing trusts yet."""
    return Certificates()
