"""How long and how much."""

from __future__ import annotations

from typing import NamedTuple

MEGABYTE = 1024 * 1024


class Limits(NamedTuple):
    """Seconds to connect, between two pieces of an answer and for the whole fetch with its redirects; the most bytes a
    body may have once it is decoded; the most redirects."""

    connect: float = 10
    read: float = 20
    whole: float = 60
    max_bytes: int = 16 * MEGABYTE
    redirects: int = 10
