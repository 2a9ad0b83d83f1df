"""Connections under one httpx client, pooled by the way they go."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from typing import NamedTuple

import httpcore

from reader.feeds.fetching.backend import Backend
from reader.feeds.fetching.lean_httpx import httpx
from reader.feeds.fetching.proxies import ProxyServer

ROUTE = "parley.route"
"""The request extension that holds its ``Route``."""

_IDLE_SECONDS = 5.0


class Route(NamedTuple):
    """How a request travels. ``guarded`` connects to public addresses only (a proxy looks after that itself)."""

    guarded: bool = True
    insecure: bool = False
    proxy: ProxyServer | None = None


class Transport(httpx.AsyncBaseTransport):
    """Pools made when they are first needed, kept apart by route and scheme.

    So a connection made to a private address is never used for a request that may not go there, and no trust store is
    read (40 ms) before something encrypted is asked for. ``idle`` is the most connections kept open, a pool.
    """

    def __init__(self, *, idle: int) -> None:
        self._idle = idle
        self._pools: dict[tuple[Route, bool], httpcore.AsyncConnectionPool] = {}
        self._contexts: dict[bool, ssl.SSLContext] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Raises what ``Backend`` and httpcore raise."""
        url = request.url
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        sent = httpcore.Request(
            request.method, target, headers=request.headers.raw, content=request.stream, extensions=request.extensions
        )
        pool = self._pool(request.extensions[ROUTE], url.scheme == "https")
        answer = await pool.handle_async_request(sent)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions)

    async def aclose(self) -> None:
        """Closes every connection."""
        for pool in self._pools.values():
            await pool.aclose()

    def _pool(self, route: Route, secure: bool) -> httpcore.AsyncConnectionPool:
        pool = self._pools.get((route, secure))
        if pool is None:
            pool = self._pools[route, secure] = self._made(route, secure)
        return pool

    def _made(self, route: Route, secure: bool) -> httpcore.AsyncConnectionPool:
        proxy = None
        if route.proxy:
            name = route.proxy
            credentials = None if name.user is None else (name.user, name.password or "")
            tls = self._context(insecure=False) if name.address.startswith("https:") else None
            proxy = httpcore.Proxy(name.address, auth=credentials, ssl_context=tls)
        return httpcore.AsyncConnectionPool(
            ssl_context=self._context(route.insecure) if secure else None,
            proxy=proxy,
            max_connections=None,  # the fetcher counts
            max_keepalive_connections=self._idle,
            keepalive_expiry=_IDLE_SECONDS,
            http2=secure,
            network_backend=Backend(guarded=route.guarded and proxy is None),
        )

    def _context(self, insecure: bool) -> ssl.SSLContext:
        context = self._contexts.get(insecure)
        if context is None:
            context = self._contexts[insecure] = httpx.create_ssl_context(verify=not insecure)
        return context


class _Body(httpx.AsyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._answer.aiter_stream():
            yield part

    async def aclose(self) -> None:
        await self._answer.aclose()
