"""Signatures as JSON for the library, packed as analyses are."""

from __future__ import annotations

import zlib

import msgspec

from reader.domain.signature import Signature

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Signature)


def encode(signature: Signature) -> bytes:
    """The signature as packed JSON, the same bytes for the same signature."""
    return zlib.compress(_encoder.encode(signature))


def decode(body: bytes) -> Signature | None:
    """The signature again, or None where another version wrote it in a shape this one does not know."""
    try:
        return _decoder.decode(zlib.decompress(body))
    except (msgspec.MsgspecError, UnicodeDecodeError, zlib.error):
        return None
