"""Undo a Content-Encoding within a limit, so that no small body can grow past it."""

from __future__ import annotations

import zlib

CODINGS = "gzip, deflate, br"
"""The Accept-Encoding header."""

_GZIP = b"\x1f\x8b"
_MOST_CODINGS = 4


class TooMuchError(Exception):
    """More comes out than the limit allows."""


class DamagedError(Exception):
    """The body ends early or is broken inside; ``str(error)`` names its coding."""


def codings(header: str) -> list[str]:
    """The codings of a Content-Encoding header, in the order they were applied."""
    names = [name.strip().lower().removeprefix("x-") for name in header.split(",")]
    return [name for name in names if name not in ("", "identity", "utf-8", "none")]


def inflated(body: bytes, header: str, limit: int) -> bytes:
    """The body as it was before it was encoded; ``limit`` is the most bytes any step may give.

    A body that is not in the coding it names is taken as it is. Raises TooMuchError, DamagedError.
    """
    named = codings(header)
    if len(named) > _MOST_CODINGS:
        raise DamagedError(", ".join(named[:_MOST_CODINGS]))
    for coding in reversed(named):
        if not body:
            break
        if coding == "gzip":
            body = _gunzipped(body, limit) if body.startswith(_GZIP) else body
        elif coding == "deflate":
            body = _undeflated(body, limit)
        elif coding == "br":
            body = _unbrotlied(body, limit)
        else:
            raise DamagedError(coding)
    return body


def _gunzipped(body: bytes, limit: int) -> bytes:
    parts: list[bytes] = []
    room = limit
    while body.startswith(_GZIP):  # a file may hold several, and padding behind them
        decoder = zlib.decompressobj(wbits=31)
        try:
            part = decoder.decompress(body, room + 1)
        except zlib.error as error:
            raise DamagedError("gzip") from error
        if len(part) > room:
            raise TooMuchError
        if not decoder.eof:
            raise DamagedError("gzip")
        parts.append(part)
        room -= len(part)
        body = decoder.unused_data
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _undeflated(body: bytes, limit: int) -> bytes:
    for wbits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):  # as the standard says, and as some servers do
        decoder = zlib.decompressobj(wbits=wbits)
        try:
            part = decoder.decompress(body, limit + 1)
        except zlib.error:
            continue
        if len(part) > limit:
            raise TooMuchError
        if not decoder.eof:
            raise DamagedError("deflate")
        return part
    if _is_text(body):
        return body
    raise DamagedError("deflate")


def _unbrotlied(body: bytes, limit: int) -> bytes:
    import brotli

    decoder = brotli.Decompressor()
    parts: list[bytes] = []
    room = limit
    try:
        given = body
        while not decoder.is_finished():
            part = decoder.process(given, output_buffer_limit=room + 1)
            given = b""
            parts.append(part)
            room -= len(part)
            if room < 0:
                raise TooMuchError
            if not part and decoder.can_accept_more_data() and not decoder.is_finished():
                raise DamagedError("br")
    except brotli.error as error:
        if _is_text(body):
            return body
        raise DamagedError("br") from error
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _is_text(body: bytes) -> bool:
    """Whether a body begins as a feed or a page does in plain."""
    return body.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"<", b"{", b"[")
