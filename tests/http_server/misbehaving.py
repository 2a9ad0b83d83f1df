"""Answers no server should give."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator

import brotli

from http_server.answers import Answer, Wire

MEGABYTE = 1024 * 1024
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n"


def drip(body: bytes = b"<rss>" * 1000, pause: float = 0.02) -> Wire:
    """A byte now and then, never long enough apart to call it a stall."""
    head = _HEAD + b"Content-Length: %d\r\n\r\n" % len(body)
    return Wire([head, *(body[i : i + 1] for i in range(len(body)))], pause=pause)


def stall(sent: bytes = b"<rss>") -> Wire:
    """The beginning of a body, then nothing."""
    return Wire([_HEAD + b"Content-Length: 5000\r\n\r\n" + sent], "stall")


def silent() -> Wire:
    """Not a byte."""
    return Wire([], "stall")


def broken_off(body: bytes = b"<rss>", end: str = "reset") -> Wire:
    """Fewer bytes than announced; ``end`` as in ``Wire``."""
    return Wire([_HEAD + b"Content-Length: 5000\r\n\r\n" + body], end)


def broken_chunks() -> Wire:
    """A chunked body without its end."""
    return Wire([_HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n"])


def bad_chunk() -> Wire:
    """A chunk whose length is none."""
    return Wire([_HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n<rss>\r\n0\r\n\r\n"])


def not_http() -> Wire:
    """A greeting of some other protocol."""
    return Wire([b"220 mail.example.org ESMTP\r\n\r\n"])


def huge_headers() -> Wire:
    """A megabyte of headers."""
    return Wire([_HEAD, *(b"X-%d: %b\r\n" % (i, b"x" * 1000) for i in range(1000)), b"\r\n"])


def endless(size: int = 200 * MEGABYTE, *, announced: bool = False) -> Answer:
    """A body of ``size`` bytes, made as it is sent."""

    def parts() -> Iterator[bytes]:
        part = b"<item>" + b"x" * 65530
        for _ in range(size // len(part)):
            yield part

    return Answer(200, parts(), {"Content-Length": str(size)} if announced else {})


def encoded(body: bytes, *codings: str, cut: int = 0) -> Answer:
    """A body encoded by these one after the other, ``cut`` bytes short: gzip, deflate, raw-deflate, br."""
    for coding in codings:
        body = _ENCODERS[coding](body)
    names = ", ".join(coding.removeprefix("raw-") for coding in codings)
    return Answer(200, body[: len(body) - cut], {"Content-Encoding": names})


def bomb(coding: str, size: int = 200 * MEGABYTE) -> Answer:
    """A small body that becomes ``size`` bytes."""
    return encoded(bytes(size), coding)


def lying(body: bytes, coding: str) -> Answer:
    """A plain body that claims to be encoded."""
    return Answer(200, body, {"Content-Encoding": coding})


def _raw_deflate(body: bytes) -> bytes:
    encoder = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return encoder.compress(body) + encoder.flush()


_ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": lambda body: gzip.compress(body, 1),
    "deflate": lambda body: zlib.compress(body, 1),
    "raw-deflate": _raw_deflate,
    "br": lambda body: brotli.compress(body, quality=1),
}
