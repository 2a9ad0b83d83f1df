"""Fetch feeds and pages: ``async with Fetcher() as fetcher: response = await fetcher.fetch(Request(address))``."""

from __future__ import annotations

import asyncio
from http.cookiejar import CookieJar, DefaultCookiePolicy
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from reader.domain.fetching import FetchError, Request, Response
from reader.feeds.fetching.addresses import fetchable, split_credentials
from reader.feeds.fetching.backend import PrivateAddressError
from reader.feeds.fetching.chain import Chain, Means
from reader.feeds.fetching.failures import EXPECTED, failure
from reader.feeds.fetching.gates import Gates
from reader.feeds.fetching.identity import user_agent
from reader.feeds.fetching.lean_httpx import httpx
from reader.feeds.fetching.limits import Limits
from reader.feeds.fetching.proxies import Proxies
from reader.feeds.fetching.signing_in import Credentials, SignIns
from reader.feeds.fetching.transport import Transport

_LARGE_AT_ONCE = 2


class Fetcher:
    """One HTTP client for every feed, for one event loop.

    ``contact`` is told to servers; ``per_host`` and ``total`` are the most requests under way; ``credentials`` gives
    the user and password for an address, and is asked only after a 401. Close it, or use it in ``async with``.
    """

    def __init__(
        self,
        *,
        contact: str | None = None,
        per_host: int = 8,
        total: int = 32,
        limits: Limits | None = None,
        credentials: Credentials | None = None,
    ) -> None:
        self._limits = limits or Limits()
        self._gates = Gates(per_host, total)
        # No cookie is kept from one fetch to the next: nobody is followed from feed to feed.
        jar = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
        client = httpx.AsyncClient(transport=Transport(idle=total), cookies=jar, trust_env=False)
        large = asyncio.Semaphore(_LARGE_AT_ONCE)
        self._means = Means(client, Proxies(), SignIns(credentials), self._limits, large, user_agent(contact))

    async def fetch(self, request: Request) -> Response:
        """The answer: status 200 (203 is taken for it), 204 with an empty body, or 304.

        ``response.address`` is ``request.address`` where nothing redirected. Raises FetchError for everything else;
        nothing that httpx, the system or a server does leaves as another exception.
        """
        chain = self._chain(request)
        try:
            async with self._gates.through(urlsplit(chain.start).hostname or ""):
                async with asyncio.timeout(self._limits.whole):
                    return await chain.run()
        except EXPECTED as error:
            problem = self._failure(error, chain)
        # Raised out here without its cause, whose traceback would keep the body alive as long as the error is.
        raise problem

    async def close(self) -> None:
        """Ends every connection."""
        await self._means.client.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    def _chain(self, request: Request) -> Chain:
        start = fetchable(request.address)
        split = split_credentials(request.address)
        given = (split.user, split.password or "") if split.user is not None else None
        return Chain(self._means, request, split.address, start, given)

    def _failure(self, error: BaseException, chain: Chain) -> FetchError:
        if isinstance(error, PrivateAddressError):
            return chain.into_private_network()
        proxy = chain.proxy.address if chain.proxy else None
        return failure(error, chain.address or chain.start, limits=self._limits, permanent=chain.permanent, proxy=proxy)
