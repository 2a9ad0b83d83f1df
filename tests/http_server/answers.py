"""What a route of the test server may be, and the usual answers."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus


@dataclass(frozen=True)
class Received:
    """A request as it came. ``target`` is as on the wire, ``path`` that without query; header names are lower case."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes = b""

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]


@dataclass(frozen=True)
class Answer:
    """An answer that keeps the rules, unless ``headers`` lie: Content-Length and Date are added where not given.

    A body of several parts is sent chunked, or as it is where ``headers`` give a Content-Length. ``reason`` is the
    phrase after the status.
    """

    status: int = 200
    body: bytes | str | Iterable[bytes] = b""
    headers: Mapping[str, str] | Iterable[tuple[str, str]] = ()
    reason: str | None = None

    def send(self, connection: socket.socket, request: Received) -> bool:
        """Sends it; True where the connection may be used again."""
        pairs = list(self.headers.items() if isinstance(self.headers, Mapping) else self.headers)
        named = {name.lower() for name, _ in pairs}
        body = self.body.encode() if isinstance(self.body, str) else self.body
        last = request.headers.get("connection", "").lower() == "close" and "connection" not in named
        if last:
            pairs.append(("Connection", "close"))
        empty = request.method == "HEAD" or self.status in (204, 304) or self.status < 200
        chunked = not isinstance(body, bytes) and "content-length" not in named
        if chunked:
            pairs.append(("Transfer-Encoding", "chunked"))
        elif isinstance(body, bytes) and not empty and not named & {"content-length", "transfer-encoding"}:
            pairs.append(("Content-Length", str(len(body))))
        head = f"HTTP/1.1 {self.status} {self._phrase()}\r\n" + "".join(f"{n}: {v}\r\n" for n, v in pairs) + "\r\n"
        if isinstance(body, bytes):
            connection.sendall(head.encode("latin-1") + (b"" if empty else body))
            return not last and not named & {"content-length", "connection"}
        connection.sendall(head.encode("latin-1"))
        for part in body:
            connection.sendall(b"%x\r\n%b\r\n" % (len(part), part) if chunked else part)
        if chunked:
            connection.sendall(b"0\r\n\r\n")
        return chunked and not last and "connection" not in named

    def _phrase(self) -> str:
        if self.reason is not None:
            return self.reason
        return HTTPStatus(self.status).phrase if self.status in set(HTTPStatus) else "Unknown"


@dataclass(frozen=True)
class Wire:
    """Bytes sent just as they are, ``pause`` seconds apart, and how it ends.

    ``end`` is "close" (an orderly end), "reset" (TCP RST) or "stall" (nothing more until the client or server goes).
    """

    parts: Iterable[bytes] = ()
    end: str = "close"
    pause: float = 0

    def send(self, connection: socket.socket, closing: threading.Event) -> None:
        """Sends it; the caller closes the connection."""
        for part in self.parts:
            connection.sendall(part)
            if self.pause and closing.wait(self.pause):
                return
        if self.end == "reset":
            linger = b"\x01\0\0\0\0\0\0\0"
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        elif self.end == "stall":
            connection.recv(1)


Handler = Callable[[Received], "Answer | Wire | bytes | str"]
Route = Answer | Wire | bytes | str | Handler


def redirect(target: str, status: int = 302, **headers: str) -> Answer:
    """Sends the client to ``target``, absolute or not. ``headers`` are written with "_" for "-"."""
    more = [(name.replace("_", "-"), value) for name, value in headers.items()]
    return Answer(status, "moved", [("Location", target), *more])


def validated(body: bytes | str, *, etag: str | None = None, last_modified: str | None = None) -> Handler:
    """``body``, or 304 to a request that names the same ETag or Last-Modified."""
    headers = {n: v for n, v in (("ETag", etag), ("Last-Modified", last_modified)) if v is not None}

    def answer(request: Received) -> Answer:
        same_tag = etag is not None and request.headers.get("if-none-match") == etag
        same_time = last_modified is not None and request.headers.get("if-modified-since") == last_modified
        return Answer(304, headers=headers) if same_tag or same_time else Answer(200, body, headers)

    return answer


@dataclass
class in_turn:
    """Another answer each time; the last one for ever after."""

    routes: list[Route]
    asked: int = field(default=0)

    def __call__(self, request: Received) -> Answer | Wire | bytes | str:
        """The next answer."""
        route = self.routes[min(self.asked, len(self.routes) - 1)]
        self.asked += 1
        return route(request) if callable(route) else route
