"""A quick HTTP server for measuring reloads, in a process of its own: everything it answers is made in advance.

    python bench/feed_server.py FOLDER [--latency MILLISECONDS]

Serves the files of FOLDER with an ETag and answers 304 to whoever has it; a file named ``*.gz`` is sent as a gzipped
body. ``--latency`` holds back every answer. Prints its port, and serves until standard input ends.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import hashlib
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Answering(asyncio.Protocol):
    """One connection; requests on it are answered in order."""

    def __init__(self, answers: dict[bytes, tuple[bytes, bytes]], latency: float) -> None:
        self._answers = answers
        self._latency = latency
        self._transport: asyncio.Transport | None = None
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        while b"\r\n\r\n" in self._received:
            head, _, self._received = self._received.partition(b"\r\n\r\n")
            asyncio.get_running_loop().call_later(self._latency, self._answer, head)

    def _answer(self, head: bytes) -> None:
        if self._transport is None or self._transport.is_closing():
            return
        path = head.split(b" ", 2)[1].partition(b"?")[0]
        etag, whole = self._answers.get(path, (b"", b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"))
        if etag and etag in head:
            whole = b"HTTP/1.1 304 Not Modified\r\nETag: " + etag + b"\r\n\r\n"
        self._transport.write(whole)
        if b"connection: close" in head.lower():
            self._transport.close()


def answer(path: Path) -> tuple[bytes, bytes]:
    """A file's ETag, and the whole answer with it."""
    body = path.read_bytes()
    etag = b'"' + hashlib.sha256(body).hexdigest()[:16].encode() + b'"'
    head = [b"HTTP/1.1 200 OK", b"Content-Type: application/xml", b"ETag: " + etag]
    if path.suffix == ".gz":
        head.append(b"Content-Encoding: gzip")
    head.append(b"Content-Length: " + str(len(body)).encode())
    return etag, b"\r\n".join([*head, b"", body])


async def serve(answers: dict[bytes, tuple[bytes, bytes]], latency: float) -> None:
    """Serve answers by their path."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Answering(answers, latency), "127.0.0.1", 0, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    with contextlib.suppress(OSError):
        await asyncio.to_thread(sys.stdin.read)
    server.close()


@contextmanager
def served(folder: Path, latency: int = 0) -> Iterator[str]:
    """The origin of a server for a folder, while the block runs; ``latency`` in milliseconds."""
    command = [sys.executable, __file__, str(folder), "--latency", str(latency)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(server.stdout.readline())}"
        finally:
            server.stdin.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--latency", type=int, default=0)
    options = parser.parse_args()
    answers = {f"/{path.name}".encode(): answer(path) for path in sorted(options.folder.iterdir())}
    asyncio.run(serve(answers, options.latency / 1000))


if __name__ == "__main__":
    main()
