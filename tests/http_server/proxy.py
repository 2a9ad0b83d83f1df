"""A proxy on 127.0.0.1: HTTP (absolute form and CONNECT) and SOCKS 5 on one port."""

from __future__ import annotations

import base64
import contextlib
import socket
import threading
from collections.abc import Iterator, Mapping

from http_server.answers import Received
from http_server.server import Server, read_request


class Proxy(Server):
    """``hosts`` says where the names lead that only this proxy knows; ``requests`` has what it was asked to reach.

    With ``user`` and ``password`` it asks for them, by the Basic scheme or as SOCKS does.
    """

    def __init__(self, hosts: Mapping[str, int], user: str = "", password: str = "") -> None:
        self._hosts = hosts
        self._user = user
        self._password = password
        super().__init__({})

    @property
    def socks(self) -> str:
        """Its address for SOCKS."""
        return f"socks5://127.0.0.1:{self.port}"

    def converse(self, connection: socket.socket) -> None:
        """One request, then bytes both ways."""
        if connection.recv(1, socket.MSG_PEEK) == b"\x05":
            target = self._socks_target(connection)
            if target:
                self._join(connection, target, b"")
            return
        with connection.makefile("rb") as stream:
            request = read_request(stream)
        if request is None:
            return
        self.requests.append(request)
        token = base64.b64encode(f"{self._user}:{self._password}".encode()).decode()
        if self._user and request.headers.get("proxy-authorization") != f"Basic {token}":
            connection.sendall(b"HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n")
        elif request.method == "CONNECT":
            host, _, port = request.target.rpartition(":")
            with contextlib.suppress(OSError):
                self._join(connection, (host, int(port)), b"", greeting=b"HTTP/1.1 200 OK\r\n\r\n")
        else:
            host, _, path = request.target.removeprefix("http://").partition("/")
            name, _, port = host.partition(":")
            self._join(connection, (name, int(port or "80")), _forwarded(request, path))

    def _join(self, connection: socket.socket, target: tuple[str, int], first: bytes, *, greeting: bytes = b"") -> None:
        known = self._hosts.get(target[0])
        there = socket.create_connection(("127.0.0.1", known) if known else target)
        with there:
            connection.sendall(greeting)
            there.sendall(first)
            back = threading.Thread(target=_pump, args=(there, connection), daemon=True)
            back.start()
            _pump(connection, there)
            back.join()

    def _socks_target(self, connection: socket.socket) -> tuple[str, int] | None:
        connection.recv(256)
        connection.sendall(b"\x05\x02" if self._user else b"\x05\x00")
        if self._user:
            expected = b"\x01%c%b%c%b" % (
                *(len(self._user), self._user.encode()),
                *(len(self._password), self._password.encode()),
            )
            right = connection.recv(512) == expected
            connection.sendall(b"\x01\x00" if right else b"\x01\x01")
            if not right:
                return None
        asked = connection.recv(512)
        host = socket.inet_ntoa(asked[4:8]) if asked[3] == 1 else asked[5 : 5 + asked[4]].decode()
        port = int.from_bytes(asked[-2:], "big")
        self.requests.append(Received("SOCKS", f"{host}:{port}", {}))
        connection.sendall(b"\x05\x00\x00\x01\0\0\0\0\0\0")
        return host, port


@contextlib.contextmanager
def serve_proxy(hosts: Mapping[str, int], *, user: str = "", password: str = "") -> Iterator[Proxy]:
    """A proxy for the length of a ``with`` block; ``hosts`` maps names to ports of 127.0.0.1."""
    proxy = Proxy(hosts, user, password)
    try:
        yield proxy
    finally:
        proxy.close()


def _forwarded(request: Received, path: str) -> bytes:
    kept = {n: v for n, v in request.headers.items() if not n.startswith("proxy-") and n != "connection"}
    lines = [f"{request.method} /{path} HTTP/1.1", *(f"{n}: {v}" for n, v in kept.items()), "connection: close"]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            sink.sendall(data)
    with contextlib.suppress(OSError):
        sink.shutdown(socket.SHUT_RDWR)
