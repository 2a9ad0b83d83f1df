"""Spans of text: ``(start, end)``, half open, in Unicode code points of an article's stored plain text.

``text[start:end]`` is exactly what a span claims.
"""

from __future__ import annotations

from typing import TypeAlias

Span: TypeAlias = tuple[int, int]


def overlaps(a: Span, b: Span) -> bool:
    """True where the two spans share at least one code point."""
    return a[0] < b[1] and b[0] < a[1]


def contains(outer: Span, inner: Span) -> bool:
    """True where every code point of ``inner`` lies in ``outer``."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]
