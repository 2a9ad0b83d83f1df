"""Connections for httpcore on asyncio's own streams, made only to addresses that are allowed.

httpcore's own backend resolves and connects in one step, so that a name could be checked and then lead elsewhere (DNS
rebinding), and asks anyio for a timeout and the socket's attributes with every read: a third of a request's cost.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Iterable
from ipaddress import ip_address
from typing import Any

import httpcore
from aiohappyeyeballs import start_connection

from reader.feeds.fetching.private import is_private, literal
from reader.feeds.fetching.resolving import AddressInfo, resolve

_ATTEMPT_DELAY = 0.25


class PrivateAddressError(Exception):
    """A name leads to nothing but private addresses, and the user did not name it."""


class Backend(httpcore.AsyncNetworkBackend):
    """``guarded`` connects to public addresses alone."""

    def __init__(self, *, guarded: bool) -> None:
        self._guarded = guarded

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> Stream:
        """Raises PrivateAddressError, httpcore.ConnectTimeout, OSError, UnicodeError."""
        try:
            async with asyncio.timeout(timeout):
                connection = await start_connection(
                    await self._addresses(host, port), happy_eyeballs_delay=_ATTEMPT_DELAY, interleave=1
                )
                return Stream(*await asyncio.open_connection(sock=connection))
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(str(error)) from error

    async def _addresses(self, host: str, port: int) -> list[AddressInfo]:
        address = literal(host)
        if address is None:
            found = await resolve(host, port)
        else:
            family = socket.AF_INET if address.version == 4 else socket.AF_INET6
            found = [(family, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (str(address), port))]
        allowed = [info for info in found if not (self._guarded and _private(info))]
        if not allowed:
            raise PrivateAddressError(host) if found else socket.gaierror(socket.EAI_NONAME, "no address")
        return allowed


class Stream(httpcore.AsyncNetworkStream):
    """A connection; errors of reading and writing are httpcore's."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        """Up to ``max_bytes``; none at the end."""
        try:
            async with asyncio.timeout(timeout):
                return await self._reader.read(max_bytes)
        except TimeoutError as error:
            raise httpcore.ReadTimeout(str(error)) from error
        except OSError as error:
            raise httpcore.ReadError(str(error)) from error

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        """All of it."""
        try:
            self._writer.write(buffer)
            async with asyncio.timeout(timeout):
                await self._writer.drain()
        except TimeoutError as error:
            raise httpcore.WriteTimeout(str(error)) from error
        except OSError as error:
            raise httpcore.WriteError(str(error)) from error

    async def aclose(self) -> None:
        """At once: nobody waits for a server to say goodbye."""
        self._writer.transport.abort()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> Stream:
        """The same connection, encrypted. Raises httpcore.ConnectTimeout, OSError (ssl.SSLError is one)."""
        try:
            async with asyncio.timeout(timeout):
                await self._writer.start_tls(ssl_context, server_hostname=server_hostname)
        except TimeoutError as error:
            self._writer.transport.abort()
            raise httpcore.ConnectTimeout(str(error)) from error
        except BaseException:
            self._writer.transport.abort()
            raise
        return self

    def get_extra_info(self, info: str) -> Any:
        """What httpcore asks of a connection."""
        if info == "is_readable":  # an idle connection that has something to say has been closed
            return self._reader.at_eof() or self._writer.transport.is_closing() or bool(self._reader._buffer)  # type: ignore[attr-defined]
        return self._writer.get_extra_info(info)


def _private(info: AddressInfo) -> bool:
    return is_private(ip_address(str(info[4][0]).partition("%")[0]))
