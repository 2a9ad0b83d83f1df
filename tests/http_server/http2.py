"""HTTP/2 for the test server, where a client asks for it over TLS. Answers only; ``Wire`` routes end the connection."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import RequestReceived

from http_server.answers import Answer, Received, Wire

if TYPE_CHECKING:
    from http_server.server import Server


def converse(connection: socket.socket, server: Server) -> None:
    """Answers requests until the connection ends. Bodies must fit into the flow-control window (64 KB)."""
    state = H2Connection(H2Configuration(client_side=False, header_encoding="utf-8"))
    state.initiate_connection()
    connection.sendall(state.data_to_send())
    while data := connection.recv(65536):
        for event in state.receive_data(data):
            if isinstance(event, RequestReceived) and event.stream_id is not None:
                pairs = {str(name): str(value) for name, value in event.headers or []}
                request = Received(pairs[":method"], pairs[":path"], pairs)
                server.requests.append(request)
                route = server.route(request)
                found = route(request) if callable(route) else route
                if isinstance(found, Wire):
                    return
                answer = found if isinstance(found, Answer) else Answer(200, found)
                _send(state, event.stream_id, answer)
        connection.sendall(state.data_to_send())


def _send(state: H2Connection, stream: int, answer: Answer) -> None:
    body = answer.body.encode() if isinstance(answer.body, str) else answer.body
    body = body if isinstance(body, bytes) else b"".join(body)
    given = answer.headers.items() if hasattr(answer.headers, "items") else answer.headers
    headers = [(":status", str(answer.status)), *((name.lower(), value) for name, value in given)]
    state.send_headers(stream, headers)
    for start in range(0, len(body), 16384):  # the largest frame a client takes
        state.send_data(stream, body[start : start + 16384])
    state.end_stream(stream)
