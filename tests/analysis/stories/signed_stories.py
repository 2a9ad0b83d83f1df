"""Texts signed as the product signs them, with the real models."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from reader.analysis.stories.signature import sign
from reader.domain.signature import Signature
from reader.ingest.engine import analyse_text
from reader.languages.pack import load_pack

_SECONDS = 86_400


class Signed(NamedTuple):
    """``told`` is an article of the set, ``day`` when it is from."""

    told: Any
    day: float
    signature: Signature


def sign_told(told: Any) -> Signed:
    """An article of the set, signed; one that nothing dates is from long ago."""
    day = datetime.fromisoformat(told.published).timestamp() / _SECONDS if told.published else 0.0
    return Signed(told, day, sign_text(told.text, told.language, told.title))


def sign_text(text: str, language: str = "en", title: str = "") -> Signature:
    return sign(title, text, analyse_text(text, language), load_pack(language))
