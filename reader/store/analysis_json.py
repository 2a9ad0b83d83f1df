"""Analyses as JSON text for the library."""

from __future__ import annotations

import msgspec

from reader.domain.analysis import Analysis

_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Analysis)


def encode(analysis: Analysis) -> str:
    """The analysis as JSON, the same text for the same analysis."""
    return _encoder.encode(analysis).decode("utf-8")


def decode(body: str) -> Analysis | None:
    """The analysis again, or None where another version wrote it in a shape this one does not know."""
    try:
        return _decoder.decode(body)
    except msgspec.MsgspecError:
        return None
