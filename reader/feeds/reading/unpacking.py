"""Bodies that are compressed though nobody said so."""

from __future__ import annotations

import zlib

from reader.domain.errors import FeedError
from reader.domain.plain_text import clean_line

LARGEST = 16 * 1024 * 1024
"""Bytes of a document that are read, compressed or not."""

_MAGIC = b"\x1f\x8b"
_GZIP_WINDOW = 31
_STEP = 64 * 1024


def unpacked(body: bytes, address: str) -> bytes:
    """``body``, decompressed where it is gzip; a truncated or damaged archive gives what can be read of it.

    Raises FeedError where it, or what comes out of it, is larger than ``LARGEST``, and where nothing comes out.
    """
    if body.startswith(_MAGIC):
        body = _decompressed(body)
        if not body:
            raise FeedError(f"The compressed feed at {clean_line(address)} cannot be unpacked.", subject=address)
    if len(body) > LARGEST:
        raise FeedError(
            f"The feed at {clean_line(address)} is larger than {LARGEST // 1024 // 1024} MB.", subject=address
        )
    return body


def _decompressed(body: bytes) -> bytes:
    decoder, found = zlib.decompressobj(_GZIP_WINDOW), bytearray()
    for start in range(0, len(body), _STEP):
        try:
            found += decoder.decompress(body[start : start + _STEP], LARGEST + 1 - len(found))
        except zlib.error:
            break
        if len(found) > LARGEST or decoder.eof:
            break
    return bytes(found)
