"""Undo a Content-Encoding within a limit, so that no small body can grow past it."""

from __future__ import annotations

import zlib

CODINGS = "gzip, deflate, br"
"""The Accept-Encoding header."""

_GZIP = b"\x1f\x8b"
_MOST_CODINGS = 4
_STEP = 256 * 1024  # decoders reserve twice what they are allowed to give


class TooMuchError(Exception):
    """More comes out than the limit allows."""


class DamagedError(Exception):
    """The body cannot be decoded; ``str(error)`` says why, in words of ours alone."""

    def __init__(self, coding: str | None = None) -> None:
        cut = f"its {coding} compression is broken or cut short"
        super().__init__(cut if coding else "it is compressed in a way that was not asked for")


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
        raise DamagedError
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
            raise DamagedError
    return body


def _gunzipped(body: bytes, limit: int) -> bytes:
    parts: list[bytes] = []
    room = limit
    while body.startswith(_GZIP):  # a file may hold several, and padding behind them
        decoder = zlib.decompressobj(wbits=31)
        try:
            part = _unzipped(decoder, body, room)
        except zlib.error as error:
            raise DamagedError("gzip") from error
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
            part = _unzipped(decoder, body, limit)
        except zlib.error:
            continue
        if not decoder.eof:
            raise DamagedError("deflate")
        return part
    if _is_text(body):
        return body
    raise DamagedError("deflate")


def _unzipped(decoder: zlib._Decompress, body: bytes, limit: int) -> bytes:
    parts: list[bytes] = []
    room = limit
    while True:
        part = decoder.decompress(body, _STEP)
        body = decoder.unconsumed_tail
        parts.append(part)
        room -= len(part)
        if room < 0:
            raise TooMuchError
        if decoder.eof or (not body and len(part) < _STEP):
            return parts[0] if len(parts) == 1 else b"".join(parts)


def _unbrotlied(body: bytes, limit: int) -> bytes:
    import brotli

    decoder = brotli.Decompressor()
    parts: list[bytes] = []
    room = limit
    given = body
    try:
        while not decoder.is_finished():
            part = decoder.process(given, output_buffer_limit=_STEP)
            given = b""
            parts.append(part)
            room -= len(part)
            if room < 0:
                raise TooMuchError
            if not part and decoder.can_accept_more_data() and not decoder.is_finished():
                raise DamagedError("brotli")
    except brotli.error as error:
        if _is_text(body):
            return body
        raise DamagedError("brotli") from error
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _is_text(body: bytes) -> bool:
    """Whether a body begins as a feed or a page does in plain."""
    return body.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"<", b"{", b"[")
