"""The server: a thread that accepts, a thread for each connection."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from http_server.answers import Answer, Received, Route, Wire


class Server:
    """A running server. ``routes`` may be changed while it runs; ``requests`` is everything that was asked so far.

    A path without a route is answered 404. ``connections`` counts those accepted.
    """

    def __init__(self, routes: Mapping[str, Route], tls: ssl.SSLContext | None = None) -> None:
        self.routes: dict[str, Route] = dict(routes)
        self.requests: list[Received] = []
        self.connections = 0
        self._tls = tls
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.port: int = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    @property
    def url(self) -> str:
        """The origin, without a slash at the end."""
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"

    def at(self, path: str) -> str:
        """The address of a path."""
        return self.url + path

    def asked(self, path: str) -> list[Received]:
        """The requests for a path, in order."""
        return [request for request in self.requests if request.path == path]

    def count(self, path: str) -> int:
        """How often a path was asked for."""
        return len(self.asked(path))

    def close(self) -> None:
        """Ends every connection and waits for the threads."""
        self._closing.set()
        # A thread that waits in accept() is woken by a connection, not by closing the socket.
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
            pass
        self._threads[0].join()
        self._listener.close()
        with self._lock:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads[1:]:
            thread.join()

    def _accept(self) -> None:
        while True:
            with contextlib.suppress(OSError):
                connection, _ = self._listener.accept()
                if self._closing.is_set():
                    connection.close()
                    return
                self.connections += 1
                with self._lock:
                    self._open.add(connection)
                thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
                self._threads.append(thread)
                thread.start()

    def _serve(self, connection: socket.socket) -> None:
        plain = connection
        # The client may leave at any time, and a test makes it do so.
        with contextlib.suppress(OSError, ValueError):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self._tls:
                connection = self._tls.wrap_socket(connection, server_side=True)
                with self._lock:
                    self._open = self._open - {plain} | {connection}
            self.converse(connection)
        with self._lock:
            self._open -= {plain, connection}
        connection.close()

    def converse(self, connection: socket.socket) -> None:
        """Answers requests until the connection ends."""
        if isinstance(connection, ssl.SSLSocket) and connection.selected_alpn_protocol() == "h2":
            from http_server.http2 import converse

            converse(connection, self)
            return
        with connection.makefile("rb") as stream:
            while (request := read_request(stream)) is not None and self.answer(request, connection):
                pass

    def answer(self, request: Received, connection: socket.socket) -> bool:
        """Answers one request; True where the connection may be used again."""
        self.requests.append(request)
        route = self.route(request)
        found = route(request) if callable(route) else route
        if isinstance(found, Wire):
            found.send(connection, self._closing)
            return False
        answer = found if isinstance(found, Answer) else Answer(200, found)
        return answer.send(connection, request)

    def route(self, request: Received) -> Route:
        """What answers a request."""
        return self.routes.get(request.path, Answer(404, "no such page"))


def read_request(stream: BinaryIO) -> Received | None:
    """The next request of a connection, or None at its end."""
    line = stream.readline().decode("latin-1").split()
    if len(line) != 3:
        return None
    headers: dict[str, str] = {}
    while header := stream.readline().decode("latin-1").rstrip("\r\n"):
        name, _, value = header.partition(":")
        headers[name.lower()] = value.strip()
    return Received(line[0], line[1], headers, stream.read(int(headers.get("content-length", "0"))))


@contextlib.contextmanager
def serve(routes: Mapping[str, Route], *, tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server for the length of a ``with`` block. ``tls`` makes it https (see ``http_server.certificates``)."""
    server = Server(routes, tls)
    try:
        yield server
    finally:
        server.close()
