"""Analyses as JSON for the library, packed: they name every field over and over, and take a fifth of the room so."""

from __future__ import annotations

import zlib

import msgspec

from reader.domain.analysis import Analysis

_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Analysis)


def encode(analysis: Analysis) -> bytes:
    """The analysis as packed JSON, of the same text for the same analysis."""
    return zlib.compress(_encoder.encode(analysis))


def decode(body: str | bytes) -> Analysis | None:
    """The analysis again, or None where another version wrote it in a shape this one does not know."""
    try:
        return _decoder.decode(unpacked(body))
    except (msgspec.MsgspecError, UnicodeDecodeError, zlib.error):
        return None


def unpacked(body: str | bytes) -> str:
    """The JSON text, which libraries up to version 3 kept as it is. Raises zlib.error, UnicodeDecodeError."""
    return body if isinstance(body, str) else zlib.decompress(body).decode("utf-8")


def packed(text: str) -> bytes:
    """JSON text as it is kept."""
    return zlib.compress(text.encode("utf-8"))
