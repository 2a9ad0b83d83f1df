"""Connections under one httpx client, kept apart by the way they go."""

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

LOCATION = "parley.location"
"""The response extension that holds a Location header's bytes, or None.

httpx must not see it: it parses the address of a redirect it was told not to follow, and fails where that is none.
"""

_IDLE_SECONDS = 5.0
_STALE = (httpcore.RemoteProtocolError, httpcore.ReadError, httpcore.WriteError)


class Route(NamedTuple):
    """How a request travels. ``guarded`` connects to public addresses only (a proxy looks after that itself)."""

    guarded: bool = True
    insecure: bool = False
    proxy: ProxyServer | None = None


class _Way(NamedTuple):
    origin: tuple[bytes, bytes, int | None]
    route: Route


class Transport(httpx.AsyncBaseTransport):
    """Connections of httpcore, each used by one request at a time and again by the next one the same way.

    A connection made to a private address is never used for a request that may not go there, and no trust store is
    read (40 ms) before something encrypted is asked for. httpcore's own pool is not used: it looks at every
    connection for every request and gives one connection to several at once, which then ask again. ``idle`` is the
    most connections kept open for later.
    """

    def __init__(self, *, idle: int) -> None:
        self._most_idle = idle
        self._idle: dict[httpcore.AsyncConnectionInterface, _Way] = {}
        self._makers: dict[tuple[Route, bool], httpcore.AsyncConnectionPool] = {}
        self._contexts: dict[bool, ssl.SSLContext] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Raises what ``Backend`` and httpcore raise."""
        url = request.url
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        sent = httpcore.Request(
            request.method, target, headers=request.headers.raw, content=request.stream, extensions=request.extensions
        )
        way = _Way((url.raw_scheme, url.raw_host, url.port), request.extensions[ROUTE])
        while (connection := await self._kept(way)) is not None:
            try:
                return await self._answer(connection, sent, way)
            except (*_STALE, httpcore.ConnectionNotAvailable):
                pass  # the server had closed it meanwhile, which says nothing about a new one
        connection = self._maker(way.route, url.scheme == "https").create_connection(target.origin)
        return await self._answer(connection, sent, way)

    async def aclose(self) -> None:
        """Closes the connections nobody uses."""
        while self._idle:
            connection, _ = self._idle.popitem()
            await connection.aclose()

    async def _answer(
        self, connection: httpcore.AsyncConnectionInterface, sent: httpcore.Request, way: _Way
    ) -> httpx.Response:
        try:
            answer = await connection.handle_async_request(sent)
        except BaseException:
            await connection.aclose()
            raise
        body = _Body(self, answer, connection, way)
        headers = [pair for pair in answer.headers if pair[0].lower() != b"location"]
        location = next((value for name, value in answer.headers if name.lower() == b"location"), None)
        extensions = {**answer.extensions, LOCATION: location}
        return httpx.Response(answer.status, headers=headers, stream=body, extensions=extensions)

    async def _kept(self, way: _Way) -> httpcore.AsyncConnectionInterface | None:
        for connection in [known for known in self._idle if known.has_expired()]:
            del self._idle[connection]
            await connection.aclose()
        found = next((known for known, itsway in self._idle.items() if itsway == way), None)
        if found is not None:
            del self._idle[found]
        return found

    async def keep(self, connection: httpcore.AsyncConnectionInterface, way: _Way) -> None:
        """Takes a connection back whose answer has ended."""
        if not connection.is_idle() or _has_more_to_say(connection):
            await connection.aclose()
            return
        self._idle[connection] = way
        if len(self._idle) > self._most_idle:
            oldest = next(iter(self._idle))
            del self._idle[oldest]
            await oldest.aclose()

    def _maker(self, route: Route, secure: bool) -> httpcore.AsyncConnectionPool:
        maker = self._makers.get((route, secure))
        if maker is None:
            maker = self._makers[route, secure] = self._made(route, secure)
        return maker

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
            keepalive_expiry=_IDLE_SECONDS,
            http2=secure,
            network_backend=Backend(guarded=route.guarded and proxy is None),
        )

    def _context(self, insecure: bool) -> ssl.SSLContext:
        context = self._contexts.get(insecure)
        if context is None:
            context = self._contexts[insecure] = httpx.create_ssl_context(verify=not insecure)
        return context


def _has_more_to_say(connection: httpcore.AsyncConnectionInterface) -> bool:
    """Whether bytes came behind an answer's announced end, which would be taken for the next answer.

    httpcore does not look, and offers no way to but its HTTP/1.1 connection's own parser.
    """
    parser = getattr(getattr(connection, "_connection", None), "_h11_state", None)
    return parser is not None and bool(parser.trailing_data[0])


class _Body(httpx.AsyncByteStream):
    def __init__(
        self,
        transport: Transport,
        answer: httpcore.Response,
        connection: httpcore.AsyncConnectionInterface,
        way: _Way,
    ) -> None:
        self._transport = transport
        self._answer = answer
        self._connection = connection
        self._way = way
        self._closed = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._answer.aiter_stream():
            yield part

    async def aclose(self) -> None:
        if self._closed:
            return
        self._closed = True
        try:
            await self._answer.aclose()
        finally:
            await self._transport.keep(self._connection, self._way)
